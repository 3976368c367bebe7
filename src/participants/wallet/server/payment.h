#pragma once

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

/// Alipay+ asks to take money from a user. The signature was checked before.
void onPay(State& state, Envelope const& request, Context& context);

}  // namespace aplus::wallet::server
