// The page around the run: start page, lessons, palette, search, settings, languages, taking back.
#include <algorithm>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/api/keepsake.h"
#include "support/chinese.h"
#include "support/ui_page.h"
#include "ui/finder.h"
#include "ui/flows.h"
#include "ui/language.h"
#include "ui/widgets/text.h"

namespace aplus::test {
namespace {

using ui::Dialog;
using ui::Intent;
namespace intent = ui::intent;

TEST(Start, isWhatIsSeenFirst) {
  UiBench bench;
  bench.host.frames(3);
  for (char const* id : {"start-watch", "start-lessons", "start-desk", "flow-card-pay"}) {
    EXPECT_NE(bench.page.find(id), nullptr) << id;
  }
  EXPECT_EQ(bench.page.find("start-continue"), nullptr) << "there is nothing to continue yet";
  EXPECT_EQ(bench.page.find("step"), nullptr);
}

TEST(Start, oneTouchWatchesAPayment) {
  UiBench bench;
  bench.click("start-watch");
  ASSERT_EQ(bench.page.asked.front(), Intent{intent::LoadScenario{"upm-pay"}});
  EXPECT_TRUE(bench.page.state.playing);
  bench.host.frames(300);
  EXPECT_GE(bench.cursor(), 3U);
}

TEST(Start, aCardOpensTheNextLessonOfItsFlow) {
  UiBench bench;
  bench.host.frames(2);
  auto const lessons = ui::lessonsOf(bench.page.controller.scenarios(), scenario::Flow::pay);
  ASSERT_GE(lessons.size(), 3U);
  bench.page.state.kept.finished = {lessons[0]->id, lessons[1]->id};
  bench.click("flow-card-pay");
  ASSERT_EQ(bench.page.asked.front(), Intent{intent::LoadScenario{lessons[2]->id}});
  EXPECT_FALSE(bench.page.state.playing);
}

TEST(Start, aCardListsTheLessonsOfItsFlowAlone) {
  UiBench bench(1280, 2000);
  bench.host.frames(2);
  bench.click("flow-card-signatures-list");
  EXPECT_EQ(bench.page.state.dialog, Dialog::scenarios);
  bench.host.frames(3);
  for (ui::Item const& item : bench.page.state.items) {
    if (item.id.rfind("scenario-upm", 0) != 0 && item.id.rfind("scenario-mpm", 0) != 0) continue;
    auto const& all = bench.page.controller.scenarios();
    auto const entry = std::find_if(all.begin(), all.end(), [&](auto const& one) { return "scenario-" + one.id == item.id; });
    ASSERT_NE(entry, all.end());
    EXPECT_EQ(entry->flow, scenario::Flow::signatures) << item.id;
  }
  EXPECT_NE(bench.page.find("scenario-upm-body-altered"), nullptr);
}

TEST(Start, everyLessonHasItsCard) {
  UiBench bench;
  EXPECT_EQ(ui::lessonsOf(bench.page.controller.scenarios(), scenario::Flow::free).size(), 1U)
      << "a scenario file without a flow lands among free play";
}

TEST(Start, theSignLeadsHomeAndBack) {
  UiBench bench;
  bench.open("upm-pay");
  EXPECT_NE(bench.page.find("step"), nullptr);
  bench.click("home");
  EXPECT_EQ(bench.page.find("step"), nullptr);
  bench.click("start-continue");
  EXPECT_NE(bench.page.find("step"), nullptr);
  bench.host.type("h");
  EXPECT_TRUE(bench.page.state.homeOpen);
  bench.host.press(ImGuiKey_Escape);
  EXPECT_FALSE(bench.page.state.homeOpen);
}

TEST(Start, offersTheRunOfTheLastVisit) {
  UiBench bench;
  bench.page.state.kept.lastLink = "#v=1&s=upm-pay&seed=1&step=12";
  bench.page.state.kept.lastTitle = "Show a payment code and pay with it";
  bench.click("start-continue");
  EXPECT_TRUE(bench.page.state.continueRequested);
}

TEST(Lessons, areFoundByTypingAndOpenedByTouch) {
  UiBench bench;
  bench.open("upm-pay");
  bench.click("scenario-picker");
  bench.host.frames(3);
  bench.host.type("half");
  bench.host.type(" won");
  bench.host.frames(3);
  EXPECT_EQ(bench.page.find("scenario-upm-pay"), nullptr);
  bench.click("scenario-upm-half-to-even");
  EXPECT_EQ(bench.page.controller.playback()->scenario().id, "upm-half-to-even");
  EXPECT_EQ(bench.page.state.dialog, Dialog::none);
}

TEST(Palette, opensByKeyAndByButtonAndTakesTheChosenOne) {
  UiBench bench;
  bench.open("upm-pay");
  bench.host.press(ImGuiKey_K, ImGuiMod_Ctrl);
  ASSERT_EQ(bench.page.state.dialog, Dialog::commands);
  bench.host.frames(2);
  bench.host.type("signing desk");
  bench.host.press(ImGuiKey_Enter);
  EXPECT_TRUE(bench.page.state.deskOpen);
  EXPECT_EQ(bench.page.state.dialog, Dialog::none);
  bench.click("commands");
  bench.host.frames(2);
  bench.host.press(ImGuiKey_Escape);
  EXPECT_EQ(bench.page.state.dialog, Dialog::none);
  EXPECT_FALSE(bench.page.takeLeaveRequest());
}

TEST(Palette, goesToAFieldOfTheRun) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.runToEnd());
  bench.host.press(ImGuiKey_K, ImGuiMod_Ctrl);
  bench.host.frames(2);
  bench.host.type("payToAmount");
  auto const& found = bench.page.state.finder.found;
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().tag, "field");
  bench.host.press(ImGuiKey_Enter);
  ASSERT_GT(bench.page.state.selected, 0U);
  auto const& record = bench.page.controller.playback()->timeline().record(bench.page.state.selected);
  EXPECT_NE(record.envelope.message.body.find("payToAmount"), std::string::npos);
}

