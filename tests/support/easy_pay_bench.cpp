#include "support/easy_pay_bench.h"

#include <gtest/gtest.h>

#include "protocol/catalog.h"
#include "protocol/codec/codec.h"

namespace aplus::test {

using namespace protocol;

namespace {

template <class Response, class Request>
Response askFor(WalletBench& bench, std::string_view name, Request const& request) {
  auto const answer =
      codec::decode<Response>(bench.ask(std::string(api(name, Role::alipayplus).path), codec::encode(request)));
  EXPECT_TRUE(answer) << name;
  return answer ? answer->value : Response{};
}

}  // namespace

PayRequest EasyPayBench::order(std::string id, std::int64_t minor) const {
  PayRequest request = ownCurrencyRequest(std::move(id), minor);
  request.order->merchant.store.reset();
  request.paymentMethod = {};
  request.paymentMethod.paymentMethodType = "ALIPAY_HK";
  auto& known = request.paymentMethod.paymentMethodMetaData.emplace();
  known.userLoginId = kLoginId;
  known.userLoginIdType = "MOBILE";
  request.paymentFactor = {};
  request.paymentFactor.isAgreementPayment = true;
  request.paymentFactor.isEasyPayScenario = true;
  request.paymentExpiryTime = formatIso8601(context.time + 15 * kMinuteMs, kChinaTime);
  request.passThroughInfo = "{\"buyerId\":\"b\"}";
  return request;
}

PayRequest EasyPayBench::evaluation(std::string id, std::int64_t minor) const {
  PayRequest request = order(std::move(id), minor);
  request.paymentFactor.isPaymentEvaluation = true;
  return request;
}

PayRequest EasyPayBench::verification(std::string const& code, std::string id) const {
  PayRequest request;
  request.acquirerId = AcquirerId{"a"};
  request.pspId = order().pspId;
  request.paymentRequestId = PaymentRequestId{id};
  request.paymentMethod.paymentMethodType = "ALIPAY_HK";
  request.paymentFactor.isVerificationAndPay = true;
  request.otpVerification = OtpVerification{code, verifyRequestId(id), "SMS_OTP"};
  return request;
}

PayRequest EasyPayBench::withToken(std::string token, std::string id, std::int64_t minor) const {
  PayRequest request = order(std::move(id), minor);
  request.paymentFactor.isEasyPayScenario.reset();
  request.paymentMethod.paymentMethodMetaData.reset();
  request.paymentMethod.paymentMethodId = std::move(token);
  return request;
}

SendOtpRequest EasyPayBench::sendOtpRequest(std::string id) const {
  SendOtpRequest request;
  request.acquirerId = AcquirerId{"a"};
  request.pspId = order().pspId;
  request.referenceRequestId = std::move(id);
  request.userLoginId = kLoginId;
  request.userLoginIdType = "MOBILE";
  return request;
}

SendOtpResponse EasyPayBench::sendOtp(SendOtpRequest const& request) {
  return askFor<SendOtpResponse>(*this, "sendOTP", request);
}

PrepareRequest EasyPayBench::prepareRequest(std::string id) const {
  PrepareRequest request;
  request.acquirerId = AcquirerId{"a"};
  request.pspId = order().pspId;
  request.authClientId = ClientId{"client"};
  request.authClientName = "Shop";
  request.referenceMerchantId = "M1";
  request.referenceAgreementId = std::move(id);
  request.authRedirectUrl = "https://shop.example/back";
  request.scopes = {"AGREEMENT_PAY"};
  request.authorizationAction = "SMS";
  request.userLoginId = kLoginId;
  request.userLoginIdType = "MOBILE";
  return request;
}

PrepareResponse EasyPayBench::prepare(PrepareRequest const& request) {
  return askFor<PrepareResponse>(*this, "prepare", request);
}

ApplyTokenRequest EasyPayBench::applyRequest(PrepareResponse const& prepared, std::string code) const {
  ApplyTokenRequest request;
  request.acquirerId = AcquirerId{"a"};
  request.pspId = order().pspId;
  request.authClientId = ClientId{"client"};
  request.grantType = kGrantVerificationCode;
  request.authCode = prepared.authCode;
  request.otpVerification = OtpVerification{std::move(code), prepared.verifyRequestId, ""};
  return request;
}

ApplyTokenResponse EasyPayBench::applyToken(ApplyTokenRequest const& request) {
  return askFor<ApplyTokenResponse>(*this, "applyToken", request);
}

std::string EasyPayBench::password(std::string const& id) {
  for (auto const& [name, otp] : server().easyPay.passwords) {
    if (otp.purpose == id && !otp.ended) return otp.code;
  }
  return "none";
}

std::string EasyPayBench::verifyRequestId(std::string const& id) const {
  std::string last = "none";
  for (auto const& [name, otp] : server().easyPay.passwords) {
    if (otp.purpose == id && (last == "none" || !otp.ended)) last = name;
  }
  return last;
}

PayResponse EasyPayBench::payWithPassword(std::string const& id, std::int64_t minor) {
  EXPECT_EQ(payCode(order(id, minor)), "VERIFICATION_IN_PROCESS");
  return pay(verification(password(id), id));
}

}  // namespace aplus::test
