#pragma once

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

// The newer way to payment codes: the app asks its own server, which calls getPaymentCode at Alipay+.

/// The app asks for payment codes for its user.
void onFetchPaymentCodes(State& state, Envelope const& request, Context& context);

/// Alipay+ has answered getPaymentCode. False when the response answers something else.
bool onPaymentCodesIssued(State& state, Envelope const& response, Context& context);

/// Alipay+ has not answered. False when the timer is for something else.
bool onPaymentCodesTimer(State& state, Timer const& timer, Context& context);

/// What the app is told when Alipay+ does not answer in time; shorter than the app itself waits.
inline constexpr std::int64_t kCodesTimeoutMs = 4 * kSecondMs;

}  // namespace aplus::wallet::server
