#pragma once

#include <optional>
#include <string_view>

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

/// A limit that a payment would exceed.
struct ExceededLimit {
  std::string_view reason;  ///< one of protocol::kLimitReasons
  Money limit;
  Money used;  ///< what counted to it before; nothing for the limits of one payment
};

/// What an individual has paid in the year at hand, as far as it counts: sums in fen. What is in process
/// counts, so that two payments at once cannot exceed a limit together; what was cancelled, failed or
/// given back does not. A payment belongs to the calendar year in China in which its order was handed to
/// the wallet. Sandbox choices: the page says none of this.
struct YearUsage {
  std::int64_t all = 0;
  std::int64_t entryCode = 0;
};

YearUsage yearUsage(State const& state, CustomerId const& customer, SimTime now);

/// The limit that the order behind `code` would exceed for this customer, or nothing. Looks at entry
/// code limits first (sandbox choice) and notes what it finds.
std::optional<ExceededLimit> exceededLimit(State const& state, OrderCode const& code, CustomerId const& customer,
                                           Context& context);

/// The result code for it: one for limits of one payment, one for those of a year. Sandbox choice.
std::string_view codeFor(ExceededLimit const& exceeded);

void describeLimits(State const& state, StateWriter& out);

}  // namespace aplus::alipayplus
