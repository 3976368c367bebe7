#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "participants/wallet/server/payment_record.h"

namespace aplus::wallet::server {

/// What of a request a magic value is compared with.
enum class MagicBy : std::uint8_t {
  amount,  ///< paymentAmount.value, whatever the currency
  code,    ///< the last six digits of the payment code
  user,    ///< paymentMethod.customerId
};

std::string_view name(MagicBy by);

/// An input that forces an outcome, for demonstrations. Sandbox choice: all of them are ours, and a
/// wallet knows them only when its world says so.
struct MagicValue {
  MagicBy by;
  std::string_view value;
  std::string_view code;     ///< the result code of pay
  std::string_view meaning;  ///< a sentence for people
};

std::span<MagicValue const> magicValues();

/// The first that fits, or null.
MagicValue const* findMagicValue(PaymentContent const& content);

/// True when the value does not force a final answer but how the payment is processed; what comes of
/// it is then decided as ever.
bool forcesProcessing(MagicValue const& value);

/// True for the answers to a request that was not looked into: the wallet knows nothing of the payment after it.
bool leavesNoPayment(std::string_view code);

}  // namespace aplus::wallet::server
