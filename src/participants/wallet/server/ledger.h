#pragma once

#include <string_view>

#include "participants/ledger.h"

namespace aplus::wallet::server {

/// The books besides the customers' own: what the wallet owes Alipay+, earns, and gives away.
inline constexpr std::string_view kSettlementAccount = "settlement:alipayplus";
inline constexpr std::string_view kFeeAccount = "fee:wallet";
inline constexpr std::string_view kPromotionAccount = "promotion:wallet";

using aplus::Ledger;
using aplus::Movement;
using aplus::Purpose;

}  // namespace aplus::wallet::server
