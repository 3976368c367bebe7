#pragma once

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

/// Looks at merchant, account, limits and balance, and either takes the money or says why not: the
/// final answer to a payment whose request is in order.
protocol::ResultInfo decide(State& state, Payment& payment, Context& context);

}  // namespace aplus::wallet::server
