#pragma once

#include <string>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/result_info.h"

namespace aplus::protocol {

/// Alipay+ → wallet.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment
struct ApplyTokenRequest {
  AcquirerId acquirerId;
  PspId pspId;
  AuthCode authCode;
  std::string grantType;
  RefreshToken refreshToken;
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
  std::string passThroughInfo;

  bool operator==(ApplyTokenResponse const&) const = default;
};

inline constexpr std::string_view kGrantAuthorizationCode = "AUTHORIZATION_CODE";
inline constexpr std::string_view kGrantRefreshToken = "REFRESH_TOKEN";

codec::Fields fieldsOf(ApplyTokenRequest const*);
codec::Fields fieldsOf(ApplyTokenResponse const*);

}  // namespace aplus::protocol
