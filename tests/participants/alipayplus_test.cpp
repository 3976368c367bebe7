// What Alipay+ does with single messages of the acquirer and of the wallet server.

#include <set>

#include <gtest/gtest.h>

#include "participants/alipayplus/wallet_line.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/get_payment_code.h"
#include "protocol/payments/cancel_payment.h"
#include "protocol/payments/inquiry_payment.h"
#include "protocol/payments/notify_payment.h"
#include "protocol/payments/pay.h"
#include "protocol/payments/payment_scenario.h"
#include "protocol/payments/refund.h"
#include "scenario/scenario.h"
#include "support/fake_context.h"

namespace aplus {
namespace {

using namespace protocol;

/// Alipay+ of the sandbox between an acquirer and a wallet that the test plays.
class AlipayplusServer : public testing::Test {
 protected:
  AlipayplusServer() : world_(scenario::makeWorld(*scenario::findBuiltin("upm-pay"), 1)) {
    context_.time = world_.now;
    alipayplus::IssuedCode issued;
    issued.customerId = CustomerId{"2160220000000001"};
    issued.expiresAt = world_.now + kMinuteMs;
    state().codes[PaymentCode{kCode}] = issued;
  }

  alipayplus::State& state() { return world_.alipayplus; }

  /// Signs a request as a party would, hands it in, and returns the response if there is one already.
  std::string ask(Endpoint const& from, std::string const& api, Role role, std::string const& body) {
    test::FakeContext line;
    line.time = context_.time;
    sendRequest(from, line, api, std::string(protocol::api(api, role).path), body, {});
    line.sent.back().id = ++requestId_;
    context_.sent.clear();
    alipayplus::onMessage(state(), line.sent.back(), context_);
    return responseTo(requestId_);
  }

  std::string responseTo(SequenceNo request) const {
    for (Envelope const& sent : context_.sent) {
      if (sent.phase == Phase::response && sent.inReplyTo == request) return sent.message.body;
    }
    return "";
  }

  template <class Response, class Request>
  Response acquirer(std::string const& api, Request const& request) {
    std::string const body = ask(*world_.acquirer.endpoint, api, Role::acquirer, codec::encode(request));
    return body.empty() ? Response{} : codec::decode<Response>(body)->value;
  }

  NotifyPaymentResponse notify(NotifyPaymentRequest const& request) {
    return codec::decode<NotifyPaymentResponse>(
               ask(*world_.walletServer.endpoint, "notifyPayment", Role::wallet, codec::encode(request)))
        ->value;
  }

  AcquirerPayRequest payRequest(std::string id = "order-1") const {
    AcquirerPayRequest request;
    request.acquirerId = world_.alipayplus.acquirerId;
    request.order.referenceOrderId = "o";
    request.order.orderDescription = "SHOES";
    request.order.orderAmount = {100, "JPY"};
    request.order.merchant.referenceMerchantId = "M1";
    request.order.merchant.merchantMCC = "1405";
    request.order.merchant.merchantName = "UGG";
    request.order.merchant.store.emplace().referenceStoreId = "S1";
    request.paymentRequestId = PaymentRequestId{std::move(id)};
    request.paymentAmount = {100, "JPY"};
    request.paymentMethod.paymentMethodType = kConnectWallet;
    request.paymentMethod.paymentMethodId = kCode;
    request.paymentFactor.isInStorePayment = true;
    request.paymentFactor.inStorePaymentScenario = kPaymentCodeScenario;
    return request;
  }

  /// The last request that Alipay+ sent to the wallet.
  Envelope lastToWallet() const {
    for (auto sent = context_.sent.rbegin(); sent != context_.sent.rend(); ++sent) {
      if (sent->phase == Phase::request && sent->to == Party::walletServer) return *sent;
    }
    ADD_FAILURE() << "nothing was sent to the wallet";
    return {};
  }

  /// The wallet answers it.
  template <class Response>
  void walletAnswers(Response const& response) {
    Envelope const request = lastToWallet();
    test::FakeContext line;
    line.time = context_.time;
    sendResponse(*world_.walletServer.endpoint, line, request, codec::encode(response), {});
    context_.sent.clear();
    alipayplus::onMessage(state(), line.sent.back(), context_);
  }

