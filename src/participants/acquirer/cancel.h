#pragma once

#include "participants/acquirer/acquirer.h"

namespace aplus::acquirer {

// Having a payment undone at Alipay+.

void beginCancelling(State& state, Order& order, Context& context);
void sendCancel(State& state, Order& order, Context& context);
void onCancelled(State& state, Order& order, Envelope const& response, Context& context);

/// Sets the alarm for cancelPayment again, as long as nobody has answered it.
void cancelLater(Order& order, Context& context);

}  // namespace aplus::acquirer
