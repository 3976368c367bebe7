#pragma once

#include <string>
#include <string_view>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

inline constexpr std::string_view kByPaymentCode = "BY_PAYMENT_CODE";
inline constexpr std::string_view kByLoginId = "BY_LOGIN_ID";
inline constexpr std::string_view kInquiryTypes[] = {kByPaymentCode, kByLoginId};

/// Alipay+ → wallet: whose code or login id is this?
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/inquiry_customer_id
struct InquiryCustomerIdRequest {
  AcquirerId acquirerId;
  PspId pspId;
  std::string inquiryType;
  PaymentCode paymentCode;
  std::string plaintextUserLoginId;

  bool operator==(InquiryCustomerIdRequest const&) const = default;
};

struct InquiryCustomerIdResponse {
  ResultInfo result;
  CustomerId customerId;

  bool operator==(InquiryCustomerIdResponse const&) const = default;
};

codec::Fields fieldsOf(InquiryCustomerIdRequest const*);
codec::Fields fieldsOf(InquiryCustomerIdResponse const*);

}  // namespace aplus::protocol
