#include "participants/alipayplus/refund.h"

#include <fmt/format.h>

#include "participants/alipayplus/acquirer_line.h"
#include "participants/alipayplus/refund_amounts.h"
#include "participants/alipayplus/wallet_line.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/refund.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

void answer(State const& state, Envelope const& request, ResultInfo result, Context& context) {
  AcquirerRefundResponse response;
  response.result = std::move(result);
  response.acquirerId = state.acquirerId;
  response.pspId = state.wallet.pspId;
  answerAcquirer(state, context, request, response);
}

void answer(State const& state, Envelope const& request, Refund const& refund, Context& context) {
  AcquirerRefundResponse response;
  response.result = refund.result;
  response.acquirerId = state.acquirerId;
  response.pspId = state.wallet.pspId;
  if (refund.result.success()) {
    response.refundId = refund.refundId;
    response.refundTime = refund.refundTime;
    response.refundAmount = refund.orderAmount;
  }
  answerAcquirer(state, context, request, response);
}

void send(State& state, Refund& refund, Envelope const& waiting, Context& context) {
  Payment const& payment = state.payments.at(refund.payment);
  ++refund.attempts;
  RefundRequest request;
  request.acquirerId = payment.acquirerId;
  request.pspId = state.wallet.pspId;
  request.paymentRequestId = payment.walletRequestId;
  request.paymentId = payment.walletPaymentId;
  request.refundRequestId = refund.walletRequestId;
  request.refundAmount = refund.refundAmount;
  request.refundFromAmount = refund.refundFromAmount;
  request.refundQuote = payment.quote;
  request.refundPromoInfo = refund.promotion;
  request.surchargeInfo = refund.surcharge;
  request.refundReason = refund.reason;
  PendingCall pending;
  pending.purpose = PendingCall::Purpose::refund;
  pending.waiting = waiting;
  pending.payment = refund.payment;
  pending.refund = refund.acquirerRequestId;
  askWallet(state, context, "refund", codec::encode(request), {}, std::move(pending));
}

void stop(Refund& refund, Context& context) {
  if (refund.timer != 0) context.cancelTimer(refund.timer);
  refund.timer = 0;
}

void tryAgainLater(Refund& refund, Context& context) {
  if (refund.result.resultStatus != ResultStatus::U) return;
  stop(refund, context);
  refund.timer = context.startTimer(retryDelayMs(refund.attempts - 1), std::string(kRefundTimer),
                                    refund.acquirerRequestId.value);
}

/// True when the request was seen before; then it is answered.
bool answerRepetition(State const& state, Envelope const& request, AcquirerRefundRequest const& wanted,
                      Context& context) {
  auto const known = state.refunds.find(wanted.refundRequestId);
  if (known == state.refunds.end()) return false;
  bool const same = known->second.orderAmount == wanted.refundAmount;
  context.note(same ? "This refundRequestId came before: the answer is the same."
                    : "REPEAT_REQ_INCONSISTENT: this refundRequestId came before with another amount",
               docs::kIdempotency);
  if (same) answer(state, request, known->second, context);
  else answer(state, request, makeResult("REPEAT_REQ_INCONSISTENT"), context);
  return true;
}

/// Why this payment cannot be refunded; nothing when it can.
std::optional<ResultInfo> refusal(Payment const* payment, AcquirerRefundRequest const& wanted) {
  if (payment == nullptr) return makeResult("ORDER_NOT_EXIST");
  if (payment->stage == Stage::cancelling) return makeResult("ORDER_IS_CLOSED");
  if (payment->result.resultStatus == ResultStatus::U) return makeResult("PAYMENT_IN_PROCESS");
  if (!payment->result.success()) return makeResult("ORDER_IS_CLOSED");
  if (wanted.refundAmount.currency != payment->orderAmount.currency) {
    return makeResult("PARAM_ILLEGAL", "$.refundAmount.currency is not that of the payment");
  }
  return std::nullopt;
}

