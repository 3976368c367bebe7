#pragma once

#include <string>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

/// Alipay+ → wallet.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/verify_otp
struct VerifyOtpRequest {
  AcquirerId acquirerId;
  PspId pspId;
  AccessToken accessToken;
  std::string verifyRequestId;
  std::string otpCode;

  bool operator==(VerifyOtpRequest const&) const = default;
};

struct VerifyOtpResponse {
  ResultInfo result;

  bool operator==(VerifyOtpResponse const&) const = default;
};

codec::Fields fieldsOf(VerifyOtpRequest const*);
codec::Fields fieldsOf(VerifyOtpResponse const*);

}  // namespace aplus::protocol
