#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace aplus {

/// An amount in the smallest unit of its currency (100 JPY is 100, 1.00 USD is 100).
/// On the wire: `{"value": "100", "currency": "JPY"}`.
struct Money {
  std::int64_t amountMinor = 0;
  std::string currency;

  bool operator==(Money const&) const = default;
};

/// For people: `150.00 CNY`, `1000 KRW`.
std::string format(Money const& money);

/// The sum, or `CURRENCY_MISMATCH` / `AMOUNT_OVERFLOW`.
Result<Money> add(Money const& left, Money const& right);

/// An exact decimal such as a quotePrice: `unscaled` / 10^`scale`.
struct Decimal {
  std::int64_t unscaled = 0;
  std::int32_t scale = 0;

  bool operator==(Decimal const&) const = default;

  /// Reads digits with at most one point, at most 18 digits in all. Error `INVALID_DECIMAL`.
  static Result<Decimal> parse(std::string_view text);
};

/// How a quotePrice is applied when the currencies' exponents differ.
enum class QuoteScaling : std::uint8_t {
  majorUnits,  ///< the price is per major unit (sandbox choice, the default)
  literal,     ///< the published formula to the letter: value × price, minor unit for minor unit
};

/// `paymentAmount × price` in `toCurrency`, HALF_EVEN, rounded once, exact before that.
/// Both readings agree when the exponents are equal.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment
/// Errors: `CURRENCY_NOT_SUPPORT`, `AMOUNT_OVERFLOW`.
Result<Money> convert(Money const& amount, Decimal price, std::string_view toCurrency,
                      QuoteScaling scaling = QuoteScaling::majorUnits);

/// The same with the pair written the other way round: divides by `price`.
Result<Money> convertInverse(Money const& amount, Decimal price, std::string_view toCurrency,
                             QuoteScaling scaling = QuoteScaling::majorUnits);

/// `amount × part / whole`, HALF_EVEN. Asserts 0 ≤ part ≤ whole, whole > 0 and an amount that is not
/// negative, so that the result is never more than the amount.
Money proportion(Money const& amount, std::int64_t part, std::int64_t whole);

}  // namespace aplus
