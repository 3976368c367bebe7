#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/codes/inquiry_code_rules.h"

namespace aplus::protocol {

/// What a wallet has to do with a code that one of Alipay+'s rules knows.
struct IdentifiedCode {
  std::string actionType;      ///< `DECODE` or `OPEN_URL`
  std::string url;             ///< for `OPEN_URL`: what launch is given
  std::string userAgent;       ///< how the merchant's page knows the wallet
  std::string acDecodeConfig;  ///< for launch: which addresses the SDK takes for order codes
  std::string rule;            ///< the rule, for people: `PREFIX https://…, priority 100`

  bool operator==(IdentifiedCode const&) const = default;
};

inline constexpr std::int64_t kDefaultPriority = 10'000;
inline constexpr std::string_view kDefaultUserAgent = "AlipayConnect";

/// Tries all rules. The one with the lowest priority number wins, 10000 where none is given, and the
/// first in the list among equals. Nothing when no rule matches: the code is not for Alipay+.
/// The texts of EMVCo rules have a mode as their first letter: R for a regular expression, S starts with,
/// C contains, N for NULL or NOT_NULL; without one the value must be equal.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/inquiry_code_rules and the official
/// server SDK for wallets, whose matching this follows.
std::optional<IdentifiedCode> identifyByRules(std::vector<CodeRule> const& rules, std::string_view codeValue);

}  // namespace aplus::protocol
