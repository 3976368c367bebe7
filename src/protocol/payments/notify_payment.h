#pragma once

#include <optional>
#include <string>

#include "base/money.h"
#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/payments/payment_parts.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

/// Wallet → Alipay+: the final result of a payment.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/notify_payment
struct NotifyPaymentRequest {
  ResultInfo paymentResult;
  PaymentRequestId paymentRequestId;
  PaymentId paymentId;
  std::string paymentTime;
  std::optional<Money> paymentAmount;
  std::optional<Money> payToAmount;
  CustomerId customerId;
  std::optional<Money> customsDeclarationAmount;
  std::string passThroughInfo;

  bool operator==(NotifyPaymentRequest const&) const = default;
};

/// S means: received, do not send it again.
struct NotifyPaymentResponse {
  ResultInfo result;

  bool operator==(NotifyPaymentResponse const&) const = default;
};

/// Alipay+ → acquirer.
/// Source: https://github.com/alipay/global-open-sdk-java
struct AcquirerNotifyPaymentRequest {
  AcquirerId acquirerId;
  PspId pspId;
  ResultInfo paymentResult;
  PaymentRequestId paymentRequestId;
  PaymentId paymentId;
  std::optional<Money> paymentAmount;
  std::string paymentTime;
  CustomerId customerId;
  std::string walletBrandName;
  std::optional<Money> settlementAmount;
  std::optional<PaymentQuote> settlementQuote;

  bool operator==(AcquirerNotifyPaymentRequest const&) const = default;
};

/// Anything but S makes Alipay+ send it again.
struct AcquirerNotifyPaymentResponse {
  ResultInfo result;

  bool operator==(AcquirerNotifyPaymentResponse const&) const = default;
};

codec::Fields fieldsOf(NotifyPaymentRequest const*);
codec::Fields fieldsOf(NotifyPaymentResponse const*);
codec::Fields fieldsOf(AcquirerNotifyPaymentRequest const*);
codec::Fields fieldsOf(AcquirerNotifyPaymentResponse const*);

}  // namespace aplus::protocol
