#include "participants/acquirer/alipayplus_line.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "participants/acquirer/agreements.h"
#include "participants/acquirer/cancel.h"
#include "participants/acquirer/payment.h"
#include "participants/acquirer/refund.h"
#include "participants/acquirer/token.h"
#include "protocol/catalog.h"

namespace aplus::acquirer {
namespace {

using Purpose = PendingCall::Purpose;

void onAnswer(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  auto const order = [&]() -> Order& { return state.orders.at(pending.payment); };
  switch (pending.purpose) {
    case Purpose::pay: return onPaid(state, order(), response, context);
    case Purpose::inquiryPayment: return onInquired(state, order(), response, context);
    case Purpose::cancelPayment: return onCancelled(state, order(), response, context);
    case Purpose::refund: return onRefunded(state, order(), order().refunds.at(pending.refund), response, context);
    case Purpose::prepare: return onPrepared(state, pending, response, context);
    case Purpose::applyToken: return onTokenApplied(state, pending, response, context);
    case Purpose::cancelToken: return onTokenCancelled(state, pending, response, context);
    case Purpose::sendOtp: return onOtpSent(state, response, context);
  }
}

void onSilence(State& state, PendingCall const& pending, Context& context) {
  auto const order = [&]() -> Order& { return state.orders.at(pending.payment); };
  switch (pending.purpose) {
    case Purpose::pay:
    case Purpose::inquiryPayment: return inquireLater(order(), context);
    case Purpose::cancelPayment: return cancelLater(order(), context);
    case Purpose::refund: return refundLater(order().refunds.at(pending.refund), order(), context);
    case Purpose::prepare: return onPrepareSilence(state, pending, context);
    case Purpose::applyToken: return onTokenSilence(state, pending, context);
    case Purpose::cancelToken: return cancelTokenLater(state, pending, context);
    case Purpose::sendOtp: return;  // the customer asks again
  }
}

}  // namespace

void askAlipayplus(State& state, Context& context, std::string_view api, std::string body, DocStep docStep,
                   PendingCall pending) {
  SequenceNo const sent = sendRequest(*state.endpoint, context, std::string(api),
                                      std::string(protocol::api(api, protocol::Role::acquirer).path),
                                      std::move(body), docStep);
  pending.timer =
      context.startTimer(state.responseTimeoutMs, std::string(kResponseTimeout), fmt::format("{}", sent));
  state.pending[sent] = std::move(pending);
}

void onResponse(State& state, Envelope const& response, Context& context) {
  auto const found = state.pending.find(response.inReplyTo);
  if (found == state.pending.end()) {
    context.note("Nobody waits for this answer any more; it is ignored.");
    return;
  }
  PendingCall const pending = std::move(found->second);
  state.pending.erase(found);
  context.cancelTimer(pending.timer);
  onAnswer(state, pending, response, context);
}

void onResponseTimeout(State& state, Timer const& timer, Context& context) {
  auto const found = std::find_if(state.pending.begin(), state.pending.end(),
                                  [&](auto const& entry) { return entry.second.timer == timer.id; });
  if (found == state.pending.end()) return;
  context.note(fmt::format("Alipay+ has not answered within {} s: what happened is unknown.",
                           state.responseTimeoutMs / kSecondMs),
               kSandboxChoice);
  PendingCall const pending = std::move(found->second);
  state.pending.erase(found);
  onSilence(state, pending, context);
}

std::int64_t retryDelayMs(std::int32_t done) {
  static constexpr std::array<std::int64_t, 11> kSeconds{2, 2, 3, 3, 5, 5, 10, 10, 10, 10, 60};
  return kSeconds[std::min(std::size_t(std::max(done, 0)), kSeconds.size() - 1)] * kSecondMs;
}

}  // namespace aplus::acquirer
