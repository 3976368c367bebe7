#pragma once

#include <string>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/codes/inquiry_code_rules.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

/// Wallet → Alipay+: whose is this code, and what do I do with it? For codes that no rule matches.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/integration_merchant_mode_mpp/accept_payments
struct IdentifyCodeRequest {
  std::string codeValue;
  CustomerId customerId;

  bool operator==(IdentifyCodeRequest const&) const = default;
};

struct IdentifyCodeResponse {
  ResultInfo result;
  std::string codeValue;
  std::string postCodeMatchActionType;
  std::string redirectUrl;
  std::string userAgent;
  std::string acDecodeConfig;

  bool operator==(IdentifyCodeResponse const&) const = default;
};

codec::Fields fieldsOf(IdentifyCodeRequest const*);
codec::Fields fieldsOf(IdentifyCodeResponse const*);

}  // namespace aplus::protocol
