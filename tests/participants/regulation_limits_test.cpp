// The limits of the regulation, at each border, as a wallet meets them: by userInitiatedPay.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "protocol/catalog.h"
#include "protocol/client_sdk/action_payload.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/notify_payment.h"
#include "protocol/payments/pay.h"
#include "protocol/payments/refund.h"
#include "protocol/payments/user_initiated_pay.h"
#include "scenario/scenario.h"
#include "support/fake_context.h"
#include "timeline/world.h"

namespace aplus {
namespace {

using namespace protocol;

constexpr char const* kCustomer = "2160220000000001";

/// Ids that never repeat, so that orders by the dozen can be placed.
class CountingContext : public test::FakeContext {
 public:
  std::string newDigits(int count) override {
    std::string const number = std::to_string(++count_);
    return std::string(std::size_t(count) - std::min(std::size_t(count), number.size()), '0') + number;
  }

 private:
  int count_ = 0;
};

/// Alipay+ alone on a table, between an acquirer and a wallet that sign as they should.
class Alipayplus {
 public:
  Alipayplus() : world_(scenario::makeWorld(*scenario::findBuiltin("mpm-order-code"), 1)) { context.time = world_.now; }

  /// Yuan are paid in won at this rate.
  void atRate(std::string price) { world_.alipayplus.quotes.at(0).price = std::move(price); }

  alipayplus::MerchantPresented& own() { return world_.alipayplus.merchantPresented; }

  /// Places an order and returns its code.
  std::string place(std::int64_t fen, bool entryCode = false) {
    AcquirerPayRequest request;
    request.acquirerId = world_.acquirer.acquirerId;
    request.order.referenceOrderId = "o";
    request.order.orderDescription = "TEA";
    request.order.orderAmount = {fen, currency};
    request.order.merchant.referenceMerchantId = "M1";
    request.order.merchant.merchantMCC = "5499";
    request.order.merchant.merchantName = "Tea";
    request.order.merchant.merchantAddress.emplace().region = region;
    request.order.merchant.store.emplace().referenceStoreId = "S1";
    request.order.env.emplace().userAgent = "AlipayConnect";
    request.paymentRequestId = PaymentRequestId{fmt::format("order-{}", ++orders_)};
    request.paymentAmount = request.order.orderAmount;
    request.paymentMethod.paymentMethodType = kConnectWallet;
    request.paymentFactor.isInStorePayment = true;
    request.paymentFactor.inStorePaymentScenario = entryCode ? kEntryCodeScenario : kOrderCodeScenario;
    auto const reply = ask<AcquirerPayResponse>(*world_.acquirer.endpoint, "pay", Role::acquirer, codec::encode(request));
    return reply.paymentUrl;
  }

  UserInitiatedPayResponse scan(std::string const& code, std::string const& customer = kCustomer) {
    return ask<UserInitiatedPayResponse>(*world_.walletServer.endpoint, "userInitiatedPay", Role::wallet,
                                         codec::encode(UserInitiatedPayRequest{code, CustomerId{customer}, ""}));
  }

  /// The wallet says how it ended.
  std::string notify(UserInitiatedPayResponse const& order, std::string_view code) {
    NotifyPaymentRequest notice;
    notice.paymentResult = makeResult(code);
    notice.paymentRequestId = order.paymentRequestId;
    notice.paymentId = PaymentId{"p" + order.paymentRequestId.value.substr(0, 40)};
    notice.paymentTime = formatIso8601Seconds(context.now(), kChinaTime);
    notice.customerId = CustomerId{kCustomer};
    return ask<NotifyPaymentResponse>(*world_.walletServer.endpoint, "notifyPayment", Role::wallet, codec::encode(notice))
        .result.resultCode;
  }

  /// Places, scans and pays; false when it exceeds a limit.
  bool pay(std::int64_t fen, bool entryCode = false, std::string const& customer = kCustomer) {
    auto const order = scan(place(fen, entryCode), customer);
    if (!order.actionForm) {
      ADD_FAILURE() << order.result.resultCode << ' ' << order.result.resultMessage;
      return false;
    }
    if (order.actionForm->actionType == kHandleBySdk) return false;
    EXPECT_EQ(order.result.resultCode, "SUCCESS");
    EXPECT_EQ(notify(order, "SUCCESS"), "SUCCESS");
    return true;
  }

