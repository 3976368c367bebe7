#include "participants/alipayplus/refund.h"

#include <fmt/format.h>

#include "participants/alipayplus/acquirer_line.h"
#include "participants/alipayplus/pay_amounts.h"
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
    response.refundAmount = refund.refundAmount;
  }
  answerAcquirer(state, context, request, response);
}

/// What was given back of a payment before, in both currencies.
struct GivenBack {
  Money amount;
  Money from;
  bool certain = true;  ///< no refund is still unknown
};

GivenBack givenBack(State const& state, Payment const& payment) {
  GivenBack all{{0, payment.paymentAmount.currency}, {0, payment.payToAmount.currency}};
  for (auto const& [id, refund] : state.refunds) {
    if (refund.payment != payment.acquirerRequestId) continue;
    if (refund.result.resultStatus == ResultStatus::U) all.certain = false;
    if (!refund.result.success()) continue;
    all.amount.amountMinor += refund.refundAmount.amountMinor;
    all.from.amountMinor += refund.refundFromAmount.amountMinor;
  }
  return all;
}

/// The refund in the wallet's currency, at the payment's rate. What is converted is the sum of all refunds,
/// so that rounding never adds up: the last one is exactly what is left.
Result<Money> refundFromAmount(State const& state, Payment const& payment, Money const& refundAmount,
                               Context& context) {
  GivenBack const before = givenBack(state, payment);
  auto const sum = add(before.amount, refundAmount);
  if (!sum) return fail(sum.error());
  context.note("refundFromAmount is refundAmount at the rate of the payment.", docs::kRefund);
  bool const tooMuch = sum->amountMinor > payment.paymentAmount.amountMinor;
  if (tooMuch || !before.certain || before.amount.amountMinor == 0) {
    return atRateOf(state, payment, refundAmount);
  }
  auto const together = atRateOf(state, payment, *sum);
  if (!together) return fail(together.error());
  context.note("The sum of all refunds is converted, so that rounding never adds up.", kSandboxChoice);
  return Money{together->amountMinor - before.from.amountMinor, before.from.currency};
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
  bool const same = known->second.refundAmount == wanted.refundAmount;
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
  if (wanted.refundAmount.currency != payment->paymentAmount.currency) {
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
  auto const from = refundFromAmount(state, *payment, wanted->refundAmount, context);
  if (!from) return answer(state, request, makeResult("PARAM_ILLEGAL", from.error().message), context);

  Refund refund;
  refund.acquirerRequestId = wanted->refundRequestId;
  refund.walletRequestId = RefundRequestId{formatDate(context.now(), kChinaTime) + context.newDigits(24)};
  refund.payment = payment->acquirerRequestId;
  refund.refundAmount = wanted->refundAmount;
  refund.refundFromAmount = *from;
  refund.reason = wanted->refundReason;
  refund.result = makeResult("UNKNOWN_EXCEPTION", "The wallet has not answered yet; repeat the same request.");
  context.note("Whether so much is left of the payment is for the wallet to say.", kSandboxChoice);
  Refund& kept = state.refunds[refund.acquirerRequestId] = std::move(refund);
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
