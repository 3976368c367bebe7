#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/money.h"
#include "base/strong_id.h"
#include "participants/context.h"
#include "participants/state_writer.h"

namespace aplus::wallet::server {

struct State;
struct Account;

/// How much, and how often, a customer may pay in a period. What is left out is not limited.
struct PeriodLimit {
  std::optional<std::int64_t> amountMinor;
  std::optional<std::int64_t> count;

  bool operator==(PeriodLimit const&) const = default;
};

/// All in the wallet's currency; what counts is payToAmount. Exactly the limit is still allowed.
/// Sandbox choices: periods are those of the calendar in the wallet's zone, and belong to the moment of
/// the payment; a cancelled or wholly refunded payment is as if it had not been, a partly refunded one
/// counts once with what is left.
struct Limits {
  std::optional<std::int64_t> perPaymentMinor;
  std::map<Period, PeriodLimit> periods;

  bool operator==(Limits const&) const = default;
};

/// What a customer has paid in the period at hand.
struct Usage {
  Money amount;
  std::int64_t count = 0;
  SimTime resetsAt;
};

Usage usageOf(State const& state, CustomerId const& customer, Period period, SimTime now);

/// The code of the limit that `amount` would exceed, or nothing. Notes how much is used and until when.
std::optional<std::string_view> exceededLimit(State const& state, CustomerId const& customer,
                                              Money const& amount, Context& context);

/// The limits that there are, and what is used of them at the time of the last decision.
void describeLimits(State const& state, Account const& account, StateWriter& out);

}  // namespace aplus::wallet::server
