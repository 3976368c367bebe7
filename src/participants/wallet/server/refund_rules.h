#pragma once

#include <optional>

#include "participants/wallet/server/wallet_server.h"
#include "protocol/payments/refund.h"

namespace aplus::wallet::server {

/// Why this refund of a payment that has ended cannot be, or nothing.
std::optional<protocol::ResultInfo> refusesRefund(State const& state, Payment const& payment,
                                                  protocol::RefundRequest const& request,
                                                  Context& context);

}  // namespace aplus::wallet::server
