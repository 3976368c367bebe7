// The inputs that force an outcome: that each does, that none does unless it is asked for, and their page.

#include "participants/wallet/server/magic_values.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "inspect/magic_values_page.h"
#include "protocol/api_codes.h"
#include "protocol/catalog.h"
#include "support/files.h"
#include "support/wallet_bench.h"

namespace aplus::test {
namespace {

using wallet::server::MagicBy;
using wallet::server::MagicValue;
using wallet::server::magicValues;

/// A request that is as good as any, but for the magic value in it.
protocol::PayRequest requestWith(WalletBench const& bench, MagicValue const& value) {
  if (value.by == MagicBy::amount) return bench.ownCurrencyRequest("magic", std::stoll(std::string(value.value)));
  protocol::PayRequest request = bench.payRequest("magic");
  if (value.by == MagicBy::code) {
    request.paymentMethod.paymentMethodId = "281006021234567890" + std::string(value.value);
  } else {
    request.paymentMethod.customerId = CustomerId{std::string(value.value)};
  }
  return request;
}

TEST(MagicValues, ForceTheirOutcome) {
  for (MagicValue const& value : magicValues()) {
    WalletBench bench;
    bench.server().conduct.magicValues = true;
    auto const response = bench.pay(requestWith(bench, value));
    EXPECT_EQ(response.result.resultCode, value.code) << name(value.by) << " " << value.value;
    EXPECT_EQ(bench.balance(), 50000) << value.value;
    EXPECT_NE(std::count(bench.context.sources.begin(), bench.context.sources.end(), kSandboxChoice), 0)
        << value.value << " is said to be a sandbox choice";
  }
}

TEST(MagicValues, MeanNothingUnlessTheWorldSaysSo) {
  for (MagicValue const& value : magicValues()) {
    WalletBench bench;
    std::string const code = bench.payCode(requestWith(bench, value));
    EXPECT_EQ(code, value.by == MagicBy::user ? "USER_NOT_EXIST" : "SUCCESS") << value.value;
  }
}

TEST(MagicValues, DoNotExcuseAnIllegalRequest) {
  WalletBench bench;
  bench.server().conduct.magicValues = true;
  auto request = bench.ownCurrencyRequest("magic", 9001);
  request.order->merchant.store.reset();
  EXPECT_EQ(pathIn(bench.pay(request).result), "$.order.merchant.store");
}

TEST(MagicValues, ThatAreNotFinalAreDecidedByTheAccount) {
  for (std::int64_t const amount : {9018, 9019}) {
    WalletBench bench;
    bench.server().conduct.magicValues = true;
    bench.pay(bench.ownCurrencyRequest("magic", amount));
    bench.pass(kMinuteMs);
    EXPECT_EQ(bench.inquire("magic").paymentResult->resultCode, "SUCCESS");
    EXPECT_EQ(bench.balance(), 50000 - amount);
  }
}

TEST(MagicValues, ShowEveryCodeOfPayThatAWalletCanDecideOn) {
  std::set<std::string_view> shown;
  for (MagicValue const& value : magicValues()) {
    if (value.by == MagicBy::amount) shown.insert(value.code);
  }
  // The others are shown by what they are: a success, a repetition, Easy Pay and agreements.
  std::set<std::string_view> const others{"SUCCESS", "REPEAT_REQ_INCONSISTENT", "VERIFICATION_IN_PROCESS",
                                          "INVALID_TOKEN", "EXPIRED_ACCESS_TOKEN", "ORDER_NOT_EXIST"};
  for (protocol::ApiCode const& row : protocol::api("pay", protocol::Role::alipayplus).codes) {
    EXPECT_NE(shown.contains(row.code), others.contains(row.code)) << row.code;
  }
  for (protocol::ApiCode const& row : protocol::codes::line()) EXPECT_TRUE(shown.contains(row.code)) << row.code;
}

TEST(MagicValues, ThatSayItWasNotLookedIntoLeaveNoPayment) {
  for (MagicValue const& value : magicValues()) {
    WalletBench bench;
    bench.server().conduct.magicValues = true;
    bench.pay(requestWith(bench, value));
    bool const unread = value.meaning.find("not looked into") != std::string_view::npos;
    EXPECT_EQ(bench.server().payments.empty(), unread) << value.value;
    if (!unread) continue;
    EXPECT_EQ(bench.inquire("magic").result.resultCode, "ORDER_NOT_EXIST") << value.value;
  }
}

TEST(MagicValues, HaveAPage) {
  expectGolden("docs/protocol/magic-values.md", inspect::magicValuesPage());
}

}  // namespace
}  // namespace aplus::test
