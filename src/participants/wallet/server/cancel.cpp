#include "participants/wallet/server/cancel.h"

#include <fmt/format.h>

#include "base/calendar.h"
#include "participants/wallet/server/decision.h"
#include "participants/wallet/server/easy_pay.h"
#include "participants/wallet/server/notify.h"
#include "participants/wallet/server/pay.h"
#include "participants/wallet/server/settle.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/cancel_payment.h"

namespace aplus::wallet::server {
namespace {

using protocol::CancelPaymentRequest;
using protocol::CancelPaymentResponse;
using protocol::makeResult;
using protocol::ResultInfo;

/// Sandbox choice: the documents do not say what a wallet answers for an order that it never saw. It
/// does not exist, and so it stays: a pay that comes late finds its order closed.
ResultInfo cancelUnseen(State& state, PaymentRequestId const& id, Context& context) {
  state.cancelledUnseen.insert(id);
  return refuse(context, "ORDER_NOT_EXIST",
                "no pay with this paymentRequestId ever arrived; should it still come, its order is "
                "closed",
                kSandboxChoice);
}

ResultInfo cancel(State& state, Payment& payment, SequenceNo cause, Context& context) {
  if (payment.cancelled) {
    context.note("It was cancelled before: the same answer, and no money moves.", docs::kCancelPayment);
    return makeResult("SUCCESS");
  }
  if (SimTime const end = cancelWindowEnd(payment.receivedAt); context.now() > end) {
    return refuse(context, "CANCEL_WINDOW_EXCEED",
                  fmt::format("it could be cancelled until {}", formatIso8601Seconds(end, kChinaTime)),
                  docs::kCancelPayment);
  }
  payment.cancelled = true;
  stopNotifying(state, payment.paymentRequestId, context);
  if (payment.inProcess()) {
    closePayment(state, payment, context);
    context.note("It was in process: it is closed, and nothing is taken.", docs::kCancelPayment);
  } else if (payment.paid()) {
    undoPayment(state, payment, cause);
    context.note(fmt::format("It was paid: what is left of {} goes back, with fee and cashback.",
                             format(payment.content.payToAmount)),
                 docs::kCancelPayment);
    pushResult(payment, makeResult("ORDER_IS_CLOSED"), context);
  } else {
    context.note("It had failed: there is nothing to give back.", docs::kCancelPayment);
  }
  easyPayEnded(state, payment, context);
  return makeResult("SUCCESS");
}

ResultInfo cancelPayment(State& state, Envelope const& message, Context& context) {
  auto const decoded = codec::decode<CancelPaymentRequest>(message.message.body);
  if (!decoded) {
    return illegal(context, decoded.error().path, decoded.error().message, docs::kCancelPayment);
  }
  for (std::string const& note : decoded->notes) context.note(note);
  CancelPaymentRequest const& request = decoded->value;
  if (request.pspId != state.pspId) {
    return illegal(context, "$.pspId", "is not this wallet's", docs::kCancelPayment);
  }
  auto const payment = state.payments.find(request.paymentRequestId);
  bool const unseen = payment == state.payments.end() ||
                      state.cancelledUnseen.contains(request.paymentRequestId);
  if (unseen) return cancelUnseen(state, request.paymentRequestId, context);
  return cancel(state, payment->second, message.id, context);
}

}  // namespace

SimTime cancelWindowEnd(SimTime receivedAt) {
  return endOf(Period::day, receivedAt, kChinaTime) + 30 * kMinuteMs;
}

void onCancelPayment(State& state, Envelope const& request, Context& context) {
  CancelPaymentResponse response;
  response.result = cancelPayment(state, request, context);
  sendResponse(*state.endpoint, context, request, codec::encode(response), {});
}

}  // namespace aplus::wallet::server
