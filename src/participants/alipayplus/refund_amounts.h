#pragma once

#include <optional>

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

/// What a refund of the acquirer is for the wallet.
struct RefundAmounts {
  Money refundAmount;      ///< the user's part, in the order's currency: without promotion, with surcharge
  Money refundFromAmount;  ///< the same in the wallet's currency, at the payment's rate
  std::optional<protocol::PaymentPromoInfo> promotion;
  std::optional<protocol::SurchargeInfo> surcharge;
};

/// Splits `wanted`, a part of the order's price, as the payment itself was put together: each promotion
/// and the surcharge in proportion, so that all refunds together are the payment. Sandbox choice: the page
/// has refundPromoInfo and surchargeInfo and does not say how they are shared out.
/// Errors: those of applyQuote() and `AMOUNT_OVERFLOW`.
Result<RefundAmounts> refundAmountsFor(State const& state, Payment const& payment, Money const& wanted,
                                       Context& context);

}  // namespace aplus::alipayplus
