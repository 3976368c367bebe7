#pragma once

#include <cstdint>
#include <string_view>

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

/// Sends notifyPayment, and again until it is acknowledged or refused, or the attempts are used up.
void startNotifying(State& state, Payment const& payment, Context& context);

/// Nothing more is sent, for example because the payment was cancelled.
void stopNotifying(State& state, PaymentRequestId const& id, Context& context);

/// Alipay+ has answered one. The signature is checked here.
void onNotifyResponse(State& state, Envelope const& response, Context& context);

void onNotifyTimer(State& state, PaymentRequestId const& id, Context& context);

/// Where a paymentNotifyUrl wants to be told: `https://host/path` -> `/path`; empty when it is none.
std::string notifyUriOf(std::string_view url);

inline constexpr std::string_view kNotifyTimer = "repeatNotifyPayment";

}  // namespace aplus::wallet::server
