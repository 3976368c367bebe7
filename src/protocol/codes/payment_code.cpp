#include "protocol/codes/payment_code.h"

#include <array>

#include <fmt/format.h>

#include "base/assert.h"
#include "protocol/codes/issued_text.h"
#include "protocol/doc_pages.h"

namespace aplus::protocol {
namespace {

bool isMainstream(std::string_view digits) {
  return digits.size() == 24 && digits.substr(kIssuerDigits, kTypeDigits) == kPaymentCodeType;
}

/// `28[0-9]{15}`, `28[0-9]{16}`, `28[0-8][0-9]{16}`, `289[0-9]{10}[0-57-9][0-9]{5}` and
/// `289[0-9]{10}6[0-9]{5}`.
PaymentCodeForm formOf(std::string_view digits) {
  if (isMainstream(digits)) return PaymentCodeForm::mainstream;
  if (digits.substr(0, 2) != "28") return PaymentCodeForm::other;
  switch (digits.size()) {
    case 17: return PaymentCodeForm::legacy17;
    case 18: return PaymentCodeForm::legacy18;
    case 19:
      if (digits[2] != '9') return PaymentCodeForm::legacy19;
      return digits[13] == '6' ? PaymentCodeForm::legacy19Of289With6 : PaymentCodeForm::legacy19Of289;
    default: return PaymentCodeForm::other;
  }
}

}  // namespace

std::string_view name(PaymentCodeForm form) {
  static constexpr std::array<std::string_view, 7> kNames{
      "24 digits",      "17 digits (older)",
      "18 digits (older)", "19 digits (older)",
      "19 digits beginning with 289 (older)", "19 digits beginning with 289, with a 6 (older)",
      "no published form"};
  return kNames[static_cast<std::size_t>(form)];
}

bool isScannablePaymentCode(std::string_view text) { return parsePaymentCode(text).has_value(); }

Result<ParsedPaymentCode> parsePaymentCode(std::string_view text) {
  auto const no = [](std::string why) { return fail("INVALID_CODE", "", std::move(why)); };
  if (!isDigits(text)) return no("A payment code has digits only");
  if (text.size() < 16 || text.size() > 24) {
    return no(fmt::format("A payment code has 16 to 24 digits; this has {}", text.size()));
  }
  std::string_view const start = text.substr(0, 2);
  if (start < "25" || start > "30") {
    return no(fmt::format("A payment code begins with 25 to 30; this begins with {}", start));
  }
  ParsedPaymentCode code;
  code.form = formOf(text);
  if (code.form == PaymentCodeForm::mainstream) {
    code.issuer = text.substr(0, kIssuerDigits);
    code.businessType = text.substr(kIssuerDigits, kTypeDigits);
    code.userNumber = text.substr(kIssuerDigits + kTypeDigits);
  } else {
    code.userNumber = text.substr(2);
  }
  return code;
}

PaymentCode makePaymentCode(std::string_view issuer, std::string_view userNumber) {
  APLUS_ASSERT(issuer.size() == kIssuerDigits && isDigits(issuer));
  APLUS_ASSERT(userNumber.size() == std::size_t(kUserNumberDigits) && isDigits(userNumber));
  return PaymentCode{fmt::format("{}{}{}", issuer, kPaymentCodeType, userNumber)};
}

Result<ExplainedCode> explainPaymentCode(std::string_view text) {
  auto const code = parsePaymentCode(text);
  if (!code) return fail(code.error());
  ExplainedCode explained{"payment code", docs::kCodeFormat, {}};
  if (code->form == PaymentCodeForm::mainstream) {
    explained.add(kIssuerDigits, "issuer", "Which wallet's users the code is for; Alipay+ routes by it.");
    explained.add(kTypeDigits, "business type", "02: a payment code.");
    explained.add(code->userNumber.size(), "user number",
                  "Changes with every code and says nothing of the user by itself.");
  } else {
    explained.add(2, "start", "25 to 30: what scanners know a payment code by.");
    explained.add(text.size() - 2, "rest", fmt::format("{}; its parts are the issuer's own affair.",
                                                       name(code->form)));
  }
  return explained;
}

}  // namespace aplus::protocol
