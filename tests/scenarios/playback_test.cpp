#include "scenario/playback.h"

#include <gtest/gtest.h>

namespace aplus::scenario {
namespace {

Playback load(std::string_view id = "upm-pay") { return *Playback::load(*findBuiltin(id), 1); }

TEST(Playback, StartsAtTheBeginningAndKnowsItsLength) {
  Playback playback = load();
  EXPECT_EQ(playback.cursor(), 0u);
  EXPECT_GT(playback.length(), 20u);
  EXPECT_FALSE(playback.finished());
  EXPECT_FALSE(playback.back());
  EXPECT_TRUE(playback.step());
  EXPECT_EQ(playback.cursor(), 1u);
  playback.runToEnd();
  EXPECT_TRUE(playback.finished());
  EXPECT_FALSE(playback.step());
  EXPECT_EQ(playback.seek(playback.length() + 1).error().code, "INVALID_STEP");
}

TEST(Playback, TellsWhichScriptStepAStepBelongsTo) {
  Playback const playback = load();
  EXPECT_EQ(playback.scriptStep(0), std::nullopt);
  EXPECT_EQ(playback.scriptStep(1), 0u);
  EXPECT_EQ(playback.scriptStep(2), 1u);
  EXPECT_EQ(playback.scriptStep(3), 2u);
  EXPECT_EQ(playback.scriptStep(playback.length()), 6u);
}

TEST(Playback, ActingInThePastStartsABranchAndKeepsTheOldFuture) {
  Playback playback = load();
  std::size_t const oldLength = playback.length();
  auto const oldDigest = [&] {
    Playback copy = playback;
    copy.runToEnd();
    return copy.timeline().digest();
  }();
  while (playback.world().walletApp.screen != wallet::app::Screen::paymentCode) {
    ASSERT_TRUE(playback.step());
  }
  std::size_t const at = playback.cursor();
  ASSERT_TRUE(playback.command({"refreshPaymentCode", {}}));
  EXPECT_EQ(playback.timeline().branchCount(), 2u);
  EXPECT_EQ(playback.timeline().currentBranch(), 1u);
  EXPECT_EQ(playback.timeline().branchForkedAt(1), at);
  EXPECT_EQ(playback.cursor(), at + 1);
  ASSERT_EQ(playback.edits().size(), 1u);
  EXPECT_EQ(playback.edits()[0], (Edit{at, {"refreshPaymentCode", {}}}));
  EXPECT_GT(playback.length(), oldLength) << "the script goes on after the person's own step";
  playback.runToEnd();
  EXPECT_EQ(playback.world().acquirer.till, acquirer::Till::paid);
  for (Check const& check : playback.invariants()) EXPECT_TRUE(check.ok) << check.subject;

  playback.switchTo(0);
  EXPECT_EQ(playback.cursor(), at) << "both branches agree up to there";
  playback.runToEnd();
  EXPECT_EQ(playback.length(), oldLength);
  EXPECT_EQ(playback.timeline().digest(), oldDigest);
}

TEST(Playback, ACommandAtTheEndGoesOnOnTheSameBranch) {
  Playback playback = load();
  playback.runToEnd();
  std::size_t const length = playback.length();
  ASSERT_TRUE(playback.command({"openPaymentPage", {}}));
  EXPECT_EQ(playback.timeline().branchCount(), 1u);
  EXPECT_EQ(playback.cursor(), length + 1);
  playback.runToEnd();
  EXPECT_EQ(playback.world().walletApp.screen, wallet::app::Screen::paymentCode);
  EXPECT_EQ(playback.scriptStep(playback.length()), std::nullopt);
}

TEST(Playback, ARefusedCommandChangesNothing) {
  Playback playback = load();
  auto const world = playback.world();
  EXPECT_EQ(playback.command({"presentPaymentCode", {}}).error().code, "NOT_POSSIBLE");
  EXPECT_EQ(playback.command({"fly", {}}).error().code, "UNKNOWN_COMMAND");
  EXPECT_EQ(playback.command({"ringUp", {{"value", "1"}}}).error().code, "INVALID_ARGUMENT");
  EXPECT_EQ(playback.command({"openPaymentPage", {{"a", "b"}}}).error().code, "INVALID_ARGUMENT");
  EXPECT_EQ(playback.timeline().branchCount(), 1u);
  EXPECT_EQ(playback.world(), world);
  EXPECT_EQ(playback.cursor(), 0u);
}

TEST(Playback, ABranchOnWhichTheScriptMakesNoSenseStopsThereAndSaysWhy) {
  Playback playback = load();
  while (playback.world().walletApp.screen != wallet::app::Screen::paymentCode) {
    ASSERT_TRUE(playback.step());
  }
  while (!playback.world().user.codeOnPhone) ASSERT_TRUE(playback.step());
  ASSERT_TRUE(playback.command({"closePaymentPage", {}}));
  EXPECT_NE(playback.scriptStopped().find("'scan'"), std::string::npos) << playback.scriptStopped();
  playback.runToEnd();
  EXPECT_EQ(playback.world().walletApp.screen, wallet::app::Screen::home);
}

TEST(Playback, TheSameEditsGiveTheSameRun) {
  Playback first = load();
  ASSERT_TRUE(first.seek(12));
  ASSERT_TRUE(first.command({"ringUp", {{"value", "7"}, {"currency", "JPY"}}}));
  ASSERT_TRUE(first.seek(20));
  ASSERT_TRUE(first.command({"ringUp", {{"value", "8"}, {"currency", "JPY"}}}));
  Playback second = load();
  for (Edit const& edit : first.edits()) {
    ASSERT_TRUE(second.seek(edit.at));
    ASSERT_TRUE(second.command(edit.command));
  }
  first.runToEnd();
  second.runToEnd();
  EXPECT_EQ(first.timeline().digest(), second.timeline().digest());
  EXPECT_EQ(first.world(), second.world());
  EXPECT_EQ(first.world().acquirer.orders.begin()->second.sale.amount, (Money{7, "JPY"}));
  EXPECT_EQ(first.world().acquirer.sale->amount, (Money{8, "JPY"}));
}

TEST(Playback, TheCodeOnThePhoneIsRefreshedBeforeItEnds) {
  Playback playback = load("upm-second-code");
  playback.runToEnd();
  auto const& code = playback.world().walletApp.code;
  ASSERT_TRUE(code);
  EXPECT_GT(code->expiresAt, playback.world().now);
  EXPECT_EQ(playback.world().user.codeOnPhone, code->paymentCode);
}

}  // namespace
}  // namespace aplus::scenario
