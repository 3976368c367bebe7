#include "participants/alipayplus/binding.h"

#include <fmt/format.h>

#include "participants/alipayplus/acquirer_line.h"
#include "participants/alipayplus/agreements.h"
#include "participants/alipayplus/auth_sync.h"
#include "participants/alipayplus/auto_debit.h"
#include "participants/alipayplus/pages.h"
#include "participants/alipayplus/wallet_line.h"
#include "participants/doc_flow.h"
#include "protocol/authorizations/apply_token.h"
#include "protocol/authorizations/send_otp.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;
using Purpose = PendingCall::Purpose;

constexpr std::string_view kApplyTimer = "applyTokenAgain";

/// Sandbox choice: so often applyToken is repeated before the binding is given up.
constexpr std::int32_t kApplyAttempts = 5;

PendingCall pendingFor(Purpose purpose, std::string agreement, Envelope const& waiting = {}) {
  PendingCall pending;
  pending.purpose = purpose;
  pending.agreement = std::move(agreement);
  pending.waiting = waiting;
  return pending;
}

void answer(State const& state, Envelope const& request, AcquirerPrepareResponse response, Context& context) {
  response.acquirerId = state.acquirerId;
  response.pspId = state.wallet.pspId;
  answerAcquirer(state, context, request, response);
}

bool sameContent(AcquirerPrepareRequest const& a, AcquirerPrepareRequest const& b) {
  return a.authClientName == b.authClientName && a.referenceMerchantId == b.referenceMerchantId &&
         a.authRedirectUrl == b.authRedirectUrl && a.scopes == b.scopes;
}

std::optional<ResultInfo> refusal(State const& state, AcquirerPrepareRequest const& wanted) {
  if (wanted.acquirerId != state.acquirerId) {
    return makeResult("PARAM_ILLEGAL", "$.acquirerId is not that of this client");
  }
  auto const known = state.easyPay.bindings.find(wanted.referenceAgreementId);
  if (known != state.easyPay.bindings.end() && !sameContent(known->second.request, wanted)) {
    return makeResult("REPEAT_REQ_INCONSISTENT");
  }
  return std::nullopt;
}

/// The user can try something else on the page, or it is over.
void giveUp(Binding& binding, ResultInfo result, Context& context) {
  context.note(fmt::format("{}: there is no authorization.", result.resultCode), docs::kEasyPay);
  binding.result = std::move(result);
  if (binding.page.asksForLoginId && binding.authCode.empty()) {
    binding.page.step = PageStep::account;
    binding.page.message = binding.result.resultMessage;
    return updatePage(binding, {}, context);
  }
  sendBack(binding, context);
}

void prepare(State& state, Binding& binding, Context& context) {
  context.act({kBindingFlow, "3"}, "Alipay+ knows which account it is.", docs::kEasyPay);
  AcquirerPrepareRequest const& wanted = binding.request;
  PrepareRequest request;
  request.acquirerId = wanted.acquirerId;
  request.pspId = state.wallet.pspId;
  request.authClientId = wanted.authClientId;
  request.authClientName = wanted.authClientName;
  request.authClientDisplayName = wanted.authClientDisplayName;
  request.referenceMerchantId = wanted.referenceMerchantId;
  request.referenceAgreementId = wanted.referenceAgreementId;
  request.authRedirectUrl = wanted.authRedirectUrl;
  request.authState = wanted.authState;
  request.scopes = wanted.scopes;
  request.terminalType = wanted.terminalType;
  request.osType = wanted.osType;
  request.customerBelongsTo = wanted.customerBelongsTo;
  request.authorizationAction = wanted.authorizationAction;
  request.userLoginId = binding.page.userLoginId;
  request.userLoginIdType = binding.page.userLoginIdType;
  binding.page.step = PageStep::asking;
  askWallet(state, context, "prepare", codec::encode(request), {kBindingFlow, "5"},
            pendingFor(Purpose::prepare, wanted.referenceAgreementId));
  updatePage(binding, {}, context);
}

void apply(State& state, Binding& binding, Context& context) {
  ++binding.attempts;
  binding.timer = 0;
  ApplyTokenRequest request;
  request.acquirerId = binding.request.acquirerId;
  request.pspId = state.wallet.pspId;
  request.authClientId = binding.request.authClientId;
  request.authCode = binding.authCode;
  request.grantType = kGrantVerificationCode;
  request.otpVerification = OtpVerification{binding.otpCode, binding.page.verifyRequestId, ""};
  askWallet(state, context, "applyToken", codec::encode(request), {kBindingFlow, "9"},
            pendingFor(Purpose::applyPassword, binding.request.referenceAgreementId));
}

