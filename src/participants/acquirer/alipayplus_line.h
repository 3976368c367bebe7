#pragma once

#include <string_view>

#include "participants/acquirer/acquirer.h"

namespace aplus::acquirer {

// The line to Alipay+: every request is signed and watched; when nothing comes back in time it counts as
// unknown.

void askAlipayplus(State& state, Context& context, std::string_view api, std::string body, DocStep docStep,
                   PendingCall pending);

void onResponse(State& state, Envelope const& response, Context& context);
void onResponseTimeout(State& state, Timer const& timer, Context& context);

inline constexpr std::string_view kResponseTimeout = "alipayplusTimeout";

/// How long to wait before asking again: 2, 2, 3, 3, 5, 5, 10, 10, 10, 10 s, then a minute each time.
/// Sandbox choice: no schedule is published for acquirers.
std::int64_t retryDelayMs(std::int32_t done);

}  // namespace aplus::acquirer
