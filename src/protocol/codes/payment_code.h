#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/strong_id.h"
#include "protocol/codes/explained_code.h"

namespace aplus::protocol {

// The digits that a user shows to be paid from.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/code_scanning_payment_standards_mpp/code_format

/// The forms that the code format page knows. Older wallets issue the shorter ones.
enum class PaymentCodeForm : unsigned char {
  mainstream,  ///< 24 digits: issuer, 02, user
  legacy17,
  legacy18,
  legacy19,
  legacy19Of289,       ///< 289…, fourteenth digit not 6
  legacy19Of289With6,  ///< 289…, fourteenth digit 6
  other,               ///< a scanner takes it, the page names no form for it
};

std::string_view name(PaymentCodeForm form);

struct ParsedPaymentCode {
  PaymentCodeForm form = PaymentCodeForm::other;
  std::string issuer;        ///< the first six digits of a mainstream code
  std::string businessType;  ///< the next two
  std::string userNumber;    ///< the rest; it says nothing of the user by itself

  bool operator==(ParsedPaymentCode const&) const = default;
};

/// What a till must take for a payment code: 16 to 24 digits that begin with 25 to 30.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration
bool isScannablePaymentCode(std::string_view text);

/// Error `INVALID_CODE` says why no till takes it for a payment code.
Result<ParsedPaymentCode> parsePaymentCode(std::string_view text);

/// 24 digits. Asserts six digits of the issuer and sixteen of the user.
PaymentCode makePaymentCode(std::string_view issuer, std::string_view userNumber);

inline constexpr int kUserNumberDigits = 16;

Result<ExplainedCode> explainPaymentCode(std::string_view text);

}  // namespace aplus::protocol
