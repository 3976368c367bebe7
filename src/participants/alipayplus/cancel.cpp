#include "participants/alipayplus/cancel.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/alipayplus/acquirer_line.h"
#include "participants/alipayplus/easy_pay.h"
#include "participants/alipayplus/order_codes.h"
#include "participants/alipayplus/outcome.h"
#include "participants/alipayplus/refund.h"
#include "participants/alipayplus/wallet_line.h"
#include "participants/cancel_window.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/cancel_payment.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

SimTime windowEnd(Payment const& payment, SimTime now) {
  auto const paid = parseIso8601(payment.paymentTime);
  return acquirerCancelWindowEnd(paid ? *paid : now);
}

void confirm(Payment& payment, Context& context) {
  stopTimer(payment, context);
  payment.stage = Stage::done;
  payment.cancelled = true;
  if (payment.result.resultStatus != ResultStatus::F) payment.result = makeResult("ORDER_IS_CLOSED");
  context.note("The payment is undone; an inquiry is answered with ORDER_IS_CLOSED from now on.",
               docs::kCancelPayment);
}

void tryAgainLater(Payment& payment, Context& context) {
  if (payment.stage != Stage::cancelling) return;
  stopTimer(payment, context);
  payment.timer = context.startTimer(retryDelayMs(payment.cancelAttempts - 1), std::string(kPaymentTimer),
                                     payment.acquirerRequestId.value);
}

/// What an answer to cancelPayment means. Whatever is not final is asked for again.
ResultInfo learn(State const& state, Payment& payment, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<CancelPaymentResponse>(response.message.body);
  ResultInfo const unknown = makeResult("UNKNOWN_EXCEPTION", "The wallet has not confirmed it yet; ask again.");
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted; cancelPayment is sent again.");
    return unknown;
  }
  ResultInfo const& result = reply->value.result;
  if (result.success()) {
    confirm(payment, context);
    return makeResult("SUCCESS");
  }
  if (result.resultCode == "ORDER_NOT_EXIST") {
    if (payment.expiresAt <= context.now()) {
      context.note("The wallet never got the payment, and after its expiry it cannot take it any more.",
                   kSandboxChoice);
      confirm(payment, context);
      return makeResult("SUCCESS");
    }
    context.note("The wallet does not know the payment; pay may still be on its way until it expires.",
                 kSandboxChoice);
    return unknown;
  }
  if (result.resultCode == "CANCEL_WINDOW_EXCEED") {
    context.note("It is too late to cancel; a refund gives the money back.", docs::kCancelPayment);
    stopTimer(payment, context);
    payment.stage = Stage::done;
    if (payment.result.resultStatus == ResultStatus::U) payment.result = makeResult("ORDER_IS_CLOSED");
    return result;
  }
  context.note(fmt::format("{}: cancelPayment must succeed whatever became of the payment, so it is sent again.",
                           result.resultCode),
               docs::kCancelPayment);
  return unknown;
}

}  // namespace

void answerCancel(State const& state, Envelope const& request, ResultInfo result, Context& context) {
  AcquirerCancelPaymentResponse response;
  response.result = std::move(result);
  response.acquirerId = state.acquirerId;
  response.pspId = state.wallet.pspId;
  answerAcquirer(state, context, request, response);
}

void beginCancelling(State& state, Payment& payment, Envelope const& waiting, Context& context) {
  stopTimer(payment, context);
  payment.stage = Stage::cancelling;
  payment.cancelAttempts = 0;
  sendCancel(state, payment, waiting, context);
}

void sendCancel(State& state, Payment& payment, Envelope const& waiting, Context& context) {
  stopTimer(payment, context);
  ++payment.cancelAttempts;
  CancelPaymentRequest request;
  request.acquirerId = payment.acquirerId;
  request.pspId = state.wallet.pspId;
  request.paymentRequestId = payment.walletRequestId;
  PendingCall pending;
  pending.purpose = PendingCall::Purpose::cancelPayment;
  pending.waiting = waiting;
  pending.payment = payment.acquirerRequestId;
  askWallet(state, context, "cancelPayment", codec::encode(request), {}, std::move(pending));
}

void onWalletCancelled(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Payment& payment = state.payments.at(pending.payment);
  ResultInfo const told = learn(state, payment, response, context);
  tryAgainLater(payment, context);
  answerCancel(state, pending.waiting, told, context);
}

void onWalletCancelSilence(State& state, PendingCall const& pending, Context& context) {
  Payment& payment = state.payments.at(pending.payment);
  tryAgainLater(payment, context);
  answerCancel(state, pending.waiting, makeResult("UNKNOWN_EXCEPTION", "The wallet does not answer; ask again."), context);
}

void onAcquirerCancel(State& state, Envelope const& request, Context& context) {
  auto const wanted = readAcquirer<AcquirerCancelPaymentRequest>(state, request, context);
  if (!wanted) return answerCancel(state, request, wanted.error(), context);
  Payment* payment = findPayment(state, *wanted);
  if (payment == nullptr) {
    context.note("Nothing is known of this payment. Should it still arrive it will be refused.", kSandboxChoice);
    if (!wanted->paymentRequestId.empty()) {
      state.cancelledUnseen.try_emplace(wanted->paymentRequestId, context.now());
    }
    return answerCancel(state, request, makeResult("ORDER_NOT_EXIST"), context);
  }
  if (closeEasyPay(state, *payment, request, context)) return;
  if (closeOpenOrder(state, *payment, context)) return answerCancel(state, request, makeResult("SUCCESS"), context);
  bool const undone = payment->stage == Stage::done && payment->result.resultStatus == ResultStatus::F;
  if (undone) {
    context.note("It failed or was cancelled before: there is nothing to undo, and the answer is the same.",
                 docs::kIdempotency);
    return answerCancel(state, request, makeResult("SUCCESS"), context);
  }
  if (context.now() > windowEnd(*payment, context.now())) {
    context.note("The acquirer may cancel until 00:15 China time of the day after the payment.",
                 docs::kCancelPayment);
    return answerCancel(state, request, makeResult("CANCEL_WINDOW_EXCEED"), context);
  }
  if (hasRefunds(state, payment->acquirerRequestId)) {
    context.note("A payment that was refunded is not cancelled any more: the money would go back twice.",
                 kSandboxChoice);
    return answerCancel(state, request, makeResult("PROCESS_FAIL", "The payment was refunded."), context);
  }
  if (payment->stage == Stage::cancelling) sendCancel(state, *payment, request, context);
  else beginCancelling(state, *payment, request, context);
}

}  // namespace aplus::alipayplus
