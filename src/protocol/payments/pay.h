#pragma once

#include <optional>
#include <string>

#include "base/money.h"
#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/payments/order.h"
#include "protocol/result_info.h"

namespace aplus::protocol {

struct PaymentMethod {
  std::string paymentMethodType;
  std::string paymentMethodId;
  CustomerId customerId;

  bool operator==(PaymentMethod const&) const = default;
};

/// Which kind of payment it is. Absent flags are false.
struct PaymentFactor {
  std::optional<bool> isInStorePayment;
  std::string inStorePaymentScenario;
  std::optional<bool> isCashierPayment;
  std::optional<bool> needSurcharge;
  std::optional<bool> isCrossborderSettlement;

  bool operator==(PaymentFactor const&) const = default;
};

struct PaymentQuote {
  QuoteId quoteId;
  std::string quoteCurrencyPair;
  std::string quotePrice;

  bool operator==(PaymentQuote const&) const = default;
};

/// Alipay+ → wallet.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment
struct PayRequest {
  Order order;
  AcquirerId acquirerId;
  PspId pspId;
  PaymentRequestId paymentRequestId;
  Money paymentAmount;
  PaymentMethod paymentMethod;
  Money payToAmount;
  std::optional<PaymentQuote> paymentQuote;
  PaymentFactor paymentFactor;
  std::string paymentExpiryTime;
  std::string paymentNotifyUrl;
  std::string paymentRedirectUrl;
  std::string passThroughInfo;

  bool operator==(PayRequest const&) const = default;
};

struct PayResponse {
  ResultInfo result;
  PaymentId paymentId;
  std::string paymentTime;
  std::optional<Money> paymentAmount;
  std::optional<Money> payToAmount;
  CustomerId customerId;
  std::string passThroughInfo;

  bool operator==(PayResponse const&) const = default;
};

/// Acquirer → Alipay+, for a code that was scanned from the user's phone.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration
struct AcquirerPayRequest {
  AcquirerId acquirerId;
  Order order;
  PaymentRequestId paymentRequestId;
  Money paymentAmount;
  PaymentMethod paymentMethod;
  PaymentFactor paymentFactor;
  std::string paymentNotifyUrl;

  bool operator==(AcquirerPayRequest const&) const = default;
};

struct AcquirerPayResponse {
  ResultInfo result;
  AcquirerId acquirerId;
  PspId pspId;
  PaymentId paymentId;
  std::string paymentTime;
  std::optional<Money> paymentAmount;
  CustomerId customerId;

  bool operator==(AcquirerPayResponse const&) const = default;
};

codec::Fields fieldsOf(ResultInfo const*);
codec::Fields fieldsOf(PaymentMethod const*);
codec::Fields fieldsOf(PaymentFactor const*);
codec::Fields fieldsOf(PaymentQuote const*);
codec::Fields fieldsOf(PayRequest const*);
codec::Fields fieldsOf(PayResponse const*);
codec::Fields fieldsOf(AcquirerPayRequest const*);
codec::Fields fieldsOf(AcquirerPayResponse const*);

}  // namespace aplus::protocol
