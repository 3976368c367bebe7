// Limits of the wallet: what counts, until when, and exactly how much is still allowed.

#include <gtest/gtest.h>

#include "support/wallet_bench.h"

namespace aplus::test {
namespace {

using wallet::server::PeriodLimit;

void limitPeriod(WalletBench& bench, Period period, PeriodLimit limit) {
  bench.server().conduct.limits.periods[period] = limit;
}

// shows: upm-limit-single
TEST(WalletLimits, OnePaymentMayBeTheLimitButNotMore) {
  WalletBench bench;
  bench.server().conduct.limits.perPaymentMinor = 1000;
  EXPECT_EQ(bench.payCode(bench.ownCurrencyRequest("less", 999)), "SUCCESS");
  EXPECT_EQ(bench.payCode(bench.ownCurrencyRequest("equal", 1000)), "SUCCESS");
  EXPECT_EQ(bench.payCode(bench.ownCurrencyRequest("more", 1001)), "PAYMENT_AMOUNT_EXCEED_LIMIT");
  EXPECT_EQ(bench.balance(), 50000 - 1999);
}

// shows: upm-limit-accumulated
TEST(WalletLimits, TheSumOfAPeriodMayBeTheLimitButNotMore) {
  for (Period const period : kPeriods) {
    WalletBench bench;
    limitPeriod(bench, period, {3000, std::nullopt});
    EXPECT_EQ(bench.payCode(bench.ownCurrencyRequest("1", 2000)), "SUCCESS");
    EXPECT_EQ(bench.payCode(bench.ownCurrencyRequest("2", 1001)), "USER_AMOUNT_EXCEED_LIMIT") << name(period);
    EXPECT_EQ(bench.payCode(bench.ownCurrencyRequest("3", 999)), "SUCCESS") << name(period);
    EXPECT_EQ(bench.payCode(bench.ownCurrencyRequest("4", 1)), "SUCCESS") << name(period);
    EXPECT_EQ(bench.payCode(bench.ownCurrencyRequest("5", 1)), "USER_AMOUNT_EXCEED_LIMIT") << name(period);
  }
}

// shows: upm-limit-count
TEST(WalletLimits, TheLastAllowedPaymentOfAPeriodIsStillAllowed) {
  for (Period const period : kPeriods) {
    WalletBench bench;
    limitPeriod(bench, period, {std::nullopt, 2});
    EXPECT_EQ(bench.payCode(bench.payRequest("1")), "SUCCESS");
    EXPECT_EQ(bench.payCode(bench.payRequest("2")), "SUCCESS") << name(period);
    EXPECT_EQ(bench.payCode(bench.payRequest("3")), "PAYMENT_COUNT_EXCEED_LIMIT") << name(period);
    EXPECT_EQ(bench.payCode(bench.payRequest("3")), "PAYMENT_COUNT_EXCEED_LIMIT") << "final";
  }
}

TEST(WalletLimits, EndWithTheCalendarOfTheWalletsZone) {
  struct Row {
    Period period;
    char const* paid;
    char const* before;  ///< still the same period, in the wallet's zone +09:00
    char const* after;
  };
  Row const rows[] = {
      {Period::day, "2025-01-15T00:30:00+09:00", "2025-01-15T23:59:59.999+09:00", "2025-01-16T00:00:00+09:00"},
      {Period::month, "2025-01-01T00:00:00+09:00", "2025-01-31T23:59:59.999+09:00", "2025-02-01T00:00:00+09:00"},
      {Period::month, "2024-02-28T10:00:00+09:00", "2024-02-29T23:59:59.999+09:00", "2024-03-01T00:00:00+09:00"},
      {Period::year, "2024-02-29T10:00:00+09:00", "2024-12-31T23:59:59.999+09:00", "2025-01-01T00:00:00+09:00"},
  };
  for (Row const& row : rows) {
    WalletBench bench;
    limitPeriod(bench, row.period, {1000, 1});
    bench.context.time = *parseIso8601(row.paid);
    EXPECT_EQ(bench.payCode(bench.payRequest("1")), "SUCCESS") << row.paid;
    bench.context.time = *parseIso8601(row.before);
    EXPECT_EQ(bench.payCode(bench.payRequest("2")), "USER_AMOUNT_EXCEED_LIMIT") << row.before;
    bench.context.time = *parseIso8601(row.after);
    EXPECT_EQ(bench.payCode(bench.payRequest("3")), "SUCCESS") << row.after;
  }
}

TEST(WalletLimits, AreReleasedByCancelAndRefund) {
  WalletBench bench;
  limitPeriod(bench, Period::day, {1000, 1});
  EXPECT_EQ(bench.payCode(bench.payRequest("1")), "SUCCESS");
  EXPECT_EQ(bench.cancelCode("1"), "SUCCESS");
  EXPECT_EQ(bench.payCode(bench.payRequest("2")), "SUCCESS") << "the first one is as if it had not been";
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r1", "2", 40)), "SUCCESS");
  EXPECT_EQ(bench.payCode(bench.payRequest("3", 10)), "PAYMENT_COUNT_EXCEED_LIMIT") << "it still counts once";
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r2", "2", 60)), "SUCCESS");
  EXPECT_EQ(bench.payCode(bench.payRequest("4")), "SUCCESS");
}

TEST(WalletLimits, ARefundReleasesTheAmountThatWentBack) {
  WalletBench bench;
  limitPeriod(bench, Period::day, {1000, std::nullopt});
  EXPECT_EQ(bench.payCode(bench.payRequest("1")), "SUCCESS");
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r1", "1", 40)), "SUCCESS");
  EXPECT_EQ(bench.payCode(bench.payRequest("2", 41)), "USER_AMOUNT_EXCEED_LIMIT");
  EXPECT_EQ(bench.payCode(bench.payRequest("3", 40)), "SUCCESS");
}

TEST(WalletLimits, RefusalsDoNotCountAndUsersDoNotShare) {
  WalletBench bench;
  limitPeriod(bench, Period::day, {std::nullopt, 1});
  EXPECT_EQ(bench.payCode(bench.payRequest("1", 9000)), "USER_BALANCE_NOT_ENOUGH");
  EXPECT_EQ(bench.payCode(bench.payRequest("2")), "SUCCESS");
  wallet::server::Account other = bench.account();
  other.customerId = CustomerId{"another"};
  other.ledgerAccount = "user:another";
  bench.server().accounts[other.customerId] = other;
  bench.server().ledger.open(other.ledgerAccount, {5000, "KRW"});
  auto request = bench.payRequest("3");
  request.paymentMethod.customerId = other.customerId;
  EXPECT_EQ(bench.payCode(request), "SUCCESS");
}

TEST(WalletLimits, SayInNotesAndStateWhenTheyReset) {
  WalletBench bench;
  limitPeriod(bench, Period::day, {1000, std::nullopt});
  bench.pay(bench.payRequest("1"));
  bench.context.notes.clear();
  bench.pay(bench.payRequest("2"));
  std::string all;
  for (std::string const& note : bench.context.notes) all += note + "\n";
  EXPECT_NE(all.find("2025-01-16T00:00:00+09:00"), std::string::npos) << all;
}

}  // namespace
}  // namespace aplus::test
