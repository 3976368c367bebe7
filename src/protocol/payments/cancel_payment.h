#pragma once

#include <string>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

/// Alipay+ → wallet: whatever became of the payment, undo it in full.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp_std/cancel_payment
struct CancelPaymentRequest {
  AcquirerId acquirerId;
  PspId pspId;
  PaymentRequestId paymentRequestId;

  bool operator==(CancelPaymentRequest const&) const = default;
};

struct CancelPaymentResponse {
  ResultInfo result;

  bool operator==(CancelPaymentResponse const&) const = default;
};

/// Acquirer → Alipay+. One of the two ids is enough.
/// Source: https://github.com/alipay/global-open-sdk-java
struct AcquirerCancelPaymentRequest {
  PaymentRequestId paymentRequestId;
  PaymentId paymentId;

  bool operator==(AcquirerCancelPaymentRequest const&) const = default;
};

struct AcquirerCancelPaymentResponse {
  ResultInfo result;
  AcquirerId acquirerId;
  PspId pspId;

  bool operator==(AcquirerCancelPaymentResponse const&) const = default;
};

codec::Fields fieldsOf(CancelPaymentRequest const*);
codec::Fields fieldsOf(CancelPaymentResponse const*);
codec::Fields fieldsOf(AcquirerCancelPaymentRequest const*);
codec::Fields fieldsOf(AcquirerCancelPaymentResponse const*);

}  // namespace aplus::protocol
