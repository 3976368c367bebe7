#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// Undoing a payment: at its expiry, when its success comes too late, or because the acquirer asks for it.

/// The acquirer has a payment undone.
void onAcquirerCancel(State& state, Envelope const& request, Context& context);

/// Answers cancelPayment; does nothing when nobody waits.
void answerCancel(State const& state, Envelope const& request, protocol::ResultInfo result, Context& context);

/// From now on cancelPayment is sent until the wallet confirms it. `waiting` is answered with the first
/// answer; without an id nobody waits.
void beginCancelling(State& state, Payment& payment, Envelope const& waiting, Context& context);

void sendCancel(State& state, Payment& payment, Envelope const& waiting, Context& context);

void onWalletCancelled(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onWalletCancelSilence(State& state, PendingCall const& pending, Context& context);

}  // namespace aplus::alipayplus
