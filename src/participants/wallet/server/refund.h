#pragma once

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

/// Alipay+ gives money of a payment back to its user. The signature was checked before.
void onRefund(State& state, Envelope const& request, Context& context);

}  // namespace aplus::wallet::server
