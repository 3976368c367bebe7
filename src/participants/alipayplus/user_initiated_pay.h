#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

/// The wallet server hands in a code that its user scanned, or that the client SDK met.
void onUserInitiatedPay(State& state, Envelope const& request, Context& context);

/// The acquirer has said which order its private code stands for. The signature is checked here.
void onPrivateCodeDecoded(State& state, PendingAcquirerCall const& pending, Envelope const& response,
                          Context& context);

/// The acquirer has not answered. False when the timer is for something else.
bool onPrivateCodeTimeout(State& state, Timer const& timer, Context& context);

}  // namespace aplus::alipayplus
