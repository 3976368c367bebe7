#include "participants/wallet/server/notify.h"

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/notice_intervals.h"
#include "participants/wallet/server/decision.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/notify_payment.h"

namespace aplus::wallet::server {
namespace {

using protocol::NotifyPaymentRequest;
using protocol::NotifyPaymentResponse;
using protocol::ResultStatus;

NotifyPaymentRequest requestFor(Payment const& payment) {
  NotifyPaymentRequest request;
  request.paymentResult = payment.result;
  request.paymentRequestId = payment.paymentRequestId;
  request.paymentAmount = payment.content.paymentAmount;
  request.payToAmount = payment.content.payToAmount;
  if (payment.paid()) {
    request.paymentId = payment.paymentId;
    request.paymentTime = payment.paymentTime;
    request.customerId = payment.customerId;
  }
  request.passThroughInfo = payment.passThroughInfo;
  return request;
}

/// The step of the Easy Pay guide, where it is such a payment.
DocStep stepOf(State const& state, PaymentRequestId const& id) {
  return state.easyPay.orders.contains(id) ? DocStep{kEasyPayFlow, "20"} : DocStep{};
}

void send(State& state, Payment const& payment, Context& context) {
  Notification& notification = state.notifications[payment.paymentRequestId];
  std::string const uri =
      payment.notifyUri.empty()
          ? std::string(protocol::api("notifyPayment", protocol::Role::wallet).path)
          : payment.notifyUri;
  SequenceNo const sent = sendRequest(*state.endpoint, context, "notifyPayment", uri,
                                      codec::encode(requestFor(payment)), stepOf(state, payment.paymentRequestId));
  state.pendingNotifications[sent] = payment.paymentRequestId;
  auto const attempt = static_cast<std::size_t>(notification.attempts++);
  notification.retryTimer = 0;
  if (attempt >= kNoticeIntervalsMs.size()) {
    context.note("This was the last attempt; from now on Alipay+ has to inquire.", kSandboxChoice);
    return;
  }
  notification.retryTimer = context.startTimer(kNoticeIntervalsMs[attempt], std::string(kNotifyTimer),
                                               payment.paymentRequestId.value);
  context.note(fmt::format("The final result is notified. Unless it is acknowledged, it is sent again "
                           "in {} minutes.",
                           kNoticeIntervalsMs[attempt] / kMinuteMs),
               kSandboxChoice);
}

}  // namespace

std::string notifyUriOf(std::string_view url) {
  auto const host = url.find("://");
  auto const path = host == url.npos ? url.npos : url.find('/', host + 3);
  return path == url.npos ? "" : std::string(url.substr(path));
}

void startNotifying(State& state, Payment const& payment, Context& context) {
  bool const easyPay = state.easyPay.orders.contains(payment.paymentRequestId);
  if (easyPay) context.note("In Easy Pay the wallet notifies the final result, whatever pay was answered.", docs::kEasyPay);
  else context.note(payment.codeValue.empty()
                   ? "The answer to pay was not final, so the wallet tells Alipay+ the final result: S or F, never U."
                   : "When the merchant shows the code the wallet must notify: Alipay+ learns of the result in no "
                     "other way at once.",
               docs::kNotifyPayment);
  send(state, payment, context);
}

void stopNotifying(State& state, PaymentRequestId const& id, Context& context) {
  auto const found = state.notifications.find(id);
  if (found == state.notifications.end() || found->second.retryTimer == 0) return;
  context.cancelTimer(found->second.retryTimer);
  found->second.retryTimer = 0;
}

void onNotifyResponse(State& state, Envelope const& response, Context& context) {
  auto const pending = state.pendingNotifications.find(response.inReplyTo);
  if (pending == state.pendingNotifications.end()) {
    context.note("Nobody waits for this answer any more; it is ignored.");
    return;
  }
  PaymentRequestId const id = pending->second;
  state.pendingNotifications.erase(pending);
  Notification& notification = state.notifications.at(id);
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<NotifyPaymentResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted: the result counts as not acknowledged.",
                 docs::kNotifyPayment);
    return;
  }
  notification.lastAnswer = reply->value.result.resultCode;
  if (reply->value.result.resultStatus == ResultStatus::U) {
    context.note("U is no acknowledgement: the result is notified again.", docs::kNotifyPayment);
    return;
  }
  notification.acknowledged = notification.acknowledged || reply->value.result.success();
  context.note(reply->value.result.success()
                   ? "Alipay+ has the result: it is not sent again."
                   : "Alipay+ refuses the result for good: sending it again would not help.",
               docs::kNotifyPayment);
  stopNotifying(state, id, context);
}

void onNotifyTimer(State& state, PaymentRequestId const& id, Context& context) {
  auto const found = state.notifications.find(id);
  auto const payment = state.payments.find(id);
  if (found == state.notifications.end() || payment == state.payments.end()) return;
  if (found->second.retryTimer == 0) return;
  context.note("The result was not acknowledged in time.", docs::kNotifyPayment);
  send(state, payment->second, context);
}

}  // namespace aplus::wallet::server
