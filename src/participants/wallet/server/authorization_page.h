#pragma once

#include "participants/wallet/server/wallet_server.h"
#include "protocol/authorizations/prepare.h"

namespace aplus::wallet::server {

// The wallet's page on which a user authorizes a merchant in the browser, without a one-time password.

/// Makes the address of the page for an authorization that was asked for; the same question gets the same answer.
protocol::PrepareResponse preparePage(State& state, protocol::PrepareRequest const& request, std::string const& key,
                                      Context& context);

/// The browser asks for the page, or the user decides on it. False when the tap is another one.
bool onAuthorizationPage(State& state, Envelope const& tap, Context& context);

}  // namespace aplus::wallet::server