void learn(State const& state, Refund& refund, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<RefundResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted; the same refund is sent again.");
    return;
  }
  ResultInfo const& result = reply->value.result;
  bool const unseen = isLineCode(result.resultCode);
  if (unseen && refund.attempts > 1) {
    context.note("This copy was refused unread; what became of the earlier ones is not known yet.", kSandboxChoice);
    return;
  }
  if (result.resultStatus == ResultStatus::U) return;
  refund.result = unseen ? makeResult("PROCESS_FAIL") : result;
  refund.refundId = reply->value.refundId;
  refund.refundTime = reply->value.refundTime;
}

/// All of it had come from the promotion: there is nothing that the wallet could give back.
void settleAlone(Refund& refund, Context& context) {
  refund.result = makeResult("SUCCESS");
  refund.refundId = RefundId{formatDate(context.now(), kChinaTime) + context.newDigits(20)};
  refund.refundTime = formatIso8601Seconds(context.now(), kChinaTime);
  context.note("Nothing of it is the user's, so the wallet is not asked.", kSandboxChoice);
}

}  // namespace

bool hasRefunds(State const& state, PaymentRequestId const& payment) {
  for (auto const& [id, refund] : state.refunds) {
    if (refund.payment == payment && refund.result.resultStatus != ResultStatus::F) return true;
  }
  return false;
}

void onAcquirerRefund(State& state, Envelope const& request, Context& context) {
  auto const wanted = readAcquirer<AcquirerRefundRequest>(state, request, context);
  if (!wanted) return answer(state, request, wanted.error(), context);
  if (answerRepetition(state, request, *wanted, context)) return;
  Payment const* payment = findPayment(state, *wanted);
  if (auto const refused = refusal(payment, *wanted)) {
    context.note(fmt::format("{}: {}", refused->resultCode, refused->resultMessage));
    return answer(state, request, *refused, context);
  }
  auto amounts = refundAmountsFor(state, *payment, wanted->refundAmount, context);
  if (!amounts) return answer(state, request, makeResult("PARAM_ILLEGAL", amounts.error().message), context);

  Refund refund;
  refund.acquirerRequestId = wanted->refundRequestId;
  refund.walletRequestId = RefundRequestId{formatDate(context.now(), kChinaTime) + context.newDigits(24)};
  refund.payment = payment->acquirerRequestId;
  refund.orderAmount = wanted->refundAmount;
  refund.refundAmount = amounts->refundAmount;
  refund.refundFromAmount = amounts->refundFromAmount;
  refund.promotion = std::move(amounts->promotion);
  refund.surcharge = std::move(amounts->surcharge);
  refund.reason = wanted->refundReason;
  refund.result = makeResult("UNKNOWN_EXCEPTION", "The wallet has not answered yet; repeat the same request.");
  Refund& kept = state.refunds[refund.acquirerRequestId] = std::move(refund);
  if (kept.refundAmount.amountMinor == 0) {
    settleAlone(kept, context);
    return answer(state, request, kept, context);
  }
  context.note("Whether so much is left of the payment is for the wallet to say.", kSandboxChoice);
  send(state, kept, request, context);
}

void onWalletRefunded(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Refund& refund = state.refunds.at(pending.refund);
  if (refund.result.resultStatus == ResultStatus::U) learn(state, refund, response, context);
  if (refund.result.resultStatus != ResultStatus::U) stop(refund, context);
  tryAgainLater(refund, context);
  answer(state, pending.waiting, refund, context);
}

void onWalletRefundSilence(State& state, PendingCall const& pending, Context& context) {
  Refund& refund = state.refunds.at(pending.refund);
  tryAgainLater(refund, context);
  answer(state, pending.waiting, refund, context);
}

void onRefundTimer(State& state, Timer const& timer, Context& context) {
  auto const found = state.refunds.find(RefundRequestId{timer.subject});
  if (found == state.refunds.end() || found->second.timer != timer.id) return;
  found->second.timer = 0;
  context.note("The refund has no answer yet: the same refundRequestId is sent again.", docs::kIdempotency);
  send(state, found->second, {}, context);
}

}  // namespace aplus::alipayplus
