#pragma once

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

// Whose code was scanned, and what is to be done with it: by the rules that Alipay+ gives out.

/// The app hands in what its camera read.
void onIdentifyCode(State& state, Envelope const& request, Context& context);

/// Alipay+ has answered inquiryCodeRules. False when the response answers something else.
bool onCodeRules(State& state, Envelope const& response, Context& context);

/// Alipay+ has not answered. False when the timer is for something else.
bool onCodeRulesTimer(State& state, Timer const& timer, Context& context);

/// Rules are fetched anew before a scan when they are older, and soon again after a failure.
/// Sandbox choices after the official server SDK; the page wants once a day at least.
inline constexpr std::int64_t kRulesFreshMs = 30 * kMinuteMs;
inline constexpr std::int64_t kRulesRetryMs = 2 * kMinuteMs;
inline constexpr std::int64_t kRulesTimeoutMs = 3 * kSecondMs;

}  // namespace aplus::wallet::server
