#pragma once

#include "participants/alipayplus/alipayplus.h"
#include "protocol/payments/pay.h"

namespace aplus::alipayplus {

// Cashier payment: a page of Alipay+ with an order code on it, for customers of a web shop.

/// Until when an order may be paid there: ten minutes at most.
SimTime cashierExpiry(protocol::AcquirerPayRequest const& wanted, Context& context);

/// Makes the page of an order that was just placed.
void makeCashierPage(State& state, protocol::AcquirerPayRequest const& wanted, std::string const& codeValue,
                     Context& context);

/// The address of the order's page; empty when it has none.
std::string cashierUrl(State const& state, PaymentRequestId const& payment);

/// A browser asks for a page. False when the address is none of a cashier.
bool onOpenCashier(State& state, Envelope const& message, Context& context);

/// Shows on the pages what has become of their orders since.
void turnCashierPages(State& state, Context& context);

void describeCashiers(State const& state, StateWriter& out);

}  // namespace aplus::alipayplus
