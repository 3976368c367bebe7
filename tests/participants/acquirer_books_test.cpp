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
