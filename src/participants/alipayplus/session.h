#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// Sessions of the client SDK and the payment codes that are issued in them.

void onCreateSession(State& state, Envelope const& call, Context& context);
void onRequestPaymentCode(State& state, Envelope const& call, Context& context);

/// The wallet server has answered applyToken.
void onTokenApplied(State& state, PendingCall const& pending, Envelope const& response,
                    Context& context);

}  // namespace aplus::alipayplus