/// The page that a password belongs to, and under which id the wallet knows it.
struct Place {
  HostedPage* page = nullptr;
  PaymentRequestId payment;  ///< the acquirer's id; empty for an authorization
  std::string reference;
};

Place placeOf(State& state, std::string const& id) {
  if (auto const easyPay = state.easyPay.payments.find(PaymentRequestId{id}); easyPay != state.easyPay.payments.end()) {
    return {&easyPay->second.page, easyPay->first, state.payments.at(easyPay->first).walletRequestId.value};
  }
  if (auto const binding = state.easyPay.bindings.find(id); binding != state.easyPay.bindings.end()) {
    return {&binding->second.page, {}, id};
  }
  return {};
}

void update(State& state, Place const& place, std::string const& id, Context& context) {
  if (place.payment.empty()) updatePage(state.easyPay.bindings.at(id), {}, context);
  else updatePage(state, state.payments.at(place.payment), {}, context);
}

void answerSendOtp(State const& state, Envelope const& request, ResultInfo result, std::string verifyRequestId,
                   Context& context) {
  SendOtpResponse response;
  response.result = std::move(result);
  response.verifyRequestId = std::move(verifyRequestId);
  answerAcquirer(state, context, request, response);
}

}  // namespace

void onAcquirerPrepare(State& state, Envelope const& request, Context& context) {
  AcquirerPrepareResponse response;
  auto const wanted = readAcquirer<AcquirerPrepareRequest>(state, request, context);
  auto const no = wanted ? refusal(state, *wanted) : std::optional(wanted.error());
  if (no) {
    response.result = *no;
    return answer(state, request, std::move(response), context);
  }
  if (wanted->authorizationAction != "SMS") return prepareWalletPage(state, request, *wanted, context);
  auto& bindings = state.easyPay.bindings;
  if (!bindings.contains(wanted->referenceAgreementId)) {
    Binding& binding = bindings[wanted->referenceAgreementId];
    binding.page = makePage(state, "authorize", wanted->authRedirectUrl, context);
    binding.request = *wanted;
    binding.page.asksForLoginId = wanted->userLoginId.empty();
    binding.page.userLoginId = wanted->userLoginId;
    binding.page.userLoginIdType = wanted->userLoginIdType;
    binding.result = makeResult("VERIFICATION_IN_PROCESS");
  }
  response.result = makeResult("SUCCESS");
  response.authUrl = bindings.at(wanted->referenceAgreementId).page.url;
  context.note("authUrl is the authorization page of Alipay+: the merchant sends the browser there.", docs::kEasyPay);
  answer(state, request, std::move(response), context);
}

void confirmBindingAccount(State& state, Binding& binding, std::string loginId, Context& context) {
  if (binding.page.step != PageStep::account) return;
  if (binding.page.asksForLoginId) setLoginId(binding.page, std::move(loginId));
  prepare(state, binding, context);
}

void onPrepared(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Binding& binding = state.easyPay.bindings.at(pending.agreement);
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<PrepareResponse>(response.message.body);
  if (binding.page.step != PageStep::asking) return;
  if (!check.valid || !reply) return onPrepareSilence(state, pending, context);
  ResultInfo const& result = reply->value.result;
  if (result.resultStatus == ResultStatus::F) return giveUp(binding, result, context);
  if (reply->value.authCode.empty()) return onPrepareSilence(state, pending, context);
  binding.authCode = reply->value.authCode;
  passwordSent(state, binding.page, reply->value.verifyRequestId, context);
  if (result.resultStatus == ResultStatus::U) {
    context.note("U: there is an auth code, but the password could not be sent. Another one can be asked for.",
                 docs::kEasyPay);
    binding.page.message = "The password could not be sent. Have another one sent";
    binding.page.resendAt = context.now();
  }
  updatePage(binding, {}, context);
}

void onPrepareSilence(State& state, PendingCall const& pending, Context& context) {
  Binding& binding = state.easyPay.bindings.at(pending.agreement);
  if (binding.page.step != PageStep::asking) return;
  context.note("Whether a password was sent is unknown. The same prepare gets the same answer, so the user may confirm "
               "once more.",
               docs::kIdempotency);
  binding.page.step = PageStep::account;
  binding.page.message = "That did not work. Please try again";
  updatePage(binding, {}, context);
}

void bindWithPassword(State& state, Binding& binding, std::string const& otpCode, Context& context) {
  if (binding.page.step != PageStep::otp) return;
  binding.page.step = PageStep::verifying;
  binding.page.message.clear();
  binding.otpCode = otpCode;
  binding.attempts = 0;
  apply(state, binding, context);
  updatePage(binding, {}, context);
}

