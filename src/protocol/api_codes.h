#pragma once

#include <span>

#include "protocol/catalog.h"

// Which codes each API answers with. What a code means stands once, in result_codes.cpp.
namespace aplus::protocol::codes {

std::span<ApiCode const> line();
std::span<ApiCode const> pay();
std::span<ApiCode const> inquiryPayment();
std::span<ApiCode const> notifyPayment();
std::span<ApiCode const> cancelPayment();
std::span<ApiCode const> refund();
std::span<ApiCode const> userInitiatedPay();
std::span<ApiCode const> prepare();
std::span<ApiCode const> acquirerApplyToken();
std::span<ApiCode const> applyToken();
std::span<ApiCode const> cancelToken();
std::span<ApiCode const> sendOtp();
std::span<ApiCode const> verifyOtp();
std::span<ApiCode const> authNotify();
std::span<ApiCode const> consultUnbinding();
std::span<ApiCode const> inquiryUserInfo();
std::span<ApiCode const> inquiryCustomerId();
std::span<ApiCode const> getPaymentCode();
std::span<ApiCode const> identifyCode();
std::span<ApiCode const> inquiryCodeRules();
std::span<ApiCode const> acquirerPay();
std::span<ApiCode const> acquirerInquiryPayment();
std::span<ApiCode const> consultPayment();
std::span<ApiCode const> acquirerNotifyPayment();

}  // namespace aplus::protocol::codes
