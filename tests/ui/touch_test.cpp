// On a touch screen every target is large enough for a finger.
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "support/ui_page.h"

namespace aplus::test {
namespace {

constexpr float kFinger = 44.0F;  // CSS pixels; WCAG 2.2 AA asks for 24, AAA for 44

struct Device {
  char const* name;
  float width;
  float height;
  float scale;
};

class Touch : public testing::TestWithParam<Device> {
 protected:
  Touch() : bench_(GetParam().width, GetParam().height, GetParam().scale) {
    bench_.host.surroundings().coarsePointer = true;
  }

  /// Nothing to touch but lines of text: what is read (and can be selected), a hint, a line of a message as its body has
  /// many, and a row of lanes whose distance the person has chosen.
  static bool isText(std::string_view id) {
    constexpr std::string_view kTexts[] = {"header-", "deadline-", "browser-address", "browser-more-below", "step-row-",
                                           "guide-title", "guide-summary", "picked-meaning", "picked-choice", "link-"};
    return id.ends_with("-text") || std::any_of(std::begin(kTexts), std::end(kTexts), [id](auto text) { return id.starts_with(text); });
  }

  /// What is too small on the page as it stands, each id once.
  void look(std::string const& place) {
    bench_.host.frames(2);
    for (ui::Item const& item : bench_.page.state.items) {
      float const width = item.rect.w / GetParam().scale;
      float const height = item.rect.h / GetParam().scale;
      if (std::min(width, height) >= kFinger - 0.5F || isText(item.id)) continue;
      small_.try_emplace(item.id.substr(0, item.id.find_first_of("0123456789")),
                         fmt::format("{} ({}) {:.0f} x {:.0f}", item.id, place, width, height));
    }
  }

  void lookAtRun(std::string const& id) {
    using ui::InspectorTab;
    using ui::Panel;
    for (Panel panel : {Panel::guide, Panel::lanes, Panel::phones, Panel::inspector}) {
      bench_.page.state.panel = panel;
      for (InspectorTab tab : {InspectorTab::message, InspectorTab::signature, InspectorTab::why,
                               InspectorTab::state, InspectorTab::diff, InspectorTab::provenance}) {
        if (panel != Panel::inspector && tab != InspectorTab::message) continue;
        bench_.page.state.inspectorTab = tab;
        bench_.page.state.inspector.traced = "2160220000000001";
        look(fmt::format("{} panel {} tab {}", id, int(panel), int(tab)));
      }
    }
  }

  void TearDown() override {
    for (auto const& [id, what] : small_) ADD_FAILURE() << what;
  }

  UiBench bench_;
  std::map<std::string, std::string> small_;
};

TEST_P(Touch, everyTargetOfARunIsLargeEnough) {
  for (char const* id : {"upm-balance-not-enough", "mpm-order-code-over-limit", "easy-pay-first", "acq-cashier", "free-play"}) {
    bench_.open(id);
    look(id);
    while (bench_.page.controller.step()) {
      if (bench_.cursor() % 3 == 0) lookAtRun(id);
    }
    bench_.page.state.lanes.only = 1;
    lookAtRun(id);
    bench_.page.state.lanes.only = 0;
  }
}

TEST_P(Touch, everyTargetAroundARunIsLargeEnough) {
  look("start");
  bench_.open("upm-pay");
  for (auto dialog : {ui::Dialog::scenarios, ui::Dialog::keys, ui::Dialog::branches, ui::Dialog::settings, ui::Dialog::commands,
                      ui::Dialog::search, ui::Dialog::magicValues}) {
    bench_.page.state.dialog = dialog;
    bench_.page.state.finder = {};
    look(fmt::format("dialog {}", int(dialog)));
  }
  bench_.page.state.dialog = ui::Dialog::none;
  bench_.page.controller.report("The scenario was not opened", {"INVALID_SCENARIO", "file.json:12:7", "Nothing is there."});
  look("a problem");
  bench_.page.state.deskOpen = true;
  for (auto tab : {ui::DeskTab::message, ui::DeskTab::keys, ui::DeskTab::check}) {
    bench_.page.state.deskTab = tab;
    look(fmt::format("desk {}", int(tab)));
  }
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Touch,
                         testing::Values(Device{"phone", 390, 844, 3.0F}, Device{"tablet", 820, 1180, 2.0F},
                                         Device{"wide", 1280, 800, 1.0F}),
                         [](auto const& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace aplus::test
