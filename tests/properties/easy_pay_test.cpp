// Whatever order the calls of Easy Pay, passwords, and the network's faults come in: nothing is taken before a right
// password, nothing twice, and once the network heals nothing is unknown.

#include <gtest/gtest.h>

#include "invariants/invariants.h"
#include "scenario/scenario.h"
#include "timeline/timeline.h"

namespace aplus::timeline {
namespace {

using protocol::ResultStatus;

constexpr std::int64_t kBalance = 1'000'000;

user::Command randomCommand(Rng& rng) {
  switch (rng.below(14)) {
    case 0:
    case 1: return {"checkOut", {{"value", std::to_string(1 + rng.below(9000))}, {"currency", "HKD"}}};
    case 2:
    case 3: return {"choosePaymentMethod", {{"method", "easyPay"}}};
    case 4: return {"choosePaymentMethod", {{"method", "bindAccount"}}};
    case 5: return {"choosePaymentMethod", {{"method", "storedToken"}}};
    case 6:
    case 7: return {"confirmAccount", {}};
    case 8: return {"enterOtp", {{"otpCode", "00000" + std::to_string(rng.below(10))}}};
    case 9:
    case 10: return {"enterOtp", {{"agree", rng.below(2) == 0 ? "true" : "false"}}};
    case 11: return {"resendOtp", {}};
    case 12: return {rng.below(2) == 0 ? "unbindAccount" : "unbindMerchant", {}};
    default: return {"cancelPayment", {}};
  }
}

network::FaultRule randomFault(Rng& rng) {
  static constexpr std::string_view kNames[] = {"pay",        "pay",     "inquiryPayment", "cancelPayment", "notifyPayment",
                                                "authNotify", "sendOTP", "applyToken",     "prepare",       "sendSms"};
  network::FaultRule rule;
  rule.kind = network::FaultKind(rng.below(4));
  rule.match.name = kNames[std::size_t(rng.below(std::size(kNames)))];
  if (rule.match.name != "sendSms") rule.match.phase = rng.below(2) == 0 ? Phase::request : Phase::response;
  if (rule.match.name == "sendSms") rule.kind = network::FaultKind::drop;
  rule.nth = std::int32_t(1 + rng.below(5));
  rule.times = std::int32_t(1 + rng.below(3));
  rule.delayMs = std::int64_t(rng.below(60'000));
  rule.find = "S";
  rule.replace = "X";
  return rule;
}

scenario::Scenario roughWorld(Rng& rng) {
  auto scenario = *scenario::findBuiltin("easy-pay-first");
  scenario.steps.clear();
  scenario.expectations.clear();
  scenario.setup.wallet.balance.amountMinor = kBalance;
  scenario.setup.wallet.conduct.processing.answer = wallet::server::Answer(rng.below(4) == 0 ? 1 : 0);
  scenario.setup.easyPay.otpRules.triesPerUser = 1000;
  scenario.setup.easyPay.shopAsksForLoginId = rng.below(3) != 0;
  if (rng.below(4) == 0) scenario.setup.easyPay.mistake = alipayplus::EasyPayMistake(rng.below(6));
  for (std::uint64_t i = rng.below(5); i > 0; --i) scenario.setup.faults.push_back(randomFault(rng));
  return scenario;
}

/// What is due soon happens; sometimes minutes go by.
void live(Timeline& run, Rng& rng) {
  SimTime const until = run.world().now + std::int64_t(rng.below(8) == 0 ? rng.below(300'000) : rng.below(3'000));
  while (!run.world().queue.empty() && run.world().queue.begin()->first.first <= until) {
    ASSERT_TRUE(run.append(DeliverNext{}));
  }
}

/// Commands in an order that a person might give them, so that runs get somewhere; and now and then any other.
user::Command likelyCommand(World const& world, Rng& rng) {
  if (rng.below(5) == 0 || !world.user.browser) return randomCommand(rng);
  std::string const& page = world.user.browser->name;
  if (page == "checkout") {
    static constexpr char const* kMethods[] = {"easyPay", "easyPay", "storedToken", "bindAccount"};
    return {"choosePaymentMethod", {{"method", kMethods[rng.below(4)]}}};
  }
  if (page == "account") return {"confirmAccount", {}};
  if (page == "otp") return rng.below(4) == 0 ? randomCommand(rng) : user::Command{"enterOtp", {{"agree", "true"}}};
  return {"checkOut", {{"value", std::to_string(1 + rng.below(9000))}, {"currency", "HKD"}}};
}

void expectInvariants(Timeline const& run, std::uint64_t seed) {
  for (Check const& check : invariants::checkAll(run)) {
    ASSERT_TRUE(check.ok) << "seed " << seed << ": " << check.subject << ": " << check.text;
  }
}

void expectAllKnown(World const& world, std::uint64_t seed) {
  std::int64_t balance = kBalance;
  for (auto const& [id, payment] : world.alipayplus.payments) {
    EXPECT_EQ(payment.stage, alipayplus::Stage::done) << "seed " << seed << " " << id.value;
    EXPECT_NE(payment.result.resultStatus, ResultStatus::U) << "seed " << seed << " " << id.value;
    if (payment.result.success()) balance -= payment.payToAmount.amountMinor;
  }
  for (auto const& [id, order] : world.acquirer.orders) {
    EXPECT_NE(order.result.resultStatus, ResultStatus::U) << "seed " << seed << " " << id.value;
    auto const known = world.alipayplus.payments.find(id);
    bool const paid = known != world.alipayplus.payments.end() && known->second.result.success();
    EXPECT_EQ(order.result.success(), paid) << "seed " << seed << " " << id.value;
  }
  for (auto const& [id, payment] : world.walletServer.payments) {
    EXPECT_FALSE(payment.inProcess()) << "seed " << seed << " " << id.value;
  }
  EXPECT_EQ(world.walletServer.ledger.balance("user:2160220000000001").amountMinor, balance) << "seed " << seed;
}

/// One payment at most for each order, and none of an Easy Pay order without its password.
void expectSingleDebits(World const& world, std::uint64_t seed) {
  std::map<PaymentRequestId, int> debits;
  for (auto const& movement : world.walletServer.ledger.movements()) {
    if (movement.purpose == wallet::server::Purpose::payment) ++debits[movement.paymentRequestId];
  }
  for (auto const& [id, count] : debits) EXPECT_EQ(count, 1) << "seed " << seed << " " << id.value;
}

// shows: ep-money, ep-order-unknown, ep-verify-repeated, ep-order-repeated
TEST(EasyPayStorm, TakesNothingBeforeAPasswordNothingTwiceAndLeavesNothingUnknown) {
  int paid = 0;
  int byToken = 0;
  int failed = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Rng rng(seed);
    auto const scenario = roughWorld(rng);
    Timeline run(scenario::makeWorld(scenario, seed));
    for (int i = 0; i < 60; ++i) {
      if (auto const command = likelyCommand(run.world(), rng); possible(run.world(), command)) {
        ASSERT_TRUE(run.append(command));
      }
      live(run, rng);
    }
    expectInvariants(run, seed);

    World healed = run.world();
    healed.network.faults.clear();
    Timeline after(healed);
    SimTime const end = healed.now + 3 * kHourMs;
    while (!after.world().queue.empty() && after.world().queue.begin()->first.first <= end) {
      ASSERT_TRUE(after.append(DeliverNext{}));
    }
    expectAllKnown(after.world(), seed);
    expectSingleDebits(after.world(), seed);
    for (auto const& [id, payment] : after.world().alipayplus.payments) {
      bool const token = after.world().alipayplus.easyPay.paidBy.contains(id);
      (payment.result.success() ? token ? byToken : paid : failed) += 1;
    }
    if (::testing::Test::HasFailure()) break;
  }
  EXPECT_GT(paid, 30) << "the test must not run dry";
  EXPECT_GT(byToken, 10);
  EXPECT_GT(failed, 30);
}

}  // namespace
}  // namespace aplus::timeline
