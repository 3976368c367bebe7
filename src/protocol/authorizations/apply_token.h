#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/payments/payment_parts.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

inline constexpr std::string_view kGrantAuthorizationCode = "AUTHORIZATION_CODE";
inline constexpr std::string_view kGrantRefreshToken = "REFRESH_TOKEN";
inline constexpr std::string_view kGrantVerificationCode = "VERIFICATION_CODE";
inline constexpr std::string_view kGrantTypes[] = {kGrantAuthorizationCode, kGrantRefreshToken,
                                                   kGrantVerificationCode};

/// Alipay+ → wallet.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment
struct ApplyTokenRequest {
  AcquirerId acquirerId;
  PspId pspId;
  ClientId authClientId;
  AuthCode authCode;
  std::string grantType;
  RefreshToken refreshToken;
  std::optional<OtpVerification> otpVerification;
  std::string passThroughInfo;

  bool operator==(ApplyTokenRequest const&) const = default;
};

struct ApplyTokenResponse {
  ResultInfo result;
  AccessToken accessToken;
  std::string accessTokenExpiryTime;
  RefreshToken refreshToken;
  std::string refreshTokenExpiryTime;
  CustomerId customerId;
  std::string userLoginId;
  std::string passThroughInfo;

  bool operator==(ApplyTokenResponse const&) const = default;
};

codec::Fields fieldsOf(ApplyTokenRequest const*);
codec::Fields fieldsOf(ApplyTokenResponse const*);

}  // namespace aplus::protocol
