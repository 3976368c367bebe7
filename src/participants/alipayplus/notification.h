#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

/// The wallet server tells how a payment ended.
void onNotifyPayment(State& state, Envelope const& request, Context& context);

}  // namespace aplus::alipayplus
