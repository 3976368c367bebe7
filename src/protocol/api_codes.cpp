#include "protocol/api_codes.h"

// Sources: the page of each API in the catalog and, for pay and inquiryPayment,
// https://docs.alipayplus.com/alipayplus/alipayplus/integration_auto_debit_mpp/make_payment and
// https://docs.alipayplus.com/alipayplus/alipayplus/integration_merchant_mode_mpp/respond_to_payment_inquiry
namespace aplus::protocol::codes {
namespace {

constexpr bool kSandboxChoice = true;

}  // namespace

std::span<ApiCode const> line() {
  static constexpr ApiCode kCodes[] = {
      {"INVALID_SIGNATURE"},
      {"KEY_NOT_FOUND"},
      {"INVALID_CLIENT"},
      {"METHOD_NOT_SUPPORTED"},
      {"MEDIA_TYPE_NOT_ACCEPTABLE"},
      {"NO_INTERFACE_DEF"},
      {"ACCESS_DENIED"},
      {"PARAM_ILLEGAL"},
      {"REQUEST_TRAFFIC_EXCEED_LIMIT"},
      {"PROCESS_FAIL"},
      {"UNKNOWN_EXCEPTION"},
  };
  return kCodes;
}

std::span<ApiCode const> pay() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS",
       "The money was taken; for an evaluation: it would be; with a one-time password: it "
       "was right and the money was taken."},
      {"PAYMENT_IN_PROCESS"},
      {"VERIFICATION_IN_PROCESS", "Easy Pay only."},
      {"ORDER_IS_CLOSED", "A must: the payment came too late or was cancelled."},
      {"PAYMENT_AMOUNT_EXCEED_LIMIT", "A must where there is such a limit."},
      {"USER_AMOUNT_EXCEED_LIMIT", "A must where there is such a limit."},
      {"PAYMENT_COUNT_EXCEED_LIMIT", "A must where there is such a limit."},
      {"USER_BALANCE_NOT_ENOUGH", "A must."},
      {"USER_NOT_EXIST", "A must."},
      {"USER_STATUS_ABNORMAL", "A must."},
      {"INVALID_TOKEN", "A must for auto debit; also when the token lacks the scope."},
      {"EXPIRED_ACCESS_TOKEN", "A must for auto debit; INVALID_TOKEN is allowed as well."},
      {"USER_KYC_NOT_QUALIFIED", "A must for auto debit."},
      {"RISK_REJECT", "Recommended."},
      {"UNAVAILABLE_PAYMENT_METHOD", "Recommended."},
      {"USER_PAYMENT_VERIFICATION_FAILED", "Recommended; Easy Pay: no tries are left."},
      {"MERCHANT_NOT_REGISTERED", "Recommended."},
      {"ORDER_NOT_EXIST", "Easy Pay: a one-time password for an order that was never made.", kSandboxChoice},
      {"REPEAT_REQ_INCONSISTENT",
       "paymentAmount, payToAmount, surchargeInfo, paymentMethod or paymentPromoInfo differ "
       "from the first request."},
      {"BUSINESS_NOT_SUPPORT"},
      {"CURRENCY_NOT_SUPPORT"},
      {"INVALID_CONTRACT"},
      {"REGULATION_RESTRICTION"},
  };
  return kCodes;
}

std::span<ApiCode const> inquiryPayment() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS",
       "As result: the payment is known and paymentResult tells of it. As paymentResult: it "
       "is paid."},
      {"ORDER_NOT_EXIST", "As result: the payment is unknown."},
      {"PAYMENT_IN_PROCESS", "As paymentResult."},
      {"VERIFICATION_IN_PROCESS", "As paymentResult: an Easy Pay order waits for its password.", kSandboxChoice},
      {"ORDER_IS_CLOSED", "As paymentResult: cancelled, even after a success."},
      {"USER_BALANCE_NOT_ENOUGH", "As paymentResult; a must."},
      {"RISK_REJECT", "As paymentResult."},
      {"USER_NOT_EXIST", "As paymentResult."},
      {"USER_STATUS_ABNORMAL", "As paymentResult."},
      {"UNAVAILABLE_PAYMENT_METHOD", "As paymentResult."},
      {"USER_PAYMENT_VERIFICATION_FAILED", "As paymentResult."},
      {"USER_KYC_NOT_QUALIFIED", "As paymentResult."},
      {"MERCHANT_NOT_REGISTERED", "As paymentResult."},
  };
  return kCodes;
}

