#include "participants/alipayplus/acquirer_notices.h"

#include <fmt/format.h>

#include "participants/alipayplus/user_initiated_pay.h"
#include "participants/doc_flow.h"
#include "participants/notice_intervals.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/notify_payment.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

constexpr std::string_view kNoticeTimer = "repeatAcquirerNotice";

std::string inWords(std::int64_t ms) {
  bool const hours = ms >= kHourMs;
  std::int64_t const count = ms / (hours ? kHourMs : kMinuteMs);
  return fmt::format("{} {}{}", count, hours ? "hour" : "minute", count == 1 ? "" : "s");
}

AcquirerNotifyPaymentRequest noticeOf(State const& state, Payment const& payment) {
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
    request.walletBrandName = state.wallet.walletBrandName;
  }
  return request;
}

/// Sets the alarm for the same notification again, as long as there is one left.
void againLater(Payment& payment, Context& context) {
  AcquirerNotice& notice = *payment.notice;
  auto const done = static_cast<std::size_t>(notice.attempts);
  notice.timer = 0;
  if (done > kNoticeIntervalsMs.size()) {
    context.note("The eighth and last time: after that Alipay+ waits to be inquired.", docs::kAcquirerFaq);
    return;
  }
  std::int64_t const wait = kNoticeIntervalsMs[done - 1];
  notice.timer = context.startTimer(wait, std::string(kNoticeTimer), payment.acquirerRequestId.value);
  context.note(fmt::format("The payment has a final status, so the acquirer is told. Unless it answers S and SUCCESS, "
                           "it is told again in {}.",
                           inWords(wait)),
               docs::kAcquirerFaq);
}

void send(State& state, Payment& payment, Context& context) {
  bool const easyPay = state.easyPay.payments.contains(payment.acquirerRequestId);
  SequenceNo const sent = sendRequest(*state.acquirerEndpoint, context, "notifyPayment",
                                      std::string(api("notifyPayment", Role::alipayplus).path),
                                      codec::encode(noticeOf(state, payment)),
                                      easyPay ? DocStep{kEasyPayFlow, "22"} : DocStep{});
  state.pendingNotices[sent] = payment.acquirerRequestId;
  ++payment.notice->attempts;
  againLater(payment, context);
}

void onNoticeAnswered(State& state, Payment& payment, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.acquirerEndpoint, context, response);
  auto const reply = codec::decode<AcquirerNotifyPaymentResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted, so it acknowledges nothing.", docs::kAcquirerFaq);
    return;
  }
  ResultInfo const& result = reply->value.result;
  if (!result.success() || result.resultCode != "SUCCESS") {
    context.note(fmt::format("{} {} acknowledges nothing: whatever became of the payment, the answer to its "
                             "notification is S and SUCCESS.",
                             letter(result.resultStatus), result.resultCode),
                 docs::kAcquirerFaq);
    return;
  }
  AcquirerNotice& notice = *payment.notice;
  notice.acknowledged = true;
  if (notice.timer != 0) context.cancelTimer(notice.timer);
  notice.timer = 0;
}

}  // namespace

void tellOfEndedPayments(State& state, Context& context) {
  for (auto& [id, payment] : state.payments) {
    bool const ended = payment.stage == Stage::done && payment.result.resultStatus != ResultStatus::U;
    if (!ended || payment.notice) continue;
    payment.notice.emplace();
    send(state, payment, context);
  }
}

void onAcquirerResponse(State& state, Envelope const& response, Context& context) {
  auto const notice = state.pendingNotices.find(response.inReplyTo);
  if (notice != state.pendingNotices.end()) {
    Payment& payment = state.payments.at(notice->second);
    state.pendingNotices.erase(notice);
    return onNoticeAnswered(state, payment, response, context);
  }
  auto& all = state.merchantPresented.pending;
  auto const found = all.find(response.inReplyTo);
  if (found == all.end()) {
    context.note("Nobody waits for this answer any more; it is ignored.");
    return;
  }
  PendingAcquirerCall const pending = std::move(found->second);
  all.erase(found);
  onPrivateCodeDecoded(state, pending, response, context);
}

bool onNoticeTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name != kNoticeTimer) return false;
  auto const found = state.payments.find(PaymentRequestId{timer.subject});
  if (found == state.payments.end() || found->second.notice->timer != timer.id) return true;
  context.note("The notification was not acknowledged.", docs::kAcquirerFaq);
  send(state, found->second, context);
  return true;
}

}  // namespace aplus::alipayplus
