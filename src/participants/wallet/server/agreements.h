#pragma once

#include "participants/wallet/server/tokens.h"
#include "protocol/authorizations/apply_token.h"

namespace aplus::wallet::server {

// Authorizations that merchants are given: by one-time password, or signed while paying; and how they end.

/// Alipay+ has the wallet get ready to ask a user.
void onPrepare(State& state, Envelope const& request, Context& context);

/// applyToken with VERIFICATION_CODE: the auth code of prepare and the one-time password make a token.
protocol::ApplyTokenResponse applyWithPassword(State& state, protocol::ApplyTokenRequest const& request,
                                               Context& context);

/// The authorization that waits under this id; null when there is none.
Prepared const* preparedAs(State const& state, std::string const& referenceAgreementId);

/// The user signed while paying, and it is paid: the token is made, and Alipay+ is told.
void authorizeIfSigned(State& state, Payment const& payment, EasyPayOrder const& order, Context& context);

void onCancelToken(State& state, Envelope const& request, Context& context);

/// The user ends the authorization in the wallet: Alipay+ is consulted first.
void askToUnbind(State& state, Context& context);
/// Alipay+ has answered consultUnbinding. False when the response answers something else.
bool onUnbindingConsulted(State& state, Envelope const& response, Context& context);

void describeAgreements(State const& state, StateWriter& out);

}  // namespace aplus::wallet::server