TEST(Palette, saysWhereAFieldIsThatThisRunDoesNotCarry) {
  UiBench bench;
  bench.open("upm-not-initialized");
  bench.host.press(ImGuiKey_K, ImGuiMod_Ctrl);
  bench.host.frames(2);
  bench.host.type("payToAmount");
  bench.host.press(ImGuiKey_Enter);
  EXPECT_NE(bench.page.state.toast.find("payToAmount"), std::string::npos);
}

TEST(Palette, everyFindingCanBeTaken) {
  for (char const* query : {"", "step", "a"}) {
    for (std::size_t i = 0; i < 14; ++i) {
      UiBench bench;
      bench.open("upm-pay");
      bench.host.press(ImGuiKey_K, ImGuiMod_Ctrl);
      bench.host.frames(2);
      if (*query != '\0') bench.host.type(query);
      if (i >= bench.page.state.finder.found.size()) break;
      bench.page.state.finder.chosen = i;
      bench.host.press(ImGuiKey_Enter);
      bench.host.frames(3);
    }
  }
}

TEST(Search, findsWhatStandsInBodiesAndReasons) {
  UiBench bench;
  bench.open("upm-balance-not-enough");
  bench.host.type("/");
  ASSERT_EQ(bench.page.state.dialog, Dialog::search);
  bench.host.frames(2);
  bench.host.type("USER_BALANCE_NOT_ENOUGH");
  auto const& found = bench.page.state.finder.found;
  auto const tagged = [&](std::string_view tag) {
    return std::any_of(found.begin(), found.end(), [&](ui::Finding const& one) { return one.tag == tag; });
  };
  EXPECT_TRUE(tagged("body"));
  EXPECT_TRUE(tagged("reason"));
  bench.host.press(ImGuiKey_Enter);
  EXPECT_GT(bench.cursor(), 0U) << "the run goes to where it is";
}

