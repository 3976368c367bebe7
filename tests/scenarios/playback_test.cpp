#include "scenario/playback.h"

#include <algorithm>

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
  EXPECT_EQ(playback.edits()[0], (Edit{at, user::Command{"refreshPaymentCode", {}}}));
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

TEST(Playback, TheNextDeadlineIsTheNextTimerOfTheRun) {
  Playback playback = load("upm-lost-answer");
  ASSERT_TRUE(playback.advanceToNextDeadline());
  EXPECT_EQ(playback.timeline().record(playback.cursor()).envelope.kind, Kind::timer);
  EXPECT_LT(playback.cursor(), playback.length());
  EXPECT_TRUE(playback.edits().empty()) << "the run had it already";
  EXPECT_EQ(playback.timeline().branchCount(), 1u);
}

TEST(Playback, AtTheEndTimeGoesOnToTheNextDeadline) {
  Playback playback = load("upm-second-code");
  playback.runToEnd();
  std::size_t const end = playback.length();
  SimTime const before = playback.world().now;
  ASSERT_TRUE(playback.advanceToNextDeadline());
  EXPECT_EQ(playback.cursor(), end + 1);
  EXPECT_EQ(playback.timeline().record(end + 1).envelope.kind, Kind::timer);
  EXPECT_GT(playback.world().now, before);
  EXPECT_EQ(playback.timeline().branchCount(), 1u) << "the future was open";
  ASSERT_EQ(playback.edits().size(), 1u);
  EXPECT_EQ(playback.edits()[0], (Edit{end, RunUntilTimer{}}));
  playback.runToEnd();
  EXPECT_FALSE(timeline::messagesInFlight(playback.world())) << "what follows has come to rest";

  Playback again = load("upm-second-code");
  ASSERT_TRUE(again.seek(playback.edits()[0].at));
  ASSERT_TRUE(again.apply(playback.edits()[0].change));
  again.runToEnd();
  EXPECT_EQ(again.timeline().digest(), playback.timeline().digest());
}

TEST(Playback, WithoutATimerThereIsNoDeadline) {
  Playback playback = load();
  for (int i = 0; i < 200; ++i) {
    playback.runToEnd();
    bool const more = std::any_of(playback.world().queue.begin(), playback.world().queue.end(),
                                  [](auto const& entry) { return std::holds_alternative<Timer>(entry.second); });
    auto const done = playback.advanceToNextDeadline();
    EXPECT_EQ(done.has_value(), more);
    if (more) continue;
    EXPECT_EQ(done.error().code, "NOT_POSSIBLE");
    EXPECT_TRUE(playback.finished());
    return;
  }
}

/// After a jump into the middle the deadlines come one by one, up to the last; what it brings about follows it.
TEST(Playback, DeadlinesGoOnFromWhereOneJumpedTo) {
  Playback playback = load("acq-cashier-countdown");
  auto const view = [&] { return playback.world().user.browser ? playback.world().user.browser->texts.at("view") : ""; };
  std::size_t shown = 0;
  while (true) {
    ASSERT_TRUE(playback.seek(++shown));
    auto const& page = playback.world().user.browser;
    if (page && page->texts.contains("view") && page->texts.at("view") == "code") break;
  }
  SimTime const end = *parseIso8601(playback.world().user.browser->texts.at("expiresAt"));
  int deadlines = 0;
  while (playback.world().now + kSecondMs < end) {
    ASSERT_TRUE(playback.advanceToNextDeadline()) << "after " << deadlines;
    ++deadlines;
    EXPECT_EQ(playback.timeline().record(playback.cursor()).envelope.kind, Kind::timer);
  }
  EXPECT_GT(deadlines, 5) << "the acquirer inquires meanwhile";
  EXPECT_EQ(playback.timeline().record(playback.cursor()).envelope.name, "orderCodeExpires");
  EXPECT_EQ(view(), "code") << "the page hears of it next";
  EXPECT_EQ(playback.advanceToNextDeadline().error().code, "NOT_POSSIBLE") << "it was the last";
  ASSERT_TRUE(playback.step());
  EXPECT_EQ(view(), "closed");
}

TEST(Playback, AScriptMayWaitForATimer) {
  Scenario scenario = *findBuiltin("upm-pay");
  scenario.steps.resize(4);  // a code is shown, and will be replaced in time
  scenario.expectations.clear();
  scenario.steps.push_back({"next-code", "", RunUntilTimer{}});
  auto playback = Playback::load(scenario, 1);
  ASSERT_TRUE(playback) << playback.error().message;
  playback->runToEnd();
  EXPECT_EQ(playback->scriptStep(playback->length()), scenario.steps.size() - 1);
  // Acting within it starts a branch on which the script still comes to its end.
  ASSERT_TRUE(playback->seek(5));
  ASSERT_TRUE(playback->command({"ringUp", {{"value", "7"}, {"currency", "JPY"}}}));
  EXPECT_EQ(playback->scriptStopped(), "");
  playback->runToEnd();
  EXPECT_EQ(playback->scriptStep(playback->length()), scenario.steps.size() - 1);
}

TEST(Timeline, TheWorldOfAnyStepIsSeenFromAnyOther) {
  Playback playback = load();
  std::vector<timeline::World> worlds{playback.world()};
  while (playback.step()) worlds.push_back(playback.world());
  for (std::size_t cursor : {std::size_t(0), playback.length() / 2, playback.length()}) {
    ASSERT_TRUE(playback.seek(cursor));
    for (std::size_t n = 0; n < worlds.size(); ++n) EXPECT_EQ(playback.timeline().worldAt(n), worlds[n]) << n;
    EXPECT_EQ(playback.cursor(), cursor);
  }
}

TEST(Timeline, BranchesShareWhatCameBeforeTheyParted) {
  Playback playback = load();
  std::size_t const length = playback.length();
  ASSERT_TRUE(playback.seek(7));
  ASSERT_TRUE(playback.command({"ringUp", {{"value", "7"}, {"currency", "JPY"}}}));
  EXPECT_EQ(playback.timeline().sharedWith(0), 7u);
  EXPECT_EQ(playback.timeline().sharedWith(1), playback.length());
  EXPECT_EQ(playback.timeline().lengthOf(0), length);
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
    ASSERT_TRUE(second.apply(edit.change));
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
