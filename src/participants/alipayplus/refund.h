#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// Refunds: the acquirer's ids and currency become the wallet's, and nobody gives up before there is an answer.

/// The acquirer gives back some or all of a payment.
void onAcquirerRefund(State& state, Envelope const& request, Context& context);

void onWalletRefunded(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onWalletRefundSilence(State& state, PendingCall const& pending, Context& context);

/// The alarm of a refund: the same request again.
void onRefundTimer(State& state, Timer const& timer, Context& context);

/// Whether any of the payment was given back, or may still be.
bool hasRefunds(State const& state, PaymentRequestId const& payment);

inline constexpr std::string_view kRefundTimer = "refundStillUnknown";

}  // namespace aplus::alipayplus