TEST(Search, ranksAndCuts) {
  EXPECT_EQ(ui::rankOf("pay", "pay request", ""), 0);
  EXPECT_EQ(ui::rankOf("REQ", "pay request", ""), 1);
  EXPECT_EQ(ui::rankOf("quest", "pay request", ""), 2);
  EXPECT_EQ(ui::rankOf("pay code", "pay request", "the code"), 3);
  EXPECT_EQ(ui::rankOf("refund", "pay request", ""), -1);
  EXPECT_EQ(ui::rankOf("  ", "anything", ""), 0);
  EXPECT_EQ(ui::around("needle", std::string(100, 'x') + "needle" + std::string(100, 'y'), 40).find("needle"),
            std::string("\xE2\x80\xA6").size() + 10);
  EXPECT_EQ(ui::around("b", "a\nb", 40), "a b");
  // never cut within a character
  std::string const word = "\xE4\xBB\x98\xE6\xAC\xBE\xE7\xA0\x81";
  for (std::size_t width = 1; width < 30; ++width) {
    std::string const cut = ui::around("\xE6\xAC\xBE", word + word + word, width);
    for (std::size_t i = 0; i < cut.size();) {
      auto const lead = static_cast<unsigned char>(cut[i]);
      ASSERT_TRUE(lead < 0x80U || lead >= 0xE0U) << width;
      i += lead < 0x80U ? 1 : 3;
    }
  }
}

TEST(TakingBack, returnsToBeforeTheLastActAndBranch) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.seek(4));
  bench.host.frames(2);
  ASSERT_TRUE(bench.page.controller.command({"closePaymentPage", {}}));
  bench.host.frames(3);
  EXPECT_EQ(bench.page.controller.playback()->timeline().currentBranch(), 1U);
  EXPECT_FALSE(bench.page.state.toast.empty()) << "a new branch is explained";
  EXPECT_NE(bench.page.find("toast-undo"), nullptr);
  bench.host.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(bench.page.controller.playback()->timeline().currentBranch(), 0U);
  EXPECT_EQ(bench.cursor(), 4U);
  bench.host.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(bench.cursor(), 4U);
  EXPECT_NE(bench.page.state.toast.find("nothing"), std::string::npos);
}

TEST(TakingBack, returnsToTheRunBefore) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.seek(7));
  bench.open("upm-in-process");
  bench.host.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(bench.page.controller.playback()->scenario().id, "upm-pay");
  EXPECT_EQ(bench.cursor(), 7U);
}

TEST(Settings, chooseColoursContrastAndLanguage) {
  UiBench bench;
  bench.host.frames(2);
  bench.click("settings");
  bench.click("colours-Dark");
  EXPECT_EQ(bench.page.state.kept.theme, ui::ThemeChoice::dark);
  bench.click("contrast-High");
  EXPECT_EQ(bench.page.state.kept.contrast, ui::Contrast::high);
  bench.click("language-\xE7\xAE\x80\xE4\xBD\x93\xE4\xB8\xAD\xE6\x96\x87");
  EXPECT_EQ(bench.page.state.languageRequested, ui::Language::chinese);
}

TEST(Question, isAskedInTimeAndExplainsEveryAnswer) {
  UiBench bench(1280, 2400);
  bench.open("upm-balance-not-enough");
  EXPECT_EQ(bench.page.find("answer-0"), nullptr) << "not before its step";
  auto const& lesson = bench.page.controller.playback()->scenario();
  ASSERT_TRUE(lesson.check);
  while (bench.page.find("answer-0") == nullptr && bench.page.controller.step()) bench.host.frames(3);
  std::size_t const wrong = lesson.check->right == 0 ? 1 : 0;
  bench.click("answer-" + std::to_string(wrong));
  EXPECT_EQ(bench.page.state.kept.answers.at(lesson.id), wrong);
  bench.click("answer-" + std::to_string(lesson.check->right));
  EXPECT_EQ(bench.page.state.kept.answers.at(lesson.id), lesson.check->right);
}

TEST(Question, canBeSkipped) {
  UiBench bench(1280, 2400);
  bench.open("upm-balance-not-enough");
  ASSERT_TRUE(bench.page.controller.runToEnd());
  bench.host.frames(3);
  bench.click("question-skip");
  bench.host.frames(2);
  EXPECT_EQ(bench.page.find("answer-0"), nullptr);
}

TEST(Questions, standInADozenLessons) {
  auto const& all = scenario::builtinScenarios();
  EXPECT_GE(std::count_if(all.begin(), all.end(), [](auto const& one) { return one.check.has_value(); }), 12);
}

