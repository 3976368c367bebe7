#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// Logins: what an auth code of the wallet's app is exchanged for, and how it is kept alive.

/// Exchanges an auth code at the wallet server; the SDK's call `waiting` goes on afterwards.
void makeLogin(State& state, AuthCode const& authCode, Envelope const& waiting, Context& context);

/// Gets the next access token with the refresh token; `waiting` goes on afterwards.
void refreshLogin(State& state, AuthLoginId const& id, Envelope const& waiting, Context& context);

/// Why a login is of no use any more; nothing when it holds. A login that has ended is forgotten.
bool loginHolds(State& state, AuthLoginId const& id, Context& context);

void endLogin(State& state, AuthLoginId const& id);

void onTokenApplied(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onTokenRefreshed(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onTokenSilence(State& state, PendingCall const& pending, Context& context);

}  // namespace aplus::alipayplus
