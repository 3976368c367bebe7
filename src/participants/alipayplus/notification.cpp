#include "participants/alipayplus/notification.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/alipayplus/outcome.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/notify_payment.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

ResultInfo refuse(Context& context, std::string_view code, std::string reason, std::string_view source) {
  context.note(fmt::format("{}: {}", code, reason), source);
  return makeResult(code, std::move(reason));
}

Payment* findByWalletId(State& state, PaymentRequestId const& id) {
  auto const found = std::find_if(state.payments.begin(), state.payments.end(),
                                  [&](auto const& entry) { return entry.second.walletRequestId == id; });
  return found == state.payments.end() ? nullptr : &found->second;
}

/// Amounts that are named must be those of the payment.
bool isOfThisPayment(Payment const& payment, NotifyPaymentRequest const& notice) {
  return (!notice.paymentAmount || *notice.paymentAmount == payment.paymentAmount) &&
         (!notice.payToAmount || *notice.payToAmount == payment.payToAmount);
}

ResultInfo take(State& state, Payment& payment, NotifyPaymentRequest const& notice, Context& context) {
  Notified const told{notice.paymentResult, notice.paymentId,  notice.paymentAmount,
                      notice.payToAmount,   notice.customerId, notice.customsDeclarationAmount};
  if (payment.notified) {
    bool const same = *payment.notified == told;
    if (!same) {
      return refuse(context, "REPEAT_REQ_INCONSISTENT", "an earlier notification of this payment said otherwise",
                    docs::kIdempotency);
    }
    context.note("The notification came before: it is received, and nothing changes.", docs::kIdempotency);
    return makeResult("SUCCESS");
  }
  if (!isOfThisPayment(payment, notice)) {
    return refuse(context, "PARAM_ILLEGAL", "the amounts are not those of the payment", kSandboxChoice);
  }
  payment.notified = told;
  if (notice.paymentResult.success()) {
    learnPaid(state, payment, {notice.paymentId, notice.paymentTime}, context);
  } else {
    learnFailed(state, payment, notice.paymentResult, context);
  }
  return makeResult("SUCCESS");
}

ResultInfo answerTo(State& state, Envelope const& request, Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, request);
  if (!check.valid) return makeResult(check.code);
  auto const decoded = codec::decode<NotifyPaymentRequest>(request.message.body);
  if (!decoded) return unreadable(context, decoded.error());
  NotifyPaymentRequest const& notice = decoded->value;
  Payment* payment = findByWalletId(state, notice.paymentRequestId);
  if (payment == nullptr) {
    return refuse(context, "ORDER_NOT_EXIST", "Alipay+ knows no payment of this id", kSandboxChoice);
  }
  if (notice.paymentResult.resultStatus == ResultStatus::U) {
    return refuse(context, "PARAM_ILLEGAL", "$.paymentResult.resultStatus must be final: S or F, never U",
                  docs::kNotifyPayment);
  }
  return take(state, *payment, notice, context);
}

}  // namespace

void onNotifyPayment(State& state, Envelope const& request, Context& context) {
  NotifyPaymentResponse response;
  response.result = answerTo(state, request, context);
  sendResponse(*state.walletEndpoint, context, request, codec::encode(response), {});
}

}  // namespace aplus::alipayplus
