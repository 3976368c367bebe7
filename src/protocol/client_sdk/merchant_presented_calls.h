#pragma once

#include <string>

#include "protocol/codec/field.h"

namespace aplus::protocol {

// What the wallet app and the client SDK say to each other when the merchant shows the code, and the
// SDK's web view to the merchant's page. The calls of the app are published; how the web view works
// inside is not, so its messages are a sandbox choice.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/integration_merchant_mode_mpp/client_api and
// https://docs.alipayplus.com/alipayplus/alipayplus/upgrading_for_regulatory_compliance_mpp/overview

/// App → SDK: opens the merchant's page. The values come from the identification of the code.
struct LaunchCall {
  std::string url;
  std::string userAgent;
  std::string acDecodeConfig;
};

/// SDK → app: the page is open. It has no fields; a failure is an SdkFailure.
struct LaunchResult {};

/// SDK → app: an order code was met on the merchant's page.
struct DecodeCall {
  std::string codeValue;
};

/// App → SDK: decode's callback, once. With HANDLE_BY_SDK it carries the payload, after a payment nothing;
/// a failure is an SdkFailure.
struct DecodeResult {
  std::string sdkActionPayload;
};

/// App → SDK: for order codes with HANDLE_BY_SDK. Nothing is returned.
struct HandleActionCall {
  std::string sdkActionPayload;
};

/// SDK's web view → merchant: fetches the page.
struct OpenPageCall {
  std::string url;
  std::string userAgent;
};

/// Merchant → web view: what the page shows.
struct MerchantPage {
  std::string page;  ///< one of kMerchantPages
  std::string merchantName;
  std::string message;
};

inline constexpr std::string_view kAmountPage = "amount";
inline constexpr std::string_view kWaitingPage = "waiting";
inline constexpr std::string_view kPaidPage = "paid";
inline constexpr std::string_view kProblemPage = "problem";
inline constexpr std::string_view kMerchantPages[] = {kAmountPage, kWaitingPage, kPaidPage, kProblemPage};

/// Merchant → web view: goes on to another address.
struct RedirectCall {
  std::string url;
};

// Sandbox choice: numbers after those of the acquirer's client SDK, in the order of the published names.
inline constexpr std::string_view kSdkUserCancel = "1004";
inline constexpr std::string_view kSdkPayFail = "1005";

codec::Fields fieldsOf(LaunchCall const*);
codec::Fields fieldsOf(LaunchResult const*);
codec::Fields fieldsOf(DecodeCall const*);
codec::Fields fieldsOf(DecodeResult const*);
codec::Fields fieldsOf(HandleActionCall const*);
codec::Fields fieldsOf(OpenPageCall const*);
codec::Fields fieldsOf(MerchantPage const*);
codec::Fields fieldsOf(RedirectCall const*);

}  // namespace aplus::protocol
