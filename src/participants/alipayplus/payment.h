#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

/// Where the wallet may send notifyPayment: one of the published hosts and the API's own path.
inline constexpr std::string_view kPaymentNotifyUrl =
    "https://open-sea-global.alipayplus.com/aps/api/v1/payments/notifyPayment";

/// The acquirer asks to collect a payment.
void onAcquirerPay(State& state, Envelope const& request, Context& context);

/// Tells the acquirer that waits for `request` how its payment stands.
void answerPay(State const& state, Envelope const& request, Payment const& payment, Context& context);

}  // namespace aplus::alipayplus
