// What a person does with mouse and keys, and what comes of it.
#include <gtest/gtest.h>

#include "support/ui_page.h"

namespace aplus::test {
namespace {

using ui::Intent;
namespace intent = ui::intent;

TEST(Acting, theStepButtonAsksForAStepAndTheControllerTakesIt) {
  UiBench bench;
  bench.open("upm-pay");
  bench.click("step");
  ASSERT_EQ(bench.page.asked, ui::Intents{Intent{intent::Step{}}});
  EXPECT_EQ(bench.cursor(), 1U);
  bench.click("back");
  EXPECT_EQ(bench.cursor(), 0U);
}

TEST(Acting, keysStepSeekAndPlay) {
  UiBench bench;
  bench.open("upm-pay");
  bench.host.press(ImGuiKey_RightArrow);
  bench.host.press(ImGuiKey_RightArrow);
  EXPECT_EQ(bench.cursor(), 2U);
  bench.host.press(ImGuiKey_LeftArrow);
  EXPECT_EQ(bench.cursor(), 1U);
  bench.host.press(ImGuiKey_End);
  EXPECT_TRUE(bench.page.controller.playback()->finished());
  bench.host.press(ImGuiKey_Home);
  EXPECT_EQ(bench.cursor(), 0U);
  bench.host.press(ImGuiKey_Space);
  EXPECT_TRUE(bench.page.state.playing);
  bench.host.frames(150);  // more than two seconds
  EXPECT_GE(bench.cursor(), 2U);
  bench.host.press(ImGuiKey_Space);
  EXPECT_FALSE(bench.page.state.playing);
}

TEST(Acting, keysWithModifiersAreLeftToTheBrowser) {
  UiBench bench;
  bench.open("upm-pay");
  bench.host.press(ImGuiKey_RightArrow, ImGuiMod_Alt);
  bench.host.press(ImGuiKey_RightArrow, ImGuiMod_Ctrl);
  EXPECT_EQ(bench.cursor(), 0U);
}

TEST(Acting, aQuestionMarkShowsTheKeysAndEscapeGoesBackOneThingAtATime) {
  UiBench bench;
  bench.open("upm-pay");
  bench.host.type("?");
  EXPECT_EQ(bench.page.state.dialog, ui::Dialog::keys);
  bench.host.press(ImGuiKey_Escape);
  EXPECT_EQ(bench.page.state.dialog, ui::Dialog::none);
  EXPECT_FALSE(bench.page.takeLeaveRequest());
  bench.host.press(ImGuiKey_Escape);
  EXPECT_TRUE(bench.page.takeLeaveRequest());
}

TEST(Acting, aRowIsLookedAtByClickAndGoneToByDoubleClick) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.seek(6));
  bench.host.frames(3);
  bench.click("step-row-3");
  EXPECT_EQ(bench.page.state.selected, 3U);
  EXPECT_EQ(bench.cursor(), 6U);
  ui::Item const* row = bench.page.find("step-row-3");
  ASSERT_NE(row, nullptr);
  bench.host.frames(40);  // so that it counts as a new click
  bench.host.doubleClick(row->rect.x + 20.0F, row->rect.y + 20.0F);
  EXPECT_EQ(bench.cursor(), 3U);
  EXPECT_EQ(bench.page.state.selected, 0U);
}

TEST(Acting, theScrubberSeeks) {
  UiBench bench;
  bench.open("upm-pay");
  bench.host.frames(2);
  ui::Item const* scrubber = bench.page.find("scrubber");
  ASSERT_NE(scrubber, nullptr);
  ui::Rect const rect = scrubber->rect;
  EXPECT_TRUE(bench.page.wantsDrag(rect.x + 5.0F, rect.y + 5.0F));
  float const y = rect.y + rect.h / 2.0F;
  bench.host.drag(rect.x + 8.0F, y, rect.x + rect.w + 60.0F, y);  // beyond the end, where it may grow to
  EXPECT_TRUE(bench.page.controller.playback()->finished());
}

TEST(Acting, thePhoneGivesTheCommandOfItsButton) {
  UiBench bench;
  bench.open("upm-pay");
  bench.click("phone-pay");
  ASSERT_EQ(bench.page.asked.size(), 1U);
  auto const* act = std::get_if<intent::Act>(&bench.page.asked[0]);
  ASSERT_NE(act, nullptr);
  EXPECT_EQ(act->command.name, "openPaymentPage");
  EXPECT_EQ(bench.cursor(), 1U);
  EXPECT_EQ(bench.page.controller.playback()->timeline().branchCount(), 2U);
}

