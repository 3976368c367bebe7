#include "participants/acquirer/payment.h"

#include <fmt/format.h>

#include "participants/acquirer/alipayplus_line.h"
#include "participants/acquirer/books.h"
#include "participants/acquirer/cancel.h"
#include "participants/acquirer/merchant_presented.h"
#include "participants/acquirer/till.h"
#include "participants/acquirer/web_shop.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/inquiry_payment.h"
#include "protocol/payments/pay.h"

namespace aplus::acquirer {
namespace {

using namespace protocol;
using Purpose = PendingCall::Purpose;

void makeMistakes(Mistakes const& mistakes, AcquirerPayRequest& request) {
  if (mistakes.paymentFactor) request.paymentFactor = *mistakes.paymentFactor;
  if (!mistakes.paymentMethodType.empty()) request.paymentMethod.paymentMethodType = mistakes.paymentMethodType;
  if (!mistakes.paymentMethodId.empty()) request.paymentMethod.paymentMethodId = mistakes.paymentMethodId;
}

AcquirerPayRequest payRequest(State const& state, acquirer::Order const& order) {
  AcquirerPayRequest request;
  request.acquirerId = state.acquirerId;
  request.order = orderOf(state, order.sale);
  request.paymentRequestId = order.paymentRequestId;
  request.paymentAmount = order.sale.amount;
  request.paymentMethod.paymentMethodType = kConnectWallet;
  request.paymentMethod.paymentMethodId = order.paymentCode.value;
  request.paymentFactor.isInStorePayment = true;
  if (order.method != ShopMethod::none) completeShopRequest(state, order, request);
  else if (order.kind != CodeKind::none) completeOrderRequest(state, order, request);
  else request.paymentFactor.inStorePaymentScenario = kPaymentCodeScenario;
  makeMistakes(state.mistakes, request);
  return request;
}

/// What an answer leaves out is kept as it is.
void learnIds(acquirer::Order& order, PaymentId const& paymentId, std::string const& paymentTime) {
  if (!paymentId.empty()) order.paymentId = paymentId;
  if (!paymentTime.empty()) order.paymentTime = paymentTime;
}

void take(acquirer::Order& order, ResultInfo result) {
  if (order.cancelled) return;  // undone, whatever was said before
  bool const stale = result.resultStatus == ResultStatus::U && order.result.resultStatus != ResultStatus::U;
  if (stale) return;  // a notification was faster than this answer
  order.result = std::move(result);
}

/// Shows what is known now, and asks again when that is nothing.
void goOn(State& state, acquirer::Order& order, Context& context) {
  bool const final = order.result.resultStatus != ResultStatus::U;
  if (final) endPresenting(state, order);
  if (final && !order.cancelling) stopTimer(order, context);
  inquireLater(order, context);
  showOrder(state, order, context);
}

}  // namespace

protocol::Order orderOf(State const& state, Sale const& sale) {
  Merchant const& shop = state.merchant;
  protocol::Order order;
  order.referenceOrderId = sale.referenceOrderId;
  order.orderDescription = sale.orderDescription;
  order.orderAmount = sale.amount;
  order.merchant.referenceMerchantId = shop.referenceMerchantId;
  order.merchant.merchantMCC = shop.merchantMCC;
  order.merchant.merchantName = shop.merchantName;
  order.merchant.merchantAddress.emplace();
  order.merchant.merchantAddress->region = shop.region;
  order.merchant.merchantAddress->city = shop.city;
  order.merchant.store.emplace();
  order.merchant.store->referenceStoreId = shop.referenceStoreId;
  order.merchant.store->storeName = shop.storeName;
  order.merchant.store->storeMCC = shop.storeMCC;
  return order;
}

void requestPayment(State& state, PaymentCode const& code, Context& context) {
  acquirer::Order order;
  order.sale = *state.sale;
  order.paymentRequestId =
      PaymentRequestId{formatDate(context.now(), state.endpoint->zone) + context.newDigits(24)};
  order.paymentCode = code;
  order.result = makeResult("PAYMENT_IN_PROCESS");
  state.lastPaymentRequestId = order.paymentRequestId;
  state.shownText.clear();
  state.sale.reset();
  state.till = Till::paying;
  context.note("User-presented payment: isInStorePayment is true, inStorePaymentScenario is "
               "PaymentCode, and the scanned code is the paymentMethodId.",
               docs::kAcquirerFaq);
  askAlipayplus(state, context, "pay", codec::encode(payRequest(state, order)),
                {"Process the payment", "request"}, {Purpose::pay, order.paymentRequestId, {}, 0, {}});
  state.orders[order.paymentRequestId] = std::move(order);
}

void sendOrder(State& state, acquirer::Order order, DocStep docStep, Context& context) {
  context.note(fmt::format("isInStorePayment is true, inStorePaymentScenario is {}.",
                           order.kind == CodeKind::entryCode ? kEntryCodeScenario : kOrderCodeScenario),
               docs::kAcquirerFaq);
  askAlipayplus(state, context, "pay", codec::encode(payRequest(state, order)), docStep,
                {Purpose::pay, order.paymentRequestId, {}, 0, {}});
  state.orders[order.paymentRequestId] = std::move(order);
}

void sendShopOrder(State& state, acquirer::Order order, DocStep docStep, Context& context) {
  askAlipayplus(state, context, "pay", codec::encode(payRequest(state, order)), docStep,
                {Purpose::pay, order.paymentRequestId, {}, 0, {}});
  state.orders[order.paymentRequestId] = std::move(order);
}

void stopTimer(acquirer::Order& order, Context& context) {
  if (order.timer != 0) context.cancelTimer(order.timer);
  order.timer = 0;
}

void inquireLater(acquirer::Order& order, Context& context) {
  if (order.result.resultStatus != ResultStatus::U || order.cancelling) return;
  stopTimer(order, context);
  order.timer = context.startTimer(retryDelayMs(order.inquiries), std::string(kOrderTimer),
                                   order.paymentRequestId.value);
}

void inquire(State& state, acquirer::Order& order, Context& context) {
  AcquirerInquiryPaymentRequest request;
  request.paymentRequestId = order.paymentRequestId;
  ++order.inquiries;
  askAlipayplus(state, context, "inquiryPayment", codec::encode(request), {},
                {Purpose::inquiryPayment, order.paymentRequestId, {}, 0, {}});
}

void onPaid(State& state, acquirer::Order& order, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<AcquirerPayResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted, so the payment stays unknown and is inquired.");
    take(order, makeResult("UNKNOWN_EXCEPTION"));
  } else {
    learnIds(order, reply->value.paymentId, reply->value.paymentTime);
    take(order, reply->value.result);
    if (order.kind != CodeKind::none) onOrderPlaced(state, order, reply->value, context);
    if (order.method != ShopMethod::none) onShopPayAnswered(state, order, reply->value, context);
  }
  keepBooks(state, order, response.id, context.now());
  goOn(state, order, context);
}

void onInquired(State& state, acquirer::Order& order, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<AcquirerInquiryPaymentResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted; Alipay+ is asked again.");
  } else if (reply->value.result.success()) {
    learnIds(order, reply->value.paymentId, reply->value.paymentTime);
    take(order, *reply->value.paymentResult);
  } else if (reply->value.result.resultCode == "ORDER_NOT_EXIST" && order.result.resultStatus == ResultStatus::U) {
    context.note("Alipay+ never got the payment. It is cancelled, so that a copy on its way does nothing.",
                 kSandboxChoice);
    beginCancelling(state, order, context);
  }
  keepBooks(state, order, response.id, context.now());
  goOn(state, order, context);
}

void onOrderTimer(State& state, Timer const& timer, Context& context) {
  auto const found = state.orders.find(PaymentRequestId{timer.subject});
  if (found == state.orders.end() || found->second.timer != timer.id) return;
  found->second.timer = 0;
  if (found->second.cancelling) {
    sendCancel(state, found->second, context);
  } else {
    context.note("The payment is still unknown: the acquirer asks Alipay+.", docs::kInquiryPayment);
    inquire(state, found->second, context);
  }
}

}  // namespace aplus::acquirer
