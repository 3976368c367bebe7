#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/wallet/server/agreements.h"
#include "participants/wallet/server/decision.h"
#include "participants/wallet/server/easy_pay.h"
#include "participants/wallet/server/otp.h"
#include "protocol/authorizations/send_otp.h"
#include "protocol/authorizations/verify_otp.h"
#include "protocol/codec/codec.h"

// sendOTP and verifyOTP, as Alipay+ calls them.
namespace aplus::wallet::server {
namespace {

using protocol::makeResult;
using protocol::ResultInfo;
using protocol::SendOtpRequest;
using protocol::SendOtpResponse;

/// For whom and for what a password is wanted.
struct Wanted {
  CustomerId customer;
  std::string purpose;
};

tl::expected<Wanted, ResultInfo> ofOrder(State const& state, SendOtpRequest const& request, Context& context) {
  auto const order = state.easyPay.orders.find(PaymentRequestId{request.referenceRequestId});
  if (order == state.easyPay.orders.end()) {
    if (auto const* prepared = preparedAs(state, request.referenceRequestId)) {
      if (prepared->token.empty()) return Wanted{prepared->customerId, request.referenceRequestId};
      return tl::unexpected(refuse(context, "ORDER_IS_CLOSED", "the authorization was given already", kSandboxChoice));
    }
    return tl::unexpected(refuse(context, "ORDER_NOT_EXIST", "nothing waits for a password under referenceRequestId",
                                 kSandboxChoice));
  }
  if (order->second.phase != OrderPhase::waiting) {
    return tl::unexpected(refuse(context, "ORDER_IS_CLOSED", "the order does not wait for a password any more",
                                 kSandboxChoice));
  }
  return Wanted{state.payments.at(order->first).customerId, request.referenceRequestId};
}

/// Sandbox choice: a masked login id, as in the guide's sample, cannot contradict; the order says whose it is.
bool isOf(State const& state, CustomerId const& customer, std::string const& loginId) {
  bool const masked = loginId.find_first_of("*xX") != loginId.npos;
  auto const account = state.accounts.find(customer);
  return masked || loginId.empty() || (account != state.accounts.end() && account->second.loginId == loginId);
}

ResultInfo resultOf(OtpSent::Outcome outcome, Context& context) {
  switch (outcome) {
    case OtpSent::Outcome::sent: return makeResult("SUCCESS");
    case OtpSent::Outcome::tooSoon: return makeResult("REQUEST_TRAFFIC_EXCEED_LIMIT", "A password was sent just before; wait a minute.");
    case OtpSent::Outcome::locked: return makeResult("RISK_REJECT");
    case OtpSent::Outcome::failed:
      context.note("The password could not be sent: F in sendOTP, where prepare says U.", kSandboxChoice);
      return makeResult("PROCESS_FAIL");
    case OtpSent::Outcome::unknown: break;
  }
  return makeResult("UNKNOWN_EXCEPTION");
}

SendOtpResponse sendOtp(State& state, SendOtpRequest const& request, Context& context) {
  SendOtpResponse response;
  if (request.pspId != state.pspId) {
    response.result = illegal(context, "$.pspId", "is not this wallet's", docs::kSendOtp);
    return response;
  }
  tl::expected<Wanted, ResultInfo> wanted;
  if (request.referenceRequestId.empty()) {
    auto const token = usableToken(state, request.accessToken, context);
    if (token) wanted = Wanted{*token, request.accessToken.value};
    else wanted = tl::unexpected(token.error());
  } else {
    wanted = ofOrder(state, request, context);
  }
  if (!wanted) {
    response.result = wanted.error();
  } else if (!isOf(state, wanted->customer, request.userLoginId)) {
    response.result = refuse(context, "USER_NOT_EXIST", "userLoginId is not that of the order's user", kSandboxChoice);
  } else {
    bool const paying = state.easyPay.orders.contains(PaymentRequestId{wanted->purpose});
    OtpSent const sent = sendPassword(state, wanted->customer, wanted->purpose,
                                      paying ? DocStep{kEasyPayFlow, "10"} : DocStep{}, context);
    response.result = resultOf(sent.outcome, context);
    response.verifyRequestId = sent.verifyRequestId;
    if (response.result.success() && paying) {
      orderEvent(state, PaymentRequestId{wanted->purpose}, OrderEvent::passwordResent);
    }
  }
  return response;
}

}  // namespace

void onSendOtp(State& state, Envelope const& request, Context& context) {
  SendOtpResponse response;
  auto const decoded = codec::decode<SendOtpRequest>(request.message.body);
  if (decoded) response = sendOtp(state, decoded->value, context);
  else response.result = illegal(context, decoded.error().path, decoded.error().message, docs::kSendOtp);
  sendResponse(*state.endpoint, context, request, codec::encode(response), {});
}

void onVerifyOtp(State& state, Envelope const& request, Context& context) {
  protocol::VerifyOtpResponse response;
  auto const decoded = codec::decode<protocol::VerifyOtpRequest>(request.message.body);
  if (!decoded) {
    response.result = illegal(context, decoded.error().path, decoded.error().message, docs::kSendOtp);
  } else if (auto const customer = usableToken(state, decoded->value.accessToken, context); !customer) {
    response.result = customer.error();
  } else {
    OtpVerdict const verdict =
        verifyPassword(state, *customer, decoded->value.accessToken.value,
                       {decoded->value.otpCode, decoded->value.verifyRequestId, ""}, context);
    response.result = makeResult(verdict == OtpVerdict::right      ? "SUCCESS"
                                 : verdict == OtpVerdict::tryAgain ? "OTP_VERIFICATION_FAILED"
                                                                   : "USER_PAYMENT_VERIFICATION_FAILED");
  }
  sendResponse(*state.endpoint, context, request, codec::encode(response), {});
}

}  // namespace aplus::wallet::server
