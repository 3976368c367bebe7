#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// Alipay+ tells the acquirer how a payment ended, up to eight times.

/// Tells of every payment that has reached a final status since.
void tellOfEndedPayments(State& state, Context& context);

/// The acquirer has answered something that Alipay+ asked or told it.
void onAcquirerResponse(State& state, Envelope const& response, Context& context);

/// Time to tell it again. False when the timer is for something else.
bool onNoticeTimer(State& state, Timer const& timer, Context& context);

}  // namespace aplus::alipayplus
