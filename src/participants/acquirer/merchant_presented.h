#pragma once

#include <optional>

#include "participants/acquirer/acquirer.h"
#include "protocol/payments/pay.h"

namespace aplus::acquirer {

// The merchant shows the code: the shop's own, one that Alipay+ made for an order, or one of the acquirer's.

/// A tap of the cashier or on the merchant's page. False when it is another one.
bool onPresentedTap(State& state, Envelope const& tap, Context& context);

/// What makes the pay request for an order that is shown as a code.
void completeOrderRequest(State const& state, Order const& order, protocol::AcquirerPayRequest& request);

/// Alipay+ has answered the placing of such an order.
void onOrderPlaced(State& state, Order& order, protocol::AcquirerPayResponse const& reply, Context& context);

/// A web view fetches the merchant's page.
void onOpenPage(State& state, Envelope const& call, Context& context);

/// Alipay+ asks which order a private code stands for.
void onDecodePrivateCode(State& state, Envelope const& request, Context& context);

/// The order is decided: its code is taken off the counter, and the merchant's page goes on.
void endPresenting(State& state, Order const& order);

void describePresented(State const& state, StateWriter& out);

}  // namespace aplus::acquirer
