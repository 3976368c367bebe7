#pragma once

#include <string>
#include <vector>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/result_info.h"

namespace aplus::protocol {

// What the wallet app and the client SDK say to each other, and the SDK to Alipay+. The calls of
// the app are published; the SDK's own line to Alipay+ is not, so its messages are a sandbox choice.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment

/// App → SDK: `init`, `initWithContext` on iOS. Everything else needs it first. Nothing is returned.
/// Sandbox choice: the names of the arguments are those of the newer SDK's configuration.
struct InitCall {
  ClientId clientId;
  std::string envType;
};

/// App → SDK: `clear`, when the user logs out. Nothing is returned.
struct ClearCall {};

/// App → SDK: `getPaymentCode(region, listener)`.
struct GetPaymentCodeCall {
  std::string region;
};

/// SDK → app: `onPaymentCodeUpdated`. The end of validity is a sandbox choice, for the countdown.
struct PaymentCodeUpdated {
  PaymentCode paymentCode;
  std::string codeExpiryTime;
};

/// SDK → app: `onPaymentCodeUpdateFailed`, and any other failure that the SDK reports.
struct SdkFailure {
  std::string errorCode;
  std::string errorMessage;
};

/// SDK → app: `getAuthCode`.
struct GetAuthCodeCall {
  ClientId authClientId;
  std::vector<std::string> scopes;
};

/// App → SDK: the callback of `getAuthCode`.
struct AuthCodeGranted {
  AuthCode authCode;
  std::vector<std::string> authSuccessScopes;
};

/// SDK → Alipay+: makes a session out of an auth code, or another one out of a login that still holds.
struct CreateSessionCall {
  ClientId authClientId;
  AuthCode authCode;
  AuthLoginId authLoginId;
};

struct CreateSessionReply {
  ResultInfo result;
  SessionId sessionId;
  std::string sessionExpiryTime;
  AuthLoginId authLoginId;
  std::string authLoginExpiryTime;
};

/// SDK → Alipay+: the user has logged out; session and login end. Nothing is returned.
struct EndLoginCall {
  AuthLoginId authLoginId;
};

/// SDK → Alipay+: asks for a payment code within a session.
struct RequestPaymentCodeCall {
  SessionId sessionId;
  std::string region;
};

struct RequestPaymentCodeReply {
  ResultInfo result;
  PaymentCode paymentCode;
  std::string codeExpiryTime;
};

inline constexpr std::string_view kScopeBaseUserInfo = "BASE_USER_INFO";

inline constexpr std::string_view kEnvTypes[] = {"PROD", "DEV"};

// Sandbox choice: the numbers of the acquirer's client SDK.
inline constexpr std::string_view kSdkParamIllegal = "1001";
inline constexpr std::string_view kSdkInvalidNetwork = "1002";
inline constexpr std::string_view kSdkSystemError = "1003";

codec::Fields fieldsOf(InitCall const*);
codec::Fields fieldsOf(ClearCall const*);
codec::Fields fieldsOf(GetPaymentCodeCall const*);
codec::Fields fieldsOf(PaymentCodeUpdated const*);
codec::Fields fieldsOf(SdkFailure const*);
codec::Fields fieldsOf(GetAuthCodeCall const*);
codec::Fields fieldsOf(AuthCodeGranted const*);
codec::Fields fieldsOf(CreateSessionCall const*);
codec::Fields fieldsOf(CreateSessionReply const*);
codec::Fields fieldsOf(EndLoginCall const*);
codec::Fields fieldsOf(RequestPaymentCodeCall const*);
codec::Fields fieldsOf(RequestPaymentCodeReply const*);

}  // namespace aplus::protocol
