#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// Sessions of the client SDK: what its calls do, and what they are answered.

void onCreateSession(State& state, Envelope const& call, Context& context);
void onRequestPaymentCode(State& state, Envelope const& call, Context& context);
void onEndLogin(State& state, Envelope const& call, Context& context);

/// Makes a session for a login and answers `call` with it.
void openSession(State& state, AuthLoginId const& login, Envelope const& call, Context& context);

/// Goes on with a call that had to wait for the login's next access token.
void resumeSdkCall(State& state, AuthLoginId const& login, Envelope const& call, Context& context);

/// Answers either kind of call with a refusal.
void refuseSdk(Context& context, Envelope const& call, protocol::ResultInfo result);

}  // namespace aplus::alipayplus
