#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/error.h"
#include "protocol/payments/payment_parts.h"

namespace aplus::protocol {

// How an acquirer says by paymentFactor what kind of payment it wants.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration

enum class PaymentScenario : std::uint8_t { userPresented, orderCode, entryCode, cashier, autoDebit };

/// One published combination. Flags that are not sent are false.
struct PaymentScenarioRow {
  PaymentScenario scenario;
  std::string_view title;                   ///< "a user-presented payment"
  bool isInStorePayment = false;
  std::string_view inStorePaymentScenario;  ///< empty: none
  bool isCashierPayment = false;
  bool isAgreementPayment = false;
  bool needsPresentmentMode = false;

  /// The combination as it would be sent, with any presentmentMode where there must be one.
  PaymentFactor factor() const;
};

/// All five.
std::span<PaymentScenarioRow const> paymentScenarios();
PaymentScenarioRow const& row(PaymentScenario scenario);

/// Which of them it is. Error `PARAM_ILLEGAL` with the place of the first flag that does not fit the combination
/// that comes nearest, and that combination in full.
Result<PaymentScenario> scenarioOf(PaymentFactor const& factor);

}  // namespace aplus::protocol
