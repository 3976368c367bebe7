#pragma once

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

/// Alipay+ wants a payment undone, whatever became of it. The signature was checked before.
void onCancelPayment(State& state, Envelope const& request, Context& context);

/// The last moment at which a payment that was asked for at `receivedAt` can be cancelled.
SimTime cancelWindowEnd(SimTime receivedAt);

}  // namespace aplus::wallet::server
