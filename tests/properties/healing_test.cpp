// Whatever a person and the network do: once the network heals everything is known to everybody, and the money
// is where it belongs.

#include <gtest/gtest.h>

#include "invariants/invariants.h"
#include "scenario/scenario.h"
#include "timeline/timeline.h"

namespace aplus::timeline {
namespace {

using protocol::ResultStatus;

user::Command randomCommand(Rng& rng) {
  switch (rng.below(9)) {
    case 0: return {"openPaymentPage", {{"region", "JP"}}};
    case 1: return {"refreshPaymentCode", {}};
    case 2:
    case 3: return {"ringUp", {{"value", std::to_string(1 + rng.below(900))}, {"currency", "JPY"}}};
    case 4: return {"cancelPayment", {}};
    case 5: return {"refund", {{"value", std::to_string(1 + rng.below(400))}}};
    default: return {"presentPaymentCode", {}};
  }
}

/// Loss, delay, repetition and forgery, mostly of what moves money.
network::FaultRule randomFault(Rng& rng) {
  static constexpr std::string_view kNames[] = {"pay", "inquiryPayment", "cancelPayment", "refund",
                                                "notifyPayment", "applyToken", ""};
  network::FaultRule rule;
  rule.kind = network::FaultKind(rng.below(4));
  rule.match.name = kNames[std::size_t(rng.below(std::size(kNames)))];
  rule.match.phase = rng.below(2) == 0 ? Phase::request : Phase::response;
  rule.nth = std::int32_t(1 + rng.below(3));
  rule.times = std::int32_t(1 + rng.below(6));
  rule.delayMs = std::int64_t(rng.below(90'000));
  if (rng.below(2) == 0) {
    rule.part = network::Part::header;
    rule.header = rng.below(2) == 0 ? "Signature" : "Client-Id";
  }
  rule.find = "S";
  rule.replace = "X";
  return rule;
}

scenario::Scenario roughWorld(Rng& rng) {
  auto scenario = *scenario::findBuiltin("upm-pay");
  scenario.steps.clear();
  scenario.setup.wallet.conduct.processing.answer = wallet::server::Answer(rng.below(3));
  scenario.setup.wallet.conduct.processing.decideAfterMs = std::int64_t(rng.below(120)) * kSecondMs;
  for (int i = 0; i < 6; ++i) scenario.setup.faults.push_back(randomFault(rng));
  return scenario;
}

/// Lets what is due happen, at most so many steps.
void live(Timeline& run, std::uint64_t steps) {
  for (; steps > 0 && !run.world().queue.empty(); --steps) ASSERT_TRUE(run.append(DeliverNext{}));
}

void expectInvariants(Timeline const& run, std::uint64_t seed) {
  for (Check const& check : invariants::checkAll(run)) {
    ASSERT_TRUE(check.ok) << "seed " << seed << ": " << check.subject << ": " << check.text;
  }
}

/// Nothing is open on any side, and all sides say the same.
void expectAllKnown(World const& world, std::uint64_t seed) {
  std::int64_t balance = 50000;
  for (auto const& [id, payment] : world.alipayplus.payments) {
    EXPECT_EQ(payment.stage, alipayplus::Stage::done) << "seed " << seed << " " << id.value;
    EXPECT_NE(payment.result.resultStatus, ResultStatus::U) << "seed " << seed;
    if (payment.result.success()) balance -= payment.payToAmount.amountMinor;
  }
  for (auto const& [id, refund] : world.alipayplus.refunds) {
    EXPECT_NE(refund.result.resultStatus, ResultStatus::U) << "seed " << seed;
    if (refund.result.success()) balance += refund.refundFromAmount.amountMinor;
  }
  for (auto const& [id, order] : world.acquirer.orders) {
    EXPECT_FALSE(order.cancelling) << "seed " << seed;
    EXPECT_NE(order.result.resultStatus, ResultStatus::U) << "seed " << seed << " " << id.value;
    auto const known = world.alipayplus.payments.find(id);
    bool const paid = known != world.alipayplus.payments.end() && known->second.result.success();
    EXPECT_EQ(order.result.success(), paid) << "seed " << seed << " " << id.value;
    for (auto const& [refundId, refund] : order.refunds) {
      EXPECT_NE(refund.result.resultStatus, ResultStatus::U) << "seed " << seed;
    }
  }
  for (auto const& [id, payment] : world.walletServer.payments) {
    EXPECT_FALSE(payment.inProcess()) << "seed " << seed;
  }
  EXPECT_EQ(world.walletServer.ledger.balance("user:2160220000000001").amountMinor, balance) << "seed " << seed;
}

// shows: upm-lost-answer, upm-inquiry-polling, upm-cancel-expiry, upm-cancel-late-success, upm-refund-idempotent
TEST(Healing, NothingStaysUnknownAndNobodyPaysTwice) {
  int payments = 0;
  int undone = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Rng rng(seed);
    auto const scenario = roughWorld(rng);
    Timeline run(scenario::makeWorld(scenario, seed));
    for (int i = 0; i < 30; ++i) {
      if (auto const command = randomCommand(rng); possible(run.world(), command)) {
        ASSERT_TRUE(run.append(command));
      }
      live(run, rng.below(60));
    }
    expectInvariants(run, seed);

    World healed = run.world();
    healed.network.faults.clear();
    Timeline after(healed);
    ASSERT_TRUE(after.append(user::Command{"closePaymentPage", {}}));
    SimTime const end = healed.now + 2 * kHourMs;
    while (!after.world().queue.empty() && after.world().queue.begin()->first.first <= end) {
      ASSERT_TRUE(after.append(DeliverNext{}));
    }
    expectAllKnown(after.world(), seed);
    payments += int(after.world().alipayplus.payments.size());
    for (auto const& [id, payment] : after.world().alipayplus.payments) undone += payment.cancelled ? 1 : 0;
  }
  EXPECT_GT(payments, 60) << "the test must not run dry";
  EXPECT_GT(undone, 10);
}

}  // namespace
}  // namespace aplus::timeline