TEST(Keepsake, comesBackAsItWas) {
  ui::Keepsake kept;
  kept.theme = ui::ThemeChoice::dark;
  kept.contrast = ui::Contrast::high;
  kept.lastLink = "#v=1&s=upm-pay&seed=1&step=12";
  kept.lastTitle = "A title";
  kept.lastStep = 12;
  kept.lastLength = 40;
  kept.finished = {"upm-pay", "mpm-order-code"};
  kept.answers = {{"upm-pay", 2}};
  EXPECT_EQ(app::parseKeepsake(app::formatKeepsake(kept, ui::Language::chinese)), kept);
}

TEST(Keepsake, ofNonsenseIsAFreshOne) {
  for (char const* text : {"", "[]", "{", R"({"theme":7,"last":{"link":"#v=9&s=x"},"finished":[1],"answers":{"a":"b"}})"}) {
    EXPECT_EQ(app::parseKeepsake(text), ui::Keepsake{}) << text;
  }
}

TEST(Keepsake, holdsNoMessageAndNoKey) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.runToEnd());
  ui::Keepsake kept;
  app::noteProgress(kept, *bench.page.controller.playback());
  EXPECT_TRUE(kept.finished.contains("upm-pay"));
  std::string const text = app::formatKeepsake(kept, ui::Language::english);
  for (char const* secret : {"KEY", "accessToken", "signature", "paymentCode"}) EXPECT_EQ(text.find(secret), std::string::npos);
  EXPECT_LT(text.size(), 500U);
}

TEST(Fonts, areThreeDifferentOnes) {
  UiBench bench;
  bench.host.frames(2);
  ui::Theme theme;
  theme.fonts = bench.page.state.fonts;
  auto const width = [&](ui::Role role, std::string_view text) { return ui::measure(theme, role, text).x; };
  EXPECT_NE(width(ui::Role::body, "Wallet Playground"), width(ui::Role::strong, "Wallet Playground"));
  EXPECT_EQ(width(ui::Role::mono, "iiiiiiii"), width(ui::Role::mono, "WWWWWWWW"));
}

TEST(Languages, theWholePageSpeaksChinese) {
  Chinese const chinese;
  UiBench bench;
  bench.host.frames(3);
  EXPECT_EQ(bench.page.find("start-watch")->label, chinese.catalogue.at("Watch a payment"));
  bench.open("upm-pay");
  EXPECT_EQ(bench.page.find("desk")->label, chinese.catalogue.at("Signing desk"));
  EXPECT_NE(ui::announcement(bench.page.controller.view()).find("\xE5\xBC\x80\xE5\xA4\xB4"), std::string::npos);
}

TEST(Languages, chineseLinesBreakBetweenCharactersAndKeepTheirPunctuation) {
  UiBench bench;
  bench.host.frames(2);
  ui::Theme theme;
  theme.fonts = bench.page.state.fonts;
  std::string sentence;
  for (int i = 0; i < 30; ++i) sentence += "\xE7\xAE\x80\xE4\xBD\x93\xE4\xB8\xAD\xE6\x96\x87\xE3\x80\x82";
  float const wrap = 100.0F;
  ImVec2 const size = ui::measure(theme, ui::Role::body, sentence, wrap);
  EXPECT_LE(size.x, wrap + 1.0F);
  EXPECT_GT(size.x, wrap * 0.6F) << "lines are filled";
}

TEST(Languages, aChineseLineMayEndAfterAFullWidthSign) {
  UiBench bench;
  bench.host.frames(2);
  ui::Theme theme;
  theme.fonts = bench.page.state.fonts;
  auto const measured = [&](std::string_view text, float wrap) { return ui::measure(theme, ui::Role::body, text, wrap); };
  float const wrap = measured("refundPromoInfo", 0.0F).x + 1.0F;
  ASSERT_LT(measured("简体中文：", 0.0F).x, wrap);
  EXPECT_EQ(measured("简体中文：refundPromoInfo", wrap).y, 2.0F * measured("简体中文：", wrap).y);
}

}  // namespace
}  // namespace aplus::test
