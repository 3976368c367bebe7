// The five combinations of paymentFactor, and that every wrong one is told which is right.

#include <gtest/gtest.h>

#include "protocol/payments/payment_scenario.h"

namespace aplus::protocol {
namespace {

std::string wrong(PaymentFactor const& factor) {
  auto const scenario = scenarioOf(factor);
  if (scenario) return "none";
  EXPECT_EQ(scenario.error().code, "PARAM_ILLEGAL");
  return scenario.error().path + " " + scenario.error().message;
}

// shows: acq-factor-upm, acq-factor-order, acq-factor-entry, acq-factor-cashier, acq-factor-auto-debit
TEST(PaymentScenario, IsReadFromEachPublishedCombination) {
  ASSERT_EQ(paymentScenarios().size(), 5u);
  for (PaymentScenarioRow const& row : paymentScenarios()) {
    auto const read = scenarioOf(row.factor());
    ASSERT_TRUE(read) << row.title;
    EXPECT_EQ(*read, row.scenario) << row.title;
  }
}

TEST(PaymentScenario, TakesFlagsThatAreLeftOutForFalse) {
  PaymentFactor cashier;
  cashier.isCashierPayment = true;
  cashier.presentmentMode = "BUNDLE";
  EXPECT_EQ(scenarioOf(cashier).value(), PaymentScenario::cashier);
  cashier.isAgreementPayment = false;
  EXPECT_EQ(scenarioOf(cashier).value(), PaymentScenario::cashier);
}

/// Every combination of the flags, of which exactly the published ones are read.
TEST(PaymentScenario, IsReadFromNothingElse) {
  int read = 0;
  for (int bits = 0; bits < 16; ++bits) {
    for (std::string_view const inStore : {"", "PaymentCode", "OrderCode", "EntryCode"}) {
      PaymentFactor factor;
      factor.isInStorePayment = (bits & 1) != 0;
      factor.isCashierPayment = (bits & 2) != 0;
      factor.isAgreementPayment = (bits & 4) != 0;
      factor.presentmentMode = (bits & 8) != 0 ? "TILE" : "";
      factor.inStorePaymentScenario = inStore;
      if (auto const scenario = scenarioOf(factor)) {
        ++read;
        PaymentFactor const published = row(*scenario).factor();
        EXPECT_EQ(factor.inStorePaymentScenario, published.inStorePaymentScenario);
        EXPECT_EQ(factor.isInStorePayment, published.isInStorePayment);
      }
    }
  }
  EXPECT_EQ(read, 3 * 2 + 2) << "a presentmentMode says nothing in a store";
}

// shows: acq-factor-wrong
TEST(PaymentScenario, NamesTheRightOne) {
  PaymentFactor factor;
  factor.isInStorePayment = true;
  EXPECT_EQ(wrong(factor),
            "$.paymentFactor.inStorePaymentScenario must be PaymentCode: a user-presented payment has isInStorePayment "
            "true and inStorePaymentScenario PaymentCode");
  factor = row(PaymentScenario::orderCode).factor();
  factor.isInStorePayment = false;
  EXPECT_EQ(wrong(factor),
            "$.paymentFactor.isInStorePayment must be true: a payment by order code has isInStorePayment true and "
            "inStorePaymentScenario OrderCode");
  factor = row(PaymentScenario::cashier).factor();
  factor.presentmentMode.clear();
  EXPECT_EQ(wrong(factor),
            "$.paymentFactor.presentmentMode must be one of TILE, BUNDLE, UNIFIED: a cashier payment has "
            "isInStorePayment false, isCashierPayment true and presentmentMode");
  factor = row(PaymentScenario::autoDebit).factor();
  factor.isInStorePayment = true;
  EXPECT_EQ(wrong(factor),
            "$.paymentFactor.isInStorePayment must be false: an auto debit has isInStorePayment false, "
            "isAgreementPayment true and presentmentMode");
  factor = row(PaymentScenario::entryCode).factor();
  factor.isCashierPayment = true;
  EXPECT_EQ(wrong(factor),
            "$.paymentFactor.isCashierPayment must be false: a payment by entry code has isInStorePayment true and "
            "inStorePaymentScenario EntryCode");
}

}  // namespace
}  // namespace aplus::protocol
