#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

/// Alipay+ → wallet.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/inquiry_payment
struct InquiryPaymentRequest {
  AcquirerId acquirerId;
  PspId pspId;
  PaymentRequestId paymentRequestId;

  bool operator==(InquiryPaymentRequest const&) const = default;
};

struct InquiryPaymentResponse {
  ResultInfo result;
  std::optional<ResultInfo> paymentResult;
  PaymentId paymentId;
  std::string paymentTime;
  std::optional<Money> paymentAmount;
  std::optional<Money> payToAmount;
  CustomerId customerId;
  std::string passThroughInfo;

  bool operator==(InquiryPaymentResponse const&) const = default;
};

/// What happened to a payment, one event after the other.
struct PaymentTransaction {
  std::optional<ResultInfo> transactionResult;
  std::string transactionId;
  std::string transactionType;
  std::string transactionStatus;
  std::optional<Money> transactionAmount;
  std::string transactionRequestId;
  std::string transactionTime;

  bool operator==(PaymentTransaction const&) const = default;
};

/// Acquirer → Alipay+. One of the two ids is enough.
/// Source: https://github.com/alipay/global-open-sdk-java
struct AcquirerInquiryPaymentRequest {
  PaymentRequestId paymentRequestId;
  PaymentId paymentId;

  bool operator==(AcquirerInquiryPaymentRequest const&) const = default;
};

struct AcquirerInquiryPaymentResponse {
  ResultInfo result;
  AcquirerId acquirerId;
  PspId pspId;
  std::optional<ResultInfo> paymentResult;
  PaymentRequestId paymentRequestId;
  PaymentId paymentId;
  std::optional<Money> paymentAmount;
  std::string paymentTime;
  CustomerId customerId;
  std::string walletBrandName;
  std::vector<PaymentTransaction> transactions;

  bool operator==(AcquirerInquiryPaymentResponse const&) const = default;
};

codec::Fields fieldsOf(InquiryPaymentRequest const*);
codec::Fields fieldsOf(InquiryPaymentResponse const*);
codec::Fields fieldsOf(PaymentTransaction const*);
codec::Fields fieldsOf(AcquirerInquiryPaymentRequest const*);
codec::Fields fieldsOf(AcquirerInquiryPaymentResponse const*);

}  // namespace aplus::protocol
