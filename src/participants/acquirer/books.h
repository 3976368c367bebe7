#pragma once

#include <string>

#include "participants/acquirer/acquirer.h"

namespace aplus::acquirer {

// The acquirer's books: what Alipay+ will settle, and what the merchant gets for its orders. Both per currency.

std::string settlementAccount(std::string const& currency);
std::string merchantAccount(Merchant const& merchant, std::string const& currency);

/// Brings the books up to what is known of the order: paid, refunded, cancelled. Each is booked once, tied to the
/// message that told of it.
void keepBooks(State& state, Order& order, SequenceNo cause);

}  // namespace aplus::acquirer
