#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/strong_id.h"
#include "participants/context.h"

namespace aplus::wallet::server {

/// A frozen account may log in and show codes, but not pay; a closed one is as if it had never been.
enum class AccountStatus : std::uint8_t { active, frozen, closed };

std::string_view name(AccountStatus status);

/// What the wallet knows of a customer, as far as it decides about payments.
struct Account {
  CustomerId customerId;
  std::string appToken;  ///< with which this customer's app identifies itself
  std::string loginId;   ///< what the customer logs in with: a mobile number such as 82-1012344321
  AccountStatus status = AccountStatus::active;
  bool kycQualified = true;            ///< the law's questions to the customer are answered
  bool riskSuspected = false;          ///< risk control holds back what is paid from it
  bool paymentMethodAvailable = true;  ///< what the customer pays with inside the wallet
  bool passesVerification = true;      ///< PIN, fingerprint, or what the wallet asks for
  std::string ledgerAccount;

  bool operator==(Account const&) const = default;
};

/// The login id as it may be shown: `82-10****4321`.
std::string maskedLoginId(std::string_view loginId);

struct State;

/// A person's taps that reach the wallet server: `topUp`, `setAccountStatus`, `unbindMerchant`.
void onCommand(State& state, Envelope const& tap, Context& context);

}  // namespace aplus::wallet::server
