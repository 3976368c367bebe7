#pragma once

#include <string_view>

#include "base/error.h"
#include "base/money.h"
#include "protocol/payments/payment_parts.h"

namespace aplus::protocol {

/// What `amount` is in `toCurrency` by this quote; Alipay+ makes payToAmount with it and the wallet
/// checks it. The pair `amount's currency/toCurrency` multiplies, the reversed pair divides
/// (sandbox choice: the client SDK's page warns that pairs come in either order).
/// Errors: `PARAM_ILLEGAL` with the path within the quote (`quoteCurrencyPair`, `quotePrice`) for a
/// pair or price that does not fit, and with an empty path for a result that is too large or less
/// than one minor unit.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment
Result<Money> applyQuote(Money const& amount, PaymentQuote const& quote, std::string_view toCurrency,
                         QuoteScaling scaling = QuoteScaling::majorUnits);

/// Whether the pair leads between the two currencies, in either direction.
bool pairConnects(std::string_view pair, std::string_view from, std::string_view to);

}  // namespace aplus::protocol