  /// The acquirer gives back some of the last order, and the wallet agrees.
  void refund(std::int64_t fen) {
    AcquirerRefundRequest request;
    request.paymentRequestId = PaymentRequestId{fmt::format("order-{}", orders_)};
    request.refundRequestId = RefundRequestId{fmt::format("refund-{}", ++refunds_)};
    request.refundAmount = {fen, "CNY"};
    context.sent.clear();
    deliver(*world_.acquirer.endpoint, "refund", Role::acquirer, codec::encode(request));
    Envelope const asked = sent("refund");
    RefundResponse reply;
    reply.result = makeResult("SUCCESS");
    reply.refundId = RefundId{"r"};
    reply.refundTime = formatIso8601Seconds(context.now(), kChinaTime);
    test::FakeContext wallet;
    wallet.time = context.time;
    sendResponse(*world_.walletServer.endpoint, wallet, asked, codec::encode(reply), {});
    wallet.sent.back().id = ++id_;
    alipayplus::onMessage(world_.alipayplus, wallet.sent.back(), context);
  }

  std::string reasonOf(UserInitiatedPayResponse const& response) {
    auto const payload = decodeActionPayload(response.actionForm->sdkActionPayload);
    return payload ? payload->reason : payload.error().message;
  }

  CountingContext context;
  std::string region = "CN";
  std::string currency = "CNY";

 private:
  void deliver(Endpoint const& from, std::string const& name, Role role, std::string const& body) {
    test::FakeContext line;
    line.time = context.time;
    sendRequest(from, line, name, std::string(api(name, role).path), body, {});
    line.sent.back().id = ++id_;
    alipayplus::onMessage(world_.alipayplus, line.sent.back(), context);
  }

  template <class Response>
  Response ask(Endpoint const& from, std::string const& name, Role role, std::string const& body) {
    context.sent.clear();
    deliver(from, name, role, body);
    for (Envelope const& one : context.sent) {
      if (one.phase != Phase::response) continue;
      auto reply = codec::decode<Response>(one.message.body);
      if (reply) return std::move(reply->value);
      ADD_FAILURE() << name << " " << reply.error().path << " " << reply.error().message << ": " << one.message.body;
      return {};
    }
    ADD_FAILURE() << "no answer to " << name;
    return {};
  }

  Envelope sent(std::string_view name) {
    for (Envelope const& one : context.sent) {
      if (one.name == name && one.to == Party::walletServer) return one;
    }
    ADD_FAILURE() << name << " was not sent";
    return {};
  }

