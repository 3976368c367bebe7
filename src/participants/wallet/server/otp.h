#pragma once

#include <string>
#include <string_view>

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

// One-time passwords: made here, sent by SMS, and compared here.

/// What came of sending one.
struct OtpSent {
  enum class Outcome : std::uint8_t { sent, tooSoon, locked, failed, unknown };

  Outcome outcome = Outcome::sent;
  std::string verifyRequestId;  ///< for `sent` and `unknown`
};

/// Makes a password for `purpose` and sends it to the customer. The one before it for the same purpose is worthless
/// from then on.
OtpSent sendPassword(State& state, CustomerId const& customer, std::string const& purpose, DocStep smsStep,
                     Context& context);

enum class OtpVerdict : std::uint8_t {
  right,
  tryAgain,  ///< wrong, too old, or another one; the user may type or ask again
  noTriesLeft,
};

/// Compares what the user typed for `purpose` with what was sent. A right password is good for once.
OtpVerdict verifyPassword(State& state, CustomerId const& customer, std::string const& purpose,
                          protocol::OtpVerification const& typed, Context& context);

/// All passwords for it are worthless from now on.
void endPasswords(State& state, std::string_view purpose);

void describePasswords(State const& state, StateWriter& out);

}  // namespace aplus::wallet::server
