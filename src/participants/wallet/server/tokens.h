#pragma once

#include "participants/wallet/server/wallet_server.h"
#include "protocol/payments/payment_parts.h"

namespace aplus::wallet::server {

// Access tokens: issued, looked at when somebody pays with one, and ended.

inline constexpr std::string_view kAgreementPay = "AGREEMENT_PAY";

/// Makes a pair of tokens for what the customer has granted.
IssuedToken const& issueToken(State& state, CustomerId const& customer, Grant grant, Context& context);

/// Whose token it is. Otherwise INVALID_TOKEN or EXPIRED_ACCESS_TOKEN.
tl::expected<CustomerId, protocol::ResultInfo> usableToken(State const& state, AccessToken const& token,
                                                           Context& context);

/// Whose account a payment without a payment code means: that of the access token in paymentMethodId, otherwise that of
/// the login id. Otherwise what stands against it.
tl::expected<CustomerId, protocol::ResultInfo> accountMeant(State const& state,
                                                            protocol::PaymentMethod const& method,
                                                            Context& context);

/// The customer with this login id, as prepare and pay name it. Otherwise what is wrong with it.
tl::expected<CustomerId, protocol::ResultInfo> accountByLoginId(State const& state, std::string const& loginId,
                                                                std::string const& loginIdType, std::string_view path,
                                                                Context& context);

/// Ends everything that was granted together with this token.
void endGrant(State& state, AccessToken const& token);

}  // namespace aplus::wallet::server