TEST(Acting, theTillTakesWhatIsTypedIntoItsFields) {
  UiBench bench;
  bench.open("upm-pay");
  bench.click("till-value");
  bench.host.press(ImGuiKey_A, ImGuiMod_Ctrl);
  bench.host.clipboard() = "250";
  bench.host.press(ImGuiKey_V, ImGuiMod_Ctrl);
  bench.click("till-ring-up");
  ASSERT_FALSE(bench.page.asked.empty());
  auto const* act = std::get_if<intent::Act>(&bench.page.asked.back());
  ASSERT_NE(act, nullptr);
  EXPECT_EQ(act->command.arguments.at("value"), "250");
  EXPECT_EQ(bench.page.controller.playback()->world().acquirer.sale->amount.amountMinor, 250);
}

TEST(Acting, thePhoneSwitchesTheRegionAndLogsOutAndIn) {
  UiBench bench;
  bench.open("upm-second-code");
  bench.page.controller.seek(bench.page.controller.playback()->length());
  bench.click("phone-region");
  EXPECT_EQ(bench.page.controller.playback()->world().walletApp.region, "SG");
  bench.click("phone-close");
  bench.click("phone-log-out");
  EXPECT_FALSE(bench.page.controller.playback()->world().walletApp.loggedIn);
  bench.click("phone-log-in");
  EXPECT_TRUE(bench.page.controller.playback()->world().walletApp.loggedIn);
}

TEST(Acting, theTillRefundsWhatIsTypedAndCancels) {
  UiBench bench;
  bench.open("upm-pay");
  bench.page.controller.seek(bench.page.controller.playback()->length());
  bench.click("till-refunding");
  bench.click("till-refund-value");
  bench.host.press(ImGuiKey_A, ImGuiMod_Ctrl);
  bench.host.clipboard() = "30";
  bench.host.press(ImGuiKey_V, ImGuiMod_Ctrl);
  bench.click("till-refund");
  auto const* act = std::get_if<intent::Act>(&bench.page.asked.back());
  ASSERT_NE(act, nullptr);
  EXPECT_EQ(act->command.name, "refund");
  EXPECT_EQ(act->command.arguments.at("value"), "30");
  bench.page.controller.seek(bench.page.controller.playback()->length());
  EXPECT_EQ(bench.page.controller.playback()->world().user.tillSays, "Paid 100 JPY, refunded 30 JPY");

  UiBench other;
  other.open("upm-pay");
  other.page.controller.seek(other.page.controller.playback()->length());
  other.click("till-cancel");
  other.page.controller.seek(other.page.controller.playback()->length());
  EXPECT_EQ(other.page.controller.playback()->world().acquirer.till, acquirer::Till::cancelled);
}

TEST(Acting, aButtonThatCannotBePressedAsksForNothing) {
  UiBench bench;
  bench.open("upm-pay");
  bench.click("back");
  bench.click("to-start");
  EXPECT_TRUE(bench.page.asked.empty());
}

TEST(Acting, textIsSelectedAndCopiedByTheByte) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.seek(10));
  bench.click("inspector-signature");
  bench.click("content-to-sign");
  bench.host.press(ImGuiKey_A, ImGuiMod_Ctrl);
  bench.host.press(ImGuiKey_C, ImGuiMod_Ctrl);
  auto const& check = bench.page.controller.playback()->timeline().record(10).signature;
  ASSERT_TRUE(check);
  EXPECT_EQ(bench.host.clipboard(), check->content);
}

TEST(Acting, aScenarioIsChosenFromTheList) {
  UiBench bench;
  bench.open("upm-pay");
  bench.click("scenario-picker");
  bench.click("scenario-upm-second-code");
  EXPECT_EQ(bench.page.controller.playback()->scenario().id, "upm-second-code");
  EXPECT_EQ(bench.page.state.dialog, ui::Dialog::none);
}

TEST(Acting, anotherBranchIsChosenFromTheList) {
  UiBench bench;
  bench.open("upm-pay");
  bench.click("phone-pay");
  EXPECT_EQ(bench.page.controller.playback()->timeline().currentBranch(), 1U);
  bench.click("branch");
  bench.click("branch-0");
  EXPECT_EQ(bench.page.controller.playback()->timeline().currentBranch(), 0U);
  EXPECT_EQ(bench.page.state.dialog, ui::Dialog::none);
}

TEST(Acting, aLoadThatFailsKeepsTheRunAndSaysWhy) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.seek(4));
  EXPECT_FALSE(bench.page.controller.loadText("{ \"id\": }", "mine.json", 1));
  bench.host.frames(2);
  ASSERT_NE(bench.page.controller.problem(), nullptr);
  EXPECT_EQ(bench.cursor(), 4U);
  EXPECT_NE(bench.page.find("problem-dismiss"), nullptr);
  bench.click("problem-dismiss");
  EXPECT_EQ(bench.page.controller.problem(), nullptr);
}

