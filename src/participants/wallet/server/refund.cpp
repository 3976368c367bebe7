#include "participants/wallet/server/refund.h"

#include <fmt/format.h>

#include "participants/wallet/server/decision.h"
#include "participants/wallet/server/refund_rules.h"
#include "participants/wallet/server/settle.h"
#include "protocol/codec/codec.h"

namespace aplus::wallet::server {
namespace {

using protocol::makeResult;
using protocol::RefundRequest;
using protocol::RefundResponse;
using protocol::ResultInfo;

RefundResponse answer(ResultInfo result) {
  RefundResponse response;
  response.result = std::move(result);
  return response;
}

RefundResponse answer(Refund const& refund) {
  RefundResponse response = answer(refund.result);
  response.refundId = refund.refundId;
  response.refundTime = refund.refundTime;
  return response;
}

Refund recordOf(RefundRequest const& request) {
  Refund refund;
  refund.refundRequestId = request.refundRequestId;
  refund.paymentRequestId = request.paymentRequestId;
  refund.refundAmount = request.refundAmount;
  refund.refundFromAmount = request.refundFromAmount;
  refund.refundPromoInfo = request.refundPromoInfo;
  refund.surchargeInfo = request.surchargeInfo;
  return refund;
}

/// The idempotency page names the amounts, the promotion and the surcharge. That the refund is of the
/// same payment is a sandbox choice.
bool sameContent(Refund const& refund, RefundRequest const& request) {
  return refund.refundAmount == request.refundAmount &&
         refund.refundFromAmount == request.refundFromAmount &&
         refund.refundPromoInfo == request.refundPromoInfo &&
         refund.surchargeInfo == request.surchargeInfo &&
         refund.paymentRequestId == request.paymentRequestId;
}

RefundResponse repeatedAnswer(Refund const& refund, RefundRequest const& request, Context& context) {
  if (!sameContent(refund, request)) {
    return answer(refuse(context, "REPEAT_REQ_INCONSISTENT",
                         "this refundRequestId came before with other content", docs::kIdempotency));
  }
  context.note("This refundRequestId was answered before: the same answer is given.",
               docs::kIdempotency);
  return answer(refund);
}

void giveBackTo(State& state, Payment& payment, Refund& refund, SequenceNo cause, Context& context) {
  UtcOffset const zone = state.endpoint->zone;
  giveBack(state, payment, refund, cause);
  refund.result = makeResult("SUCCESS");
  refund.refundId = RefundId{formatDate(context.now(), zone) + context.newDigits(20)};
  refund.refundTime = formatIso8601Seconds(context.now(), zone);
  context.note(fmt::format("{} go back to the account at the payment's own rate; {} of {} are "
                           "refunded now.",
                           format(refund.refundFromAmount), format(payment.refunded),
                           format(payment.content.paymentAmount)),
               docs::kRefund);
}

RefundResponse refundOnce(State& state, RefundRequest const& request, SequenceNo cause,
                          Context& context) {
  auto const payment = state.payments.find(request.paymentRequestId);
  if (payment == state.payments.end()) {
    return answer(refuse(context, "ORDER_NOT_EXIST", "no pay with this paymentRequestId ever arrived",
                         docs::kRefund));
  }
  if (payment->second.inProcess()) {
    return answer(refuse(context, "PAYMENT_IN_PROCESS", "the payment itself has not ended yet",
                         kSandboxChoice));
  }
  Refund refund = recordOf(request);
  if (auto no = refusesRefund(state, payment->second, request, context)) refund.result = *no;
  else giveBackTo(state, payment->second, refund, cause, context);
  state.refunds[refund.refundRequestId] = refund;
  return answer(refund);
}

RefundResponse refund(State& state, Envelope const& message, Context& context) {
  auto const decoded = codec::decode<RefundRequest>(message.message.body);
  if (!decoded) {
    return answer(illegal(context, decoded.error().path, decoded.error().message, docs::kRefund));
  }
  for (std::string const& note : decoded->notes) context.note(note);
  RefundRequest const& request = decoded->value;
  if (request.pspId != state.pspId) {
    return answer(illegal(context, "$.pspId", "is not this wallet's", docs::kRefund));
  }
  auto const known = state.refunds.find(request.refundRequestId);
  if (known != state.refunds.end()) return repeatedAnswer(known->second, request, context);
  return refundOnce(state, request, message.id, context);
}

}  // namespace

void onRefund(State& state, Envelope const& request, Context& context) {
  RefundResponse const response = refund(state, request, context);
  sendResponse(*state.endpoint, context, request, codec::encode(response), {});
}

}  // namespace aplus::wallet::server
