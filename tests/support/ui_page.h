#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "host/headless/headless_host.h"
#include "ui/controller.h"
#include "ui/ui.h"

namespace aplus::test {

/// The page as an application for the headless host. It keeps what was asked for and where things are.
class UiPage final : public host::Application {
 public:
  ui::Controller controller;
  ui::UiState state;
  ui::Intents asked;  ///< since the last clear()

  void start() override {
    state.fonts = ui::loadFonts();
    state.collectItems = true;
  }

  double draw(host::Surroundings const& s) override {
    ui::Frame const frame{s.scale, s.timeMs, s.dark, s.highContrast, s.reducedMotion, s.coarsePointer};
    ui::Intents now;
    controller.work();
    double const wakeIn = ui::draw(controller.view(), frame, state, now);
    asked.insert(asked.end(), now.begin(), now.end());
    controller.apply(now);
    answerWishes();
    return wakeIn;
  }

  std::string clipboard;          ///< what the system would give
  bool answersWishes = true;

  void answerWishes() {
    if (!answersWishes) return;
    ui::DeskWishes const wishes = controller.takeWishes();
    if (wishes.keyPair) controller.changeDesk().keyPairMade(crypto::PrivateKey::generate().pem());
    if (wishes.clipboard) controller.changeDesk().clipboardRead(clipboard);
  }

  bool wantsDrag(float x, float y) const override {
    return std::any_of(state.dragZones.begin(), state.dragZones.end(),
                       [&](ui::Rect const& zone) { return zone.contains(x, y); });
  }

  bool takeLeaveRequest() override { return std::exchange(state.leaveRequested, false); }

  ui::Item const* find(std::string_view id) const {
    auto const found = std::find_if(state.items.begin(), state.items.end(),
                                    [&](ui::Item const& item) { return item.id == id; });
    return found == state.items.end() ? nullptr : &*found;
  }
};

/// A page and its host; what a test needs to behave like a person.
struct UiBench {
  UiPage page;
  host::HeadlessHost host;

  explicit UiBench(float width = 1280.0F, float height = 800.0F, float scale = 1.0F)
      : host(page, width, height, scale) {}

  void open(std::string_view id) {
    auto const opened = page.controller.loadBuiltin(id, 1);
    ASSERT_TRUE(opened) << opened.error().message;
    host.frames(3);
  }

  void click(std::string_view id) {
    host.frames(2);
    ui::Item const* item = page.find(id);
    ASSERT_NE(item, nullptr) << "not on the page: " << id;
    host.click(item->rect.x + item->rect.w / 2.0F, item->rect.y + item->rect.h / 2.0F);
    host.frames(2);
  }

  std::size_t cursor() const { return page.controller.playback()->cursor(); }
};

}  // namespace aplus::test
