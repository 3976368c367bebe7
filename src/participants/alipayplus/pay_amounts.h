#pragma once

#include <optional>

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

/// What a payment amounts to for the wallet.
struct Amounts {
  Money paymentAmount;  ///< in the order's currency, after promotion and with surcharge
  Money payToAmount;    ///< in the wallet's
  std::optional<protocol::PaymentQuote> quote;  ///< where the currencies differ
  std::optional<protocol::PaymentPromoInfo> promotion;
  std::optional<protocol::SurchargeInfo> surcharge;
};

/// Takes promotions off the price, adds the surcharge, and converts the rest.
/// Errors: `CURRENCY_NOT_SUPPORT`, those of applyQuote(), and `PARAM_ILLEGAL` for an amount too long to be sent.
Result<Amounts> amountsFor(State const& state, Money const& price);

/// Says how they came about.
void noteAmounts(Amounts const& amounts, Context& context);

/// What a part of a payment is in the wallet's currency, at the payment's own rate.
Result<Money> atRateOf(State const& state, Payment const& payment, Money const& part);

}  // namespace aplus::alipayplus
