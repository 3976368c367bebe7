// That the invariants of the acquirer's books, and of all three together, see it when something is wrong.

#include <gtest/gtest.h>

#include "invariants/invariants.h"
#include "participants/acquirer/books.h"
#include "scenario/playback.h"

namespace aplus {
namespace {

using scenario::Playback;

Playback played(std::string_view id) {
  auto playback = *Playback::load(*scenario::findBuiltin(id), 1);
  playback.runToEnd();
  return playback;
}

std::int64_t merchantOf(timeline::World const& world) {
  auto const& own = world.acquirer;
  return own.ledger.balance(acquirer::merchantAccount(own.merchant, "JPY")).amountMinor;
}

std::vector<std::string> purposes(timeline::World const& world) {
  std::vector<std::string> all;
  for (Movement const& movement : world.acquirer.ledger.movements()) {
    all.push_back(std::string(name(movement.purpose)) + " " + format(movement.amount));
  }
  return all;
}

// shows: acq-books
TEST(AcquirerBooks, HoldOrdersRefundsAndCancellations) {
  using Strings = std::vector<std::string>;
  EXPECT_EQ(purposes(played("upm-pay").world()), (Strings{"payment 100 JPY"}));
  EXPECT_EQ(purposes(played("upm-cancel-after-success").world()), (Strings{"payment 100 JPY", "cancel 100 JPY"}));
  Playback const refunded = played("upm-refund-full");
  EXPECT_EQ(purposes(refunded.world()), (Strings{"payment 100 JPY", "refund 100 JPY"}));
  EXPECT_EQ(merchantOf(refunded.world()), 0);
  EXPECT_TRUE(purposes(played("upm-balance-not-enough").world()).empty());
}

std::map<std::string, std::int64_t> payables(acquirer::State const& own) {
  std::map<std::string, std::int64_t> all;
  for (auto const& [day, settlement] : own.settlements) all[day] = payable(settlement).amountMinor;
  return all;
}

using Payables = std::map<std::string, std::int64_t>;

// shows: acq-settlement
TEST(Settlements, HoldWhatBecameFinalOnADay) {
  EXPECT_EQ(payables(played("upm-pay").world().acquirer), (Payables{{"2025-01-15 JPY", 100}}));
  auto const refunded = played("upm-refund-full").world().acquirer;
  ASSERT_EQ(payables(refunded), (Payables{{"2025-01-15 JPY", 100}, {"2025-01-16 JPY", -100}})) << "refunded the next day";
  auto const& refunds = refunded.settlements.at("2025-01-16 JPY").entries;
  ASSERT_EQ(refunds.size(), 1u);
  EXPECT_EQ(refunds[0].purpose, Purpose::refund);
  EXPECT_EQ(refunds[0].refundRequestId, refunded.orders.begin()->second.refunds.begin()->first);
  EXPECT_TRUE(payables(played("upm-balance-not-enough").world().acquirer).empty());
  EXPECT_TRUE(payables(played("upm-cancel-after-success").world().acquirer).empty()) << "cancelled, so not settled";
}

/// An acquirer's state with one order that was paid at noon of 2025-01-15, and partly refunded the next day.
class PaidAtNoon : public testing::Test {
 protected:
  PaidAtNoon() {
    order_.sale.amount = {100, "JPY"};
    order_.paymentRequestId = PaymentRequestId{"p"};
    order_.result = protocol::makeResult("SUCCESS");
    keepBooks(own_, order_, 1, kNoon);
  }

  void refund(std::int64_t minor, SimTime now) {
    acquirer::Refund& refund = order_.refunds[RefundRequestId{"r"}];
    refund.amount = {minor, "JPY"};
    refund.result = protocol::makeResult("SUCCESS");
    keepBooks(own_, order_, 2, now);
  }

  void cancel(SimTime now) {
    order_.result = protocol::makeResult("ORDER_IS_CLOSED");
    keepBooks(own_, order_, 3, now);
  }

