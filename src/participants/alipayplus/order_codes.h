#pragma once

#include <string_view>

#include "participants/alipayplus/alipayplus.h"
#include "protocol/payments/pay.h"
#include "protocol/payments/payment_scenario.h"

namespace aplus::alipayplus {

// Orders that wait for a wallet: placed by the acquirer, shown as a code, closed when nobody pays in time.

/// The acquirer places an order: it gets the address of its order code, or of its cashier page. The request was
/// read before.
void onOrder(State& state, Envelope const& request, protocol::AcquirerPayRequest const& wanted,
             protocol::PaymentScenario scenario, Context& context);

/// Keeps an order that a private code of the acquirer stands for.
OrderCode& keepOrder(State& state, std::string const& codeValue, OrderCode code, SimTime expiresAt,
                     Context& context);

/// Closes an order that no wallet was given yet. False when the payment is no such order.
bool closeOpenOrder(State& state, Payment& payment, Context& context);

/// The expiry of an order. False when the timer is for something else.
bool onOrderTimer(State& state, Timer const& timer, Context& context);

/// The wallet server asks for the rules by which codes are known.
void onInquiryCodeRules(State& state, Envelope const& request, Context& context);

void describeOrderCodes(State const& state, StateWriter& out);

}  // namespace aplus::alipayplus
