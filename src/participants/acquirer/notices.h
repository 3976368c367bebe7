#pragma once

#include "participants/acquirer/acquirer.h"

namespace aplus::acquirer {

/// Alipay+ tells how a payment ended. It is acknowledged with S and SUCCESS whatever it says.
void onNotified(State& state, Envelope const& request, Context& context);

}  // namespace aplus::acquirer
