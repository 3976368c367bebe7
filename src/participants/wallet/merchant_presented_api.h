#pragma once

#include <optional>
#include <string>

#include "base/money.h"
#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/result_info.h"

namespace aplus::wallet {

// What the app and its own server say to each other when the merchant shows the code. No part of the
// Alipay+ protocol: every wallet builds it as it likes. Sandbox choice.

inline constexpr std::string_view kScannedCodesUri = "/wallet-app/v1/scannedCodes";
inline constexpr std::string_view kOrdersUri = "/wallet-app/v1/orders";
inline constexpr std::string_view kConfirmationsUri = "/wallet-app/v1/confirmations";

/// The app hands in what its camera read.
struct IdentifyCodeCall {
  std::string codeValue;
};

/// `actionType` is DECODE, OPEN_URL, or absent when the code is not for Alipay+.
struct IdentifyCodeReply {
  protocol::ResultInfo result;
  std::string actionType;
  std::string url;
  std::string userAgent;
  std::string acDecodeConfig;
};

/// The app hands in the order code that the client SDK met on a merchant's page.
struct DecodeOrderCall {
  std::string codeValue;
};

/// What has to happen with the order behind a code: the answer to DecodeOrderCall, and what the server
/// pushes after it has identified an order code.
struct DecodedOrder {
  protocol::ResultInfo result;
  std::string actionType;        ///< as Alipay+ said; absent from a server that does not know actionForm
  std::string sdkActionPayload;  ///< byte for byte
  PaymentRequestId paymentRequestId;
  std::string merchantName;
  std::string orderDescription;
  std::optional<Money> paymentAmount;
  std::optional<Money> payToAmount;
};

/// The user has confirmed the order. The answer is a PaymentResultPush.
struct ConfirmPaymentCall {
  PaymentRequestId paymentRequestId;
};

codec::Fields fieldsOf(IdentifyCodeCall const*);
codec::Fields fieldsOf(IdentifyCodeReply const*);
codec::Fields fieldsOf(DecodeOrderCall const*);
codec::Fields fieldsOf(DecodedOrder const*);
codec::Fields fieldsOf(ConfirmPaymentCall const*);

}  // namespace aplus::wallet
