#include "protocol/catalog.h"

#include "base/assert.h"
#include "protocol/api_codes.h"
#include "protocol/authorizations/apply_token.h"
#include "protocol/authorizations/auth_notify.h"
#include "protocol/authorizations/cancel_token.h"
#include "protocol/authorizations/consult_unbinding.h"
#include "protocol/authorizations/prepare.h"
#include "protocol/authorizations/send_otp.h"
#include "protocol/authorizations/verify_otp.h"
#include "protocol/codes/get_payment_code.h"
#include "protocol/codes/identify_code.h"
#include "protocol/codes/inquiry_code_rules.h"
#include "protocol/payments/cancel_payment.h"
#include "protocol/payments/consult_payment.h"
#include "protocol/payments/inquiry_payment.h"
#include "protocol/payments/notify_payment.h"
#include "protocol/payments/pay.h"
#include "protocol/payments/refund.h"
#include "protocol/payments/user_initiated_pay.h"
#include "protocol/users/inquiry_customer_id.h"
#include "protocol/users/inquiry_user_info.h"

namespace aplus::protocol {
namespace {

constexpr Role kWallet = Role::wallet;
constexpr Role kAlipayplus = Role::alipayplus;
constexpr Role kAcquirer = Role::acquirer;

template <class Request, class Response>
Api row(std::string_view name, Role caller, Role callee, std::string_view path,
        std::string_view docPage, std::string_view purpose, std::span<ApiCode const> codes) {
  return {name,
          caller,
          callee,
          path,
          docPage,
          purpose,
          fieldsOf(static_cast<Request const*>(nullptr)),
          fieldsOf(static_cast<Response const*>(nullptr)),
          &codec::rewrite<Request>,
          &codec::rewrite<Response>,
          codes};
}

// Where the wallet is called the path is the wallet's own to choose. Sandbox choice: it mirrors that
// of Alipay+.
std::vector<Api> paymentApis() {
  return {
      row<PayRequest, PayResponse>(
          "pay", kAlipayplus, kWallet, "/aps/api/v1/payments/pay",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/pay",
          "Alipay+ asks the wallet to take the money from the user.", codes::pay()),
      row<InquiryPaymentRequest, InquiryPaymentResponse>(
          "inquiryPayment", kAlipayplus, kWallet, "/aps/api/v1/payments/inquiryPayment",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/inquiry_payment",
          "Alipay+ asks how a payment ended, until the answer is final.", codes::inquiryPayment()),
      row<NotifyPaymentRequest, NotifyPaymentResponse>(
          "notifyPayment", kWallet, kAlipayplus, "/aps/api/v1/payments/notifyPayment",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/notify_payment",
          "The wallet tells Alipay+ how a payment ended, again and again until it is received.",
          codes::notifyPayment()),
      row<CancelPaymentRequest, CancelPaymentResponse>(
          "cancelPayment", kAlipayplus, kWallet, "/aps/api/v1/payments/cancelPayment",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp_std/cancel_payment",
          "Alipay+ has a payment undone whose end it does not know in time.",
          codes::cancelPayment()),
      row<RefundRequest, RefundResponse>(
          "refund", kAlipayplus, kWallet, "/aps/api/v1/payments/refund",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/refund",
          "Alipay+ has the wallet give back some or all of a payment.", codes::refund()),
      row<UserInitiatedPayRequest, UserInitiatedPayResponse>(
          "userInitiatedPay", kWallet, kAlipayplus, "/aps/api/v1/payments/userInitiatedPay",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/pay_private_order_code",
          "The wallet hands in a code that its user scanned and gets the order behind it.",
          codes::userInitiatedPay()),
  };
}

std::vector<Api> authorizationApis() {
  return {
      row<PrepareRequest, PrepareResponse>(
          "prepare", kAlipayplus, kWallet, "/aps/api/v1/authorizations/prepare",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/prepare",
          "Alipay+ has the wallet get ready to ask its user for an authorization.",
          codes::prepare()),
      row<ApplyTokenRequest, ApplyTokenResponse>(
          "applyToken", kAlipayplus, kWallet, "/aps/api/v1/authorizations/applyToken",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/apply_token",
          "Alipay+ exchanges an auth code or a refresh token for an access token.",
          codes::applyToken()),
      row<CancelTokenRequest, CancelTokenResponse>(
          "cancelToken", kAlipayplus, kWallet, "/aps/api/v1/authorizations/cancelToken",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/cancel_token",
          "Alipay+ ends an authorization.", codes::cancelToken()),
      row<SendOtpRequest, SendOtpResponse>(
          "sendOTP", kAlipayplus, kWallet, "/aps/api/v1/authorizations/sendOTP",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
          "Alipay+ has the wallet send its user a one-time password.", codes::sendOtp()),
      row<VerifyOtpRequest, VerifyOtpResponse>(
          "verifyOTP", kAlipayplus, kWallet, "/aps/api/v1/authorizations/verifyOTP",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/verify_otp",
          "Alipay+ has the wallet check what the user typed.", codes::verifyOtp()),
      row<AuthNotifyRequest, AuthNotifyResponse>(
          "authNotify", kWallet, kAlipayplus, "/aps/api/v1/authorizations/authNotify",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/auth_notify",
          "The wallet tells Alipay+ that an authorization was made or ended.",
          codes::authNotify()),
      row<ConsultUnbindingRequest, ConsultUnbindingResponse>(
          "consultUnbinding", kWallet, kAlipayplus, "/aps/api/v1/authorizations/consultUnbinding",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/consult_unbinding",
          "The wallet asks whether its user may end an authorization.",
          codes::consultUnbinding()),
  };
}

std::vector<Api> userAndCodeApis() {
  return {
      row<InquiryUserInfoRequest, InquiryUserInfoResponse>(
          "inquiryUserInfo", kAlipayplus, kWallet, "/aps/api/v1/users/inquiryUserInfo",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/inquiry_user_info",
          "Alipay+ asks who the user behind an access token is.", codes::inquiryUserInfo()),
      row<InquiryCustomerIdRequest, InquiryCustomerIdResponse>(
          "inquiryCustomerId", kAlipayplus, kWallet, "/aps/api/v1/users/inquiryCustomerId",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/inquiry_customer_id",
          "Alipay+ asks whose a payment code or a login id is.", codes::inquiryCustomerId()),
      row<GetPaymentCodeRequest, GetPaymentCodeResponse>(
          "getPaymentCode", kWallet, kAlipayplus, "/aps/api/v1/codes/getPaymentCode",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
          "The wallet gets payment codes for its user.", codes::getPaymentCode()),
      row<IdentifyCodeRequest, IdentifyCodeResponse>(
          "identifyCode", kWallet, kAlipayplus, "/aps/api/v1/codes/identifyCode",
          "https://docs.alipayplus.com/alipayplus/alipayplus/integration_merchant_mode_mpp/"
          "accept_payments",
          "The wallet asks what to do with a code that its user scanned.", codes::identifyCode()),
      row<InquiryCodeRulesRequest, InquiryCodeRulesResponse>(
          "inquiryCodeRules", kWallet, kAlipayplus, "/aps/api/v1/codes/inquiryCodeRules",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/inquiry_code_rules",
          "The wallet gets the rules by which it knows codes of Alipay+.",
          codes::inquiryCodeRules()),
  };
}

std::vector<Api> acquirerApis() {
  return {
      row<AcquirerPayRequest, AcquirerPayResponse>(
          "pay", kAcquirer, kAlipayplus, "/aps/api/v1/payments/pay",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/pay_user_presented",
          "The acquirer asks Alipay+ to collect a payment.", codes::acquirerPay()),
      row<AcquirerInquiryPaymentRequest, AcquirerInquiryPaymentResponse>(
          "inquiryPayment", kAcquirer, kAlipayplus, "/aps/api/v1/payments/inquiryPayment",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
          "The acquirer asks how a payment ended.", codes::acquirerInquiryPayment()),
      row<AcquirerCancelPaymentRequest, AcquirerCancelPaymentResponse>(
          "cancelPayment", kAcquirer, kAlipayplus, "/aps/api/v1/payments/cancelPayment",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/cancel_payment",
          "The acquirer has a payment undone.", codes::cancelPayment()),
      row<AcquirerRefundRequest, AcquirerRefundResponse>(
          "refund", kAcquirer, kAlipayplus, "/aps/api/v1/payments/refund",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/refund",
          "The acquirer gives back some or all of a payment.", codes::refund()),
      row<ConsultPaymentRequest, ConsultPaymentResponse>(
          "consultPayment", kAcquirer, kAlipayplus, "/aps/api/v1/payments/consultPayment",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/consult_payment",
          "The acquirer asks which wallets a user may pay with.", codes::consultPayment()),
      row<AcquirerPrepareRequest, AcquirerPrepareResponse>(
          "prepare", kAcquirer, kAlipayplus, "/aps/api/v1/authorizations/prepare",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/prepare",
          "The acquirer has Alipay+ ask a merchant's customer for an authorization.", codes::prepare()),
      row<AcquirerApplyTokenRequest, AcquirerApplyTokenResponse>(
          "applyToken", kAcquirer, kAlipayplus, "/aps/api/v1/authorizations/applyToken",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/apply_token",
          "The acquirer exchanges what a customer's authorization gave for a token.", codes::acquirerApplyToken()),
      row<AcquirerSendOtpRequest, SendOtpResponse>(
          "sendOTP", kAcquirer, kAlipayplus, "/aps/api/v1/authorizations/sendOTP",
          "https://docs.alipayplus.com/alipayplus/alipayplus/easy_pay/integration_guide",
          "The acquirer asks for another one-time password, because the user did not get the first.",
          codes::sendOtp()),
      row<AcquirerCancelTokenRequest, CancelTokenResponse>(
          "cancelToken", kAcquirer, kAlipayplus, "/aps/api/v1/authorizations/cancelToken",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/cancel_token",
          "The acquirer ends an authorization for a merchant.", codes::cancelToken()),
      row<AuthNotifyRequest, AuthNotifyResponse>(
          "authNotify", kAlipayplus, kAcquirer, "/aps/api/v1/authorizations/authNotify",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/auth_notify",
          "Alipay+ tells the acquirer that an authorization was made or ended.", codes::authNotify()),
      row<AcquirerNotifyPaymentRequest, AcquirerNotifyPaymentResponse>(
          "notifyPayment", kAlipayplus, kAcquirer, "/aps/api/v1/payments/notifyPayment",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/notify_payment",
          "Alipay+ tells the acquirer how a payment ended, up to eight times in a day.",
          codes::acquirerNotifyPayment()),
      row<AcquirerUserInitiatedPayRequest, AcquirerUserInitiatedPayResponse>(
          "userInitiatedPay", kAlipayplus, kAcquirer, "/aps/api/v1/payments/userInitiatedPay",
          "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/pay_private_order_code",
          "Alipay+ asks the acquirer for the order behind one of the acquirer's own codes.",
          codes::userInitiatedPay()),
  };
}

}  // namespace

std::string_view name(Role role) {
  switch (role) {
    case Role::wallet: return "wallet (MPP)";
    case Role::alipayplus: return "Alipay+";
    case Role::acquirer: return "acquirer (ACQP)";
  }
  return "";
}

std::vector<Api> const& catalog() {
  static std::vector<Api> const apis = [] {
    std::vector<Api> all;
    for (auto const& group :
         {paymentApis(), authorizationApis(), userAndCodeApis(), acquirerApis()}) {
      all.insert(all.end(), group.begin(), group.end());
    }
    return all;
  }();
  return apis;
}

std::span<ApiCode const> lineCodes() { return codes::line(); }

Api const* findApi(std::string_view name, Role caller) {
  for (Api const& entry : catalog()) {
    if (entry.name == name && entry.caller == caller) return &entry;
  }
  return nullptr;
}

Api const& api(std::string_view name, Role caller) {
  Api const* found = findApi(name, caller);
  APLUS_ASSERT(found != nullptr);
  return *found;
}

}  // namespace aplus::protocol
