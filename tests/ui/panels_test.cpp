// Every panel in every layout, with nothing, a usual run, and far too much.
#include <tuple>

#include <gtest/gtest.h>

#include "support/ui_page.h"

namespace aplus::test {
namespace {

struct Screen {
  char const* name;
  float width;
  float height;
  float scale;
  bool dark;
};

constexpr Screen kScreens[] = {
    {"desktop", 1280, 800, 1.0F, false},  {"large", 1920, 1080, 1.5F, true},
    {"tablet", 820, 1180, 2.0F, false},   {"phone", 390, 844, 3.0F, true},
    {"tiny", 200, 160, 1.0F, false},
};

class Panels : public testing::TestWithParam<Screen> {
 protected:
  Panels() : bench_(GetParam().width, GetParam().height, GetParam().scale) {
    bench_.host.surroundings().dark = GetParam().dark;
    bench_.host.surroundings().highContrast = GetParam().dark;
  }

  void drawEverything() {
    using ui::InspectorTab;
    using ui::Panel;
    for (Panel panel : {Panel::guide, Panel::lanes, Panel::phones, Panel::inspector}) {
      for (InspectorTab tab : {InspectorTab::message, InspectorTab::signature, InspectorTab::why,
                               InspectorTab::state, InspectorTab::diff, InspectorTab::provenance}) {
        bench_.page.state.panel = panel;
        bench_.page.state.inspectorTab = tab;
        bench_.page.state.inspector.traced = "2160220000000001";
        for (auto view : {ui::BodyView::pretty, ui::BodyView::bytes, ui::BodyView::hex}) {
          bench_.page.state.bodyView = view;
          bench_.host.frame();
        }
      }
    }
    bench_.page.state.deskOpen = true;
    for (auto tab : {ui::DeskTab::message, ui::DeskTab::keys, ui::DeskTab::check}) {
      bench_.page.state.deskTab = tab;
      bench_.host.frames(2);
    }
    bench_.page.state.deskOpen = false;
    for (auto dialog : {ui::Dialog::scenarios, ui::Dialog::keys, ui::Dialog::branches, ui::Dialog::settings, ui::Dialog::commands,
                        ui::Dialog::search, ui::Dialog::magicValues, ui::Dialog::none}) {
      bench_.page.state.dialog = dialog;
      bench_.page.state.finder = {};
      bench_.host.frames(2);
    }
    for (bool* place : {&bench_.page.state.homeOpen, &bench_.page.state.inspectorTall}) {
      *place = true;
      bench_.host.frames(2);
      *place = false;
    }
    EXPECT_GT(bench_.host.vertexCount(), 100);
  }

  UiBench bench_;
};

TEST_P(Panels, drawNothingLoaded) { drawEverything(); }

TEST_P(Panels, drawEveryStepOfEveryScenario) {
  // Each screen has its share of the scenarios, the first screen has all of them.
  std::size_t const share = std::string_view(GetParam().name) == kScreens[0].name ? 1 : std::size(kScreens);
  std::size_t number = std::string_view(GetParam().name).size();
  for (ui::ScenarioEntry const& entry : bench_.page.controller.scenarios()) {
    if (++number % share != 0) continue;
    ASSERT_TRUE(bench_.page.controller.loadBuiltin(entry.id, 1));
    if (number % std::size(kScreens) == 0) drawEverything();
    while (bench_.page.controller.step()) bench_.host.frame();
    drawEverything();
  }
}

TEST_P(Panels, drawFarTooMuch) {
  scenario::Scenario scenario = scenario::builtinScenarios().front();
  std::string const longText(4000, 'W');
  scenario.title = longText;
  scenario.summary = longText + " " + longText;
  scenario.setup.merchant.storeName = "\xFF\xFE not UTF-8 " + longText;
  scenario.steps.clear();
  scenario.steps.push_back({"open", longText, user::Command{"openPaymentPage", {}}});
  for (int i = 0; i < 60; ++i) {
    scenario.steps.push_back({"again" + std::to_string(i), "", scenario::RunUntilIdle{}});
    scenario.steps.push_back(
        {"code" + std::to_string(i), "Another.", user::Command{"refreshPaymentCode", {}}});
  }
  scenario.expectations.clear();
  auto const loaded = bench_.page.controller.loadScenario(scenario, 1);
  ASSERT_TRUE(loaded) << loaded.error().message;
  ASSERT_TRUE(bench_.page.controller.runToEnd());
  EXPECT_GT(bench_.cursor(), 200U);
  drawEverything();
}

TEST_P(Panels, drawAProblem) {
  bench_.page.controller.report("The scenario was not opened",
                                {"INVALID_SCENARIO", "file.json:12:7", std::string(900, 'x')});
  drawEverything();
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Panels, testing::ValuesIn(kScreens),
                         [](auto const& one) { return std::string(one.param.name); });

TEST(Layout, partsNeverOverlapAndStayOnTheScreen) {
  ui::Theme theme;
  for (Screen const& screen : kScreens) {
    theme.scale = screen.scale;
    ImVec2 const size{screen.width * screen.scale, screen.height * screen.scale};
    if (screen.height < 300) continue;  // nothing can be promised there but that it draws
    for (auto panel : {ui::Panel::guide, ui::Panel::lanes, ui::Panel::phones, ui::Panel::inspector}) {
      ui::Layout const layout = ui::arrange(size, theme, panel);
      ui::Rect const parts[] = {layout.top,    layout.tabs,      layout.guide,    layout.lanes,
                                layout.phones, layout.inspector, layout.transport};
      for (ui::Rect const& a : parts) {
        if (a.empty()) continue;
        EXPECT_GE(a.x, 0.0F);
        EXPECT_LE(a.x + a.w, size.x + 1.0F) << screen.name;
        EXPECT_LE(a.y + a.h, size.y + 1.0F) << screen.name;
        for (ui::Rect const& b : parts) {
          if (&a == &b || b.empty()) continue;
          bool const apart = a.x + a.w <= b.x + 0.5F || b.x + b.w <= a.x + 0.5F ||
                             a.y + a.h <= b.y + 0.5F || b.y + b.h <= a.y + 0.5F;
          EXPECT_TRUE(apart) << screen.name;
        }
      }
    }
  }
}

}  // namespace
}  // namespace aplus::test
