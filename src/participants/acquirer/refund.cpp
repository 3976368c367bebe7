#include "participants/acquirer/refund.h"

#include <fmt/format.h>

#include "participants/acquirer/alipayplus_line.h"
#include "participants/acquirer/books.h"
#include "participants/acquirer/till.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/refund.h"

namespace aplus::acquirer {
namespace {

using namespace protocol;

void stop(Refund& refund, Context& context) {
  if (refund.timer != 0) context.cancelTimer(refund.timer);
  refund.timer = 0;
}

void send(State& state, acquirer::Order const& order, Refund& refund, Context& context) {
  ++refund.attempts;
  AcquirerRefundRequest request;
  request.paymentRequestId = order.paymentRequestId;
  request.refundRequestId = refund.refundRequestId;
  request.refundAmount = refund.amount;
  request.refundReason = refund.reason;
  askAlipayplus(state, context, "refund", codec::encode(request), {},
                {PendingCall::Purpose::refund, order.paymentRequestId, refund.refundRequestId, 0, {}});
}

/// What an answer to the refund means; U when it means nothing yet.
void learn(Refund& refund, ResultInfo const& result, Context& context) {
  if (isLineCode(result.resultCode) && refund.attempts > 1) {
    context.note("This copy was refused unread; what became of the earlier ones is not known yet.", kSandboxChoice);
    return;
  }
  refund.result = result;
}

}  // namespace

void requestRefund(State& state, acquirer::Order& order, Money const& amount, std::string reason,
                   Context& context) {
  RefundRequestId const id{formatDate(context.now(), state.endpoint->zone) + context.newDigits(24)};
  Refund& refund = order.refunds[id];
  refund.refundRequestId = id;
  refund.amount = amount;
  refund.reason = std::move(reason);
  refund.result = makeResult("UNKNOWN_EXCEPTION", "Alipay+ has not answered yet.");
  context.note("Each refund has a refundRequestId of its own; that makes it idempotent.", docs::kIdempotency);
  send(state, order, refund, context);
}

void refundLater(Refund& refund, acquirer::Order const& order, Context& context) {
  if (refund.result.resultStatus != ResultStatus::U) return;
  stop(refund, context);
  refund.timer = context.startTimer(
      retryDelayMs(refund.attempts - 1), std::string(kRefundTimer),
      fmt::format("{} {}", order.paymentRequestId.value, refund.refundRequestId.value));
}

void onRefunded(State& state, acquirer::Order& order, Refund& refund, Envelope const& response,
                Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<AcquirerRefundResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted; the same refund is asked for again.");
  } else if (refund.result.resultStatus == ResultStatus::U) {
    learn(refund, reply->value.result, context);
    refund.refundId = reply->value.refundId;
    refund.refundTime = reply->value.refundTime;
  }
  keepBooks(state, order, response.id, context.now());
  if (refund.result.resultStatus != ResultStatus::U) stop(refund, context);
  refundLater(refund, order, context);
  showOrder(state, order, context);
}

void onRefundTimer(State& state, Timer const& timer, Context& context) {
  for (auto& [id, order] : state.orders) {
    for (auto& [refundId, refund] : order.refunds) {
      if (refund.timer != timer.id) continue;
      refund.timer = 0;
      context.note("The refund has no answer yet: the same refundRequestId is sent again.", docs::kIdempotency);
      return send(state, order, refund, context);
    }
  }
}

}  // namespace aplus::acquirer
