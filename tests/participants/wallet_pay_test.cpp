// What the wallet server answers to pay: its fields, idempotency and outcomes.

#include <gtest/gtest.h>

#include "base/currency.h"
#include "support/wallet_bench.h"

namespace aplus::test {
namespace {

using namespace protocol;

// shows: upm-pay-success
TEST(WalletPay, TakesTheMoneyAndSaysSoAtOnce) {
  WalletBench bench;
  PayResponse const response = bench.pay(bench.payRequest());
  EXPECT_EQ(response.result.resultCode, "SUCCESS");
  EXPECT_FALSE(response.paymentId.empty());
  EXPECT_TRUE(parseIso8601(response.paymentTime));
  EXPECT_EQ(response.customerId.value, "2160220000000001");
  EXPECT_EQ(bench.balance(), 49000);
  EXPECT_EQ(bench.balance("settlement:alipayplus"), 1000);
  EXPECT_TRUE(bench.notifications().empty()) << "the answer was final";
}

struct Spoilt {
  char const* path;
  void (*spoil)(PayRequest&);
};

// shows: upm-pay-illegal, upm-pay-store, upm-pay-method, upm-pay-customer, upm-pay-surcharge, upm-pay-crossborder
TEST(WalletPay, NamesTheFieldThatIsMissingOrContradicts) {
  Spoilt const rows[] = {
      {"$.pspId", [](PayRequest& r) { r.pspId = PspId{"another"}; }},
      {"$.acquirerId", [](PayRequest& r) { r.acquirerId = {}; }},
      {"$.paymentRequestId", [](PayRequest& r) { r.paymentRequestId = {}; }},
      {"$.order", [](PayRequest& r) { r.order.reset(); }},
      {"$.order.merchant.store", [](PayRequest& r) { r.order->merchant.store.reset(); }},
      {"$.paymentAmount", [](PayRequest& r) { r.paymentAmount.reset(); }},
      {"$.paymentAmount.currency", [](PayRequest& r) { r.order->orderAmount.currency = "USD"; }},
      {"$.payToAmount", [](PayRequest& r) { r.payToAmount.reset(); }},
      {"$.payToAmount", [](PayRequest& r) { r.payToAmount->amountMinor = 1001; }},
      {"$.paymentMethod.paymentMethodType", [](PayRequest& r) { r.paymentMethod.paymentMethodType = "GCASH"; }},
      {"$.paymentMethod.paymentMethodId", [](PayRequest& r) { r.paymentMethod.paymentMethodId = ""; }},
      {"$.paymentMethod.paymentMethodId", [](PayRequest& r) { r.paymentMethod.paymentMethodId = "28100602123456X"; }},
      {"$.paymentMethod.paymentMethodId", [](PayRequest& r) { r.paymentMethod.paymentMethodId = "3110060212345678"; }},
      {"$.paymentMethod.customerId", [](PayRequest& r) { r.paymentMethod.customerId = {}; }},
      {"$.paymentFactor.isInStorePayment", [](PayRequest& r) { r.paymentFactor.isInStorePayment.reset(); }},
      {"$.paymentFactor.isInStorePayment", [](PayRequest& r) { r.paymentFactor.isInStorePayment = false; }},
      {"$.paymentFactor.isCashierPayment", [](PayRequest& r) { r.paymentFactor.isCashierPayment = true; }},
      {"$.paymentFactor.inStorePaymentScenario",
       [](PayRequest& r) { r.paymentFactor.inStorePaymentScenario = "OrderCode"; }},
      {"$.paymentFactor.inStorePaymentScenario",
       [](PayRequest& r) { r.paymentFactor.inStorePaymentScenario = "EntryCode"; }},
      {"$.paymentFactor.isCrossborderSettlement",
       [](PayRequest& r) { r.paymentFactor.isCrossborderSettlement = false; }},
      {"$.surchargeInfo", [](PayRequest& r) { r.paymentFactor.needSurcharge = true; }},
      {"$.paymentQuote", [](PayRequest& r) { r.paymentQuote.reset(); }},
      {"$.paymentQuote.quoteCurrencyPair", [](PayRequest& r) { r.paymentQuote->quoteCurrencyPair = "KRW/USD"; }},
      {"$.paymentQuote.quotePrice", [](PayRequest& r) { r.paymentQuote->quotePrice = "ten"; }},
      {"$.paymentQuote.quotePrice", [](PayRequest& r) { r.paymentQuote->quotePrice = "0"; }},
      {"$.paymentExpiryTime", [](PayRequest& r) { r.paymentExpiryTime = "soon"; }},
      {"$.paymentNotifyUrl", [](PayRequest& r) { r.paymentNotifyUrl = "notify me"; }},
  };
  for (Spoilt const& row : rows) {
    WalletBench bench;
    PayRequest request = bench.payRequest();
    row.spoil(request);
    EXPECT_EQ(pathIn(bench.pay(request).result), row.path);
    EXPECT_EQ(bench.balance(), 50000);
  }
}

TEST(WalletPay, TakesWhatThePagesOwnSampleLeavesOut) {
  WalletBench bench;
  PayRequest request = bench.payRequest();
  request.paymentFactor.inStorePaymentScenario.clear();
  EXPECT_EQ(bench.payCode(request), "SUCCESS");
  request = bench.payRequest("request-2");
  request.paymentFactor.isCrossborderSettlement = true;
  request.paymentFactor.isCashierPayment = false;
  EXPECT_EQ(bench.payCode(request), "SUCCESS");
}

TEST(WalletPay, TakesNoMixtureOfKinds) {
  struct Row {
    char const* path;
    void (*mix)(PaymentFactor&);
  };
  Row const rows[] = {
      {"$.paymentFactor.isAgreementPayment", [](PaymentFactor& f) { f.isPaymentEvaluation = true; }},
      {"$.paymentFactor.isAgreementPayment", [](PaymentFactor& f) { f.isEasyPayScenario = true; }},
      {"$.paymentFactor.isInStorePayment", [](PaymentFactor& f) { f.isAgreementPayment = true; }},
  };
  for (Row const& row : rows) {
    WalletBench bench;
    PayRequest request = bench.payRequest();
    row.mix(request.paymentFactor);
    EXPECT_EQ(pathIn(bench.pay(request).result), row.path);
    EXPECT_EQ(bench.balance(), 50000);
  }
}

TEST(WalletPay, OwnCodesNeedNoCustomerIdButThisWalletIssuesNone) {
  WalletBench bench;
  PayRequest request = bench.payRequest();
  request.paymentMethod.customerId = {};
  request.paymentMethod.paymentMethodId = "289012345678901234";
  EXPECT_EQ(bench.payCode(request), "USER_NOT_EXIST");
}

// shows: upm-pay-quote
TEST(WalletPay, ChecksTheConversion) {
  struct Row {
    Money paid, payTo;
    char const* pair;
    char const* price;
    char const* code;
  };
  Row const rows[] = {
      {{100, "JPY"}, {1000, "KRW"}, "JPY/KRW", "10", "SUCCESS"},
      {{100, "JPY"}, {1000, "KRW"}, "KRW/JPY", "0.1", "SUCCESS"},
      {{5, "JPY"}, {2, "KRW"}, "JPY/KRW", "0.5", "SUCCESS"},    // 2.5 to the even 2
      {{5, "JPY"}, {3, "KRW"}, "JPY/KRW", "0.5", "PARAM_ILLEGAL"},
      {{7, "JPY"}, {4, "KRW"}, "JPY/KRW", "0.5", "SUCCESS"},    // 3.5 to the even 4
      {{7, "JPY"}, {3, "KRW"}, "JPY/KRW", "0.5", "PARAM_ILLEGAL"},
      {{1050, "CNY"}, {1890, "KRW"}, "CNY/KRW", "180", "SUCCESS"},       // 10.50 CNY, exponent 2
      {{1234, "KWD"}, {5430, "KRW"}, "KWD/KRW", "4400", "SUCCESS"},      // 1.234 KWD, exponent 3: 5429.6
      {{1234, "KWD"}, {5429, "KRW"}, "KWD/KRW", "4400", "PARAM_ILLEGAL"},
  };
  for (Row const& row : rows) {
    WalletBench bench;
    PayRequest request = bench.payRequest();
    request.order->orderAmount = row.paid;
    request.paymentAmount = row.paid;
    request.payToAmount = row.payTo;
    request.paymentQuote->quoteCurrencyPair = row.pair;
    request.paymentQuote->quotePrice = row.price;
    EXPECT_EQ(bench.payCode(request), row.code) << format(row.paid) << " " << format(row.payTo);
  }
}

TEST(WalletPay, ReadsAQuoteToTheLetterWhenItIsToldTo) {
  WalletBench bench;
  PayRequest request = bench.payRequest();
  request.order->orderAmount = Money{100, "CNY"};
  request.paymentAmount = Money{100, "CNY"};
  request.payToAmount = Money{18000, "KRW"};
  request.paymentQuote->quoteCurrencyPair = "CNY/KRW";
  request.paymentQuote->quotePrice = "180";
  EXPECT_NE(bench.pay(request).result.resultMessage.find("must be 180 KRW"), std::string::npos);
  bench.server().quoteScaling = QuoteScaling::literal;
  request.paymentRequestId = PaymentRequestId{"request-2"};
  EXPECT_EQ(bench.payCode(request), "SUCCESS");
}

// shows: upm-pay-currencies
TEST(WalletPay, EveryCurrencyCanBePaidIn) {
  for (char const* currency : {"JPY", "USD", "KWD", "CLP", "BHD", "IDR", "CLF", "EUR", "ZMW"}) {
    WalletBench bench;
    PayRequest request = bench.payRequest();
    Money const paid{1000, currency};
    request.order->orderAmount = paid;
    request.paymentAmount = paid;
    request.paymentQuote->quoteCurrencyPair = std::string(currency) + "/KRW";
    std::int64_t scaled = 10000;
    for (int i = 0; i < *minorUnits(currency); ++i) scaled /= 10;
    request.payToAmount = Money{scaled, "KRW"};
    EXPECT_EQ(bench.payCode(request), "SUCCESS") << currency;
    EXPECT_EQ(bench.balance(), 50000 - scaled) << currency;
  }
}

TEST(WalletPay, OneCurrencyNeedsNoQuote) {
  WalletBench bench;
  EXPECT_EQ(bench.payCode(bench.ownCurrencyRequest("request-1", 700)), "SUCCESS");
  EXPECT_EQ(bench.balance(), 49300);
  PayRequest quoted = bench.ownCurrencyRequest("request-2", 700);
  quoted.paymentQuote = bench.payRequest().paymentQuote;
  EXPECT_EQ(pathIn(bench.pay(quoted).result), "$.paymentQuote");
  PayRequest other = bench.ownCurrencyRequest("request-3", 700);
  other.payToAmount->amountMinor = 699;
  EXPECT_EQ(pathIn(bench.pay(other).result), "$.payToAmount");
}

PaymentPromoInfo saving(Money const& amount) { return {{{"p1", "Spring", "DISCOUNT", amount}}}; }

// shows: upm-pay-promotion
TEST(WalletPay, ChecksThatPaymentAmountExcludesThePromotion) {
  WalletBench bench;
  PayRequest request = bench.payRequest();
  request.order->orderAmount = {120, "JPY"};
  EXPECT_EQ(pathIn(bench.pay(request).result), "$.paymentPromoInfo") << "cheaper without a reason";
  request.paymentPromoInfo = saving({20, "JPY"});
  request.paymentRequestId = PaymentRequestId{"request-2"};
  EXPECT_EQ(bench.payCode(request), "SUCCESS");
  EXPECT_EQ(bench.balance(), 49000) << "the user pays payToAmount, not the original price";
  request.paymentPromoInfo = saving({19, "JPY"});
  request.paymentRequestId = PaymentRequestId{"request-3"};
  EXPECT_EQ(pathIn(bench.pay(request).result), "$.paymentAmount");
  request.paymentPromoInfo = saving({200, "KRW"});
  request.paymentRequestId = PaymentRequestId{"request-4"};
  EXPECT_EQ(bench.payCode(request), "SUCCESS") << "told in another currency: cannot be checked";
}

// shows: upm-pay-surcharge
TEST(WalletPay, ChecksTheSurcharge) {
  WalletBench bench;
  PayRequest request = bench.payRequest();
  request.order->orderAmount = {90, "JPY"};
  request.paymentFactor.needSurcharge = true;
  request.surchargeInfo = SurchargeInfo{{10, "JPY"}, std::nullopt};
  EXPECT_EQ(bench.payCode(request), "SUCCESS");
  request.surchargeInfo->surchargeAmount = {11, "JPY"};
  request.paymentRequestId = PaymentRequestId{"request-2"};
  EXPECT_EQ(pathIn(bench.pay(request).result), "$.paymentPromoInfo") << "less than price and surcharge";
  request.surchargeInfo->surchargeAmount = {9, "JPY"};
  request.paymentRequestId = PaymentRequestId{"request-3"};
  EXPECT_EQ(pathIn(bench.pay(request).result), "$.paymentAmount");
  request.surchargeInfo->surchargeAmount = {100, "KRW"};
  request.paymentRequestId = PaymentRequestId{"request-4"};
  EXPECT_EQ(pathIn(bench.pay(request).result), "$.surchargeInfo.surchargeQuote");
  request.surchargeInfo->surchargeQuote = request.paymentQuote;
  request.paymentRequestId = PaymentRequestId{"request-5"};
  EXPECT_EQ(bench.payCode(request), "SUCCESS");
}

// shows: upm-pay-idempotent
TEST(WalletPay, TheSameIdGetsTheSameAnswerForEver) {
  WalletBench bench;
  PayResponse const first = bench.pay(bench.payRequest());
  bench.account().status = wallet::server::AccountStatus::frozen;
  bench.pass(400 * kDayMs);
  EXPECT_EQ(bench.pay(bench.payRequest()), first);
  EXPECT_EQ(bench.balance(), 49000);
}

// shows: upm-pay-idempotent
TEST(WalletPay, ARefusalIsFinalEvenWhenMoneyComesLater) {
  WalletBench bench;
  EXPECT_EQ(bench.payCode(bench.payRequest("request-1", 5001)), "USER_BALANCE_NOT_ENOUGH");
  ASSERT_TRUE(bench.server().ledger.bringIn("user:2160220000000001", {100000, "KRW"},
                                            wallet::server::Purpose::topUp, 0));
  EXPECT_EQ(bench.payCode(bench.payRequest("request-1", 5001)), "USER_BALANCE_NOT_ENOUGH");
  EXPECT_EQ(bench.payCode(bench.payRequest("request-2", 5001)), "SUCCESS");
  EXPECT_EQ(bench.balance(), 99990);
}

TEST(WalletPay, AnIllegalRequestIsFinalToo) {
  WalletBench bench;
  PayRequest request = bench.payRequest();
  request.order->merchant.store.reset();
  ResultInfo const first = bench.pay(request).result;
  EXPECT_EQ(pathIn(first), "$.order.merchant.store");
  EXPECT_EQ(bench.pay(bench.payRequest()).result, first) << "a mended request takes a new id";
  EXPECT_EQ(bench.payCode(bench.payRequest("request-2")), "SUCCESS");
}

// shows: upm-pay-inconsistent
TEST(WalletPay, TheSameIdWithOtherContentIsRefusedAndChangesNothing) {
  Spoilt const rows[] = {
      {"paymentAmount", [](PayRequest& r) { r.paymentAmount->amountMinor = 200; }},
      {"payToAmount", [](PayRequest& r) { r.payToAmount->amountMinor = 2000; }},
      {"surchargeInfo", [](PayRequest& r) { r.surchargeInfo = SurchargeInfo{{1, "JPY"}, std::nullopt}; }},
      {"paymentMethod", [](PayRequest& r) { r.paymentMethod.paymentMethodId = "281006029999999999999999"; }},
      {"paymentMethod", [](PayRequest& r) { r.paymentMethod.customerId = CustomerId{"another"}; }},
      {"paymentPromoInfo", [](PayRequest& r) { r.paymentPromoInfo = saving({1, "JPY"}); }},
  };
  for (Spoilt const& row : rows) {
    WalletBench bench;
    PayResponse const first = bench.pay(bench.payRequest());
    auto const before = bench.server();
    PayRequest other = bench.payRequest();
    row.spoil(other);
    EXPECT_EQ(bench.payCode(other), "REPEAT_REQ_INCONSISTENT") << row.path;
    EXPECT_TRUE(bench.server() == before) << row.path;
    EXPECT_EQ(bench.pay(bench.payRequest()), first) << row.path;
  }
}

TEST(WalletPay, OtherFieldsMayDifferWhenItComesAgain) {
  WalletBench bench;
  PayResponse const first = bench.pay(bench.payRequest());
  PayRequest again = bench.payRequest();
  again.order->orderDescription = "BOOTS";
  again.paymentExpiryTime = "2020-01-01T00:00:00Z";
  EXPECT_EQ(bench.pay(again), first);
}

// shows: upm-pay-balance, upm-pay-status, upm-pay-no-user, upm-pay-risk, upm-pay-method-unavailable, upm-pay-verification, upm-pay-kyc, upm-pay-merchant, upm-pay-currency-not-supported
TEST(WalletPay, RefusesByWhatItKnowsOfUserAndMerchant) {
  struct Row {
    char const* code;
    void (*arrange)(WalletBench&, PayRequest&);
  };
  using wallet::server::AccountStatus;
  Row const rows[] = {
      {"USER_BALANCE_NOT_ENOUGH", [](WalletBench&, PayRequest& r) { r.order->orderAmount.amountMinor = 5001;
         r.paymentAmount->amountMinor = 5001; r.payToAmount->amountMinor = 50010; }},
      {"USER_STATUS_ABNORMAL", [](WalletBench& b, PayRequest&) { b.account().status = AccountStatus::frozen; }},
      {"USER_NOT_EXIST", [](WalletBench& b, PayRequest&) { b.account().status = AccountStatus::closed; }},
      {"USER_NOT_EXIST", [](WalletBench&, PayRequest& r) { r.paymentMethod.customerId = CustomerId{"nobody"}; }},
      {"USER_KYC_NOT_QUALIFIED", [](WalletBench& b, PayRequest&) { b.account().kycQualified = false; }},
      {"RISK_REJECT", [](WalletBench& b, PayRequest&) { b.account().riskSuspected = true; }},
      {"UNAVAILABLE_PAYMENT_METHOD", [](WalletBench& b, PayRequest&) { b.account().paymentMethodAvailable = false; }},
      {"USER_PAYMENT_VERIFICATION_FAILED",
       [](WalletBench& b, PayRequest&) { b.account().passesVerification = false; }},
      {"MERCHANT_NOT_REGISTERED",
       [](WalletBench& b, PayRequest&) { b.server().conduct.registeredMerchants = {"M2"}; }},
      {"CURRENCY_NOT_SUPPORT", [](WalletBench&, PayRequest& r) { r.payToAmount->currency = "USD"; }},
      {"SUCCESS", [](WalletBench& b, PayRequest&) { b.server().conduct.registeredMerchants = {"M1"}; }},
      {"SUCCESS", [](WalletBench&, PayRequest& r) { r.order->orderAmount.amountMinor = 5000;
         r.paymentAmount->amountMinor = 5000; r.payToAmount->amountMinor = 50000; }},
  };
  for (Row const& row : rows) {
    WalletBench bench;
    PayRequest request = bench.payRequest();
    row.arrange(bench, request);
    PayResponse const response = bench.pay(request);
    EXPECT_EQ(response.result.resultCode, row.code);
    EXPECT_EQ(response.result.resultStatus, makeResult(row.code).resultStatus);
    EXPECT_EQ(response.paymentId.empty(), !response.result.success());
    EXPECT_EQ(bench.balance() == 50000, !response.result.success()) << row.code;
    EXPECT_EQ(bench.pay(request), response) << "final";
  }
}

// shows: upm-pay-expiry
TEST(WalletPay, ComesTooLateFromTheMomentOfItsExpiryOn) {
  for (std::int64_t const late : {-1, 0, 1}) {
    WalletBench bench;
    PayRequest request = bench.payRequest();
    request.paymentExpiryTime = formatIso8601(bench.context.time + -late, kChinaTime);
    EXPECT_EQ(bench.payCode(request), late < 0 ? "SUCCESS" : "ORDER_IS_CLOSED") << late;
  }
}

void makeSlow(WalletBench& bench, std::int64_t ms, wallet::server::Answer answer = wallet::server::Answer::later) {
  bench.server().conduct.processing = {answer, ms};
}

// shows: upm-pay-in-process, upm-pay-repeat-in-process, upm-notify
TEST(WalletPay, ASlowWalletDecidesLaterAndNotifies) {
  WalletBench bench;
  makeSlow(bench, 30 * kSecondMs);
  PayResponse const response = bench.pay(bench.payRequest());
  EXPECT_EQ(response.result.resultCode, "PAYMENT_IN_PROCESS");
  EXPECT_TRUE(response.paymentId.empty());
  EXPECT_EQ(bench.payCode(bench.payRequest()), "PAYMENT_IN_PROCESS");
  bench.pass(30 * kSecondMs - 1);
  EXPECT_EQ(bench.payCode(bench.payRequest()), "PAYMENT_IN_PROCESS");
  EXPECT_EQ(bench.balance(), 50000);
  bench.pass(1);
  EXPECT_EQ(bench.balance(), 49000);
  PayResponse const settled = bench.pay(bench.payRequest());
  EXPECT_EQ(settled.result.resultCode, "SUCCESS");
  NotifyPaymentRequest const told = bench.lastNotification();
  EXPECT_EQ(told.paymentResult.resultCode, "SUCCESS");
  EXPECT_EQ(told.paymentId, settled.paymentId);
  EXPECT_EQ(told.customerId.value, "2160220000000001");
  EXPECT_EQ(told.payToAmount, (Money{1000, "KRW"}));
}

TEST(WalletPay, WhatIsInProcessIsDecidedByTheAccountAsItIsThen) {
  WalletBench bench;
  makeSlow(bench, 30 * kSecondMs);
  bench.pay(bench.payRequest());
  bench.account().status = wallet::server::AccountStatus::frozen;
  bench.pass(30 * kSecondMs);
  EXPECT_EQ(bench.lastNotification().paymentResult.resultCode, "USER_STATUS_ABNORMAL");
  EXPECT_EQ(bench.payCode(bench.payRequest()), "USER_STATUS_ABNORMAL");
  EXPECT_EQ(bench.balance(), 50000);
}

TEST(WalletPay, ARepetitionWhileInProcessMustHaveTheSameContent) {
  WalletBench bench;
  makeSlow(bench, 30 * kSecondMs);
  bench.pay(bench.payRequest());
  EXPECT_EQ(bench.payCode(bench.payRequest("request-1", 200)), "REPEAT_REQ_INCONSISTENT");
  bench.pass(30 * kSecondMs);
  EXPECT_EQ(bench.balance(), 49000);
}

// shows: upm-pay-expiry
TEST(WalletPay, IsClosedWhenItsTimeEndsWhileItIsInProcess) {
  WalletBench bench;
  makeSlow(bench, kHourMs);
  bench.pay(bench.payRequest());
  bench.pass(3 * kMinuteMs - 1);
  EXPECT_EQ(bench.payCode(bench.payRequest()), "PAYMENT_IN_PROCESS");
  bench.pass(1);
  EXPECT_EQ(bench.payCode(bench.payRequest()), "ORDER_IS_CLOSED") << "three minutes, when nothing is said";
  EXPECT_EQ(bench.lastNotification().paymentResult.resultCode, "ORDER_IS_CLOSED");

  PayRequest request = bench.payRequest("request-2");
  request.paymentExpiryTime = formatIso8601(bench.context.time + 10 * kMinuteMs, kChinaTime);
  bench.pay(request);
  bench.pass(10 * kMinuteMs - 1);
  EXPECT_EQ(bench.payCode(request), "PAYMENT_IN_PROCESS") << "Alipay+'s own time goes first";
  bench.pass(kHourMs);
  EXPECT_EQ(bench.payCode(request), "ORDER_IS_CLOSED");
  EXPECT_EQ(bench.balance(), 50000);
}

// shows: upm-pay-unknown
TEST(WalletPay, AnUnknownExceptionCarriesNothingElseAndIsDecidedAllTheSame) {
  WalletBench bench;
  makeSlow(bench, 30 * kSecondMs, wallet::server::Answer::unknown);
  PayRequest request = bench.payRequest();
  request.passThroughInfo = "{\"a\":\"b\"}";
  PayResponse expected;
  expected.result = makeResult("UNKNOWN_EXCEPTION");
  EXPECT_EQ(bench.pay(request), expected);
  EXPECT_EQ(bench.payCode(request), "PAYMENT_IN_PROCESS");
  bench.pass(30 * kSecondMs);
  EXPECT_EQ(bench.pay(request).passThroughInfo, "{\"a\":\"b\"}");
  EXPECT_EQ(bench.balance(), 49000);
}

TEST(WalletPay, BooksFeeAndCashbackInAccountsOfTheirOwn) {
  WalletBench bench;
  bench.server().conduct.feeBasisPoints = 150;
  bench.server().conduct.cashbackBasisPoints = 500;
  EXPECT_EQ(bench.payCode(bench.payRequest()), "SUCCESS");
  EXPECT_EQ(bench.balance("fee:wallet"), 15);
  EXPECT_EQ(bench.balance("promotion:wallet"), -50);
  EXPECT_EQ(bench.balance("settlement:alipayplus"), 1000);
  EXPECT_EQ(bench.balance(), 50000 - 1000 - 15 + 50);
  EXPECT_EQ(bench.payCode(bench.ownCurrencyRequest("all", bench.balance())), "USER_BALANCE_NOT_ENOUGH")
      << "there must be enough for the fee, too";
}

// shows: upm-pay-transport
TEST(WalletPay, IsNotLookedIntoWhenTooManyRequestsCome) {
  WalletBench bench;
  bench.server().conduct.traffic = wallet::server::TrafficLimit{2, 10 * kSecondMs};
  EXPECT_EQ(bench.payCode(bench.payRequest("1")), "SUCCESS");
  EXPECT_EQ(bench.payCode(bench.payRequest("2")), "SUCCESS");
  auto const result = bench.pay(bench.payRequest("3")).result;
  EXPECT_EQ(result.resultCode, "REQUEST_TRAFFIC_EXCEED_LIMIT");
  EXPECT_EQ(result.resultStatus, ResultStatus::U) << "the caller may ask again";
  bench.pass(10 * kSecondMs - 1);
  EXPECT_EQ(bench.payCode(bench.payRequest("3")), "REQUEST_TRAFFIC_EXCEED_LIMIT");
  EXPECT_EQ(bench.balance(), 48000);
  bench.pass(1);
  EXPECT_EQ(bench.payCode(bench.payRequest("3")), "SUCCESS") << "what was turned away does not count";
}

// shows: upm-pay-transport
TEST(WalletPay, IsDeniedToAClientThatMayNotCallIt) {
  WalletBench bench;
  bench.server().conduct.deniedApis = {"pay"};
  EXPECT_EQ(bench.payCode(bench.payRequest()), "ACCESS_DENIED");
  EXPECT_TRUE(bench.server().payments.empty());
  EXPECT_EQ(bench.inquire("request-1").result.resultCode, "ORDER_NOT_EXIST") << "the others are open";
}

}  // namespace
}  // namespace aplus::test
