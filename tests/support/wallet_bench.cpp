#include "support/wallet_bench.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/quote.h"
#include "scenario/scenario.h"

namespace aplus::test {

using namespace protocol;

namespace {

template <class Response>
Response decoded(std::string const& body) {
  auto const response = codec::decode<Response>(body);
  EXPECT_TRUE(response) << body;
  return response ? response->value : Response{};
}

std::string pathTo(std::string_view name) {
  return std::string(protocol::api(name, Role::alipayplus).path);
}

}  // namespace

WalletBench::WalletBench() : world_(scenario::makeWorld(*scenario::findBuiltin("upm-pay"), 1)) {
  context.time = world_.now;
}

PayRequest WalletBench::payRequest(std::string id, std::int64_t yen) const {
  PayRequest request;
  Order& order = request.order.emplace();
  order.referenceOrderId = "order";
  order.orderDescription = "SHOES";
  order.orderAmount = {yen, "JPY"};
  order.merchant.referenceMerchantId = "M1";
  order.merchant.merchantMCC = "1405";
  order.merchant.merchantName = "UGG";
  order.merchant.store.emplace().referenceStoreId = "S1";
  request.acquirerId = AcquirerId{"a"};
  request.pspId = world_.walletServer.pspId;
  request.paymentRequestId = PaymentRequestId{std::move(id)};
  request.paymentAmount = Money{yen, "JPY"};
  request.paymentMethod.paymentMethodType = "CONNECT_WALLET";
  request.paymentMethod.paymentMethodId = "281006021234567890123456";
  request.paymentMethod.customerId = CustomerId{"2160220000000001"};
  request.payToAmount = Money{yen * 10, "KRW"};
  PaymentQuote& quote = request.paymentQuote.emplace();
  quote.quoteId = QuoteId{"q"};
  quote.quoteCurrencyPair = "JPY/KRW";
  quote.quotePrice = "10.0000";
  request.paymentFactor.isInStorePayment = true;
  request.paymentFactor.inStorePaymentScenario = kPaymentCodeScenario;
  return request;
}

PayRequest WalletBench::ownCurrencyRequest(std::string id, std::int64_t minor) const {
  PayRequest request = payRequest(std::move(id));
  request.order->orderAmount = {minor, world_.walletServer.currency};
  request.paymentAmount = request.payToAmount = request.order->orderAmount;
  request.paymentQuote.reset();
  return request;
}

RefundRequest WalletBench::refundRequest(std::string refundId, std::string paymentId,
                                         std::int64_t yen) {
  auto const payment = server().payments.find(PaymentRequestId{paymentId});
  RefundRequest request;
  request.acquirerId = AcquirerId{"a"};
  request.pspId = server().pspId;
  request.paymentRequestId = PaymentRequestId{std::move(paymentId)};
  request.paymentId = PaymentId{"unknown"};
  request.refundRequestId = RefundRequestId{std::move(refundId)};
  request.refundAmount = {yen, "JPY"};
  request.refundFromAmount = {yen * 10, "KRW"};
  if (payment == server().payments.end()) return request;
  if (payment->second.paid()) request.paymentId = payment->second.paymentId;
  request.refundAmount.currency = payment->second.content.paymentAmount.currency;
  if (!payment->second.quote) request.refundFromAmount = request.refundAmount;
  return request;
}

std::string WalletBench::ask(std::string const& uri, std::string const& body) {
  FakeContext line;
  line.time = context.time;
  sendRequest(alipayplus(), line, "test", uri, body, {});
  line.sent.back().id = ++requestId_;
  context.sent.clear();
  wallet::server::onMessage(server(), line.sent.back(), context);
  collect();
  for (Envelope const& sent : context.sent) {
    if (sent.phase == Phase::response) return sent.message.body;
  }
  ADD_FAILURE() << "no answer from " << uri;
  return "";
}

PayResponse WalletBench::pay(PayRequest const& request) {
  return decoded<PayResponse>(ask(pathTo("pay"), codec::encode(request)));
}

InquiryPaymentResponse WalletBench::inquire(std::string const& id) {
  InquiryPaymentRequest request{AcquirerId{"a"}, server().pspId, PaymentRequestId{id}};
  return decoded<InquiryPaymentResponse>(ask(pathTo("inquiryPayment"), codec::encode(request)));
}

ResultInfo WalletBench::cancel(std::string const& id) {
  CancelPaymentRequest request{AcquirerId{"a"}, server().pspId, PaymentRequestId{id}};
  return decoded<CancelPaymentResponse>(ask(pathTo("cancelPayment"), codec::encode(request))).result;
}

RefundResponse WalletBench::refund(RefundRequest const& request) {
  return decoded<RefundResponse>(ask(pathTo("refund"), codec::encode(request)));
}

void WalletBench::pass(std::int64_t ms) {
  SimTime const end = context.time + ms;
  for (;;) {
    auto const next = std::min_element(
        context.timers.begin(), context.timers.end(),
        [](auto const& a, auto const& b) { return a.due < b.due; });
    if (next == context.timers.end() || next->due > end) break;
    Timer const timer = next->timer;
    context.time = next->due;
    context.timers.erase(next);
    context.sent.clear();
    wallet::server::onTimer(server(), timer, context);
    collect();
  }
  context.time = end;
}

void WalletBench::collect() {
  for (Envelope const& sent : context.sent) {
    if (sent.name == "notifyPayment") notifications_.push_back(sent);
  }
}

NotifyPaymentRequest WalletBench::lastNotification() const {
  if (notifications_.empty()) {
    ADD_FAILURE() << "nothing was notified";
    return {};
  }
  return decoded<NotifyPaymentRequest>(notifications_.back().message.body);
}

void WalletBench::answerNotification(std::string_view code) {
  ASSERT_FALSE(notifications_.empty());
  FakeContext line;
  line.time = context.time;
  sendResponse(alipayplus(), line, notifications_.back(),
               codec::encode(NotifyPaymentResponse{makeResult(code)}), {});
  wallet::server::onMessage(server(), line.sent.back(), context);
}

std::string pathIn(ResultInfo const& result) {
  EXPECT_EQ(result.resultCode, "PARAM_ILLEGAL") << result.resultMessage;
  return result.resultMessage.substr(0, result.resultMessage.find(' '));
}

}  // namespace aplus::test
