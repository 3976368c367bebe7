#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/money.h"
#include "base/strong_id.h"
#include "participants/envelope.h"
#include "participants/state_writer.h"

namespace aplus {

/// What a movement is for.
enum class Purpose : std::uint8_t {
  opening, topUp, payment, fee, cashback,
  refund, feeReturn, cashbackReturn,
  cancel, cancelFee, cancelCashback,
};

std::string_view name(Purpose purpose);

/// One movement of money from one account to another, and the message that caused it.
struct Movement {
  std::string from;
  std::string to;
  Money amount;
  Purpose purpose = Purpose::opening;
  PaymentRequestId paymentRequestId;
  RefundRequestId refundRequestId;  ///< for a refund, and the fee and cashback that go back with it
  SequenceNo cause = 0;

  bool operator==(Movement const&) const = default;
};

/// Double entry: money only ever moves between accounts, so the sum of all balances never changes.
class Ledger {
 public:
  /// Opens an account with money that comes from the account `outside`.
  void open(std::string const& account, Money const& opening);

  /// Opens an account without money, unless there is one already. Accounts of one ledger may be in several
  /// currencies; money only moves between those of the same.
  void openEmpty(std::string const& account, std::string const& currency);

  Money balance(std::string const& account) const;

  /// All of them or none; those of nothing are left out. Errors: `CURRENCY_MISMATCH`,
  /// `AMOUNT_OVERFLOW`; then nothing moved.
  Result<void> move(std::vector<Movement> movements);

  /// From the account `outside`.
  Result<void> bringIn(std::string const& account, Money const& amount, Purpose purpose,
                       SequenceNo cause);

  std::vector<Movement> const& movements() const { return movements_; }
  std::map<std::string, Money> const& balances() const { return balances_; }
  void describe(StateWriter& out) const;

  bool operator==(Ledger const&) const = default;

 private:
  std::map<std::string, Money> balances_;
  std::vector<Movement> movements_;
};

}  // namespace aplus
