// What the till and the acquirer do after a payment, over whole runs with a network that fails.

#include <algorithm>

#include <gtest/gtest.h>

#include "participants/acquirer/alipayplus_line.h"
#include "scenario/playback.h"

namespace aplus {
namespace {

using network::FaultKind;
using scenario::Playback;

network::FaultRule rule(Party to, std::string name, Phase phase, FaultKind kind, std::int32_t times = 1) {
  network::FaultRule fault;
  fault.match.to = to;
  fault.match.name = std::move(name);
  fault.match.phase = phase;
  fault.kind = kind;
  fault.times = times;
  return fault;
}

/// The published flow with faults, then so much time.
Playback runWith(std::vector<network::FaultRule> faults, std::vector<user::Command> commands, std::int64_t ms) {
  auto scenario = *scenario::findBuiltin("upm-pay");
  scenario.setup.faults = std::move(faults);
  scenario.steps.resize(5);  // up to the scan
  int n = 0;
  for (user::Command const& command : commands) {
    scenario.steps.push_back({"wait-" + std::to_string(++n), "", scenario::RunFor{kSecondMs}});
    scenario.steps.push_back({"command-" + std::to_string(n), "", command});
  }
  scenario.steps.push_back({"end", "", scenario::RunFor{ms}});
  auto playback = Playback::load(scenario, 1);
  EXPECT_TRUE(playback) << playback.error().message;
  playback->runToEnd();
  for (Check const& check : playback->invariants()) EXPECT_TRUE(check.ok) << check.subject << ": " << check.text;
  return std::move(*playback);
}

acquirer::Order const& orderOf(Playback const& playback) {
  return playback.world().acquirer.orders.begin()->second;
}

std::int64_t spent(Playback const& playback) {
  return 50000 - playback.world().walletServer.ledger.balance("user:2160220000000001").amountMinor;
}

TEST(Acquirer, AsksLaterAndLater) {
  std::vector<std::int64_t> seconds;
  for (std::int32_t done = 0; done < 12; ++done) seconds.push_back(acquirer::retryDelayMs(done) / kSecondMs);
  EXPECT_EQ(seconds, (std::vector<std::int64_t>{2, 2, 3, 3, 5, 5, 10, 10, 10, 10, 60, 60}));
}

// shows: upm-lost-answer
TEST(Acquirer, InquiresWhenItsAnswerIsLost) {
  auto const playback = runWith({rule(Party::acquirer, "pay", Phase::response, FaultKind::drop),
                                 rule(Party::acquirer, "notifyPayment", Phase::request, FaultKind::drop)},
                                {}, 20 * kSecondMs);
  EXPECT_TRUE(orderOf(playback).result.success());
  EXPECT_EQ(orderOf(playback).inquiries, 1);
  EXPECT_EQ(spent(playback), 1000);
}

// shows: acq-notice-when
TEST(Acquirer, LearnsByTheNotificationWhatAnAnswerShouldHaveTold) {
  auto const playback = runWith({rule(Party::acquirer, "pay", Phase::response, FaultKind::drop)}, {}, 20 * kSecondMs);
  EXPECT_TRUE(orderOf(playback).result.success());
  EXPECT_EQ(orderOf(playback).inquiries, 0) << "the notification was faster";
}

TEST(Acquirer, CancelsWhatAlipayplusNeverGot) {
  auto const playback = runWith({rule(Party::alipayplus, "pay", Phase::request, FaultKind::drop)}, {}, 20 * kSecondMs);
  EXPECT_TRUE(orderOf(playback).cancelled);
  EXPECT_EQ(playback.world().acquirer.till, acquirer::Till::cancelled);
  EXPECT_EQ(spent(playback), 0);
}

TEST(Acquirer, ACopyThatComesAfterTheCancellationDoesNothing) {
  auto fault = rule(Party::alipayplus, "pay", Phase::request, FaultKind::delay);
  fault.delayMs = 20 * kSecondMs;
  auto const playback = runWith({fault}, {}, 40 * kSecondMs);
  EXPECT_TRUE(orderOf(playback).cancelled);
  EXPECT_EQ(spent(playback), 0);
}

// shows: upm-cancel-any
TEST(Acquirer, CancelsAgainUntilItIsAnswered) {
  auto const playback = runWith({rule(Party::acquirer, "cancelPayment", Phase::response, FaultKind::drop, 2)},
                                {{"cancelPayment", {}}}, kMinuteMs);
  EXPECT_TRUE(orderOf(playback).cancelled);
  EXPECT_EQ(orderOf(playback).cancelAttempts, 3);
  EXPECT_EQ(spent(playback), 0);
}

// shows: upm-refund-idempotent, upm-refund-partial
TEST(Acquirer, RefundsWithTheSameIdUntilItIsAnswered) {
  auto const playback = runWith({rule(Party::acquirer, "refund", Phase::response, FaultKind::drop, 2)},
                                {{"refund", {{"value", "30"}}}}, kMinuteMs);
  ASSERT_EQ(orderOf(playback).refunds.size(), 1u);
  EXPECT_EQ(acquirer::refunded(orderOf(playback)), (Money{30, "JPY"}));
  EXPECT_EQ(spent(playback), 700);
  EXPECT_EQ(playback.world().user.tillSays, "Paid 100 JPY, refunded 30 JPY");
}

// shows: upm-refund-partial
TEST(Acquirer, LearnsThatARefundIsTooMuch) {
  auto const playback = runWith({}, {{"refund", {{"value", "70"}}}, {"refund", {{"value", "31"}}}, {"refund", {}}}, kMinuteMs);
  std::vector<std::string> codes;
  for (auto const& [id, refund] : orderOf(playback).refunds) codes.push_back(refund.result.resultCode);
  std::sort(codes.begin(), codes.end());
  EXPECT_EQ(codes, (std::vector<std::string>{"REFUND_AMOUNT_EXCEED", "SUCCESS", "SUCCESS"}));
  EXPECT_EQ(spent(playback), 0) << "the last one gives back what is left";
}

TEST(Acquirer, HasNothingToCancelOrRefundBeforeASale) {
  auto playback = *Playback::load(*scenario::findBuiltin("upm-pay"), 1);
  ASSERT_TRUE(playback.seek(0));
  for (char const* name : {"cancelPayment", "refund"}) {
    auto world = playback.world();
    ASSERT_TRUE(timeline::advance(world, user::Command{name, {}}));
    EXPECT_TRUE(world.acquirer.pending.empty());
  }
}

}  // namespace
}  // namespace aplus
