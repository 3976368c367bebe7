#include "participants/alipayplus/wallet_line.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "participants/alipayplus/agreements.h"
#include "participants/alipayplus/auto_debit.h"
#include "participants/alipayplus/binding.h"
#include "participants/alipayplus/cancel.h"
#include "participants/alipayplus/easy_pay.h"
#include "participants/alipayplus/outcome.h"
#include "participants/alipayplus/refund.h"
#include "participants/alipayplus/tokens.h"

namespace aplus::alipayplus {
namespace {

using Purpose = PendingCall::Purpose;

void onAnswer(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  switch (pending.purpose) {
    case Purpose::makeLogin: return onTokenApplied(state, pending, response, context);
    case Purpose::refreshLogin: return onTokenRefreshed(state, pending, response, context);
    case Purpose::pay: return onWalletPaid(state, pending, response, context);
    case Purpose::inquiryPayment: return onWalletInquired(state, pending, response, context);
    case Purpose::cancelPayment: return onWalletCancelled(state, pending, response, context);
    case Purpose::refund: return onWalletRefunded(state, pending, response, context);
    case Purpose::evaluate: return onEvaluated(state, pending, response, context);
    case Purpose::order: return onOrdered(state, pending, response, context);
    case Purpose::prepare: return onPrepared(state, pending, response, context);
    case Purpose::applyPassword: return onPasswordApplied(state, pending, response, context);
    case Purpose::preparePage: return onPagePrepared(state, pending, response, context);
    case Purpose::applyCode: return onCodeApplied(state, pending, response, context);
    case Purpose::sendOtp: return onOtpSent(state, pending, response, context);
    case Purpose::refreshAgreement: return onAgreementRefreshed(state, pending, response, context);
    case Purpose::cancelToken: return onTokenCancelled(state, pending, response, context);
  }
}

void onSilence(State& state, PendingCall const& pending, Context& context) {
  switch (pending.purpose) {
    case Purpose::makeLogin:
    case Purpose::refreshLogin: return onTokenSilence(state, pending, context);
    case Purpose::pay: return onWalletPaySilence(state, pending, context);
    case Purpose::inquiryPayment: return inquireLater(state.payments.at(pending.payment), context);
    case Purpose::cancelPayment: return onWalletCancelSilence(state, pending, context);
    case Purpose::refund: return onWalletRefundSilence(state, pending, context);
    case Purpose::evaluate: return onEvaluationSilence(state, pending, context);
    case Purpose::order: return onOrderSilence(state, pending, context);
    case Purpose::prepare: return onPrepareSilence(state, pending, context);
    case Purpose::applyPassword: return applyAgainLater(state.easyPay.bindings.at(pending.agreement), context);
    case Purpose::preparePage: return onPagePrepareSilence(state, pending, context);
    case Purpose::applyCode: return onCodeSilence(state, pending, context);
    case Purpose::sendOtp: return onOtpSilence(state, pending, context);
    case Purpose::refreshAgreement: return onRefreshSilence(state, pending, context);
    case Purpose::cancelToken: return onCancelTokenSilence(state, pending, context);
  }
}

}  // namespace

void askWallet(State& state, Context& context, std::string_view api, std::string body, DocStep docStep,
               PendingCall pending) {
  std::string const name(api);
  SequenceNo const sent = sendRequest(*state.walletEndpoint, context, name, state.wallet.uris.at(name),
                                      std::move(body), docStep);
  pending.timer =
      context.startTimer(state.responseTimeoutMs, std::string(kWalletTimeout), fmt::format("{}", sent));
  state.pending[sent] = std::move(pending);
}

void onWalletResponse(State& state, Envelope const& response, Context& context) {
  auto const found = state.pending.find(response.inReplyTo);
  if (found == state.pending.end()) {
    context.note("Nobody waits for this answer any more; it is ignored.");
    return;
  }
  PendingCall const pending = std::move(found->second);
  state.pending.erase(found);
  if (pending.late) {
    context.note("The answer comes after the time-out; what it says is still worth knowing.", kSandboxChoice);
  } else {
    context.cancelTimer(pending.timer);
  }
  onAnswer(state, pending, response, context);
}

void onWalletTimeout(State& state, Timer const& timer, Context& context) {
  auto const found = std::find_if(state.pending.begin(), state.pending.end(),
                                  [&](auto const& entry) { return entry.second.timer == timer.id; });
  if (found == state.pending.end()) return;
  context.note(fmt::format("The wallet has not answered within {} ms.", state.responseTimeoutMs),
               kSandboxChoice);
  PendingCall const pending = found->second;
  found->second.timer = 0;
  found->second.late = true;
  found->second.waiting = {};
  onSilence(state, pending, context);
}

std::int64_t retryDelayMs(std::int32_t done) {
  static constexpr std::array<std::int64_t, 7> kDelays{
      4 * kSecondMs,  4 * kSecondMs,  30 * kSecondMs, 60 * kSecondMs,
      60 * kSecondMs, 60 * kSecondMs, 5 * kMinuteMs};
  return kDelays[std::min(std::size_t(std::max(done, 0)), kDelays.size() - 1)];
}

}  // namespace aplus::alipayplus