  /// The notifications that the acquirer got since the last message.
  std::vector<Envelope> notices() const {
    std::vector<Envelope> all;
    for (Envelope const& sent : context_.sent) {
      if (sent.to == Party::acquirer && sent.name == "notifyPayment") all.push_back(sent);
    }
    return all;
  }

  void acquirerAnswers(Envelope const& notice, ResultInfo result, bool altered = false) {
    test::FakeContext line;
    line.time = context_.time;
    sendResponse(*world_.acquirer.endpoint, line, notice, codec::encode(AcquirerNotifyPaymentResponse{std::move(result)}),
                 {});
    if (altered) line.sent.back().message.body += " ";
    alipayplus::onMessage(state(), line.sent.back(), context_);
  }

  /// The alarm of the next notification goes off: how many minutes it took, 0 when there is none.
  std::int64_t wakeForNotice() {
    for (auto const& pending : context_.timers) {
      if (pending.timer.name != "repeatAcquirerNotice") continue;
      auto const wait = (pending.due - context_.time) / kMinuteMs;
      context_.time = pending.due;
      Timer const timer = pending.timer;
      context_.cancelTimer(timer.id);
      context_.sent.clear();
      alipayplus::onTimer(state(), timer, context_);
      return wait;
    }
    return 0;
  }

  /// Asks for a payment that the wallet takes the money for.
  alipayplus::Payment const& paid() {
    acquirer<AcquirerPayResponse>("pay", payRequest());
    PayResponse response;
    response.result = makeResult("SUCCESS");
    response.paymentId = PaymentId{"wallet-payment"};
    response.paymentTime = "2025-01-15T10:00:00+09:00";
    response.customerId = CustomerId{"2160220000000001"};
    walletAnswers(response);
    return payment();
  }

  alipayplus::Payment const& payment() const {
    return world_.alipayplus.payments.at(PaymentRequestId{"order-1"});
  }

  NotifyPaymentRequest notice(std::string_view code) const {
    NotifyPaymentRequest request;
    request.paymentResult = makeResult(code);
    request.paymentRequestId = payment().walletRequestId;
    if (request.paymentResult.success()) {
      request.paymentId = PaymentId{"wallet-payment"};
      request.paymentTime = "2025-01-15T10:00:00+09:00";
      request.customerId = CustomerId{"2160220000000001"};
    }
    return request;
  }

  AcquirerRefundRequest refundRequest(std::string id, std::int64_t amount) const {
    AcquirerRefundRequest request;
    request.paymentRequestId = PaymentRequestId{"order-1"};
    request.refundRequestId = RefundRequestId{std::move(id)};
    request.refundAmount = {amount, "JPY"};
    return request;
  }

  void walletRefunds() {
    RefundResponse response;
    response.result = makeResult("SUCCESS");
    response.refundId = RefundId{"wallet-refund"};
    response.refundTime = "2025-01-15T10:00:00+09:00";
    walletAnswers(response);
  }

