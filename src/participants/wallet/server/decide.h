#pragma once

#include <optional>

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

/// What stands against a payment: merchant, account, limits or balance; nothing when it could be made now.
std::optional<protocol::ResultInfo> objection(State const& state, Payment const& payment, Context& context);

/// Looks at merchant, account, limits and balance, and either takes the money or says why not: the
/// final answer to a payment whose request is in order.
protocol::ResultInfo decide(State& state, Payment& payment, Context& context);

}  // namespace aplus::wallet::server