void applyAgainLater(Binding& binding, Context& context) {
  if (binding.page.step != PageStep::verifying) return;
  if (binding.attempts >= kApplyAttempts) {
    binding.otpCode.clear();
    return giveUp(binding, makeResult("PROCESS_FAIL"), context);
  }
  context.note("Whether the token was made is unknown; the same applyToken gets the same answer, so it is repeated.",
               kSandboxChoice);
  binding.timer = context.startTimer(retryDelayMs(binding.attempts - 1), std::string(kApplyTimer),
                                     binding.request.referenceAgreementId);
}

void onPasswordApplied(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Binding& binding = state.easyPay.bindings.at(pending.agreement);
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<ApplyTokenResponse>(response.message.body);
  if (binding.page.step != PageStep::verifying) return;
  if (binding.timer != 0) context.cancelTimer(binding.timer);
  binding.timer = 0;
  if (!check.valid || !reply) return applyAgainLater(binding, context);
  ResultInfo const& result = reply->value.result;
  if (result.resultCode == "OTP_VERIFICATION_FAILED") {
    context.note("OTP_VERIFICATION_FAILED is U: the user may type it again or have another one sent.", docs::kEasyPay);
    binding.otpCode.clear();
    binding.page.step = PageStep::otp;
    binding.page.message = "This password is not right, or too old. Try again, or have another one sent";
    return updatePage(binding, {}, context);
  }
  if (result.resultStatus == ResultStatus::U) return applyAgainLater(binding, context);
  binding.otpCode.clear();
  if (result.resultStatus == ResultStatus::F) return giveUp(binding, result, context);
  binding.result = result;
  sendBack(binding, context);
  keepAgreement(state, binding, reply->value, context);
  tellOfAgreement(state, reply->value.accessToken, kTokenCreated, {kBindingFlow, "13"}, context);
}

bool onBindingTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name != kApplyTimer) return false;
  auto const found = state.easyPay.bindings.find(timer.subject);
  if (found != state.easyPay.bindings.end() && found->second.timer == timer.id) apply(state, found->second, context);
  return true;
}

void onAcquirerSendOtp(State& state, Envelope const& request, Context& context) {
  auto const wanted = readAcquirer<AcquirerSendOtpRequest>(state, request, context);
  if (!wanted) return answerSendOtp(state, request, wanted.error(), "", context);
  Place const place = placeOf(state, wanted->referenceRequestId);
  if (place.page == nullptr) return answerSendOtp(state, request, makeResult("ORDER_NOT_EXIST"), "", context);
  if (place.page->step != PageStep::otp) return answerSendOtp(state, request, makeResult("ORDER_IS_CLOSED"), "", context);
  SendOtpRequest otp;
  otp.acquirerId = wanted->acquirerId;
  otp.pspId = state.wallet.pspId;
  otp.referenceRequestId = place.reference;
  otp.userLoginId = place.page->userLoginId;
  otp.userLoginIdType = place.page->userLoginIdType;
  otp.verifyType = "MOBILE";
  context.note("Alipay+ syncs the request to the wallet, under the id that the wallet knows.", docs::kEasyPay);
  askWallet(state, context, "sendOTP", codec::encode(otp), place.payment.empty() ? DocStep{} : DocStep{kEasyPayFlow, "9"},
            pendingFor(Purpose::sendOtp, wanted->referenceRequestId, request));
}

void onOtpSent(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Place const place = placeOf(state, pending.agreement);
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<SendOtpResponse>(response.message.body);
  if (!check.valid || !reply) return onOtpSilence(state, pending, context);
  SendOtpResponse const& sent = reply->value;
  if (place.page->step == PageStep::otp) {
    if (sent.result.success()) passwordSent(state, *place.page, sent.verifyRequestId, context);
    else place.page->message = "No other password was sent: " + sent.result.resultMessage;
    update(state, place, pending.agreement, context);
  }
  answerSendOtp(state, pending.waiting, sent.result, sent.verifyRequestId, context);
}

void onOtpSilence(State& state, PendingCall const& pending, Context& context) {
  Place const place = placeOf(state, pending.agreement);
  if (place.page->step == PageStep::otp) {
    place.page->message = "No other password was sent. Try again in a minute";
    update(state, place, pending.agreement, context);
  }
  answerSendOtp(state, pending.waiting, makeResult("UNKNOWN_EXCEPTION"), "", context);
}

}  // namespace aplus::alipayplus