std::span<ApiCode const> notifyPayment() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS", "Received: do not send it again."},
      {"REPEAT_REQ_INCONSISTENT",
       "paymentAmount, paymentResult, paymentId, payToAmount, customerId or "
       "customsDeclarationAmount differ from the first notification."},
      {"ORDER_NOT_EXIST", "", kSandboxChoice},
      {"ORDER_IS_CLOSED", "", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> cancelPayment() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS", "Undone; also when it was undone before."},
      {"ORDER_NOT_EXIST"},
      {"CANCEL_WINDOW_EXCEED", "Later than half past midnight China time of the next day."},
  };
  return kCodes;
}

std::span<ApiCode const> refund() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
      {"REFUND_AMOUNT_EXCEED"},
      {"REFUND_WINDOW_EXCEED"},
      {"ORDER_NOT_EXIST"},
      {"ORDER_IS_CLOSED", "The payment was cancelled.", kSandboxChoice},
      {"REPEAT_REQ_INCONSISTENT",
       "refundAmount, refundFromAmount, refundPromoInfo or surchargeInfo differ from the "
       "first request."},
      {"PAYMENT_IN_PROCESS", "The payment itself has not ended yet.", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> userInitiatedPay() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS", "The order is in the response; actionForm says who goes on."},
      {"EXPIRED_CODE"},
      {"INVALID_CODE"},
      {"ORDER_IS_CLOSED"},
      {"PAYMENT_AMOUNT_EXCEED_LIMIT",
       "Comes with HANDLE_BY_SDK: the limit of one payment.", kSandboxChoice},
      {"USER_AMOUNT_EXCEED_LIMIT",
       "Comes with HANDLE_BY_SDK: the limit of a year.", kSandboxChoice},
      {"REPEAT_REQ_INCONSISTENT", "The same code came before from another customerId."},
  };
  return kCodes;
}

std::span<ApiCode const> prepare() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
      {"USER_NOT_EXIST", "No account has this login id.", kSandboxChoice},
      {"USER_STATUS_ABNORMAL", "", kSandboxChoice},
      {"USER_KYC_NOT_QUALIFIED", "", kSandboxChoice},
      {"RISK_REJECT", "Too many wrong passwords were typed for this user.", kSandboxChoice},
      {"BUSINESS_NOT_SUPPORT", "The wallet does not authorize in this way.", kSandboxChoice},
      {"REPEAT_REQ_INCONSISTENT",
       "authClientName, referenceMerchantId, authRedirectUrl or scopes differ from the first "
       "request."},
      {"UNKNOWN_EXCEPTION",
       "The one-time password could not be sent: U here, where sendOTP says F.", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> applyToken() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
      {"INVALID_AUTHCODE",
       "Unknown, used before, or too old: the guide names one code for all three."},
      {"INVALID_REFRESH_TOKEN"},
      {"EXPIRED_REFRESH_TOKEN", "INVALID_REFRESH_TOKEN is allowed as well."},
      {"OTP_VERIFICATION_FAILED", "For VERIFICATION_CODE."},
      {"USER_PAYMENT_VERIFICATION_FAILED", "For VERIFICATION_CODE: no tries are left.", kSandboxChoice},
      {"USER_STATUS_ABNORMAL", "The account was frozen since it was prepared.", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> acquirerApplyToken() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
      {"INVALID_AUTHCODE", "Unknown, used before, or too old."},
      {"INVALID_REFRESH_TOKEN"},
      {"EXPIRED_REFRESH_TOKEN"},
  };
  return kCodes;
}

