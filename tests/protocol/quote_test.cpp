#include "protocol/payments/quote.h"

#include <gtest/gtest.h>

namespace aplus::protocol {
namespace {

PaymentQuote quote(std::string pair, std::string price) {
  PaymentQuote result;
  result.quoteCurrencyPair = std::move(pair);
  result.quotePrice = std::move(price);
  return result;
}

TEST(ApplyQuote, MultipliesByThePairAndDividesByItsReverse) {
  EXPECT_EQ(applyQuote({100, "JPY"}, quote("JPY/KRW", "10.0000"), "KRW"), (Money{1000, "KRW"}));
  EXPECT_EQ(applyQuote({100, "JPY"}, quote("KRW/JPY", "0.1"), "KRW"), (Money{1000, "KRW"}));
  EXPECT_EQ(applyQuote({1000, "KRW"}, quote("JPY/KRW", "10"), "JPY"), (Money{100, "JPY"}));
  EXPECT_EQ(applyQuote({15, "KRW"}, quote("JPY/KRW", "10"), "JPY"), (Money{2, "JPY"})) << "half to even";
}

TEST(ApplyQuote, ScalesUnlessTheFormulaIsTakenLiterally) {
  EXPECT_EQ(applyQuote({10000, "CNY"}, quote("CNY/KRW", "180"), "KRW"), (Money{18000, "KRW"}));
  EXPECT_EQ(applyQuote({10000, "CNY"}, quote("CNY/KRW", "180"), "KRW", QuoteScaling::literal),
            (Money{1800000, "KRW"}));
  EXPECT_EQ(applyQuote({18000, "KRW"}, quote("CNY/KRW", "180"), "CNY"), (Money{10000, "CNY"}));
}

TEST(ApplyQuote, NamesWhatDoesNotFit) {
  auto const path = [](Money const& amount, PaymentQuote const& q) {
    auto const result = applyQuote(amount, q, "KRW");
    EXPECT_FALSE(result);
    return result ? "" : result.error().code + " " + result.error().path;
  };
  for (char const* pair : {"JPY/USD", "USD/KRW", "JPYKRW", "JPY-KRW", "JPY/KRW ", "", "jpy/krw"}) {
    EXPECT_EQ(path({100, "JPY"}, quote(pair, "10")), "PARAM_ILLEGAL quoteCurrencyPair") << pair;
  }
  for (char const* price : {"", "ten", "-1", "0", "0.000"}) {
    EXPECT_EQ(path({100, "JPY"}, quote("JPY/KRW", price)), "PARAM_ILLEGAL quotePrice") << price;
  }
  EXPECT_EQ(path({INT64_MAX, "JPY"}, quote("JPY/KRW", "2")), "PARAM_ILLEGAL ") << "too large";
  EXPECT_EQ(path({1, "JPY"}, quote("JPY/KRW", "0.5")), "PARAM_ILLEGAL ") << "half to even is nothing";
}

}  // namespace
}  // namespace aplus::protocol
