#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/codes/get_payment_code.h"
#include "protocol/result_info.h"

namespace aplus::wallet {

// What the wallet's app and its own server say to each other. Every wallet builds this as it likes;
// it is no part of the Alipay+ protocol and is not signed by its rules. Sandbox choice.

inline constexpr std::string_view kAuthCodesUri = "/wallet-app/v1/authCodes";
inline constexpr std::string_view kPaymentCodesUri = "/wallet-app/v1/paymentCodes";
inline constexpr std::string_view kAppTokenHeader = "Authorization";

/// What a customer's app identifies itself with once its user has logged in.
std::string appTokenOf(CustomerId const& customer);

struct CreateAuthCodeRequest {
  ClientId authClientId;
  std::vector<std::string> scopes;
};

struct CreateAuthCodeResponse {
  protocol::ResultInfo result;
  AuthCode authCode;
};

/// The app asks its own server for codes: the newer generation, without a session of the client SDK.
struct FetchPaymentCodesRequest {
  std::string region;
  std::optional<std::int64_t> codeQuantity;
  std::string deviceTokenId;
};

struct FetchPaymentCodesResponse {
  protocol::ResultInfo result;
  std::vector<protocol::PaymentCodeInfo> paymentCodeInfoList;
};

/// Pushed by the server when a payment has ended.
struct PaymentResultPush {
  protocol::ResultInfo result;
  std::string merchantName;
  Money paymentAmount;
  Money payToAmount;
  PaymentId paymentId;
  std::string paymentTime;
};

codec::Fields fieldsOf(CreateAuthCodeRequest const*);
codec::Fields fieldsOf(CreateAuthCodeResponse const*);
codec::Fields fieldsOf(FetchPaymentCodesRequest const*);
codec::Fields fieldsOf(FetchPaymentCodesResponse const*);
codec::Fields fieldsOf(PaymentResultPush const*);

}  // namespace aplus::wallet
