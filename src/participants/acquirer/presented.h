#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/sim_time.h"
#include "base/strong_id.h"

namespace aplus::acquirer {

/// What kind of code an order was shown as.
enum class CodeKind : std::uint8_t {
  none,          ///< the user showed theirs
  entryCode,     ///< the shop's own code, which leads to its page
  orderCode,     ///< issued by Alipay+ for one order
  privateOrder,  ///< issued by the acquirer for one order
};

std::string_view name(CodeKind kind);

/// The merchant's page in somebody's phone. Sandbox choice: one visitor at a time.
struct ShopPage {
  bool open = false;
  std::string userAgent;  ///< how the visitor's web view calls itself
  std::string message;    ///< what the page says besides
  bool ordering = false;  ///< the amount was taken, the order is being placed

  bool operator==(ShopPage const&) const = default;
};

/// What the merchant shows to be scanned.
struct Presented {
  std::string entryUrl;       ///< the address behind the shop's own code
  std::string privateDomain;  ///< where the acquirer's private order codes stand
  std::string privateIssuer;  ///< six digits: 281 and three of Alipay+
  std::int64_t privateLifetimeMs = 3 * kMinuteMs;

  CodeKind kind = CodeKind::none;  ///< of the code on the counter
  std::string codeValue;
  ShopPage page;
  std::map<std::string, PaymentRequestId> privateCodes;

  bool operator==(Presented const&) const = default;
};

}  // namespace aplus::acquirer
