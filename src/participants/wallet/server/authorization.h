#pragma once

#include "participants/wallet/server/wallet_server.h"
#include "protocol/authorizations/apply_token.h"

namespace aplus::wallet::server {

/// Whose app sends this request; null when nobody's.
Account const* accountOfApp(State const& state, Envelope const& request);

/// The app asks for an auth code for its user.
void onCreateAuthCode(State& state, Envelope const& request, Context& context);

/// What applyToken answers with a token.
protocol::ApplyTokenResponse tokenAnswer(State const& state, IssuedToken const& token);

/// The step of the document that the answer to an applyToken of that step is.
DocStep applyTokenAnswerStep(DocStep const& request);

/// Alipay+ exchanges an auth code or a refresh token. The signature was checked before.
void onApplyToken(State& state, Envelope const& request, Context& context);

}  // namespace aplus::wallet::server
