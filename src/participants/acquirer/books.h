#pragma once

#include <string>

#include "participants/acquirer/acquirer.h"

namespace aplus::acquirer {

// The acquirer's books: what Alipay+ will settle, and what the merchant gets for its orders. Both per currency.

std::string settlementAccount(std::string const& currency);
std::string merchantAccount(Merchant const& merchant, std::string const& currency);

/// Brings the books up to what is known of the order: paid, refunded, cancelled. Each is booked once, tied to the
/// message that told of it, and stands in the settlement of its day.
void keepBooks(State& state, Order& order, SequenceNo cause, SimTime now);

/// What a day's settlement brings to the merchant.
Money payable(Settlement const& settlement);

/// What all settlements bring to the merchant for one payment, in minor units of the order's currency.
std::int64_t settledFor(State const& state, PaymentRequestId const& payment);

void describeSettlements(State const& state, StateWriter& out);

}  // namespace aplus::acquirer
