#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/strong_id.h"
#include "protocol/authorizations/binding_wallet.h"
#include "protocol/codec/field.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

inline constexpr std::string_view kTokenCreated = "TOKEN_CREATED";
inline constexpr std::string_view kTokenCanceled = "TOKEN_CANCELED";
inline constexpr std::string_view kAuthCodeCreated = "AUTHCODE_CREATED";
inline constexpr std::string_view kAuthorizationNotifyTypes[] = {kTokenCreated, kTokenCanceled,
                                                                 kAuthCodeCreated};

/// Wallet → Alipay+: what became of an authorization.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/auth_notify
struct AuthNotifyRequest {
  std::string authorizationNotifyType;
  ClientId authClientId;
  std::string referenceMerchantId;
  std::string referenceAgreementId;
  AuthCode authCode;
  std::string authState;
  AccessToken accessToken;
  std::string accessTokenExpiryTime;
  RefreshToken refreshToken;
  std::string refreshTokenExpiryTime;
  std::vector<std::string> scopes;
  CustomerId customerId;
  std::string userLoginId;
  std::optional<WalletForAccountBinding> walletForAccountBinding;

  bool operator==(AuthNotifyRequest const&) const = default;
};

struct AuthNotifyResponse {
  ResultInfo result;
  AcquirerId acquirerId;
  PspId pspId;

  bool operator==(AuthNotifyResponse const&) const = default;
};

codec::Fields fieldsOf(AuthNotifyRequest const*);
codec::Fields fieldsOf(AuthNotifyResponse const*);

}  // namespace aplus::protocol