TEST(Acting, aStepIsFollowedByTheFramesThatScrollToIt) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.step());
  bench.host.frame();
  EXPECT_EQ(bench.host.wakeInMs(), 0.0);
  bench.host.frame();
  EXPECT_LT(bench.host.wakeInMs(), 0.0);
}

TEST(Acting, anIdlePageWantsNoFrames) {
  UiBench bench;
  bench.open("upm-pay");
  bench.host.frames(5);
  EXPECT_LT(bench.host.wakeInMs(), 0.0);
}

TEST(Acting, theFindersFieldHasTheKeysAsSoonAsItIsThere) {
  UiBench bench;
  bench.open("upm-pay");
  bench.page.state.dialog = ui::Dialog::commands;
  bench.page.state.finder = {};
  bench.page.state.finder.fresh = true;
  int frames = 0;
  do bench.host.frame();
  while (bench.host.wakeInMs() == 0.0 && ++frames < 20);
  EXPECT_TRUE(ImGui::GetIO().WantTextInput) << "an input method needs the real field before the first key";
  bench.host.press(ImGuiKey_Escape);
  do bench.host.frame();
  while (bench.host.wakeInMs() == 0.0 && ++frames < 40);
  EXPECT_FALSE(ImGui::GetIO().WantTextInput);
  EXPECT_LT(frames, 20) << "and then the page rests";
}

TEST(Acting, aBranchIsRenamedAndTheNameTakenBack) {
  UiBench bench;
  bench.open("upm-pay");
  bench.click("phone-pay");
  auto const name = [&] { return bench.page.controller.playback()->timeline().branchName(1); };
  std::string const before = name();
  bench.host.type("r");
  bench.host.frames(3);
  EXPECT_EQ(bench.page.state.dialog, ui::Dialog::branches);
  bench.click("branch-name-1");
  bench.host.press(ImGuiKey_A, ImGuiMod_Ctrl);
  bench.host.type("a poor wallet");
  bench.page.asked.clear();
  bench.click("branch-rename");
  EXPECT_EQ(bench.page.asked, (ui::Intents{ui::Intent{intent::RenameBranch{1, "a poor wallet"}}}));
  EXPECT_EQ(name(), "a poor wallet");
  bench.host.press(ImGuiKey_Escape);
  bench.host.press(ImGuiKey_Escape);
  bench.host.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(name(), before);
}

TEST(Acting, aNameThatIsNoneIsRefusedWithAReason) {
  ui::Controller controller;
  EXPECT_EQ(controller.renameBranch(0, "x").error().code, "NO_SCENARIO");
  ASSERT_TRUE(controller.loadBuiltin("upm-pay", 1));
  for (std::string const& name : {std::string(), std::string("  "), std::string("two\nlines"), std::string(41, 'x')}) {
    auto const renamed = controller.renameBranch(0, name);
    ASSERT_FALSE(renamed) << name;
    EXPECT_EQ(renamed.error().code, "INVALID_NAME");
  }
  EXPECT_EQ(controller.renameBranch(7, "x").error().code, "INVALID_BRANCH");
  EXPECT_TRUE(controller.renameBranch(0, std::string(40, 'x')));
}

TEST(Acting, theInspectorHasThePhonesRoomWhenItIsWanted) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_NE(bench.page.find("phone-pay"), nullptr);
  bench.click("inspector-stretch");
  bench.host.frames(2);
  EXPECT_EQ(bench.page.find("phone-pay"), nullptr);
  bench.host.type("i");
  bench.host.frames(2);
  EXPECT_NE(bench.page.find("phone-pay"), nullptr);
}

TEST(Acting, anIdleStartPageWantsNoFramesNeitherDoesADeskInFrontOfIt) {
  UiBench bench;
  bench.host.frames(5);
  ASSERT_NE(bench.page.find("start-watch"), nullptr);
  EXPECT_LT(bench.host.wakeInMs(), 0.0);
  bench.click("desk");
  bench.host.frames(5);
  EXPECT_LT(bench.host.wakeInMs(), 0.0);
  bench.open("upm-pay");
  bench.click("home");
  bench.click("desk");
  bench.host.frames(5);
  EXPECT_LT(bench.host.wakeInMs(), 0.0);
}

TEST(Announcing, saysTheStepInOneSentence) {
  UiBench bench;
  EXPECT_EQ(ui::announcement(bench.page.controller.view()), "The start page. No lesson is open.");
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.seek(10));
  std::string const said = ui::announcement(bench.page.controller.view());
  EXPECT_NE(said.find("Step 10"), said.npos) << said;
  EXPECT_NE(said.find("signature valid"), said.npos) << said;
}

}  // namespace
}  // namespace aplus::test
