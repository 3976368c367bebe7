#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/strong_id.h"
#include "protocol/authorizations/binding_wallet.h"
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

/// Acquirer → Alipay+: what the user's authorization gave is exchanged for a token.
struct AcquirerApplyTokenRequest {
  AcquirerId acquirerId;
  std::string grantType;
  std::string customerBelongsTo;
  AuthCode authCode;
  RefreshToken refreshToken;

  bool operator==(AcquirerApplyTokenRequest const&) const = default;
};

struct AcquirerApplyTokenResponse {
  ResultInfo result;
  AcquirerId acquirerId;
  PspId pspId;
  AccessToken accessToken;
  std::string accessTokenExpiryTime;
  RefreshToken refreshToken;
  std::string refreshTokenExpiryTime;
  CustomerId customerId;
  std::string userLoginId;
  std::optional<WalletForAccountBinding> walletForAccountBinding;

  bool operator==(AcquirerApplyTokenResponse const&) const = default;
};

codec::Fields fieldsOf(AcquirerApplyTokenRequest const*);
codec::Fields fieldsOf(AcquirerApplyTokenResponse const*);
codec::Fields fieldsOf(ApplyTokenRequest const*);
codec::Fields fieldsOf(ApplyTokenResponse const*);

}  // namespace aplus::protocol
