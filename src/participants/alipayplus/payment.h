#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

/// The acquirer asks to collect a payment.
void onAcquirerPay(State& state, Envelope const& request, Context& context);

/// The wallet server has answered pay.
void onWalletPaid(State& state, PendingCall const& pending, Envelope const& response,
                  Context& context);

}  // namespace aplus::alipayplus
