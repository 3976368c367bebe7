// What the wallet server answers in Easy Pay: the three calls, passwords, and the order's own table.

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "inspect/easy_pay_page.h"
#include "participants/wallet/server/easy_pay_order.h"
#include "protocol/codec/codec.h"
#include "support/easy_pay_bench.h"
#include "support/files.h"

namespace aplus::test {
namespace {

using namespace protocol;
using wallet::server::AccountStatus;
using wallet::server::Answer;
using wallet::server::OrderPhase;

OrderPhase phaseOf(EasyPayBench& bench, std::string const& id = "order") {
  return bench.server().easyPay.orders.at(PaymentRequestId{id}).phase;
}

// shows: ep-evaluation, ep-evaluate-s
TEST(EasyPayEvaluation, TakesNothingAndMakesNoOrderWhateverElseIsSet) {
  EasyPayBench bench;
  PayResponse const answer = bench.pay(bench.evaluation());
  EXPECT_EQ(answer.result.resultCode, "SUCCESS");
  EXPECT_EQ(answer.customerId.value, "2160220000000001");
  EXPECT_EQ(bench.balance(), 50000);
  EXPECT_TRUE(bench.server().payments.empty());
  EXPECT_TRUE(bench.server().easyPay.passwords.empty());
  PayRequest plain = bench.evaluation("evaluation-2");
  plain.paymentFactor.isEasyPayScenario.reset();
  EXPECT_EQ(bench.payCode(plain), "SUCCESS") << "the flag of the sample is not needed";
}

// shows: ep-evaluate-f, ep-user-unknown, ep-user-frozen, ep-user-kyc
TEST(EasyPayEvaluation, SaysWhatStandsAgainstIt) {
  EasyPayBench bench;
  EXPECT_EQ(bench.payCode(bench.evaluation("much", 50001)), "USER_BALANCE_NOT_ENOUGH");
  bench.account().status = AccountStatus::frozen;
  EXPECT_EQ(bench.payCode(bench.evaluation("e1")), "USER_STATUS_ABNORMAL");
  EXPECT_EQ(bench.payCode(bench.evaluation("e1")), "USER_STATUS_ABNORMAL");
  bench.account().status = AccountStatus::active;
  EXPECT_EQ(bench.payCode(bench.evaluation("e1")), "USER_STATUS_ABNORMAL") << "the same question, the same answer";
  bench.account().kycQualified = false;
  EXPECT_EQ(bench.payCode(bench.evaluation("e2")), "USER_KYC_NOT_QUALIFIED");
  bench.account().status = AccountStatus::closed;
  EXPECT_EQ(bench.payCode(bench.evaluation("e3")), "USER_NOT_EXIST");
  EXPECT_EQ(bench.balance(), 50000);
}

// shows: ep-obtain-account, ep-login-id
TEST(EasyPayEvaluation, FindsTheAccountByTokenElseByLoginId) {
  EasyPayBench bench;
  bench.account().loginId = "1-5551234567";
  EXPECT_EQ(bench.payCode(bench.evaluation("e1")), "USER_NOT_EXIST");
  bench.account().loginId = EasyPayBench::kLoginId;
  auto const prepared = bench.prepare(bench.prepareRequest());
  std::string const token =
      bench.applyToken(bench.applyRequest(prepared, bench.password("agreement"))).accessToken.value;
  PayRequest byToken = bench.evaluation("e2");
  byToken.paymentMethod.paymentMethodId = token;
  byToken.paymentMethod.paymentMethodMetaData->userLoginId = "82-9999999999";
  EXPECT_EQ(bench.payCode(byToken), "SUCCESS") << "paymentMethodId goes first";
  byToken.paymentRequestId = PaymentRequestId{"e3"};
  byToken.paymentMethod.paymentMethodId = "nobody's";
  EXPECT_EQ(bench.payCode(byToken), "INVALID_TOKEN");
  PayRequest neither = bench.evaluation("e4");
  neither.paymentMethod.paymentMethodMetaData.reset();
  EXPECT_EQ(pathIn(bench.pay(neither).result), "$.paymentMethod.paymentMethodId");

  // The spelling of the guide's text and the empty paymentMethodId of its sample.
  std::string body = codec::encode(bench.evaluation("e5"));
  std::string const ours = "\"paymentMethodMetaData\"";
  body.replace(body.find(ours), ours.size(), "\"paymentMethodId\":\"\",\"paymentMethodMetadata\"");
  EXPECT_NE(bench.ask("/aps/api/v1/payments/pay", body).find("SUCCESS"), std::string::npos);
}

// shows: ep-login-id-form, ep-agreement-flag, ep-pass-through
TEST(EasyPayCalls, RefuseWhatIsMalformedAndNameTheField) {
  struct Row {
    char const* path;
    void (*spoil)(PayRequest&);
  };
  Row const rows[] = {
      {"$.paymentMethod.paymentMethodMetaData.userLoginId",
       [](PayRequest& r) { r.paymentMethod.paymentMethodMetaData->userLoginId = "852-524xx184"; }},
      {"$.paymentMethod.paymentMethodMetaData.userLoginId",
       [](PayRequest& r) { r.paymentMethod.paymentMethodMetaData->userLoginId = "1012344321"; }},
      {"$.paymentMethod.paymentMethodMetaData.userLoginIdType",
       [](PayRequest& r) { r.paymentMethod.paymentMethodMetaData->userLoginIdType = "EMAIL"; }},
      {"$.paymentFactor.isAgreementPayment", [](PayRequest& r) { r.paymentFactor.isAgreementPayment.reset(); }},
      {"$.paymentFactor.isAgreementPayment", [](PayRequest& r) { r.paymentFactor.isAgreementPayment = false; }},
      {"$.paymentMethod.paymentMethodType", [](PayRequest& r) { r.paymentMethod.paymentMethodType = "CONNECT_WALLET"; }},
      {"$.passThroughInfo", [](PayRequest& r) { r.passThroughInfo = "buyerId=1"; }},
      {"$.passThroughInfo", [](PayRequest& r) { r.passThroughInfo = "[1]"; }},
      {"$.payToAmount", [](PayRequest& r) { r.payToAmount->amountMinor += 1; }},
  };
  for (Row const& row : rows) {
    for (bool const evaluates : {true, false}) {
      EasyPayBench bench;
      PayRequest request = evaluates ? bench.evaluation() : bench.order();
      row.spoil(request);
      EXPECT_EQ(pathIn(bench.pay(request).result), row.path);
      EXPECT_TRUE(bench.server().easyPay.passwords.empty());
    }
  }
}

// shows: ep-order-u, ep-otp-sms
TEST(EasyPayOrder, SendsSixDigitsAndIsNeverSuccess) {
  EasyPayBench bench;
  PayResponse const answer = bench.pay(bench.order());
  EXPECT_EQ(answer.result.resultStatus, ResultStatus::U);
  EXPECT_EQ(answer.result.resultCode, "VERIFICATION_IN_PROCESS");
  EXPECT_EQ(answer.verifyRequestId, bench.verifyRequestId());
  EXPECT_EQ(bench.password().size(), 6u);
  EXPECT_EQ(bench.balance(), 50000);
  auto const sms = std::find_if(bench.context.sent.begin(), bench.context.sent.end(),
                                [](Envelope const& e) { return e.name == "sendSms"; });
  ASSERT_NE(sms, bench.context.sent.end());
  EXPECT_EQ(sms->to, Party::user);
  EXPECT_NE(sms->message.body.find(bench.password()), std::string::npos);
}

// shows: ep-order-repeated, ep-amount-changed
TEST(EasyPayOrder, RepeatedGetsTheSameAnswerAndNoOtherPassword) {
  EasyPayBench bench;
  PayResponse const first = bench.pay(bench.order());
  EXPECT_EQ(bench.pay(bench.order()), first);
  EXPECT_EQ(bench.server().easyPay.passwords.size(), 1u);
  EXPECT_EQ(bench.payCode(bench.order("order", 1001)), "REPEAT_REQ_INCONSISTENT");
  EXPECT_EQ(bench.pay(bench.verification(bench.password())).result.resultCode, "SUCCESS");
  EXPECT_EQ(bench.pay(bench.order()), first) << "a copy that comes late says nothing else";
  EXPECT_EQ(bench.balance(), 49000);
}

// shows: ep-order-f
TEST(EasyPayOrder, IsRefusedForGoodWhenTheAccountCannotPay) {
  EasyPayBench bench;
  bench.account().status = AccountStatus::frozen;
  EXPECT_EQ(bench.payCode(bench.order()), "USER_STATUS_ABNORMAL");
  bench.account().status = AccountStatus::active;
  EXPECT_EQ(bench.payCode(bench.order()), "USER_STATUS_ABNORMAL") << "final is final";
  EXPECT_EQ(bench.payCode(bench.verification("123456")), "USER_STATUS_ABNORMAL");
  EXPECT_TRUE(bench.server().easyPay.passwords.empty());
}

// shows: ep-verify-order, ep-verify-s, ep-verify-repeated
TEST(EasyPayVerification, FindsTheOrderByItsIdAlone) {
  EasyPayBench bench;
  bench.pay(bench.order());
  PayRequest const third = bench.verification(bench.password());
  EXPECT_FALSE(third.order || third.paymentAmount || third.payToAmount);
  PayResponse const paid = bench.pay(third);
  EXPECT_EQ(paid.result.resultCode, "SUCCESS");
  EXPECT_FALSE(paid.paymentId.empty());
  EXPECT_EQ(bench.balance(), 49000);
  EXPECT_EQ(bench.pay(third), paid);
  PayRequest wrong = third;
  wrong.otpVerification->otpCode = "000000";
  EXPECT_EQ(bench.pay(wrong), paid) << "the order has ended; there is nothing to verify";
  EXPECT_EQ(bench.balance(), 49000);
  EXPECT_EQ(bench.notifications().size(), 1u);
}

// shows: ep-amount-changed
TEST(EasyPayVerification, NoticesAnotherAmountAndLeavesTheOrderAsItWas) {
  EasyPayBench bench;
  bench.pay(bench.order());
  PayRequest other = bench.verification(bench.password());
  other.paymentAmount = Money{999, "KRW"};
  EXPECT_EQ(bench.payCode(other), "REPEAT_REQ_INCONSISTENT");
  other.paymentAmount = Money{1000, "KRW"};
  EXPECT_EQ(bench.payCode(other), "SUCCESS");
}

// shows: ep-verify-u-retry, ep-verify-f-tries, ep-otp-tries
TEST(EasyPayVerification, AllowsThreeTriesAndCountsNoneTwice) {
  EasyPayBench bench;
  bench.pay(bench.order());
  std::string const right = bench.password();
  PayRequest const third = bench.verification(right);
  EXPECT_EQ(bench.payCode(bench.verification("000001")), "VERIFICATION_IN_PROCESS");
  EXPECT_EQ(bench.payCode(bench.verification("000001")), "VERIFICATION_IN_PROCESS");
  EXPECT_EQ(bench.payCode(bench.verification("000001")), "VERIFICATION_IN_PROCESS") << "the network repeats itself";
  EXPECT_EQ(bench.payCode(bench.verification("000002")), "VERIFICATION_IN_PROCESS");
  EXPECT_EQ(bench.payCode(bench.verification("000003")), "USER_PAYMENT_VERIFICATION_FAILED");
  EXPECT_EQ(bench.payCode(third), "USER_PAYMENT_VERIFICATION_FAILED") << "too late for the right one";
  EXPECT_EQ(phaseOf(bench), OrderPhase::failed);
  EXPECT_EQ(bench.balance(), 50000);
  EXPECT_EQ(bench.lastNotification().paymentResult.resultCode, "USER_PAYMENT_VERIFICATION_FAILED");
}

// shows: ep-verify-request-id
TEST(EasyPayVerification, ComparesThePasswordWithTheOneThatItNames) {
  EasyPayBench bench;
  bench.pay(bench.order("first"));
  bench.pay(bench.order("second"));
  PayRequest crossed = bench.verification(bench.password("first"), "second");
  crossed.otpVerification->verifyRequestId = bench.verifyRequestId("first");
  EXPECT_EQ(bench.payCode(crossed), "VERIFICATION_IN_PROCESS");
  PayRequest unknown = bench.verification(bench.password("second"), "second");
  unknown.otpVerification->verifyRequestId = "never given out";
  EXPECT_EQ(bench.payCode(unknown), "VERIFICATION_IN_PROCESS");
  EXPECT_EQ(bench.balance(), 50000);
  EXPECT_EQ(bench.payCode(bench.verification(bench.password("second"), "second")), "SUCCESS");
}

// shows: ep-verify-without-order
TEST(EasyPayVerification, WithoutAnOrderFindsNoneAndALateOneStaysOut) {
  EasyPayBench bench;
  EXPECT_EQ(bench.payCode(bench.verification("123456")), "ORDER_NOT_EXIST");
  EXPECT_EQ(bench.payCode(bench.order()), "ORDER_NOT_EXIST");
  EXPECT_EQ(bench.payCode(bench.verification("123456")), "ORDER_NOT_EXIST");
  EXPECT_TRUE(bench.server().payments.empty());
}

// shows: ep-verify-f-payment
TEST(EasyPayVerification, ThatIsRightMayStillEndInARefusal) {
  EasyPayBench bench;
  bench.pay(bench.order("a", 30000));
  bench.pay(bench.order("b", 30000));
  EXPECT_EQ(bench.payCode(bench.verification(bench.password("a"), "a")), "SUCCESS");
  EXPECT_EQ(bench.payCode(bench.verification(bench.password("b"), "b")), "USER_BALANCE_NOT_ENOUGH");
  EXPECT_EQ(bench.balance(), 20000);
}

// shows: ep-verify-u-payment
TEST(EasyPayVerification, ThatIsRightMayTakeItsTime) {
  EasyPayBench bench;
  bench.pay(bench.order());
  bench.server().conduct.processing = {Answer::later, 30 * kSecondMs};
  EXPECT_EQ(bench.payCode(bench.verification(bench.password())), "PAYMENT_IN_PROCESS");
  EXPECT_EQ(phaseOf(bench), OrderPhase::processing);
  EXPECT_EQ(bench.payCode(bench.verification("000000")), "PAYMENT_IN_PROCESS") << "it was verified already";
  EXPECT_EQ(bench.inquire("order").paymentResult->resultCode, "PAYMENT_IN_PROCESS");
  bench.pass(31 * kSecondMs);
  EXPECT_EQ(bench.balance(), 49000);
  EXPECT_EQ(bench.lastNotification().paymentResult.resultCode, "SUCCESS");
  EXPECT_EQ(bench.payCode(bench.verification("000000")), "SUCCESS");
}

// shows: ep-order-expiry
TEST(EasyPayOrder, ClosesAtItsExpiry) {
  EasyPayBench bench;
  bench.pay(bench.order());
  PayRequest const third = bench.verification(bench.password());
  EXPECT_EQ(bench.inquire("order").paymentResult->resultCode, "VERIFICATION_IN_PROCESS");
  bench.pass(16 * kMinuteMs);
  EXPECT_EQ(bench.lastNotification().paymentResult.resultCode, "ORDER_IS_CLOSED");
  EXPECT_EQ(bench.payCode(third), "ORDER_IS_CLOSED");
  EXPECT_EQ(bench.balance(), 50000);
  EXPECT_EQ(bench.password(), "none");
}

TEST(EasyPayOrder, CanBeCancelledAtAnyTime) {
  EasyPayBench bench;
  bench.pay(bench.order("waiting"));
  PayRequest const third = bench.verification(bench.password("waiting"), "waiting");
  EXPECT_EQ(bench.cancelCode("waiting"), "SUCCESS");
  EXPECT_EQ(bench.payCode(third), "ORDER_IS_CLOSED");
  bench.payWithPassword("paid");
  EXPECT_EQ(bench.cancelCode("paid"), "SUCCESS");
  EXPECT_EQ(bench.balance(), 50000);
  EXPECT_EQ(phaseOf(bench, "paid"), OrderPhase::closed);
}

// shows: ep-otp-lifetime
TEST(OneTimePassword, IsGoodForFiveMinutesAndOnce) {
  EasyPayBench bench;
  bench.pay(bench.order("late"));
  bench.pass(5 * kMinuteMs);
  EXPECT_EQ(bench.payCode(bench.verification(bench.password("late"), "late")), "VERIFICATION_IN_PROCESS");
  bench.pay(bench.order("right"));
  bench.pass(5 * kMinuteMs - 1);
  EXPECT_EQ(bench.payCode(bench.verification(bench.password("right"), "right")), "SUCCESS");
  EXPECT_EQ(bench.password("right"), "none");
}

// shows: ep-otp-sms
TEST(OneTimePassword, IsRightAsAWholeOnly) {
  EasyPayBench bench;
  bench.pay(bench.order());
  std::string const right = bench.password();
  EXPECT_EQ(bench.payCode(bench.verification(right.substr(0, 5))), "VERIFICATION_IN_PROCESS");
  EXPECT_EQ(bench.payCode(bench.verification(right + "0")), "VERIFICATION_IN_PROCESS");
  EXPECT_EQ(bench.payCode(bench.verification(right)), "SUCCESS");
}

// shows: ep-otp-resend, ep-resend-s, ep-resend-u
TEST(OneTimePassword, IsSentAgainAfterAMinuteAndReplacesTheOne) {
  EasyPayBench bench;
  bench.pay(bench.order());
  PayRequest const old = bench.verification(bench.password());
  bench.pass(60 * kSecondMs - 1);
  EXPECT_EQ(bench.sendOtp(bench.sendOtpRequest()).result.resultCode, "REQUEST_TRAFFIC_EXCEED_LIMIT");
  bench.pass(1);
  SendOtpRequest masked = bench.sendOtpRequest();
  masked.userLoginId = "82-10****4321";
  SendOtpResponse const sent = bench.sendOtp(masked);
  EXPECT_EQ(sent.result.resultCode, "SUCCESS") << "as in the guide's sample";
  EXPECT_NE(sent.verifyRequestId, old.otpVerification->verifyRequestId);
  EXPECT_EQ(bench.payCode(old), "VERIFICATION_IN_PROCESS") << "the old one is worthless";
  EXPECT_EQ(bench.payCode(bench.verification(bench.password())), "SUCCESS");
}

// shows: ep-resend-f
TEST(OneTimePassword, IsNotSentForWhatDoesNotWaitForIt) {
  EasyPayBench bench;
  EXPECT_EQ(bench.sendOtp(bench.sendOtpRequest()).result.resultCode, "ORDER_NOT_EXIST");
  bench.pay(bench.order());
  SendOtpRequest foreign = bench.sendOtpRequest();
  foreign.userLoginId = "82-9999999999";
  EXPECT_EQ(bench.sendOtp(foreign).result.resultCode, "USER_NOT_EXIST");
  bench.pay(bench.verification(bench.password()));
  EXPECT_EQ(bench.sendOtp(bench.sendOtpRequest()).result.resultCode, "ORDER_IS_CLOSED");
  SendOtpRequest byToken = bench.sendOtpRequest("");
  byToken.userLoginId.clear();
  byToken.userLoginIdType.clear();
  byToken.accessToken = AccessToken{"nobody's"};
  EXPECT_EQ(bench.sendOtp(byToken).result.resultCode, "INVALID_TOKEN");
  bench.server().easyPay.otpRules.sending = wallet::server::SmsSending::fails;
  EXPECT_EQ(bench.payCode(bench.order("next")), "PROCESS_FAIL");
}

// shows: ep-otp-lock-order
TEST(OneTimePassword, GuessingIsCountedPerOrder) {
  EasyPayBench bench;
  bench.pay(bench.order());
  EXPECT_EQ(bench.payCode(bench.verification("000001")), "VERIFICATION_IN_PROCESS");
  EXPECT_EQ(bench.payCode(bench.verification("000002")), "VERIFICATION_IN_PROCESS");
  bench.pass(kMinuteMs);
  bench.sendOtp(bench.sendOtpRequest());
  EXPECT_EQ(bench.payCode(bench.verification("000003")), "VERIFICATION_IN_PROCESS");
  EXPECT_EQ(bench.payCode(bench.verification("000004")), "VERIFICATION_IN_PROCESS");
  bench.pass(kMinuteMs);
  bench.sendOtp(bench.sendOtpRequest());
  EXPECT_EQ(bench.payCode(bench.verification("000005")), "USER_PAYMENT_VERIFICATION_FAILED");
  EXPECT_EQ(bench.password(), "none");
}

// shows: ep-otp-lock-user
TEST(OneTimePassword, GuessingIsCountedPerUser) {
  EasyPayBench bench;
  bench.server().easyPay.otpRules.triesPerUser = 4;
  bench.pay(bench.order("a"));
  bench.pay(bench.verification("000001", "a"));
  bench.pay(bench.verification("000002", "a"));
  bench.pay(bench.order("b"));
  bench.pay(bench.verification("000001", "b"));
  PayRequest const right = bench.verification(bench.password("a"), "a");
  EXPECT_EQ(bench.payCode(bench.verification("000002", "b")), "USER_PAYMENT_VERIFICATION_FAILED");
  EXPECT_EQ(bench.payCode(right), "USER_PAYMENT_VERIFICATION_FAILED") << "the user is locked, whatever is typed";
  EXPECT_EQ(bench.payCode(bench.order("c")), "RISK_REJECT");
  EXPECT_EQ(bench.prepare(bench.prepareRequest()).result.resultCode, "RISK_REJECT");
  bench.pass(30 * kMinuteMs);
  EXPECT_EQ(bench.payCode(bench.order("d")), "VERIFICATION_IN_PROCESS");
  EXPECT_EQ(bench.balance(), 50000);
}

// shows: ep-order-table
TEST(EasyPayOrderTable, LeadsEverywhereAndIsDrawn) {
  using wallet::server::OrderEvent;
  std::set<std::pair<OrderPhase, OrderEvent>> seen;
  std::set<OrderPhase> reached{OrderPhase::none};
  for (auto const& row : wallet::server::orderTransitions()) {
    EXPECT_TRUE(seen.insert({row.from, row.event}).second) << "one row for each";
    EXPECT_TRUE(reached.contains(row.from)) << "rows stand in the order in which they can happen";
    reached.insert(row.to);
    EXPECT_EQ(row.meaning.back(), '.');
    EXPECT_FALSE(row.from == OrderPhase::none && row.answer.starts_with("S")) << "the second call is never S";
  }
  EXPECT_EQ(reached.size(), 6u);
  EXPECT_EQ(wallet::server::findTransition(OrderPhase::paid, OrderEvent::rightAndPaid), nullptr);
  expectGolden("docs/protocol/easy-pay-order.md", inspect::easyPayOrderPage());
}

}  // namespace
}  // namespace aplus::test