std::span<ApiCode const> cancelToken() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS", "Ended; also when it was ended before."},
      {"INVALID_TOKEN", "The wallet never gave out this token.", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> sendOtp() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
      {"USER_NOT_EXIST", "", kSandboxChoice},
      {"USER_STATUS_ABNORMAL", "", kSandboxChoice},
      {"INVALID_TOKEN", "", kSandboxChoice},
      {"ORDER_NOT_EXIST", "No payment was asked for with referenceRequestId.", kSandboxChoice},
      {"ORDER_IS_CLOSED", "", kSandboxChoice},
      {"RISK_REJECT", "Too many wrong passwords were typed for this user.", kSandboxChoice},
      {"REQUEST_TRAFFIC_EXCEED_LIMIT", "A new password was asked for too soon.", kSandboxChoice},
      {"PROCESS_FAIL",
       "The password could not be sent: F here, where prepare says U.", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> verifyOtp() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
      {"OTP_VERIFICATION_FAILED", "There are tries left.", kSandboxChoice},
      {"USER_PAYMENT_VERIFICATION_FAILED", "No tries are left.", kSandboxChoice},
      {"INVALID_TOKEN", "", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> authNotify() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS", "Received: do not send it again."},
      {"REPEAT_REQ_INCONSISTENT", "", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> consultUnbinding() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS", "allowUnbinding has the answer."},
      {"INVALID_TOKEN", "", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> inquiryUserInfo() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
      {"INVALID_TOKEN", "", kSandboxChoice},
      {"EXPIRED_ACCESS_TOKEN", "", kSandboxChoice},
      {"USER_NOT_EXIST", "", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> inquiryCustomerId() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
      {"USER_NOT_EXIST", "", kSandboxChoice},
      {"INVALID_CODE", "The wallet never issued the payment code.", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> getPaymentCode() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
      {"USER_NOT_EXIST", "", kSandboxChoice},
      {"BUSINESS_NOT_SUPPORT", "No codes are issued for the region.", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> identifyCode() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
      {"INVALID_CODE", "It is no code of Alipay+.", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> inquiryCodeRules() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
  };
  return kCodes;
}

std::span<ApiCode const> acquirerPay() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS", "Paid."},
      {"PAYMENT_IN_PROCESS", "Inquire, or wait for notifyPayment; with paymentUrl: send the user there."},
      {"INVALID_TOKEN"},
      {"EXPIRED_ACCESS_TOKEN"},
      {"INVALID_CODE"},
      {"EXPIRED_CODE"},
      {"ORDER_IS_CLOSED"},
      {"PAYMENT_AMOUNT_EXCEED_LIMIT"},
      {"USER_AMOUNT_EXCEED_LIMIT"},
      {"PAYMENT_COUNT_EXCEED_LIMIT"},
      {"USER_BALANCE_NOT_ENOUGH"},
      {"USER_NOT_EXIST"},
      {"USER_STATUS_ABNORMAL"},
      {"USER_KYC_NOT_QUALIFIED"},
      {"RISK_REJECT"},
      {"UNAVAILABLE_PAYMENT_METHOD"},
      {"USER_PAYMENT_VERIFICATION_FAILED"},
      {"MERCHANT_NOT_REGISTERED"},
      {"REPEAT_REQ_INCONSISTENT"},
      {"BUSINESS_NOT_SUPPORT"},
      {"CURRENCY_NOT_SUPPORT", "There is no quote from the order's currency to the wallet's."},
      {"INVALID_CONTRACT"},
      {"REGULATION_RESTRICTION"},
  };
  return kCodes;
}

std::span<ApiCode const> acquirerInquiryPayment() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS",
       "As result: the payment is known and paymentResult tells of it. As paymentResult: it "
       "is paid."},
      {"ORDER_NOT_EXIST", "As result: the payment is unknown."},
      {"PAYMENT_IN_PROCESS", "As paymentResult."},
      {"ORDER_IS_CLOSED", "As paymentResult: cancelled, even after a success."},
      {"USER_BALANCE_NOT_ENOUGH", "As paymentResult."},
      {"RISK_REJECT", "As paymentResult."},
      {"USER_NOT_EXIST", "As paymentResult."},
      {"USER_STATUS_ABNORMAL", "As paymentResult."},
      {"UNAVAILABLE_PAYMENT_METHOD", "As paymentResult."},
      {"USER_PAYMENT_VERIFICATION_FAILED", "As paymentResult."},
      {"USER_KYC_NOT_QUALIFIED", "As paymentResult."},
      {"MERCHANT_NOT_REGISTERED", "As paymentResult."},
  };
  return kCodes;
}

std::span<ApiCode const> consultPayment() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS"},
      {"BUSINESS_NOT_SUPPORT", "", kSandboxChoice},
      {"CURRENCY_NOT_SUPPORT", "", kSandboxChoice},
  };
  return kCodes;
}

std::span<ApiCode const> acquirerNotifyPayment() {
  static constexpr ApiCode kCodes[] = {
      {"SUCCESS", "Received, whatever the payment's result: do not send it again."},
  };
  return kCodes;
}

}  // namespace aplus::protocol::codes
