#include "protocol/payments/payment_scenario.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/assert.h"

namespace aplus::protocol {
namespace {

using Row = PaymentScenarioRow;

/// The sandbox's combinations are written with the one mode that Alipay+ itself names.
constexpr std::string_view kAnyMode = "TILE";

/// A flag that is not as the row wants it: its name and what it should be.
struct Difference {
  std::string_view flag;
  std::string wanted;
};

std::vector<Difference> differences(Row const& row, PaymentFactor const& factor) {
  std::vector<Difference> all;
  auto const flag = [&](std::string_view name, std::optional<bool> is, bool wanted) {
    if (is.value_or(false) != wanted) all.push_back({name, wanted ? "true" : "false"});
  };
  flag("isInStorePayment", factor.isInStorePayment, row.isInStorePayment);
  if (factor.inStorePaymentScenario != row.inStorePaymentScenario) {
    bool const none = row.inStorePaymentScenario.empty();
    all.push_back({"inStorePaymentScenario", none ? "left out" : std::string(row.inStorePaymentScenario)});
  }
  flag("isCashierPayment", factor.isCashierPayment, row.isCashierPayment);
  flag("isAgreementPayment", factor.isAgreementPayment, row.isAgreementPayment);
  if (row.needsPresentmentMode && factor.presentmentMode.empty()) {
    all.push_back({"presentmentMode", fmt::format("one of {}", fmt::join(kPresentmentModes, ", "))});
  }
  return all;
}

/// The row in full: "isInStorePayment true, inStorePaymentScenario OrderCode".
std::string inWords(Row const& row) {
  if (row.isInStorePayment) {
    return fmt::format("isInStorePayment true and inStorePaymentScenario {}", row.inStorePaymentScenario);
  }
  return fmt::format("isInStorePayment false, {} true and presentmentMode",
                     row.isCashierPayment ? "isCashierPayment" : "isAgreementPayment");
}

}  // namespace

PaymentFactor PaymentScenarioRow::factor() const {
  PaymentFactor factor;
  factor.isInStorePayment = isInStorePayment;
  factor.inStorePaymentScenario = inStorePaymentScenario;
  if (isCashierPayment) factor.isCashierPayment = true;
  if (isAgreementPayment) factor.isAgreementPayment = true;
  if (needsPresentmentMode) factor.presentmentMode = kAnyMode;
  return factor;
}

std::span<Row const> paymentScenarios() {
  using enum PaymentScenario;
  static constexpr Row kRows[] = {
      {userPresented, "a user-presented payment", true, kPaymentCodeScenario},
      {orderCode, "a payment by order code", true, kOrderCodeScenario},
      {entryCode, "a payment by entry code", true, kEntryCodeScenario},
      {cashier, "a cashier payment", false, "", true, false, true},
      {autoDebit, "an auto debit", false, "", false, true, true},
  };
  return kRows;
}

Row const& row(PaymentScenario scenario) {
  for (Row const& row : paymentScenarios()) {
    if (row.scenario == scenario) return row;
  }
  APLUS_UNREACHABLE("every scenario has a row");
}

Result<PaymentScenario> scenarioOf(PaymentFactor const& factor) {
  Row const* nearest = nullptr;
  std::vector<Difference> wrong;
  for (Row const& row : paymentScenarios()) {
    auto found = differences(row, factor);
    if (found.empty()) return row.scenario;
    bool const nearer = nearest == nullptr || found.size() < wrong.size();
    if (!nearer) continue;
    nearest = &row;
    wrong = std::move(found);
  }
  return fail("PARAM_ILLEGAL", fmt::format("$.paymentFactor.{}", wrong.front().flag),
              fmt::format("must be {}: {} has {}", wrong.front().wanted, nearest->title, inWords(*nearest)));
}

}  // namespace aplus::protocol
