#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "participants/acquirer/acquirer.h"

namespace aplus::acquirer {

// What the cashier does at the till, and what it shows.

void onTap(State& state, Envelope const& tap, Context& context);

/// A whole number of minor units from 1 on.
std::optional<std::int64_t> amountOf(std::string const& text);

/// Shows a text on the till.
void tell(Context& context, std::string name, std::string_view text);

/// Brings the till up to date when it shows this order.
void showOrder(State& state, Order const& order, Context& context);

}  // namespace aplus::acquirer
