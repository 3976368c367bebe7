#pragma once

#include "participants/acquirer/acquirer.h"
#include "protocol/payments/order.h"

namespace aplus::acquirer {

// Collecting a payment, and asking how it ended until that is known.

/// The till has scanned a code for the sale.
void requestPayment(State& state, PaymentCode const& code, Context& context);

/// Places an order that is shown as a code.
void sendOrder(State& state, Order order, DocStep docStep, Context& context);

/// Asks for the payment of an order of the web shop.
void sendShopOrder(State& state, Order order, DocStep docStep, Context& context);

/// The sale as Alipay+ is told of it.
protocol::Order orderOf(State const& state, Sale const& sale);

/// Asks Alipay+ how the payment ended.
void inquire(State& state, Order& order, Context& context);

void onPaid(State& state, Order& order, Envelope const& response, Context& context);
void onInquired(State& state, Order& order, Envelope const& response, Context& context);

/// Sets the alarm for the next inquiry while the payment is unknown.
void inquireLater(Order& order, Context& context);

/// The alarm of an order: an inquiry, or cancelPayment again.
void onOrderTimer(State& state, Timer const& timer, Context& context);

void stopTimer(Order& order, Context& context);

inline constexpr std::string_view kOrderTimer = "orderStillUnknown";

}  // namespace aplus::acquirer
