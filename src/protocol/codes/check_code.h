#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aplus::protocol {

// Whether a code keeps the rules for those who issue and those who scan it: which rule it breaks, and by what.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration

enum class CheckedCode : std::uint8_t {
  entryCode,    ///< the rules for an acquirer that issues one
  paymentCode,  ///< the rules for a merchant's scanner that reads one
};

std::string_view name(CheckedCode kind);

/// One rule and what was found.
struct CodeRuleCheck {
  enum class State : std::uint8_t {
    kept,
    broken,
    open,  ///< the code alone does not show it
  };
  std::string_view id;
  std::string_view rule;
  State state = State::open;
  std::string found;
  std::string_view source;  ///< the official page, or "sandbox choice"

  bool operator==(CodeRuleCheck const&) const = default;
};

std::string_view name(CodeRuleCheck::State state);

struct CodeCheck {
  CheckedCode kind = CheckedCode::entryCode;
  std::vector<CodeRuleCheck> rules;

  /// No rule is broken.
  bool holds() const;
};

/// Digits are meant to be a payment code, everything else an entry code.
CheckedCode guessKind(std::string_view code);

/// `userAgent` is how a browser that opens the merchant's page calls itself; empty: not known.
CodeCheck checkEntryCodeRules(std::string_view code, std::string_view userAgent);
CodeCheck checkPaymentCodeRules(std::string_view code);

}  // namespace aplus::protocol
