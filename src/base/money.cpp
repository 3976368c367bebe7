#include "base/money.h"

#include <optional>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/currency.h"

namespace aplus {
namespace {

// Wide enough for any int64 amount times any 18-digit price; scaling beyond is checked.
__extension__ using Wide = __int128;

constexpr Wide kWideMax = (Wide(1) << 126);

std::optional<Wide> timesPowerOfTen(Wide value, int power) {
  for (; power > 0; --power) {
    if (value > kWideMax / 10 || value < -kWideMax / 10) return std::nullopt;
    value *= 10;
  }
  return value;
}

/// numerator / denominator rounded half to even. denominator > 0, numerator >= 0.
Wide divideHalfEven(Wide numerator, Wide denominator) {
  Wide const quotient = numerator / denominator;
  Wide const twice = (numerator % denominator) * 2;
  bool const up = twice > denominator || (twice == denominator && quotient % 2 != 0);
  return quotient + (up ? 1 : 0);
}

struct Exponents {
  int from, to;
};

Result<Exponents> exponents(std::string_view from, std::string_view to) {
  for (std::string_view const code : {from, to}) {
    if (!minorUnits(code)) {
      return fail("CURRENCY_NOT_SUPPORT", "",
                  fmt::format("'{}' is no currency of ISO 4217", code.substr(0, 16)));
    }
  }
  return Exponents{*minorUnits(from), *minorUnits(to)};
}

/// amount × numerator / denominator, where 10^shift scales the result.
Result<Money> scale(Money const& amount, Wide numerator, Wide denominator, int shift,
                    std::string_view toCurrency) {
  auto const top = timesPowerOfTen(Wide(amount.amountMinor) * numerator, shift > 0 ? shift : 0);
  auto const bottom = timesPowerOfTen(denominator, shift < 0 ? -shift : 0);
  if (top && bottom && *bottom > 0) {
    // Rounding doubles the remainder, so the denominator keeps one bit free (kWideMax).
    Wide const value = divideHalfEven(*top, *bottom);
    if (value <= INT64_MAX) return Money{std::int64_t(value), std::string(toCurrency)};
  }
  return fail("AMOUNT_OVERFLOW", "",
              fmt::format("{} converted to {} does not fit 64 bits", format(amount), toCurrency));
}

}  // namespace

std::string format(Money const& money) {
  int const digits = minorUnits(money.currency).value_or(0);
  std::uint64_t const magnitude = money.amountMinor < 0 ? 0 - std::uint64_t(money.amountMinor)
                                                        : std::uint64_t(money.amountMinor);
  std::string text = fmt::format("{:0{}}", magnitude, digits + 1);
  if (digits > 0) text.insert(text.size() - std::size_t(digits), ".");
  return fmt::format("{}{} {}", money.amountMinor < 0 ? "-" : "", text, money.currency);
}

Result<Money> add(Money const& left, Money const& right) {
  if (left.currency != right.currency) {
    return fail("CURRENCY_MISMATCH", "",
                fmt::format("{} and {} are different currencies", format(left), format(right)));
  }
  Wide const sum = Wide(left.amountMinor) + Wide(right.amountMinor);
  if (sum > INT64_MAX || sum < INT64_MIN) {
    return fail("AMOUNT_OVERFLOW", "",
                fmt::format("{} plus {} does not fit 64 bits", format(left), format(right)));
  }
  return Money{std::int64_t(sum), left.currency};
}

Result<Decimal> Decimal::parse(std::string_view text) {
  Decimal value;
  bool point = false;
  int digits = 0;
  for (char const c : text) {
    if (c == '.' && !point && digits > 0) {
      point = true;
    } else if (c >= '0' && c <= '9' && digits < 18) {
      value.unscaled = value.unscaled * 10 + (c - '0');
      value.scale += point ? 1 : 0;
      ++digits;
    } else {
      digits = -1;
      break;
    }
  }
  if (digits <= 0 || text.back() == '.') {
    return fail("INVALID_DECIMAL", "",
                fmt::format("'{}' is no decimal number of at most 18 digits, such as 10.0000",
                            text.substr(0, 64)));
  }
  return value;
}

Result<Money> convert(Money const& amount, Decimal price, std::string_view toCurrency,
                      QuoteScaling scaling) {
  auto const e = exponents(amount.currency, toCurrency);
  if (!e) return fail(e.error());
  int const shift = scaling == QuoteScaling::literal ? 0 : e->to - e->from;
  return scale(amount, price.unscaled, 1, shift - price.scale, toCurrency);
}

Result<Money> convertInverse(Money const& amount, Decimal price, std::string_view toCurrency,
                             QuoteScaling scaling) {
  auto const e = exponents(amount.currency, toCurrency);
  if (!e) return fail(e.error());
  if (price.unscaled == 0) return fail("INVALID_DECIMAL", "", "A price of zero cannot be divided by");
  int const shift = scaling == QuoteScaling::literal ? 0 : e->to - e->from;
  return scale(amount, 1, price.unscaled, shift + price.scale, toCurrency);
}

Money proportion(Money const& amount, std::int64_t part, std::int64_t whole) {
  APLUS_ASSERT(whole > 0 && 0 <= part && part <= whole && amount.amountMinor >= 0);
  Wide const value = divideHalfEven(Wide(amount.amountMinor) * Wide(part), Wide(whole));
  return {std::int64_t(value), amount.currency};
}

}  // namespace aplus
