#include "participants/alipayplus/acquirer_notices.h"

#include <array>

#include <fmt/format.h>

#include "participants/alipayplus/user_initiated_pay.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/notify_payment.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

constexpr std::string_view kNoticeTimer = "repeatAcquirerNotice";

/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration
constexpr std::array<std::int64_t, 7> kIntervalsMs{
    2 * kMinuteMs, 10 * kMinuteMs, 10 * kMinuteMs, kHourMs, 2 * kHourMs, 6 * kHourMs, 15 * kHourMs};

void send(State& state, std::string const& codeValue, OrderCode& code, Context& context) {
  Payment const& payment = state.payments.at(code.payment);
  AcquirerNotifyPaymentRequest request;
  request.acquirerId = payment.acquirerId;
  request.pspId = state.wallet.pspId;
  request.paymentResult = payment.result;
  request.paymentRequestId = payment.acquirerRequestId;
  if (payment.result.success()) {
    request.paymentId = payment.paymentId;
    request.paymentAmount = payment.orderAmount;
    request.paymentTime = payment.paymentTime;
    request.customerId = payment.customerId;
  }
  SequenceNo const sent = sendRequest(*state.acquirerEndpoint, context, "notifyPayment",
                                      std::string(api("notifyPayment", Role::alipayplus).path),
                                      codec::encode(request), {});
  state.merchantPresented.pending[sent] = {{}, codeValue, 0};
  auto const attempt = static_cast<std::size_t>(code.notice->attempts++);
  code.notice->timer = 0;
  if (attempt >= kIntervalsMs.size()) return;
  code.notice->timer = context.startTimer(kIntervalsMs[attempt], std::string(kNoticeTimer), codeValue);
  context.note(fmt::format("The acquirer is told how the payment ended. Unless it says SUCCESS, it is told again in "
                           "{} minutes.",
                           kIntervalsMs[attempt] / kMinuteMs),
               docs::kAcquirerFaq);
}

void onNoticeAnswered(State& state, OrderCode& code, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.acquirerEndpoint, context, response);
  auto const reply = codec::decode<AcquirerNotifyPaymentResponse>(response.message.body);
  if (!check.valid || !reply || !reply->value.result.success()) {
    context.note("That is no SUCCESS: the acquirer is told again later.", docs::kAcquirerFaq);
    return;
  }
  code.notice->acknowledged = true;
  if (code.notice->timer != 0) context.cancelTimer(code.notice->timer);
  code.notice->timer = 0;
}

}  // namespace

void tellOfEndedOrders(State& state, Context& context) {
  for (auto& [codeValue, code] : state.merchantPresented.orderCodes) {
    Payment const& payment = state.payments.at(code.payment);
    bool const ended = payment.stage == Stage::done && payment.result.resultStatus != ResultStatus::U;
    if (!ended || code.notice) continue;
    code.notice.emplace();
    send(state, codeValue, code, context);
  }
}

void onAcquirerResponse(State& state, Envelope const& response, Context& context) {
  auto& all = state.merchantPresented.pending;
  auto const found = all.find(response.inReplyTo);
  if (found == all.end()) {
    context.note("Nobody waits for this answer any more; it is ignored.");
    return;
  }
  PendingAcquirerCall const pending = std::move(found->second);
  all.erase(found);
  if (pending.waiting.id != 0) return onPrivateCodeDecoded(state, pending, response, context);
  onNoticeAnswered(state, state.merchantPresented.orderCodes.at(pending.codeValue), response, context);
}

bool onNoticeTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name != kNoticeTimer) return false;
  auto const found = state.merchantPresented.orderCodes.find(timer.subject);
  if (found == state.merchantPresented.orderCodes.end() || found->second.notice->timer != timer.id) return true;
  context.note("The notification was not acknowledged.", docs::kAcquirerFaq);
  send(state, found->first, found->second, context);
  return true;
}

}  // namespace aplus::alipayplus
