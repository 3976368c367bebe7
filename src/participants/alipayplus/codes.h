#pragma once

#include <utility>

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// Payment codes: issued to the client SDK or to the wallet server, and known again when they are scanned.

struct IssuedTo {
  CustomerId customerId;
  std::string region;
};

/// A fresh code that may be scanned from `validFrom` on.
std::pair<PaymentCode, IssuedCode> issueCode(State& state, IssuedTo const& user, SimTime validFrom,
                                             Context& context);

/// Whether a scanned code may be paid with now. Errors: `INVALID_CODE`, `EXPIRED_CODE`.
Result<void> checkCode(State const& state, PaymentCode const& code, SimTime now);

/// The wallet server asks for codes: the newer generation, without client SDK and session.
void onGetPaymentCode(State& state, Envelope const& request, Context& context);

}  // namespace aplus::alipayplus
