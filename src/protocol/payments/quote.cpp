#include "protocol/payments/quote.h"

#include <fmt/format.h>

namespace aplus::protocol {
namespace {

bool isPair(std::string_view pair, std::string_view first, std::string_view second) {
  return pair.size() == first.size() + second.size() + 1 && pair.substr(0, first.size()) == first &&
         pair[first.size()] == '/' && pair.substr(first.size() + 1) == second;
}

}  // namespace

bool pairConnects(std::string_view pair, std::string_view from, std::string_view to) {
  return isPair(pair, from, to) || isPair(pair, to, from);
}

Result<Money> applyQuote(Money const& amount, PaymentQuote const& quote, std::string_view toCurrency,
                         QuoteScaling scaling) {
  if (!pairConnects(quote.quoteCurrencyPair, amount.currency, toCurrency)) {
    return fail("PARAM_ILLEGAL", "quoteCurrencyPair",
                fmt::format("must be \"{}/{}\" or the reverse, not \"{}\"", amount.currency,
                            toCurrency, quote.quoteCurrencyPair));
  }
  auto const price = Decimal::parse(quote.quotePrice);
  if (!price) return fail("PARAM_ILLEGAL", "quotePrice", price.error().message);
  if (price->unscaled == 0) return fail("PARAM_ILLEGAL", "quotePrice", "must not be zero");
  bool const forward = isPair(quote.quoteCurrencyPair, amount.currency, toCurrency);
  auto const converted = forward ? convert(amount, *price, toCurrency, scaling)
                                 : convertInverse(amount, *price, toCurrency, scaling);
  if (!converted) return fail("PARAM_ILLEGAL", "", converted.error().message);
  if (converted->amountMinor == 0) {
    return fail("PARAM_ILLEGAL", "",
                fmt::format("{} is less than the smallest unit of {}", format(amount), toCurrency));
  }
  return *converted;
}

}  // namespace aplus::protocol
