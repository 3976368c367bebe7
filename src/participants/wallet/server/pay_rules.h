#pragma once

#include <optional>

#include "participants/wallet/server/wallet_server.h"
#include "protocol/payments/pay.h"

namespace aplus::wallet::server {

/// Whether the fields of a payment that Alipay+ asks for are there and agree with each other; nothing when
/// all rules hold. What the message's own table can judge was judged before.
std::optional<protocol::ResultInfo> breaksRules(State const& state,
                                                protocol::PayRequest const& request,
                                                Context& context);

}  // namespace aplus::wallet::server
