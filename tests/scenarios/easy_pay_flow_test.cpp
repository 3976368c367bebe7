// What the runs of the Easy Pay scenarios show besides their own expectations.

#include <gtest/gtest.h>

#include "app/api/permalink.h"
#include "inspect/export.h"
#include "inspect/state_json.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/pay.h"
#include "scenario/playback.h"

#include <nlohmann/json.hpp>

namespace aplus::scenario {
namespace {

Playback play(std::string_view id, std::uint64_t seed = 1) {
  auto playback = Playback::load(*findBuiltin(id), seed);
  EXPECT_TRUE(playback) << playback.error().message;
  return std::move(*playback);
}

/// The pay requests that reached the wallet.
std::vector<protocol::PayRequest> payCalls(Playback const& playback) {
  std::vector<protocol::PayRequest> calls;
  for (std::size_t n = 1; n <= playback.length(); ++n) {
    Envelope const& e = playback.timeline().record(n).envelope;
    bool const meant = e.name == "pay" && e.phase == Phase::request && e.to == Party::walletServer;
    if (meant) calls.push_back(codec::decode<protocol::PayRequest>(e.message.body)->value);
  }
  return calls;
}

/// Plays until the phone shows a password, and returns it.
std::string untilPassword(Playback& playback) {
  while (!playback.world().user.sms) EXPECT_TRUE(playback.step());
  return playback.world().user.sms->otpCode;
}

// shows: ep-payment-request-id, ep-verify-order
TEST(EasyPayFlow, CallsPayThreeTimesWithTwoIds) {
  Playback const playback = play("easy-pay-first");
  auto const calls = payCalls(playback);
  ASSERT_EQ(calls.size(), 3u);
  EXPECT_NE(calls[0].paymentRequestId, calls[1].paymentRequestId);
  EXPECT_EQ(calls[1].paymentRequestId, calls[2].paymentRequestId);
  EXPECT_TRUE(calls[0].paymentFactor.isPaymentEvaluation == true);
  EXPECT_TRUE(calls[1].paymentFactor.isEasyPayScenario == true && !calls[1].paymentFactor.isPaymentEvaluation);
  EXPECT_TRUE(calls[2].paymentFactor.isVerificationAndPay == true && !calls[2].order);
  EXPECT_EQ(calls[2].authorizationInfo->referenceAgreementId, calls[2].paymentRequestId.value);
}

/// Every numbered step of a flow that a run shows, in messages or in what is done without one.
std::set<std::string> stepsShown(Playback const& playback, std::string_view flow) {
  std::set<std::string> steps;
  for (std::size_t n = 1; n <= playback.length(); ++n) {
    auto const& record = playback.timeline().record(n);
    if (record.envelope.docStep.section == flow) steps.insert(std::string(record.envelope.docStep.step));
    for (Note const& note : record.notes) {
      if (note.docStep.section == flow) steps.insert(std::string(note.docStep.step));
    }
  }
  return steps;
}

TEST(EasyPayFlow, ShowsEveryStepOfTheGuide) {
  std::set<std::string> steps;
  for (char const* id : {"easy-pay-first", "easy-pay-later", "easy-pay-resend", "easy-pay-lost-answer"}) {
    steps.merge(stepsShown(play(id), "Easy Pay"));
  }
  for (int step = 1; step <= 29; ++step) EXPECT_TRUE(steps.contains(std::to_string(step))) << step;
  std::set<std::string> binding = stepsShown(play("bind-account-pay"), "Account binding");
  for (int step = 1; step <= 20; ++step) EXPECT_TRUE(binding.contains(std::to_string(step))) << step;
}

// shows: ep-otp-secret
TEST(EasyPayFlow, ThePasswordIsInNoLinkAndNoServersState) {
  Playback playback = play("easy-pay-first");
  std::string const password = untilPassword(playback);
  ASSERT_EQ(password.size(), 6u);
  EXPECT_EQ(inspect::stateJson(playback.world(), Party::walletServer).dump().find(password), std::string::npos);
  EXPECT_NE(inspect::stateJson(playback.world(), Party::user).dump().find(password), std::string::npos)
      << "it stands on the phone";
  while (!playback.world().user.browser || playback.world().user.browser->name != "otp") ASSERT_TRUE(playback.step());
  ASSERT_TRUE(playback.command({"enterOtp", {{"otpCode", password}, {"agree", "true"}}}));
  auto const link = app::formatPermalink(playback);
  ASSERT_TRUE(link);
  EXPECT_EQ(link->find(password), std::string::npos) << *link;
  playback.runToEnd();
  EXPECT_EQ(inspect::stateJson(playback.world(), Party::user).dump().find(password), std::string::npos)
      << "another message has taken its place";
  EXPECT_EQ(inspect::stateJson(playback.world(), Party::alipayplus).dump().find(password), std::string::npos);
  auto reopened = app::openPermalink(*link);
  ASSERT_TRUE(reopened);
  reopened->runToEnd();
  EXPECT_EQ(reopened->world(), playback.world()) << "the link makes the same run";
}

TEST(EasyPayFlow, PagesCanOnlyBeTouchedWhereTheyAreShown) {
  Playback playback = play("easy-pay-first");
  playback.runToEnd();
  EXPECT_EQ(playback.command({"enterOtp", {{"otpCode", "123456"}}}).error().code, "NOT_POSSIBLE");
  EXPECT_EQ(playback.command({"confirmAccount", {}}).error().code, "NOT_POSSIBLE");
  EXPECT_EQ(playback.command({"resendOtp", {}}).error().code, "NOT_POSSIBLE");
  EXPECT_EQ(playback.command({"choosePaymentMethod", {{"method", "easyPay"}}}).error().code, "NOT_POSSIBLE");
}

}  // namespace
}  // namespace aplus::scenario
