#pragma once

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

// authNotify: Alipay+ is told of authorizations, again on U and on silence, and not again on F.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/easy_pay/integration_guide

void notifyOfAuthorization(State& state, protocol::AuthNotifyRequest request, DocStep docStep, Context& context);

/// False when the response answers something else.
bool onAuthNotifyResponse(State& state, Envelope const& response, Context& context);
void onAuthNoticeTimer(State& state, std::string const& key, Context& context);

inline constexpr std::string_view kAuthNoticeTimer = "notifyAuthorizationAgain";

}  // namespace aplus::wallet::server
