#pragma once

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

/// The app asks for an auth code for its user.
void onCreateAuthCode(State& state, Envelope const& request, Context& context);

/// Alipay+ exchanges an auth code or a refresh token. The signature was checked before.
void onApplyToken(State& state, Envelope const& request, Context& context);

}  // namespace aplus::wallet::server
