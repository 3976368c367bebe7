#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "protocol/codes/explained_code.h"

namespace aplus::protocol {

// What a merchant shows to be paid: addresses that stand for an order, or for the shop.

/// An order code of Alipay+: `https://global.alipay.com/281…04…` with 36 characters after the slash.
/// The form is that of published samples.
struct ParsedOrderCode {
  std::string domain;  ///< `global.alipay.com`, or the acquirer's own for a private order code
  std::string issuer;  ///< six digits
  std::string acquirerDigits;  ///< the four digits after the type; the acquirer's own choice in a private code
  std::string rest;

  bool operator==(ParsedOrderCode const&) const = default;
};

inline constexpr std::string_view kOrderCodeDomain = "global.alipay.com";
inline constexpr std::size_t kOrderCodeRandom = 24;

/// Error `INVALID_CODE`. Source of the samples: https://docs.antom.com
Result<ParsedOrderCode> parseOrderCode(std::string_view url);

/// HTTPS, a fixed domain of the acquirer, and a path that begins with twelve digits: `281`, three
/// digits of Alipay+, `04`, four digits of the acquirer. Error `INVALID_CODE`.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/
/// integration_merchant_mode_private_order_code_acq/standard_output
Result<ParsedOrderCode> parsePrivateOrderCode(std::string_view url);

/// HTTPS and the address of the merchant's page; everything else is the acquirer's choice. Error
/// `INVALID_CODE`. Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration
Result<void> checkEntryCode(std::string_view url);

/// Assert the lengths and characters that the parsers ask for.
std::string makeOrderCode(std::string_view issuer, std::string_view fourDigits, std::string_view random);
std::string makePrivateOrderCode(std::string_view domain, std::string_view issuer,
                                 std::string_view fourDigits, std::string_view rest);

Result<ExplainedCode> explainOrderCode(std::string_view url);
Result<ExplainedCode> explainPrivateOrderCode(std::string_view url);
Result<ExplainedCode> explainEntryCode(std::string_view url);

}  // namespace aplus::protocol
