#pragma once

#include "participants/acquirer/acquirer.h"

namespace aplus::acquirer {

// What the browser brought from the wallet's page is exchanged for an access token.

/// The browser is back from the wallet's page. False when its address says nothing of an auth code.
bool takeAuthCode(State& state, Agreement& agreement, std::string_view url, Context& context);

void onTokenApplied(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onTokenSilence(State& state, PendingCall const& pending, Context& context);

}  // namespace aplus::acquirer
