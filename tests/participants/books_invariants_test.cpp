// That the invariants of the wallet's books see it when the books are wrong.

#include <gtest/gtest.h>

#include "invariants/invariants.h"
#include "scenario/playback.h"

namespace aplus::test {
namespace {

using wallet::server::Payment;
using wallet::server::Purpose;
using wallet::server::State;

/// The world after a payment of 1000 won.
timeline::World paidWorld() {
  auto playback = *scenario::Playback::load(*scenario::findBuiltin("upm-pay"), 1);
  playback.runToEnd();
  return playback.world();
}

Payment& onlyPayment(State& server) { return server.payments.begin()->second; }

void moveBetween(State& server, std::string from, std::string to, std::int64_t minor, Purpose purpose) {
  ASSERT_TRUE(server.ledger.move({{std::move(from), std::move(to), {minor, "KRW"}, purpose,
                                   onlyPayment(server).paymentRequestId, {}, 0}}));
}

constexpr char const* kUser = "user:2160220000000001";
constexpr char const* kOwed = "settlement:alipayplus";

TEST(BooksInvariants, HoldAfterAPayment) {
  timeline::Timeline const run(paidWorld());
  EXPECT_TRUE(invariants::moneyIsConserved(run).ok);
  EXPECT_TRUE(invariants::paymentsAddUp(run).ok);
}

TEST(BooksInvariants, SeeBooksThatAreWrong) {
  void (*const wrongs[])(State&) = {
      [](State& s) { onlyPayment(s).cancelled = true; },
      [](State& s) { onlyPayment(s).result = protocol::makeResult("USER_BALANCE_NOT_ENOUGH"); },
      [](State& s) { moveBetween(s, kUser, kOwed, 1000, Purpose::payment); },
      [](State& s) { moveBetween(s, kOwed, kUser, 1, Purpose::refund); },
      [](State& s) { s.payments.clear(); },
      [](State& s) {
        moveBetween(s, kOwed, kUser, 1000, Purpose::refund);
        onlyPayment(s).refundedFrom = {1000, "KRW"};
        wallet::server::Refund refund;
        refund.paymentRequestId = onlyPayment(s).paymentRequestId;
        refund.refundAmount = {101, "JPY"};
        refund.result = protocol::makeResult("SUCCESS");
        s.refunds[RefundRequestId{"r"}] = refund;
      },
  };
  for (auto const& wrong : wrongs) {
    timeline::World world = paidWorld();
    wrong(world.walletServer);
    EXPECT_FALSE(invariants::paymentsAddUp(timeline::Timeline(world)).ok) << (&wrong - wrongs);
  }
}

TEST(BooksInvariants, SeeAUserWhoOwesMoney) {
  timeline::World world = paidWorld();
  moveBetween(world.walletServer, kUser, kOwed, 49001, Purpose::payment);
  EXPECT_FALSE(invariants::moneyIsConserved(timeline::Timeline(world)).ok);
}

}  // namespace
}  // namespace aplus::test
