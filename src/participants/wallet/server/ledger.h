#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/money.h"
#include "base/strong_id.h"
#include "participants/envelope.h"
#include "participants/state_writer.h"

namespace aplus::wallet::server {

/// One movement of money from one account to another, and the message that caused it.
struct Movement {
  std::string from;
  std::string to;
  Money amount;
  PaymentRequestId paymentRequestId;
  SequenceNo cause = 0;

  bool operator==(Movement const&) const = default;
};

/// Double entry: money only ever moves between accounts, so the sum of all balances never changes.
class Ledger {
 public:
  /// Opens an account with money that comes from the account `outside`.
  void open(std::string const& account, Money const& opening);

  Money balance(std::string const& account) const;

  /// Errors: `CURRENCY_MISMATCH`, `AMOUNT_OVERFLOW`; then nothing moved.
  Result<void> move(Movement movement);

  std::vector<Movement> const& movements() const { return movements_; }
  std::map<std::string, Money> const& balances() const { return balances_; }
  void describe(StateWriter& out) const;

  bool operator==(Ledger const&) const = default;

 private:
  std::map<std::string, Money> balances_;
  std::vector<Movement> movements_;
};

}  // namespace aplus::wallet::server
