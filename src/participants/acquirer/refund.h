#pragma once

#include "participants/acquirer/acquirer.h"

namespace aplus::acquirer {

// Giving money back: all of a payment, or parts of it.

void requestRefund(State& state, Order& order, Money const& amount, std::string reason, Context& context);
void onRefunded(State& state, Order& order, Refund& refund, Envelope const& response, Context& context);

/// Sets the alarm for the same request again, as long as nobody has answered it.
void refundLater(Refund& refund, Order const& order, Context& context);

/// The alarm of a refund.
void onRefundTimer(State& state, Timer const& timer, Context& context);

inline constexpr std::string_view kRefundTimer = "refundStillUnknown";

}  // namespace aplus::acquirer
