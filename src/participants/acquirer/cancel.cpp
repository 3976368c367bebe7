#include "participants/acquirer/cancel.h"

#include "participants/acquirer/alipayplus_line.h"
#include "participants/acquirer/books.h"
#include "participants/acquirer/payment.h"
#include "participants/acquirer/till.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/cancel_payment.h"

namespace aplus::acquirer {
namespace {

using namespace protocol;

/// Takes the answer; what is not final leaves the order as it is.
void learn(acquirer::Order& order, ResultInfo const& result, Context& context) {
  order.cancelResult = result;
  bool const gone = result.success() || result.resultCode == "ORDER_NOT_EXIST";
  if (gone) {
    order.cancelling = false;
    order.cancelled = true;
    order.result = makeResult("ORDER_IS_CLOSED");
  } else if (result.resultStatus == ResultStatus::F && !isLineCode(result.resultCode)) {
    context.note("It cannot be cancelled any more; what remains is a refund.", docs::kCancelPayment);
    order.cancelling = false;
  }
}

}  // namespace

void beginCancelling(State& state, acquirer::Order& order, Context& context) {
  order.cancelling = true;
  order.cancelAttempts = 0;
  sendCancel(state, order, context);
}

void sendCancel(State& state, acquirer::Order& order, Context& context) {
  stopTimer(order, context);
  ++order.cancelAttempts;
  AcquirerCancelPaymentRequest request;
  request.paymentRequestId = order.paymentRequestId;
  askAlipayplus(state, context, "cancelPayment", codec::encode(request), {},
                {PendingCall::Purpose::cancelPayment, order.paymentRequestId, {}, 0, {}});
}

void cancelLater(acquirer::Order& order, Context& context) {
  if (!order.cancelling) return;
  stopTimer(order, context);
  context.note("The cancellation must not stay unknown: it is asked for again.", docs::kCancelPayment);
  order.timer = context.startTimer(retryDelayMs(order.cancelAttempts - 1), std::string(kOrderTimer),
                                   order.paymentRequestId.value);
}

void onCancelled(State& state, acquirer::Order& order, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<AcquirerCancelPaymentResponse>(response.message.body);
  if (!check.valid || !reply) context.note("The answer cannot be trusted.");
  else if (order.cancelling) learn(order, reply->value.result, context);
  keepBooks(state, order, response.id, context.now());
  if (order.cancelling) cancelLater(order, context);
  else stopTimer(order, context);
  inquireLater(order, context);
  showOrder(state, order, context);
}

}  // namespace aplus::acquirer
