#pragma once

#include <string_view>

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// The line to the wallet server: every request is signed, watched and, when nothing comes back in
// time, given up.

/// Signs and sends a request. What comes of it is known by `pending`.
void askWallet(State& state, Context& context, std::string_view api, std::string body, DocStep docStep,
               PendingCall pending);

/// Something that Alipay+ asked for was answered, or the time for the answer is over.
void onWalletResponse(State& state, Envelope const& response, Context& context);
void onWalletTimeout(State& state, Timer const& timer, Context& context);

inline constexpr std::string_view kWalletTimeout = "walletTimeout";

/// How long to wait before attempt number `done` + 1 of asking for something whose end is unknown:
/// 4 s, 4 s, 30 s, 60 s, 60 s, 60 s, then five minutes again and again.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/push_mode_acq/respond_inquiries, where the
/// same inquiry is described for another product.
std::int64_t retryDelayMs(std::int32_t done);

}  // namespace aplus::alipayplus
