#pragma once

#include <string_view>

/// Official pages that rules of the code are taken from.
namespace aplus::docs {

inline constexpr std::string_view kAcceptPayment =
    "https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment";
inline constexpr std::string_view kSignature =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/signature";
inline constexpr std::string_view kIdempotency =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/idempotency";
inline constexpr std::string_view kInquiryPayment =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/inquiry_payment";
inline constexpr std::string_view kNotifyPayment =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/notify_payment";
inline constexpr std::string_view kCancelPayment =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp_std/cancel_payment";
inline constexpr std::string_view kRefund =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/refund";
inline constexpr std::string_view kGetPaymentCode =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code";
inline constexpr std::string_view kSdkApi =
    "https://docs.alipayplus.com/alipayplus/alipayplus/sdk_mpp/client_api";
inline constexpr std::string_view kCodeFormat =
    "https://docs.alipayplus.com/alipayplus/alipayplus/code_scanning_payment_standards_mpp/"
    "code_format";
inline constexpr std::string_view kMerchantPresented =
    "https://docs.alipayplus.com/alipayplus/alipayplus/integration_merchant_mode_mpp/accept_payments";
inline constexpr std::string_view kPrivateOrderCode =
    "https://docs.alipayplus.com/alipayplus/alipayplus/"
    "integration_merchant_mode_private_order_code_acq/standard_output";
inline constexpr std::string_view kGeneralCode =
    "https://docs.alipayplus.com/alipayplus/alipayplus/code-scanning-payment-standards/"
    "mpmcodesample";
inline constexpr std::string_view kRegulation =
    "https://docs.alipayplus.com/alipayplus/alipayplus/upgrading_for_regulatory_compliance_mpp/overview";
inline constexpr std::string_view kUserInitiatedPay =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/pay_private_order_code";
inline constexpr std::string_view kInquiryCodeRules =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/inquiry_code_rules";
inline constexpr std::string_view kMerchantPresentedSdk =
    "https://docs.alipayplus.com/alipayplus/alipayplus/integration_merchant_mode_mpp/client_api";
inline constexpr std::string_view kEasyPay =
    "https://docs.alipayplus.com/alipayplus/alipayplus/easy_pay/integration_guide";
inline constexpr std::string_view kAuthNotify =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/auth_notify";
inline constexpr std::string_view kCancelToken =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/cancel_token";
inline constexpr std::string_view kConsultUnbinding =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/consult_unbinding";
inline constexpr std::string_view kPrepare =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/prepare";
inline constexpr std::string_view kSendOtp =
    "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp";
inline constexpr std::string_view kMakePayment =
    "https://docs.alipayplus.com/alipayplus/alipayplus/integration_auto_debit_mpp/make_payment";
inline constexpr std::string_view kAcquirerFaq =
    "https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration";

}  // namespace aplus::docs
