#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/payments/order.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

/// Wallet → Alipay+: the newer way to a payment code, from server to server.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code
struct GetPaymentCodeRequest {
  std::string region;
  CustomerId customerId;
  std::optional<std::int64_t> codeQuantity;
  Env env;

  bool operator==(GetPaymentCodeRequest const&) const = default;
};

struct PaymentCodeInfo {
  PaymentCode paymentCode;
  std::string codeValidityStartTime;
  std::string codeExpiryTime;

  bool operator==(PaymentCodeInfo const&) const = default;
};

struct GetPaymentCodeResponse {
  ResultInfo result;
  std::vector<PaymentCodeInfo> paymentCodeInfoList;

  bool operator==(GetPaymentCodeResponse const&) const = default;
};

codec::Fields fieldsOf(GetPaymentCodeRequest const*);
codec::Fields fieldsOf(PaymentCodeInfo const*);
codec::Fields fieldsOf(GetPaymentCodeResponse const*);

}  // namespace aplus::protocol
