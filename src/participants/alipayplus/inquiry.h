#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

/// The acquirer asks how a payment stands.
void onAcquirerInquiry(State& state, Envelope const& request, Context& context);

}  // namespace aplus::alipayplus
