#include "base/money.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/currency.h"
#include "support/files.h"

namespace aplus {
namespace {

Decimal price(std::string_view text) { return *Decimal::parse(text); }

TEST(Currency, KnowsTheExponentsOfIso4217) {
  EXPECT_EQ(minorUnits("JPY"), 0);
  EXPECT_EQ(minorUnits("USD"), 2);
  EXPECT_EQ(minorUnits("KWD"), 3);
  EXPECT_EQ(minorUnits("CLF"), 4);
  EXPECT_EQ(minorUnits("AED"), 2) << "the first row";
  EXPECT_EQ(minorUnits("ZWG"), 2) << "the last row";
  for (char const* none : {"", "XAU", "XXX", "jpy", "JP", "JPYY", "ZZZ", "AAA"}) {
    EXPECT_EQ(minorUnits(none), std::nullopt) << none;
  }
}

TEST(Currency, AgreesWithThePublishedTable) {
  auto const table = nlohmann::json::parse(test::readFile("tests/vectors/V09-minor-units.json"));
  ASSERT_FALSE(table["minor_units"].empty());
  for (auto const& [code, digits] : table["minor_units"].items()) {
    EXPECT_EQ(minorUnits(code), digits.get<int>()) << code;
  }
}

TEST(Money, IsShownInMajorUnits) {
  EXPECT_EQ(format({15000, "CNY"}), "150.00 CNY");
  EXPECT_EQ(format({5, "USD"}), "0.05 USD");
  EXPECT_EQ(format({-5, "USD"}), "-0.05 USD");
  EXPECT_EQ(format({1000, "KRW"}), "1000 KRW");
  EXPECT_EQ(format({1, "KWD"}), "0.001 KWD");
  EXPECT_EQ(format({INT64_MIN, "JPY"}), "-9223372036854775808 JPY");
}

TEST(Money, AddsOnlyWhatFits) {
  EXPECT_EQ(add({1, "JPY"}, {2, "JPY"}), (Money{3, "JPY"}));
  EXPECT_EQ(add({1, "JPY"}, {2, "USD"}).error().code, "CURRENCY_MISMATCH");
  EXPECT_EQ(add({INT64_MAX, "JPY"}, {1, "JPY"}).error().code, "AMOUNT_OVERFLOW");
  EXPECT_EQ(add({INT64_MIN, "JPY"}, {-1, "JPY"}).error().code, "AMOUNT_OVERFLOW");
}

TEST(Decimal, ReadsExactlyDigitsWithOnePoint) {
  EXPECT_EQ(price("10.0000"), (Decimal{100000, 4}));
  EXPECT_EQ(price("7"), (Decimal{7, 0}));
  for (char const* wrong : {"", ".", "1.", ".5", "1.2.3", "-1", "1e3", " 1", "1234567890123456789"}) {
    EXPECT_FALSE(Decimal::parse(wrong)) << wrong;
  }
}

TEST(Quote, ConvertsTheSampleOfTheAcceptPaymentPage) {
  EXPECT_EQ(convert({100, "JPY"}, price("10.0000"), "KRW"), (Money{1000, "KRW"}));
}

TEST(Quote, RoundsHalfToEven) {
  auto const vectors = nlohmann::json::parse(test::readFile("tests/vectors/V07-bankers-rounding.json"));
  ASSERT_FALSE(vectors["cases"].empty());
  for (auto const& row : vectors["cases"]) {
    // One unit at the price of the input, read in hundredths.
    auto const rounded = convert({100, "USD"}, price(row["in"].get<std::string>()), "EUR");
    std::string const expected = row["out"].get<std::string>() + " EUR";
    EXPECT_EQ(format(*rounded), expected) << row["in"];
  }
}

TEST(Quote, ScalesByExponentUnlessTakenLiterally) {
  // 12.34 USD at 1350.5 KRW each are 16665.17 KRW.
  EXPECT_EQ(convert({1234, "USD"}, price("1350.5"), "KRW"), (Money{16665, "KRW"}));
  EXPECT_EQ(convert({1234, "USD"}, price("1350.5"), "KRW", QuoteScaling::literal),
            (Money{1666517, "KRW"}));
  EXPECT_EQ(convert({100, "JPY"}, price("0.002"), "KWD"), (Money{200, "KWD"}));
}

TEST(Quote, DividesWhenThePairIsReversed) {
  EXPECT_EQ(convertInverse({1000, "KRW"}, price("10.0000"), "JPY"), (Money{100, "JPY"}));
  EXPECT_EQ(convertInverse({5, "KRW"}, price("10"), "JPY"), (Money{0, "JPY"})) << "0.5 to even";
  EXPECT_EQ(convertInverse({15, "KRW"}, price("10"), "JPY"), (Money{2, "JPY"})) << "1.5 to even";
  EXPECT_FALSE(convertInverse({15, "KRW"}, price("0.0"), "JPY"));
}

TEST(Quote, RefusesWhatDoesNotFit) {
  EXPECT_EQ(convert({INT64_MAX, "JPY"}, price("2"), "KRW").error().code, "AMOUNT_OVERFLOW");
  EXPECT_EQ(convert({INT64_MAX, "JPY"}, price("999999999999999999"), "CLF").error().code,
            "AMOUNT_OVERFLOW");
  EXPECT_EQ(convert({1, "JPY"}, price("1"), "ABC").error().code, "CURRENCY_NOT_SUPPORT");
}

TEST(Proportion, IsRoundedToTheEvenNeighbourAndNeverMoreThanTheWhole) {
  EXPECT_EQ(proportion({1000, "KRW"}, 150, 10000), (Money{15, "KRW"}));
  EXPECT_EQ(proportion({5, "KRW"}, 1, 2), (Money{2, "KRW"}));
  EXPECT_EQ(proportion({7, "KRW"}, 1, 2), (Money{4, "KRW"}));
  EXPECT_EQ(proportion({7, "KRW"}, 0, 2), (Money{0, "KRW"}));
  EXPECT_EQ(proportion({INT64_MAX, "KRW"}, INT64_MAX, INT64_MAX), (Money{INT64_MAX, "KRW"}));
}

}  // namespace
}  // namespace aplus
