#pragma once

#include <optional>

#include "participants/wallet/server/wallet_server.h"
#include "protocol/payments/pay.h"

namespace aplus::wallet::server {

/// What an order of this price is to be paid with: without promotion and with surcharge. Nothing when what the
/// promotion saves is not told in the order's currency. Errors: `PARAM_ILLEGAL` with the path.
Result<std::optional<Money>> amountDue(State const& state, Money const& price,
                                       std::optional<protocol::PaymentPromoInfo> const& promotion,
                                       std::optional<protocol::SurchargeInfo> const& surcharge);

/// Whether the fields of a payment that Alipay+ asks for are there and agree with each other; nothing when
/// all rules hold. What the message's own table can judge was judged before.
std::optional<protocol::ResultInfo> breaksRules(State const& state,
                                                protocol::PayRequest const& request,
                                                Context& context);

}  // namespace aplus::wallet::server
