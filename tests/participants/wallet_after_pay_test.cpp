// What the wallet server answers after pay: inquiry, cancellation, refund; and how it notifies.

#include <gtest/gtest.h>

#include "participants/notice_intervals.h"
#include "participants/wallet/server/notify.h"
#include "protocol/codec/codec.h"
#include "support/wallet_bench.h"

namespace aplus::test {
namespace {

using namespace protocol;
using wallet::server::AccountStatus;
using wallet::server::Answer;

std::string both(InquiryPaymentResponse const& response) {
  return response.result.resultCode +
         (response.paymentResult ? " " + response.paymentResult->resultCode : std::string());
}

// shows: upm-inquiry, upm-inquiry-unknown
TEST(WalletInquiry, TellsOfTheCallAndOfThePayment) {
  WalletBench bench;
  EXPECT_EQ(both(bench.inquire("request-1")), "ORDER_NOT_EXIST");

  PayResponse const paid = bench.pay(bench.payRequest());
  InquiryPaymentResponse const told = bench.inquire("request-1");
  EXPECT_EQ(both(told), "SUCCESS SUCCESS");
  EXPECT_EQ(told.paymentId, paid.paymentId);
  EXPECT_EQ(told.paymentTime, paid.paymentTime);
  EXPECT_EQ(told.customerId, paid.customerId);
  EXPECT_EQ(told.payToAmount, paid.payToAmount);

  bench.pay(bench.payRequest("poor", 9000));
  EXPECT_EQ(both(bench.inquire("poor")), "SUCCESS USER_BALANCE_NOT_ENOUGH");
  EXPECT_TRUE(bench.inquire("poor").paymentId.empty());

  bench.server().conduct.processing = {Answer::later, kMinuteMs};
  bench.pay(bench.payRequest("slow"));
  EXPECT_EQ(both(bench.inquire("slow")), "SUCCESS PAYMENT_IN_PROCESS");
  bench.pass(kMinuteMs);
  EXPECT_EQ(both(bench.inquire("slow")), "SUCCESS SUCCESS");

  bench.cancel("request-1");
  EXPECT_EQ(both(bench.inquire("request-1")), "SUCCESS ORDER_IS_CLOSED");
}

TEST(WalletInquiry, IsForThisWalletOnly) {
  WalletBench bench;
  for (char const* path : {"inquiryPayment", "cancelPayment"}) {
    std::string const answer = bench.ask("/aps/api/v1/payments/" + std::string(path),
                                         R"({"acquirerId":"a","pspId":"another","paymentRequestId":"x"})");
    EXPECT_NE(answer.find("$.pspId"), std::string::npos) << answer;
  }
}

// shows: upm-cancel-any, upm-double-entry
TEST(WalletCancel, GivesTheMoneyBackOnceWhateverTheStatus) {
  WalletBench bench;
  bench.server().conduct.feeBasisPoints = 100;
  bench.server().conduct.cashbackBasisPoints = 300;
  PayResponse const paid = bench.pay(bench.payRequest());
  EXPECT_EQ(bench.cancelCode("request-1"), "SUCCESS");
  EXPECT_EQ(bench.balance(), 50000);
  for (char const* account : {"settlement:alipayplus", "fee:wallet", "promotion:wallet"}) {
    EXPECT_EQ(bench.balance(account), 0) << account;
  }
  EXPECT_EQ(bench.cancelCode("request-1"), "SUCCESS");
  EXPECT_EQ(bench.balance(), 50000) << "once";
  EXPECT_EQ(bench.pay(bench.payRequest()), paid) << "the answer to pay was final";
  EXPECT_EQ(bench.balance(), 50000);

  bench.pay(bench.payRequest("poor", 9000));
  EXPECT_EQ(bench.cancelCode("poor"), "SUCCESS");
  EXPECT_EQ(both(bench.inquire("poor")), "SUCCESS ORDER_IS_CLOSED");
}

TEST(WalletCancel, EndsWhatIsInProcess) {
  WalletBench bench;
  bench.server().conduct.processing = {Answer::later, kMinuteMs};
  bench.pay(bench.payRequest());
  EXPECT_EQ(bench.cancelCode("request-1"), "SUCCESS");
  EXPECT_EQ(bench.payCode(bench.payRequest()), "ORDER_IS_CLOSED");
  bench.pass(kHourMs);
  EXPECT_EQ(bench.balance(), 50000) << "nothing is decided any more";
  EXPECT_TRUE(bench.notifications().empty());
  EXPECT_EQ(both(bench.inquire("request-1")), "SUCCESS ORDER_IS_CLOSED");
}

TEST(WalletCancel, OfAnUnknownOrderIsRememberedSoThatALatePayFindsItClosed) {
  WalletBench bench;
  EXPECT_EQ(bench.cancelCode("request-1"), "ORDER_NOT_EXIST");
  EXPECT_EQ(both(bench.inquire("request-1")), "ORDER_NOT_EXIST");
  EXPECT_EQ(bench.payCode(bench.payRequest()), "ORDER_IS_CLOSED");
  EXPECT_EQ(bench.balance(), 50000);
  EXPECT_EQ(bench.cancelCode("request-1"), "ORDER_NOT_EXIST") << "the same answer";
  EXPECT_EQ(both(bench.inquire("request-1")), "SUCCESS ORDER_IS_CLOSED");
}

// shows: upm-cancel-window
TEST(WalletCancel, IsPossibleUntilHalfPastMidnightChinaTimeOfTheNextDay) {
  struct Row {
    char const* paid;
    char const* cancelled;
    char const* code;
  };
  Row const rows[] = {
      {"2025-01-15T00:00:00+08:00", "2025-01-16T00:29:59.999+08:00", "SUCCESS"},
      {"2025-01-15T00:00:00+08:00", "2025-01-16T00:30:00.000+08:00", "SUCCESS"},
      {"2025-01-15T00:00:00+08:00", "2025-01-16T00:30:00.001+08:00", "CANCEL_WINDOW_EXCEED"},
      {"2025-01-15T23:59:59+08:00", "2025-01-16T00:30:00.000+08:00", "SUCCESS"},
      {"2025-01-15T23:59:59+08:00", "2025-01-16T00:30:00.001+08:00", "CANCEL_WINDOW_EXCEED"},
      {"2025-01-16T00:00:00+08:00", "2025-01-16T23:00:00.000+08:00", "SUCCESS"},
      {"2025-01-16T00:30:00+09:00", "2025-01-16T00:31:00.000+08:00", "CANCEL_WINDOW_EXCEED"},
  };
  for (Row const& row : rows) {
    WalletBench bench;
    bench.context.time = *parseIso8601(row.paid);
    bench.pay(bench.payRequest());
    bench.context.time = *parseIso8601(row.cancelled);
    EXPECT_EQ(bench.cancelCode("request-1"), row.code) << row.paid << " " << row.cancelled;
    EXPECT_EQ(bench.balance(), row.code == std::string("SUCCESS") ? 50000 : 49000);
  }
}

TEST(WalletCancel, RepeatedAfterTheWindowItIsStillCancelled) {
  WalletBench bench;
  bench.pay(bench.payRequest());
  EXPECT_EQ(bench.cancelCode("request-1"), "SUCCESS");
  bench.pass(3 * kDayMs);
  EXPECT_EQ(bench.cancelCode("request-1"), "SUCCESS");
}

TEST(WalletCancel, AfterARefundGivesBackTheRest) {
  WalletBench bench;
  bench.server().conduct.feeBasisPoints = 33;
  bench.pay(bench.payRequest());
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r1", "request-1", 33)), "SUCCESS");
  EXPECT_EQ(bench.cancelCode("request-1"), "SUCCESS");
  EXPECT_EQ(bench.balance(), 50000);
  EXPECT_EQ(bench.balance("settlement:alipayplus"), 0);
  EXPECT_EQ(bench.balance("fee:wallet"), 0);
}

// shows: upm-refund-full
TEST(WalletRefund, GivesAllBackAtThePaymentsRate) {
  WalletBench bench;
  bench.pay(bench.payRequest());
  RefundResponse const response = bench.refund(bench.refundRequest("r1", "request-1", 100));
  EXPECT_EQ(response.result.resultCode, "SUCCESS");
  EXPECT_FALSE(response.refundId.empty());
  EXPECT_TRUE(parseIso8601(response.refundTime));
  EXPECT_EQ(bench.balance(), 50000);
  EXPECT_EQ(both(bench.inquire("request-1")), "SUCCESS SUCCESS") << "a refunded payment was paid";
}

// shows: upm-refund-partial
TEST(WalletRefund, InPartsUpToWhatWasPaid) {
  WalletBench bench;
  bench.pay(bench.payRequest());
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r1", "request-1", 30)), "SUCCESS");
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r2", "request-1", 69)), "SUCCESS");
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r3", "request-1", 2)), "REFUND_AMOUNT_EXCEED");
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r3", "request-1", 2)), "REFUND_AMOUNT_EXCEED");
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r4", "request-1", 1)), "SUCCESS");
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r5", "request-1", 1)), "REFUND_AMOUNT_EXCEED");
  EXPECT_EQ(bench.balance(), 50000);
}

// shows: upm-refund-idempotent
TEST(WalletRefund, MovesMoneyOncePerRefundRequestId) {
  WalletBench bench;
  bench.pay(bench.payRequest());
  RefundRequest const request = bench.refundRequest("r1", "request-1", 30);
  RefundResponse const first = bench.refund(request);
  bench.pass(kDayMs);
  EXPECT_EQ(bench.refund(request), first);
  EXPECT_EQ(bench.balance(), 49300);
  struct Row {
    char const* what;
    void (*spoil)(RefundRequest&);
  };
  Row const rows[] = {
      {"refundAmount", [](RefundRequest& r) { r.refundAmount.amountMinor = 31; }},
      {"refundFromAmount", [](RefundRequest& r) { r.refundFromAmount.amountMinor = 310; }},
      {"refundPromoInfo", [](RefundRequest& r) { r.refundPromoInfo = PaymentPromoInfo{{{"p", "", "", {}}}}; }},
      {"surchargeInfo", [](RefundRequest& r) { r.surchargeInfo = SurchargeInfo{{1, "JPY"}, std::nullopt}; }},
      {"paymentRequestId", [](RefundRequest& r) { r.paymentRequestId = PaymentRequestId{"another"}; }},
  };
  for (Row const& row : rows) {
    RefundRequest other = request;
    row.spoil(other);
    EXPECT_EQ(bench.refundCode(other), "REPEAT_REQ_INCONSISTENT") << row.what;
    EXPECT_EQ(bench.balance(), 49300) << row.what;
  }
}

// shows: upm-refund-window
TEST(WalletRefund, IsPossibleForThreeHundredAndSixtySixDays) {
  for (std::int64_t const late : {0, 1}) {
    WalletBench bench;
    bench.pay(bench.payRequest());
    bench.pass(366 * kDayMs + late);
    EXPECT_EQ(bench.refundCode(bench.refundRequest("r1", "request-1", 100)),
              late == 0 ? "SUCCESS" : "REFUND_WINDOW_EXCEED");
  }
}

TEST(WalletRefund, OnlyOfWhatWasPaidAndStands) {
  WalletBench bench;
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r1", "unknown", 100)), "ORDER_NOT_EXIST");
  bench.pay(bench.payRequest("poor", 9000));
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r2", "poor", 100)), "ORDER_IS_CLOSED");
  bench.pay(bench.payRequest("cancelled"));
  bench.cancel("cancelled");
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r3", "cancelled", 100)), "ORDER_IS_CLOSED");
  bench.server().conduct.processing = {Answer::later, kMinuteMs};
  bench.pay(bench.payRequest("slow"));
  RefundRequest early = bench.refundRequest("r4", "slow", 100);
  EXPECT_EQ(bench.refundCode(early), "PAYMENT_IN_PROCESS");
  bench.pass(kMinuteMs);
  early.paymentId = bench.server().payments.at(PaymentRequestId{"slow"}).paymentId;
  EXPECT_EQ(bench.refundCode(early), "SUCCESS") << "U was no final answer";
  EXPECT_EQ(bench.balance(), 50000);
}

TEST(WalletRefund, NamesTheFieldThatIsMissingOrContradicts) {
  struct Row {
    char const* path;
    void (*spoil)(RefundRequest&);
  };
  Row const rows[] = {
      {"$.pspId", [](RefundRequest& r) { r.pspId = PspId{"another"}; }},
      {"$.paymentId", [](RefundRequest& r) { r.paymentId = {}; }},
      {"$.paymentId", [](RefundRequest& r) { r.paymentId = PaymentId{"another"}; }},
      {"$.refundRequestId", [](RefundRequest& r) { r.refundRequestId = {}; }},
      {"$.refundAmount.currency", [](RefundRequest& r) { r.refundAmount.currency = "USD"; }},
      {"$.refundFromAmount.currency", [](RefundRequest& r) { r.refundFromAmount.currency = "JPY"; }},
      {"$.refundFromAmount", [](RefundRequest& r) { r.refundFromAmount.amountMinor = 299; }},
      {"$.refundQuote", [](RefundRequest& r) { r.refundQuote = {QuoteId{"q2"}, "JPY/KRW", "9.5", "", "", "", ""}; }},
      {"$.refundPromoInfo", [](RefundRequest& r) { r.refundPromoInfo = PaymentPromoInfo{{{"p", "", "", {}}}}; }},
      {"$.surchargeInfo", [](RefundRequest& r) { r.surchargeInfo = SurchargeInfo{{1, "JPY"}, std::nullopt}; }},
  };
  for (Row const& row : rows) {
    WalletBench bench;
    bench.pay(bench.payRequest());
    RefundRequest request = bench.refundRequest("r1", "request-1", 30);
    row.spoil(request);
    EXPECT_EQ(pathIn(bench.refund(request).result), row.path);
    EXPECT_EQ(bench.balance(), 49000);
  }
}

TEST(WalletRefund, TellsHowMuchOfPromotionAndSurchargeIsUndone) {
  WalletBench bench;
  PayRequest request = bench.payRequest();
  request.order->orderAmount = {110, "JPY"};
  request.paymentPromoInfo = PaymentPromoInfo{{{"p1", "Spring", "DISCOUNT", Money{20, "JPY"}}}};
  request.paymentFactor.needSurcharge = true;
  request.surchargeInfo = SurchargeInfo{{10, "JPY"}, std::nullopt};
  ASSERT_EQ(bench.payCode(request), "SUCCESS");
  RefundRequest refund = bench.refundRequest("r1", "request-1", 50);
  refund.refundPromoInfo = PaymentPromoInfo{{{"p1", "Spring", "DISCOUNT", Money{21, "JPY"}}}};
  EXPECT_EQ(pathIn(bench.refund(refund).result), "$.refundPromoInfo");
  refund.refundRequestId = RefundRequestId{"r2"};
  refund.refundPromoInfo = PaymentPromoInfo{{{"p1", "Spring", "DISCOUNT", Money{10, "JPY"}}}};
  refund.surchargeInfo = SurchargeInfo{{11, "JPY"}, std::nullopt};
  EXPECT_EQ(pathIn(bench.refund(refund).result), "$.surchargeInfo.surchargeAmount");
  refund.refundRequestId = RefundRequestId{"r3"};
  refund.surchargeInfo = SurchargeInfo{{5, "JPY"}, std::nullopt};
  EXPECT_EQ(bench.refundCode(refund), "SUCCESS");
  EXPECT_EQ(bench.balance(), 49500) << "the promotion moves no money of the user's";
  refund = bench.refundRequest("r4", "request-1", 4);
  refund.refundPromoInfo = PaymentPromoInfo{{{"p1", "Spring", "DISCOUNT", Money{11, "JPY"}}}};
  EXPECT_EQ(pathIn(bench.refund(refund).result), "$.refundPromoInfo") << "10 of 20 were undone before";
  refund.refundRequestId = RefundRequestId{"r5"};
  refund.refundPromoInfo.reset();
  refund.surchargeInfo = SurchargeInfo{{6, "JPY"}, std::nullopt};
  EXPECT_EQ(pathIn(bench.refund(refund).result), "$.surchargeInfo.surchargeAmount") << "5 of 10 went back before";
  refund.refundRequestId = RefundRequestId{"r6"};
  refund.surchargeInfo = SurchargeInfo{{5, "JPY"}, std::nullopt};
  EXPECT_EQ(pathIn(bench.refund(refund).result), "$.surchargeInfo.surchargeAmount") << "more than refundAmount";
  refund.refundRequestId = RefundRequestId{"r7"};
  refund.surchargeInfo = SurchargeInfo{{4, "JPY"}, std::nullopt};
  EXPECT_EQ(bench.refundCode(refund), "SUCCESS");
}

TEST(WalletRefund, RoundingNeverAddsUp) {
  WalletBench bench;
  PayRequest request = bench.payRequest("p", 30);
  request.paymentQuote->quotePrice = "0.15";
  request.payToAmount = Money{4, "KRW"};  // 4.5, to the even 4
  ASSERT_EQ(bench.payCode(request), "SUCCESS");
  auto const part = [&](char const* id, std::int64_t yen, std::int64_t won) {
    RefundRequest refund = bench.refundRequest(id, "p", yen);
    refund.refundFromAmount = {won, "KRW"};
    return bench.refundCode(refund);
  };
  EXPECT_EQ(part("r1", 10, 2), "SUCCESS");  // 1.5, to the even 2
  EXPECT_EQ(part("r2", 10, 2), "SUCCESS");
  EXPECT_EQ(part("r3", 10, 2), "REFUND_AMOUNT_EXCEED") << "six would go back of four";
  EXPECT_EQ(bench.balance(), 50000);
}

TEST(WalletRefund, IsNeverMoreThanWasPaidThoughTheRestRoundsAway) {
  WalletBench bench;
  PayRequest request = bench.payRequest("p", 100);
  request.paymentQuote->quotePrice = "0.01";
  request.payToAmount = Money{1, "KRW"};
  ASSERT_EQ(bench.payCode(request), "SUCCESS");
  RefundRequest refund = bench.refundRequest("r1", "p", 140);
  refund.refundFromAmount = {1, "KRW"};  // 1.4, to 1: all that the wallet had paid, and no more
  EXPECT_EQ(bench.refundCode(refund), "REFUND_AMOUNT_EXCEED");
  EXPECT_EQ(bench.balance(), 49999);
}

TEST(WalletRefund, ReturnsFeeAndCashbackInProportion) {
  WalletBench bench;
  bench.server().conduct.feeBasisPoints = 105;
  bench.server().conduct.cashbackBasisPoints = 333;
  bench.pay(bench.payRequest());
  EXPECT_EQ(bench.balance("fee:wallet"), 10);         // 10.5, to the even 10
  EXPECT_EQ(bench.balance("promotion:wallet"), -33);  // 33.3
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r1", "request-1", 33)), "SUCCESS");
  EXPECT_EQ(bench.balance("fee:wallet"), 7);
  EXPECT_EQ(bench.balance("promotion:wallet"), -22);
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r2", "request-1", 33)), "SUCCESS");
  EXPECT_EQ(bench.refundCode(bench.refundRequest("r3", "request-1", 34)), "SUCCESS");
  EXPECT_EQ(bench.balance("fee:wallet"), 0);
  EXPECT_EQ(bench.balance("promotion:wallet"), 0);
  EXPECT_EQ(bench.balance(), 50000);
}

// shows: upm-notify
TEST(WalletNotify, TriesAgainUntilItIsAcknowledged) {
  WalletBench bench;
  bench.server().conduct.processing = {Answer::later, kSecondMs};
  bench.pay(bench.payRequest());
  bench.pass(kSecondMs);
  std::size_t sent = 1;
  EXPECT_EQ(bench.notifications().size(), sent);
  for (std::int64_t const interval : kNoticeIntervalsMs) {
    if (sent % 2 == 0) bench.answerNotification("UNKNOWN_EXCEPTION");  // U is as good as silence
    bench.pass(interval - 1);
    EXPECT_EQ(bench.notifications().size(), sent);
    bench.pass(1);
    EXPECT_EQ(bench.notifications().size(), ++sent);
    EXPECT_EQ(bench.notifications().back().message.body, bench.notifications().front().message.body);
  }
  EXPECT_EQ(sent, 8u);
  bench.pass(7 * kDayMs);
  EXPECT_EQ(bench.notifications().size(), sent) << "given up: Alipay+ has to inquire";
}

TEST(WalletNotify, EndsWithAFinalAnswer) {
  for (char const* code : {"SUCCESS", "REPEAT_REQ_INCONSISTENT", "ORDER_NOT_EXIST"}) {
    WalletBench bench;
    bench.server().conduct.processing = {Answer::later, kSecondMs};
    bench.pay(bench.payRequest());
    bench.pass(kSecondMs + 2 * kMinuteMs);
    EXPECT_EQ(bench.notifications().size(), 2u);
    bench.answerNotification(code);
    bench.pass(2 * kDayMs);
    EXPECT_EQ(bench.notifications().size(), 2u) << code;
    EXPECT_EQ(bench.server().notifications.begin()->second.acknowledged, code == std::string("SUCCESS"));
  }
}

TEST(WalletNotify, DoesNotBelieveAnAnswerThatItCannotVerify) {
  WalletBench bench;
  bench.server().conduct.processing = {Answer::later, kSecondMs};
  bench.pay(bench.payRequest());
  bench.pass(kSecondMs);
  FakeContext line;
  sendResponse(bench.alipayplus(), line, bench.notifications().back(),
               codec::encode(NotifyPaymentResponse{makeResult("SUCCESS")}), {});
  line.sent.back().message.body += " ";
  wallet::server::onMessage(bench.server(), line.sent.back(), bench.context);
  bench.pass(2 * kMinuteMs);
  EXPECT_EQ(bench.notifications().size(), 2u);
}

TEST(WalletNotify, GoesWhereThePaymentSaysAndStopsWhenItIsCancelled) {
  WalletBench bench;
  bench.server().conduct.processing = {Answer::later, kSecondMs};
  PayRequest request = bench.payRequest();
  request.paymentNotifyUrl = "https://open-sea.alipayplus.com/aps/other/notify";
  bench.pay(request);
  bench.pay(bench.payRequest("request-2"));
  bench.pass(kSecondMs);
  ASSERT_EQ(bench.notifications().size(), 2u);
  EXPECT_EQ(bench.notifications()[0].message.uri, "/aps/other/notify");
  EXPECT_EQ(bench.notifications()[1].message.uri, "/aps/api/v1/payments/notifyPayment");
  bench.cancel("request-1");
  bench.cancel("request-2");
  bench.pass(2 * kDayMs);
  EXPECT_EQ(bench.notifications().size(), 2u);
}

}  // namespace
}  // namespace aplus::test
