#pragma once

#include <cstddef>
#include <string_view>

namespace aplus::protocol {

// Codes and tokens begin with the six digits of their issuer and two of their kind.
// Sources: https://docs.alipayplus.com/alipayplus/alipayplus/code_scanning_payment_standards_mpp/code_format
// for 02, https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment for 13
// and, in its samples, 03; published order codes for 04.
inline constexpr std::string_view kPaymentCodeType = "02";
inline constexpr std::string_view kTokenType = "03";
inline constexpr std::string_view kOrderCodeType = "04";
inline constexpr std::string_view kAuthCodeType = "13";

inline constexpr std::string_view kIssuerStart = "281";  ///< what Alipay+ issuers begin with
inline constexpr std::size_t kIssuerDigits = 6;
inline constexpr std::size_t kTypeDigits = 2;

/// `281` and three digits that Alipay+ assigned.
bool isIssuer(std::string_view text);

/// Whether a text begins with an issuer and this type.
bool isOfType(std::string_view text, std::string_view type);

}  // namespace aplus::protocol
