#pragma once

#include <optional>
#include <string>

#include "base/money.h"
#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/payments/payment_parts.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

/// Alipay+ → wallet. Refunds of one payment may be many; their sum is at most the payment.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/refund
struct RefundRequest {
  AcquirerId acquirerId;
  PspId pspId;
  PaymentRequestId paymentRequestId;
  PaymentId paymentId;
  RefundRequestId refundRequestId;
  Money refundAmount;
  Money refundFromAmount;
  std::optional<PaymentQuote> refundQuote;
  std::optional<PaymentPromoInfo> refundPromoInfo;
  std::optional<SurchargeInfo> surchargeInfo;
  std::string refundReason;
  std::string passThroughInfo;
  std::string extendInfo;

  bool operator==(RefundRequest const&) const = default;
};

struct RefundResponse {
  ResultInfo result;
  RefundId refundId;
  std::string refundTime;

  bool operator==(RefundResponse const&) const = default;
};

/// Acquirer → Alipay+. One of the two ids of the payment is enough.
/// Source: https://github.com/alipay/global-open-sdk-java
struct AcquirerRefundRequest {
  PaymentRequestId paymentRequestId;
  PaymentId paymentId;
  RefundRequestId refundRequestId;
  Money refundAmount;
  std::string refundReason;

  bool operator==(AcquirerRefundRequest const&) const = default;
};

struct AcquirerRefundResponse {
  ResultInfo result;
  AcquirerId acquirerId;
  PspId pspId;
  RefundId refundId;
  std::string refundTime;
  std::optional<Money> refundAmount;

  bool operator==(AcquirerRefundResponse const&) const = default;
};

codec::Fields fieldsOf(RefundRequest const*);
codec::Fields fieldsOf(RefundResponse const*);
codec::Fields fieldsOf(AcquirerRefundRequest const*);
codec::Fields fieldsOf(AcquirerRefundResponse const*);

}  // namespace aplus::protocol
