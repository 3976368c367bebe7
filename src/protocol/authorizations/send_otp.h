#pragma once

#include <string>
#include <string_view>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

inline constexpr std::string_view kSendOtpVerifyTypes[] = {"MOBILE", "EMAIL"};

/// Alipay+ → wallet. With a token for an authorized user; in Easy Pay with the id of the pay request.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp
struct SendOtpRequest {
  AcquirerId acquirerId;
  PspId pspId;
  AccessToken accessToken;
  std::string referenceRequestId;
  std::string userLoginId;
  std::string userLoginIdType;
  std::string verifyType;

  bool operator==(SendOtpRequest const&) const = default;
};

/// Acquirer → Alipay+: the user of a payment or an authorization asks for another password.
struct AcquirerSendOtpRequest {
  AcquirerId acquirerId;
  std::string referenceRequestId;
  std::string verifyType;

  bool operator==(AcquirerSendOtpRequest const&) const = default;
};

struct SendOtpResponse {
  ResultInfo result;
  std::string verifyRequestId;

  bool operator==(SendOtpResponse const&) const = default;
};

codec::Fields fieldsOf(SendOtpRequest const*);
codec::Fields fieldsOf(AcquirerSendOtpRequest const*);
codec::Fields fieldsOf(SendOtpResponse const*);

}  // namespace aplus::protocol
