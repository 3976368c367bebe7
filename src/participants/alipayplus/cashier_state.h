#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/strong_id.h"

namespace aplus::alipayplus {

/// What a cashier page shows.
enum class CashierView : std::uint8_t {
  unopened,  ///< nobody has come yet
  code,      ///< the QR code and how long it is good for
  scanned,   ///< a wallet has the order; its user has not decided yet
  closed,    ///< not paid, and not payable any more
  paid,      ///< the browser was sent back to the merchant
  error,     ///< paid, and there is no address to go back to
  systemError,  ///< now and then in the sandbox; asking for the page again helps
};

std::string_view name(CashierView view);

/// The page of Alipay+ on which a customer pays an order of a web shop.
struct CashierPage {
  PaymentRequestId payment;  ///< the acquirer's id of it
  std::string codeValue;     ///< the order code that the page shows
  std::string redirectUrl;   ///< where the customer goes back to; the acquirer may have left it out
  CashierView view = CashierView::unopened;

  bool operator==(CashierPage const&) const = default;
};

}  // namespace aplus::alipayplus