  timeline::World world_;
  SequenceNo id_ = 500'000;
  int orders_ = 0;
  int refunds_ = 0;
};

TEST(RegulationLimits, AnAmountThatDoesNotFitIsBeyondEveryLimit) {
  Alipayplus alipayplus;
  alipayplus.atRate("1.0000");  // so that it can be told in the wallet's currency
  EXPECT_TRUE(alipayplus.pay(100));
  EXPECT_FALSE(alipayplus.pay(999'999'999'999'999'999));
  alipayplus.own().earlier.push_back({CustomerId{kCustomer}, INT64_MAX, true, alipayplus.context.time});
  alipayplus.own().earlier.push_back({CustomerId{kCustomer}, INT64_MAX, true, alipayplus.context.time});
  EXPECT_FALSE(alipayplus.pay(100, true));
}

struct Preset {
  char const* name;
  alipayplus::RegulationLimits limits;
};

class Limits : public testing::TestWithParam<Preset> {
 protected:
  Limits() { alipayplus_.own().limits = limits; }

  /// Paid before this run, on the first of February.
  void before(std::int64_t fen, bool entryCode) {
    alipayplus_.own().earlier.push_back(
        {CustomerId{kCustomer}, fen, entryCode, *parseIso8601("2025-02-01T10:00:00+08:00")});
  }

  /// What comes of a payment of that much: the reason, empty when it may be paid.
  std::string outcome(std::int64_t fen, bool entryCode) {
    auto const response = alipayplus_.scan(alipayplus_.place(fen, entryCode));
    EXPECT_TRUE(response.actionForm);
    if (response.actionForm->actionType == kHandleByPsp) return "";
    return alipayplus_.reasonOf(response);
  }

  alipayplus::RegulationLimits limits = GetParam().limits;
  Alipayplus alipayplus_;
};

// shows: mpm-limit-single, mpm-limit-entry-single, mpm-limit-2024
TEST_P(Limits, OfOnePayment) {
  EXPECT_EQ(outcome(limits.single - 1, false), "");
  EXPECT_EQ(outcome(limits.single + 1, false), kSingleLimit);
  EXPECT_EQ(outcome(limits.single, false), "");
  EXPECT_EQ(outcome(limits.entrySingle - 1, true), "");
  EXPECT_EQ(outcome(limits.entrySingle, true), "");
  EXPECT_EQ(outcome(limits.entrySingle + 1, true), kEntrySingleLimit);
  EXPECT_EQ(outcome(limits.entrySingle + 1, false), "") << "that much is fine for an order code";
  EXPECT_EQ(outcome(limits.single + 1, true), kEntrySingleLimit) << "entry code limits come first";
}

// shows: mpm-limit-year, mpm-limit-2024
TEST_P(Limits, OfAYearForAllPayments) {
  before(limits.year - 10'000, false);
  EXPECT_EQ(outcome(10'001, false), kYearLimit);
  EXPECT_EQ(outcome(9'999, false), "") << "one fen less; it is in process from now on";
  EXPECT_EQ(outcome(2, false), kYearLimit);
  EXPECT_EQ(outcome(1, false), "") << "exactly";
  EXPECT_EQ(outcome(1, false), kYearLimit);
  EXPECT_EQ(outcome(1, true), kYearLimit) << "entry code payments count to both";
  Alipayplus other;
  other.own().limits = limits;
  other.own().earlier.push_back({CustomerId{kCustomer}, limits.year, true, *parseIso8601("2025-02-01T10:00:00+08:00")});
  EXPECT_EQ(other.reasonOf(other.scan(other.place(1))), kYearLimit) << "what was paid by entry codes counts to all";
}

// shows: mpm-limit-entry-year
TEST_P(Limits, OfAYearForEntryCodes) {
  before(limits.entryYear - 10'000, true);
  EXPECT_EQ(outcome(10'001, true), kEntryYearLimit);
  EXPECT_EQ(outcome(9'999, true), "");
  EXPECT_EQ(outcome(2, true), kEntryYearLimit);
  EXPECT_EQ(outcome(1, true), "") << "exactly";
  EXPECT_EQ(outcome(1, true), kEntryYearLimit);
  EXPECT_EQ(outcome(1, false), "") << "an order code is no entry code";
}

TEST_P(Limits, AddUpOverManyPayments) {
  std::int64_t left = limits.entryYear;
  while (left > 0) {
    ASSERT_TRUE(alipayplus_.pay(limits.entrySingle, true)) << left;
    left -= limits.entrySingle;
  }
  EXPECT_EQ(outcome(1, true), kEntryYearLimit);
  left = limits.year - limits.entryYear;
  while (left > limits.single) {
    ASSERT_TRUE(alipayplus_.pay(limits.single)) << left;
    left -= limits.single;
  }
  EXPECT_EQ(outcome(left + 1, false), kYearLimit);
  EXPECT_TRUE(alipayplus_.pay(left));
  EXPECT_EQ(outcome(1, false), kYearLimit);
}

TEST_P(Limits, BeginAnewWithTheYearInChina) {
  alipayplus_.context.time = *parseIso8601("2025-12-31T23:59:59.999+08:00");
  before(limits.year, false);
  EXPECT_EQ(outcome(1, false), kYearLimit);
  alipayplus_.context.time = *parseIso8601("2026-01-01T00:00:00+08:00");
  EXPECT_EQ(outcome(limits.single, false), "");
  alipayplus_.own().earlier.back().at = *parseIso8601("2025-12-31T16:00:00Z");
  EXPECT_EQ(outcome(1, false), kYearLimit) << "that was this year in China";
}


INSTANTIATE_TEST_SUITE_P(Presets, Limits,
                         testing::Values(Preset{"page", {}}, Preset{"y2024", alipayplus::kLimitsOf2024}),
                         [](auto const& preset) { return std::string(preset.param.name); });

// shows: mpm-limit-year
TEST(LimitsOverTime, ARefundAndAFailureMakeRoom) {
  Alipayplus desk;
  desk.own().limits = {1000, 1000, 1000, 1000};
  ASSERT_TRUE(desk.pay(600));
  desk.refund(250);
  EXPECT_FALSE(desk.pay(651));
  EXPECT_TRUE(desk.pay(650));
  EXPECT_FALSE(desk.pay(1));
  Alipayplus other;
  other.own().limits = {1000, 1000, 1000, 1000};
  auto const order = other.scan(other.place(1000));
  EXPECT_FALSE(other.pay(1)) << "what is in process counts";
  EXPECT_EQ(other.notify(order, "USER_BALANCE_NOT_ENOUGH"), "SUCCESS");
  EXPECT_TRUE(other.pay(1000)) << "what has failed does not";
}

// shows: mpm-limit-individual
TEST(LimitsOverTime, HoldForAPersonNotForAnAccount) {
  Alipayplus desk;
  desk.own().limits = {1000, 1000, 1000, 1000};
  ASSERT_TRUE(desk.pay(1000));
  EXPECT_TRUE(desk.pay(1000, false, "2160220000000002")) << "somebody else";
  desk.own().individuals = {{CustomerId{"2160220000000003"}, "Mina"}, {CustomerId{kCustomer}, "Mina"}};
  EXPECT_FALSE(desk.pay(1, false, "2160220000000003")) << "the same person";
}

TEST(LimitsOverTime, AreForTheMainlandOnly) {
  Alipayplus desk;
  desk.region = "HK";
  EXPECT_TRUE(desk.pay(700'001));
  desk.region = "CN";
  EXPECT_FALSE(desk.pay(700'001));
}

TEST(LimitsOverTime, ChooseTheCode) {
  Alipayplus desk;
  auto const single = desk.scan(desk.place(700'001));
  EXPECT_EQ(single.result.resultCode, "PAYMENT_AMOUNT_EXCEED_LIMIT");
  EXPECT_EQ(single.result.resultStatus, ResultStatus::F);
  EXPECT_TRUE(single.order) << "the order comes with it";
  desk.own().limits.year = 10;
  EXPECT_EQ(desk.scan(desk.place(11)).result.resultCode, "USER_AMOUNT_EXCEED_LIMIT");
  desk.own().overLimitIsSuccess = true;
  auto const success = desk.scan(desk.place(11));
  EXPECT_EQ(success.result.resultCode, "SUCCESS");
  EXPECT_EQ(success.actionForm->actionType, kHandleBySdk);
}

// shows: mpm-code-customer
TEST(OrderCodes, BelongToWhoHandsThemInFirst) {
  Alipayplus desk;
  std::string const code = desk.place(100);
  auto const first = desk.scan(code);
  EXPECT_EQ(desk.scan(code, "2160220000000002").result.resultCode, "REPEAT_REQ_INCONSISTENT");
  EXPECT_EQ(desk.scan(code), first) << "the same customer gets the same answer";
  std::string const over = desk.place(700'001);
  EXPECT_EQ(desk.scan(over).actionForm->actionType, kHandleBySdk);
  EXPECT_EQ(desk.scan(over, "2160220000000002").result.resultCode, "REPEAT_REQ_INCONSISTENT");
}

TEST(OrderCodes, GetTheSameAnswerWhateverHasHappenedSince) {
  Alipayplus desk;
  std::string const code = desk.place(100);
  auto const first = desk.scan(code);
  desk.atRate("200.0000");
  EXPECT_EQ(desk.scan(code), first) << "the rate has changed";
  EXPECT_EQ(desk.notify(first, "SUCCESS"), "SUCCESS");
  EXPECT_EQ(desk.scan(code), first) << "it is paid";
  EXPECT_EQ(desk.notify(first, "USER_BALANCE_NOT_ENOUGH"), "REPEAT_REQ_INCONSISTENT") << "and stays so";
  std::string const over = desk.place(700'001);
  auto const refused = desk.scan(over);
  EXPECT_EQ(desk.scan(over), refused);
}

// shows: mpm-code-expired
TEST(OrderCodes, AreRefusedWithTheDocumentedCodes) {
  Alipayplus desk;
  EXPECT_EQ(desk.scan("https://global.alipay.com/281002040100000000000000000000000009").result.resultCode, "INVALID_CODE");
  EXPECT_EQ(desk.scan("anything").result.resultCode, "INVALID_CODE");
  EXPECT_EQ(desk.scan("").result.resultCode, "PARAM_ILLEGAL");
  EXPECT_EQ(desk.scan("x", "").result.resultCode, "PARAM_ILLEGAL");
  auto const paid = desk.scan(desk.place(100));
  EXPECT_EQ(desk.notify(paid, "SUCCESS"), "SUCCESS");
  EXPECT_EQ(desk.notify(paid, "USER_BALANCE_NOT_ENOUGH"), "REPEAT_REQ_INCONSISTENT");
  std::string const failed = desk.place(100);
  EXPECT_EQ(desk.notify(desk.scan(failed), "USER_BALANCE_NOT_ENOUGH"), "SUCCESS");
  EXPECT_EQ(desk.scan(failed).result.resultCode, "ORDER_IS_CLOSED");
}

// shows: mpm-amount
TEST(OrderCodes, AreNotMadeForLessThanAFen) {
  Alipayplus desk;
  EXPECT_EQ(desk.place(0), "");
  EXPECT_NE(desk.place(1), "");
}

TEST(OrderCodes, AreNotMadeForWhatCannotBeToldToAWallet) {
  Alipayplus desk;
  desk.atRate("100.0000");  // a fen is a won
  EXPECT_NE(desk.place(999'999'999'999'999'999), "");
  desk.atRate("100.0001");
  EXPECT_EQ(desk.place(999'999'999'999'999'999), "") << "payToAmount would have nineteen digits";
  EXPECT_EQ(desk.place(INT64_MAX), "");
}

}  // namespace
}  // namespace aplus
