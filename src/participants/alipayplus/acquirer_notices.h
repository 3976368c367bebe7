#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// Alipay+ tells the acquirer how an order ended that its merchant showed a code for, up to eight times.

/// Tells of every such order that has ended since.
void tellOfEndedOrders(State& state, Context& context);

/// The acquirer has answered something that Alipay+ asked or told it.
void onAcquirerResponse(State& state, Envelope const& response, Context& context);

/// Time to tell it again. False when the timer is for something else.
bool onNoticeTimer(State& state, Timer const& timer, Context& context);

}  // namespace aplus::alipayplus