  static constexpr char kCode[] = "281006021234567890123456";
  timeline::World world_;
  test::FakeContext context_;
  SequenceNo requestId_ = 0;
};

// shows: upm-inquiry-polling
TEST_F(AlipayplusServer, AsksAtTheDocumentedIntervals) {
  std::vector<std::int64_t> seconds;
  for (std::int32_t done = 0; done < 8; ++done) seconds.push_back(alipayplus::retryDelayMs(done) / kSecondMs);
  EXPECT_EQ(seconds, (std::vector<std::int64_t>{4, 4, 30, 60, 60, 60, 300, 300}));
}

TEST_F(AlipayplusServer, TellsTheWalletUntilWhenToPayAndWhereToNotify) {
  acquirer<AcquirerPayResponse>("pay", payRequest());
  auto const pay = codec::decode<PayRequest>(lastToWallet().message.body)->value;
  EXPECT_EQ(*parseIso8601(pay.paymentExpiryTime) - context_.time, 3 * kMinuteMs);
  EXPECT_NE(pay.paymentNotifyUrl.find("/aps/api/v1/payments/notifyPayment"), std::string::npos);
  EXPECT_EQ(pay.paymentFactor.isCrossborderSettlement, true);
}

TEST_F(AlipayplusServer, TakesTheAcquirersExpiryWhenThereIsOne) {
  AcquirerPayRequest request = payRequest();
  request.paymentExpiryTime = "2025-01-15T09:01:00+08:00";
  acquirer<AcquirerPayResponse>("pay", request);
  EXPECT_EQ(payment().expiresAt, *parseIso8601("2025-01-15T09:01:00+08:00"));
}

// shows: upm-pay-success
TEST_F(AlipayplusServer, DoesNotTakeSuccessWithoutAnId) {
  acquirer<AcquirerPayResponse>("pay", payRequest());
  PayResponse response;
  response.result = makeResult("SUCCESS");
  response.customerId = CustomerId{"2160220000000001"};
  walletAnswers(response);
  EXPECT_EQ(payment().stage, alipayplus::Stage::inquiring);
}

TEST_F(AlipayplusServer, AnswersTheSamePayWithTheSameResult) {
  paid();
  auto const again = acquirer<AcquirerPayResponse>("pay", payRequest());
  EXPECT_EQ(again.result.resultCode, "SUCCESS");
  EXPECT_EQ(again.paymentId, payment().paymentId);
  AcquirerPayRequest other = payRequest();
  other.paymentAmount.amountMinor = 200;
  EXPECT_EQ(acquirer<AcquirerPayResponse>("pay", other).result.resultCode, "REPEAT_REQ_INCONSISTENT");
}

// shows: upm-notify, upm-inquiry
TEST_F(AlipayplusServer, TakesANotificationOnceAndRefusesAnother) {
  acquirer<AcquirerPayResponse>("pay", payRequest());
  EXPECT_EQ(notify(notice("SUCCESS")).result.resultCode, "SUCCESS");
  EXPECT_TRUE(payment().result.success());
  EXPECT_EQ(notify(notice("SUCCESS")).result.resultCode, "SUCCESS");
  EXPECT_EQ(notify(notice("RISK_REJECT")).result.resultCode, "REPEAT_REQ_INCONSISTENT");
  NotifyPaymentRequest other = notice("SUCCESS");
  other.paymentId = PaymentId{"another"};
  EXPECT_EQ(notify(other).result.resultCode, "REPEAT_REQ_INCONSISTENT");
  EXPECT_TRUE(payment().result.success());
}

TEST_F(AlipayplusServer, RefusesANotificationThatMakesNoSense) {
  acquirer<AcquirerPayResponse>("pay", payRequest());
  NotifyPaymentRequest unknown = notice("SUCCESS");
  unknown.paymentRequestId = PaymentRequestId{"nothing"};
  EXPECT_EQ(notify(unknown).result.resultCode, "ORDER_NOT_EXIST");
  EXPECT_EQ(notify(notice("PAYMENT_IN_PROCESS")).result.resultCode, "PARAM_ILLEGAL");
  NotifyPaymentRequest more = notice("SUCCESS");
  more.payToAmount = Money{999, "KRW"};
  EXPECT_EQ(notify(more).result.resultCode, "PARAM_ILLEGAL");
  EXPECT_EQ(payment().result.resultCode, "PAYMENT_IN_PROCESS");
}

// shows: upm-cancel-late-success
TEST_F(AlipayplusServer, UndoesASuccessThatComesAfterAFailure) {
  acquirer<AcquirerPayResponse>("pay", payRequest());
  PayResponse refused;
  refused.result = makeResult("ORDER_IS_CLOSED");
  walletAnswers(refused);
  EXPECT_EQ(notify(notice("SUCCESS")).result.resultCode, "SUCCESS") << "accepted, so that the wallet can stop";
  EXPECT_EQ(lastToWallet().name, "cancelPayment");
  EXPECT_EQ(payment().stage, alipayplus::Stage::cancelling);
  walletAnswers(CancelPaymentResponse{makeResult("SUCCESS")});
  EXPECT_TRUE(payment().cancelled);
}

// shows: upm-cancel-any
TEST_F(AlipayplusServer, CancelsUntilTheWalletConfirmsIt) {
  paid();
  AcquirerCancelPaymentRequest request;
  request.paymentId = payment().paymentId;  // either id will do
  acquirer<AcquirerCancelPaymentResponse>("cancelPayment", request);
  SequenceNo const asked = requestId_;
  walletAnswers(CancelPaymentResponse{makeResult("UNKNOWN_EXCEPTION")});
  EXPECT_NE(responseTo(asked).find("UNKNOWN_EXCEPTION"), std::string::npos);
  EXPECT_TRUE(payment().result.success()) << "nobody has undone it yet";
  ASSERT_NE(payment().timer, 0);
  alipayplus::onTimer(state(), {payment().timer, Party::alipayplus, "paymentStillUnknown", "order-1"}, context_);
  walletAnswers(CancelPaymentResponse{makeResult("SUCCESS")});
  EXPECT_EQ(payment().result.resultCode, "ORDER_IS_CLOSED");
  EXPECT_EQ(acquirer<AcquirerCancelPaymentResponse>("cancelPayment", request).result.resultCode, "SUCCESS");
}

TEST_F(AlipayplusServer, RefusesAPaymentThatWasCancelledBeforeItCame) {
  AcquirerCancelPaymentRequest request;
  request.paymentRequestId = PaymentRequestId{"order-1"};
  EXPECT_EQ(acquirer<AcquirerCancelPaymentResponse>("cancelPayment", request).result.resultCode, "ORDER_NOT_EXIST");
  EXPECT_EQ(acquirer<AcquirerPayResponse>("pay", payRequest()).result.resultCode, "ORDER_IS_CLOSED");
}

// shows: upm-inquiry
TEST_F(AlipayplusServer, AnswersTheAcquirersInquiryWithTwoResults) {
  AcquirerInquiryPaymentRequest request;
  request.paymentRequestId = PaymentRequestId{"order-1"};
  EXPECT_EQ(acquirer<AcquirerInquiryPaymentResponse>("inquiryPayment", request).result.resultCode, "ORDER_NOT_EXIST");
  acquirer<AcquirerPayResponse>("pay", payRequest());
  auto const told = acquirer<AcquirerInquiryPaymentResponse>("inquiryPayment", request);
  EXPECT_TRUE(told.result.success());
  EXPECT_EQ(told.paymentResult->resultCode, "PAYMENT_IN_PROCESS");
}

// shows: upm-refund-idempotent
TEST_F(AlipayplusServer, MapsARefundAndAnswersARepetition) {
  paid();
  acquirer<AcquirerRefundResponse>("refund", refundRequest("r1", 40));
  auto const sent = codec::decode<RefundRequest>(lastToWallet().message.body)->value;
  EXPECT_EQ(sent.refundFromAmount, (Money{400, "KRW"}));
  EXPECT_EQ(sent.paymentId.value, "wallet-payment");
  EXPECT_EQ(sent.paymentRequestId, payment().walletRequestId);
  EXPECT_NE(sent.refundRequestId.value, "r1") << "the wallet knows it by an id of Alipay+";
  walletRefunds();
  EXPECT_EQ(acquirer<AcquirerRefundResponse>("refund", refundRequest("r1", 40)).result.resultCode, "SUCCESS");
  EXPECT_EQ(acquirer<AcquirerRefundResponse>("refund", refundRequest("r1", 41)).result.resultCode,
            "REPEAT_REQ_INCONSISTENT");
}

// shows: upm-refund-promotion
TEST_F(AlipayplusServer, SharesARefundOutAsThePaymentWasPutTogether) {
  state().promotions = {{"p1", "Welcome", "DISCOUNT", {20, "JPY"}}, {"p2", "Spring", "DISCOUNT", {7, "JPY"}}};
  state().surcharge = Money{5, "JPY"};
  EXPECT_EQ(paid().paymentAmount, (Money{78, "JPY"}));
  struct Row {
    std::int64_t back;
    std::int64_t refundAmount;
    std::int64_t first;
    std::int64_t second;
    std::int64_t surcharge;
  };
  // 20 × 33/100 = 6.6, 7 × 33/100 = 2.31, 5 × 33/100 = 1.65; then what brings the sums to 66 and to all of it
  Row const rows[] = {{33, 26, 7, 2, 2}, {33, 25, 6, 3, 1}, {34, 27, 7, 2, 2}};
  Money back{0, "JPY"};
  Money from{0, "KRW"};
  for (Row const& row : rows) {
    acquirer<AcquirerRefundResponse>("refund", refundRequest("r" + std::to_string(back.amountMinor), row.back));
    auto const sent = codec::decode<RefundRequest>(lastToWallet().message.body)->value;
    auto const& details = sent.refundPromoInfo->paymentPromoDetails;
    EXPECT_EQ(sent.refundAmount.amountMinor, row.refundAmount);
    EXPECT_EQ(details.at(0).savingsAmount, (Money{row.first, "JPY"}));
    EXPECT_EQ(details.at(1).savingsAmount, (Money{row.second, "JPY"}));
    EXPECT_EQ(sent.surchargeInfo->surchargeAmount, (Money{row.surcharge, "JPY"}));
    back = *add(back, sent.refundAmount);
    from = *add(from, sent.refundFromAmount);
    walletRefunds();
  }
  EXPECT_EQ(back, payment().paymentAmount) << "all refunds together are the payment";
  EXPECT_EQ(from, payment().payToAmount);
  auto const again = acquirer<AcquirerRefundResponse>("refund", refundRequest("r0", 33));
  EXPECT_EQ(again.refundAmount, (Money{33, "JPY"})) << "the acquirer speaks of its order's price";
}

TEST_F(AlipayplusServer, DoesNotAskTheWalletForWhatWasAllPromotion) {
  state().promotions = {{"p1", "Almost free", "DISCOUNT", {99, "JPY"}}};
  EXPECT_EQ(paid().paymentAmount, (Money{1, "JPY"}));
  auto const told = acquirer<AcquirerRefundResponse>("refund", refundRequest("r1", 1));
  EXPECT_EQ(told.result.resultCode, "SUCCESS");
  EXPECT_FALSE(told.refundId.empty());
  for (Envelope const& sent : context_.sent) EXPECT_NE(sent.to, Party::walletServer);
}

TEST_F(AlipayplusServer, RefusesARefundOfWhatIsNotPaid) {
  EXPECT_EQ(acquirer<AcquirerRefundResponse>("refund", refundRequest("r1", 1)).result.resultCode, "ORDER_NOT_EXIST");
  acquirer<AcquirerPayResponse>("pay", payRequest());
  EXPECT_EQ(acquirer<AcquirerRefundResponse>("refund", refundRequest("r2", 1)).result.resultCode, "PAYMENT_IN_PROCESS");
}

TEST_F(AlipayplusServer, RefundsOnlyInTheCurrencyOfThePayment) {
  paid();
  AcquirerRefundRequest request = refundRequest("r1", 1);
  request.refundAmount.currency = "USD";
  EXPECT_EQ(acquirer<AcquirerRefundResponse>("refund", request).result.resultCode, "PARAM_ILLEGAL");
}

TEST_F(AlipayplusServer, DoesNotCancelWhatWasRefunded) {
  paid();
  acquirer<AcquirerRefundResponse>("refund", refundRequest("r1", 40));
  walletRefunds();
  AcquirerCancelPaymentRequest request;
  request.paymentRequestId = PaymentRequestId{"order-1"};
  EXPECT_EQ(acquirer<AcquirerCancelPaymentResponse>("cancelPayment", request).result.resultCode, "PROCESS_FAIL");
}

// shows: upm-code-server, upm-code-minute
TEST_F(AlipayplusServer, IssuesCodesForOneMinuteAfterTheOther) {
  GetPaymentCodeRequest request;
  request.region = "JP";
  request.customerId = CustomerId{"2160220000000001"};
  request.codeQuantity = 2;
  auto const response = codec::decode<GetPaymentCodeResponse>(
      ask(*world_.walletServer.endpoint, "getPaymentCode", Role::wallet, codec::encode(request)))->value;
  ASSERT_EQ(response.paymentCodeInfoList.size(), 2u);
  EXPECT_EQ(response.paymentCodeInfoList[0].codeExpiryTime, response.paymentCodeInfoList[1].codeValidityStartTime);
  AcquirerPayRequest early = payRequest();
  early.paymentMethod.paymentMethodId = response.paymentCodeInfoList[1].paymentCode.value;
  EXPECT_EQ(acquirer<AcquirerPayResponse>("pay", early).result.resultCode, "INVALID_CODE") << "not valid yet";
  context_.time = context_.time + kMinuteMs;
  acquirer<AcquirerPayResponse>("pay", early);
  EXPECT_EQ(lastToWallet().name, "pay");
}

// shows: acq-notice-when
TEST_F(AlipayplusServer, TellsTheAcquirerOnlyWhatIsFinal) {
  acquirer<AcquirerPayResponse>("pay", payRequest());
  PayResponse response;
  response.result = makeResult("PAYMENT_IN_PROCESS");
  walletAnswers(response);
  EXPECT_TRUE(notices().empty());
  notify(notice("RISK_REJECT"));
  ASSERT_EQ(notices().size(), 1u);
  auto const told = codec::decode<AcquirerNotifyPaymentRequest>(notices()[0].message.body)->value;
  EXPECT_EQ(told.paymentResult.resultCode, "RISK_REJECT");
  EXPECT_TRUE(told.walletBrandName.empty()) << "nobody has paid";
}

// shows: acq-notice-repeat
TEST_F(AlipayplusServer, TellsTheAcquirerSevenTimesMore) {
  paid();
  ASSERT_EQ(notices().size(), 1u);
  std::string const first = notices()[0].message.body;
  SimTime const start = context_.time;
  std::vector<std::int64_t> minutes;
  while (std::int64_t const wait = wakeForNotice()) {
    minutes.push_back(wait);
    ASSERT_EQ(notices().size(), 1u);
    EXPECT_EQ(notices()[0].message.body, first) << "always the same";
  }
  EXPECT_EQ(minutes, (std::vector<std::int64_t>{2, 10, 10, 60, 120, 360, 900}));
  EXPECT_EQ(context_.time - start, 24 * kHourMs + 22 * kMinuteMs);
}

// shows: acq-notice-ack
TEST_F(AlipayplusServer, TakesNothingButSAndSuccessForAnAcknowledgement) {
  paid();
  Envelope const told = notices().at(0);
  ResultInfo accepted = makeResult("SUCCESS");
  accepted.resultCode = "ACCEPTED";
  for (ResultInfo const& wrong : {makeResult("UNKNOWN_EXCEPTION"), makeResult("PROCESS_FAIL"), accepted}) {
    wakeForNotice();
    acquirerAnswers(notices().at(0), wrong);
    EXPECT_FALSE(payment().notice->acknowledged) << wrong.resultCode;
  }
  acquirerAnswers(told, makeResult("SUCCESS"), true);
  EXPECT_FALSE(payment().notice->acknowledged) << "the signature does not fit";
  wakeForNotice();
  acquirerAnswers(notices().at(0), makeResult("SUCCESS"));
  EXPECT_TRUE(payment().notice->acknowledged);
  EXPECT_EQ(wakeForNotice(), 0) << "no alarm is left";
}

// shows: acq-factor-wrong
TEST_F(AlipayplusServer, RefusesACombinationThatDoesNotExist) {
  AcquirerPayRequest request = payRequest();
  request.paymentFactor.isAgreementPayment = true;
  auto const refused = acquirer<AcquirerPayResponse>("pay", request);
  EXPECT_EQ(refused.result.resultCode, "PARAM_ILLEGAL");
  EXPECT_NE(refused.result.resultMessage.find("isAgreementPayment must be false"), std::string::npos)
      << refused.result.resultMessage;
  EXPECT_TRUE(state().payments.empty());
}

// shows: acq-unknown-exception
TEST_F(AlipayplusServer, AnswersUnknownExceptionToAWrongPaymentMethod) {
  AcquirerPayRequest type = payRequest();
  type.paymentMethod.paymentMethodType = "GCASH";
  AcquirerPayRequest id = payRequest();
  id.paymentMethod.paymentMethodId = "https://global.alipay.com/281002040100";
  for (AcquirerPayRequest const& wrong : {type, id}) {
    auto const answer = acquirer<AcquirerPayResponse>("pay", wrong);
    EXPECT_EQ(answer.result.resultCode, "UNKNOWN_EXCEPTION");
    EXPECT_EQ(answer.result.resultStatus, ResultStatus::U);
  }
  EXPECT_TRUE(state().payments.empty());
}

// shows: acq-amount-min, acq-amount-max
TEST_F(AlipayplusServer, TakesAnyAmountFromOneMinorUnitOn) {
  AcquirerPayRequest request = payRequest();
  request.paymentAmount.amountMinor = request.order.orderAmount.amountMinor = 0;
  EXPECT_EQ(acquirer<AcquirerPayResponse>("pay", request).result.resultCode, "PARAM_ILLEGAL");
  for (std::int64_t const minor : {std::int64_t(1), std::int64_t(100'000'000'000'000)}) {
    AcquirerPayRequest allowed = payRequest("order-" + std::to_string(minor));
    allowed.paymentAmount.amountMinor = allowed.order.orderAmount.amountMinor = minor;
    state().codes.at(PaymentCode{kCode}).used = false;
    acquirer<AcquirerPayResponse>("pay", allowed);
    EXPECT_EQ(codec::decode<PayRequest>(lastToWallet().message.body)->value.paymentAmount->amountMinor, minor);
  }
}

TEST_F(AlipayplusServer, TakesACodeUntilItsMinuteIsOverAndNotThen) {
  SimTime& end = state().codes.at(PaymentCode{kCode}).expiresAt;
  end = context_.time;
  EXPECT_EQ(acquirer<AcquirerPayResponse>("pay", payRequest()).result.resultCode, "EXPIRED_CODE");
  end = context_.time + 1;
  acquirer<AcquirerPayResponse>("pay", payRequest("in-time"));
  EXPECT_EQ(lastToWallet().name, "pay");
}

TEST_F(AlipayplusServer, RefusesAnAmountThatItCouldNotTellTheWallet) {
  std::int64_t const most = 999'999'999'999'999'999;
  AcquirerPayRequest tooMuch = payRequest();
  tooMuch.paymentAmount.amountMinor = tooMuch.order.orderAmount.amountMinor = most / 10 + 1;  // a yen is ten won
  auto const result = acquirer<AcquirerPayResponse>("pay", tooMuch).result;
  EXPECT_EQ(result.resultCode, "PARAM_ILLEGAL");
  EXPECT_NE(result.resultMessage.find("18 digits"), std::string::npos) << result.resultMessage;
  state().surcharge = Money{1, "JPY"};
  tooMuch = payRequest("with-surcharge");
  tooMuch.paymentAmount.amountMinor = tooMuch.order.orderAmount.amountMinor = most;
  EXPECT_EQ(acquirer<AcquirerPayResponse>("pay", tooMuch).result.resultCode, "PARAM_ILLEGAL");
  state().surcharge.reset();
  AcquirerPayRequest allowed = payRequest("allowed");
  allowed.paymentAmount.amountMinor = allowed.order.orderAmount.amountMinor = most / 10;
  acquirer<AcquirerPayResponse>("pay", allowed);
  EXPECT_TRUE(codec::decode<PayRequest>(lastToWallet().message.body));
}

// shows: acq-factor-cashier, acq-cashier-expiry
TEST_F(AlipayplusServer, MakesACashierPageForTenMinutesAtMost) {
  AcquirerPayRequest request = payRequest();
  request.paymentMethod = {};
  request.paymentMethod.paymentMethodType = "ALIPAY_HK";
  request.paymentFactor = row(PaymentScenario::cashier).factor();
  std::pair<std::string, std::int64_t> const cases[] = {
      {"", 10}, {"2025-01-15T09:30:00+08:00", 10}, {"2025-01-15T09:10:00+08:00", 10}, {"2025-01-15T09:04:00+08:00", 4}};
  std::set<std::string> urls;
  for (auto const& [wish, minutes] : cases) {
    request.paymentRequestId.value += "x";
    request.paymentExpiryTime = wish;
    auto const placed = acquirer<AcquirerPayResponse>("pay", request);
    EXPECT_EQ(placed.result.resultCode, "PAYMENT_IN_PROCESS");
    EXPECT_EQ(state().payments.at(request.paymentRequestId).expiresAt - context_.time, minutes * kMinuteMs) << wish;
    EXPECT_EQ(acquirer<AcquirerPayResponse>("pay", request).paymentUrl, placed.paymentUrl) << "the same again";
    urls.insert(placed.paymentUrl);
  }
  EXPECT_EQ(urls.size(), 4u);
}

TEST_F(AlipayplusServer, KnowsNoOtherApi) {
  test::FakeContext line;
  line.time = context_.time;
  sendRequest(*world_.acquirer.endpoint, line, "x", "/aps/api/v1/payments/x", "{}", {});
  alipayplus::onMessage(state(), line.sent.back(), context_);
  EXPECT_NE(context_.sent.back().message.body.find("NO_INTERFACE_DEF"), std::string::npos);
}

}  // namespace
}  // namespace aplus
