#pragma once

#include <string_view>
#include <vector>

#include "protocol/codes/inquiry_code_rules.h"

namespace aplus::scenario {

// The addresses behind merchants' codes in the sandbox, and the rules by which wallets know them.
// Sandbox choice: the domains are reserved for examples, the rules are shaped like real ones.

inline constexpr std::string_view kEntryUrl = "https://page.acquirer.example/M000000000001";
inline constexpr std::string_view kPrivateDomain = "order.acquirer.example";
inline constexpr std::string_view kPrivateIssuer = "281002";
inline constexpr std::string_view kCodeRulesVersion = "sandbox_1";

std::vector<protocol::CodeRule> sandboxCodeRules();

}  // namespace aplus::scenario
