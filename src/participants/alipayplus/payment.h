#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

/// The acquirer asks to collect a payment.
void onAcquirerPay(State& state, Envelope const& request, Context& context);

/// Tells the acquirer that waits for `request` how its payment stands.
void answerPay(State const& state, Envelope const& request, Payment const& payment, Context& context);

}  // namespace aplus::alipayplus
