#pragma once

#include "participants/acquirer/acquirer.h"
#include "protocol/payments/pay.h"

namespace aplus::acquirer {

// The merchant's web shop: the checkout, where the customer is sent to pay, and what they see when they are back.

/// A tap on one of the shop's pages, or the browser that comes back. False when it is another one.
bool onShopTap(State& state, Envelope const& tap, Context& context);

/// What makes the pay request for an order of the web shop.
void completeShopRequest(State const& state, Order const& order, protocol::AcquirerPayRequest& request);

/// Alipay+ has answered the pay request of such an order.
void onShopPayAnswered(State& state, Order& order, protocol::AcquirerPayResponse const& reply, Context& context);

/// Brings the shop's page up to date when it shows this order, or the authorization that was asked for.
void showShopOrder(State& state, Order const& order, Context& context);
void showBinding(State& state, Context& context);

/// Leaves the checkout page where it is, with a word on it.
void stayAtCheckout(State& state, std::string message, Context& context);

/// The authorization that the shop pays with; null when it has none.
Agreement const* storedAgreement(State const& state);

void describeShop(State const& state, StateWriter& out);

}  // namespace aplus::acquirer