  static constexpr SimTime kNoon{1'736'913'600'000};  // 2025-01-15T12:00:00+08:00
  static constexpr SimTime kClosed{kNoon.ms + 12 * kHourMs + 15 * kMinuteMs};
  acquirer::State own_;
  acquirer::Order order_;
};

// shows: acq-settlement
TEST_F(PaidAtNoon, IsNotSettledWhenItIsCancelledInTime) {
  cancel({kClosed.ms - 1});
  EXPECT_EQ(payables(own_), Payables{});
  EXPECT_EQ(settledFor(own_, order_.paymentRequestId), 0);
}

// shows: acq-settlement
TEST_F(PaidAtNoon, IsTakenBackWithALaterDayWhenItsOwnIsClosed) {
  cancel(kClosed);
  EXPECT_EQ(payables(own_), (Payables{{"2025-01-15 JPY", 100}, {"2025-01-16 JPY", -100}}));
  EXPECT_EQ(settledFor(own_, order_.paymentRequestId), 0);
}

// shows: acq-settlement
TEST_F(PaidAtNoon, IsRefundedWithTheDayOfTheRefund) {
  refund(30, kNoon + kDayMs);
  EXPECT_EQ(payables(own_), (Payables{{"2025-01-15 JPY", 100}, {"2025-01-16 JPY", -30}}));
  keepBooks(own_, order_, 4, kNoon + 2 * kDayMs);
  EXPECT_EQ(settledFor(own_, order_.paymentRequestId), 70) << "each is settled once";
  cancel(kNoon + kDayMs);
  EXPECT_EQ(settledFor(own_, order_.paymentRequestId), 0);
  EXPECT_EQ(payables(own_), (Payables{{"2025-01-15 JPY", 100}, {"2025-01-16 JPY", -100}}));
}

acquirer::Order& onlyOrder(timeline::World& world) { return world.acquirer.orders.begin()->second; }

void moveBetween(timeline::World& world, bool toMerchant, std::int64_t minor) {
  auto& own = world.acquirer;
  std::string const merchant = acquirer::merchantAccount(own.merchant, "JPY");
  std::string const settlement = acquirer::settlementAccount("JPY");
  ASSERT_TRUE(own.ledger.move({{toMerchant ? settlement : merchant, toMerchant ? merchant : settlement,
                                {minor, "JPY"}, Purpose::refund, onlyOrder(world).paymentRequestId, {}, 0}}));
}

// shows: acq-books
TEST(AcquirerBooks, AreSeenWhenTheyAreWrong) {
  void (*const wrongs[])(timeline::World&) = {
      [](timeline::World& w) { moveBetween(w, true, 1); },
      [](timeline::World& w) { onlyOrder(w).result = protocol::makeResult("RISK_REJECT"); },
      [](timeline::World& w) { w.acquirer.orders.begin()->second.sale.amount.amountMinor = 99; },
  };
  for (auto const& wrong : wrongs) {
    timeline::World world = played("upm-pay").world();
    wrong(world);
    Check const check = invariants::acquirerBooksAddUp(timeline::Timeline(world));
    EXPECT_NE(check.text.find("the merchant should get"), std::string::npos) << check.text;
  }
  timeline::World unsettled = played("upm-pay").world();
  unsettled.acquirer.settlements.begin()->second.entries[0].amountMinor = 99;
  Check const settled = invariants::acquirerBooksAddUp(timeline::Timeline(unsettled));
  EXPECT_NE(settled.text.find("99 minor units are settled instead of 100"), std::string::npos) << settled.text;
  timeline::World strange = played("upm-pay").world();
  strange.acquirer.settlements.begin()->second.entries.push_back({Purpose::refund, PaymentRequestId{"nobody's"}, {}, -1});
  Check const nobodys = invariants::acquirerBooksAddUp(timeline::Timeline(strange));
  EXPECT_NE(nobodys.text.find("differ from the ledger by -1"), std::string::npos) << nobodys.text;
  // Movements are tied to verified messages of the run, which a world alone does not have.
  Check const untold = invariants::acquirerBooksAddUp(timeline::Timeline(played("upm-pay").world()));
  EXPECT_NE(untold.text.find("without a verified message"), std::string::npos) << untold.text;
  Playback const whole = played("upm-pay");
  EXPECT_TRUE(invariants::acquirerBooksAddUp(whole.timeline()).ok);
}

// shows: acq-books
TEST(AllThree, AreSeenToDisagree) {
  EXPECT_TRUE(invariants::allSidesAgree(timeline::Timeline(played("upm-refund-parts").world())).ok);
  void (*const wrongs[])(timeline::World&) = {
      [](timeline::World& w) { moveBetween(w, false, 1); },
      [](timeline::World& w) { w.alipayplus.payments.clear(); },
      [](timeline::World& w) { w.alipayplus.payments.begin()->second.result = protocol::makeResult("ORDER_IS_CLOSED"); },
      [](timeline::World& w) { w.alipayplus.payments.begin()->second.payToAmount.amountMinor += 1; },
      [](timeline::World& w) { w.walletServer.ledger = {}; },
      [](timeline::World& w) { w.acquirer.settlements.clear(); },
      [](timeline::World& w) {
        alipayplus::Refund refund;
        refund.payment = w.alipayplus.payments.begin()->first;
        refund.orderAmount = refund.refundAmount = {1, "JPY"};
        refund.result = protocol::makeResult("SUCCESS");
        w.alipayplus.refunds[RefundRequestId{"r"}] = refund;
      },
  };
  for (auto const& wrong : wrongs) {
    timeline::World world = played("upm-pay").world();
    wrong(world);
    EXPECT_FALSE(invariants::allSidesAgree(timeline::Timeline(world)).ok) << (&wrong - wrongs);
  }
}

}  // namespace
}  // namespace aplus
