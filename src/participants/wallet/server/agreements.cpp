#include "participants/wallet/server/agreements.h"

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/messages.h"
#include "participants/wallet/server/auth_notices.h"
#include "participants/wallet/server/authorization.h"
#include "participants/wallet/server/authorization_page.h"
#include "participants/wallet/server/decision.h"
#include "participants/wallet/server/otp.h"
#include "protocol/authorizations/cancel_token.h"
#include "protocol/authorizations/consult_unbinding.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/tokens.h"

namespace aplus::wallet::server {
namespace {

using protocol::ApplyTokenRequest;
using protocol::ApplyTokenResponse;
using protocol::makeResult;
using protocol::PrepareRequest;
using protocol::PrepareResponse;
using protocol::ResultInfo;

std::string keyOf(PrepareRequest const& request) {
  return request.authClientId.value + " " + request.referenceAgreementId;
}

/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/idempotency
bool sameContent(PrepareRequest const& a, PrepareRequest const& b) {
  return a.authClientName == b.authClientName && a.referenceMerchantId == b.referenceMerchantId &&
         a.authRedirectUrl == b.authRedirectUrl && a.scopes == b.scopes;
}

PrepareResponse answer(ResultInfo result) {
  PrepareResponse response;
  response.result = std::move(result);
  return response;
}

/// Why this user cannot authorize anybody; nothing when they can.
std::optional<ResultInfo> whyNot(Account const& account, Context& context) {
  if (account.status == AccountStatus::frozen) {
    return refuse(context, "USER_STATUS_ABNORMAL", "the account is frozen", docs::kPrepare);
  }
  if (!account.kycQualified) {
    return refuse(context, "USER_KYC_NOT_QUALIFIED", "the user's identity is not proven as the law wants it",
                  docs::kPrepare);
  }
  return std::nullopt;
}

PrepareResponse prepareBySms(State& state, PrepareRequest const& request, Context& context) {
  std::string const key = keyOf(request);
  if (auto const known = state.easyPay.prepared.find(key); known != state.easyPay.prepared.end()) {
    if (!sameContent(known->second.request, request)) {
      return answer(refuse(context, "REPEAT_REQ_INCONSISTENT",
                           "this authorization was prepared before with other content", docs::kIdempotency));
    }
    context.note("It was prepared before: the same answer, and no other password.", docs::kIdempotency);
    return known->second.answer;
  }
  auto const customer = accountByLoginId(state, request.userLoginId, request.userLoginIdType, "$", context);
  if (!customer) return answer(customer.error());
  if (auto no = whyNot(state.accounts.at(*customer), context)) return answer(*no);
  OtpSent const sent = sendPassword(state, *customer, request.referenceAgreementId, {kBindingFlow, "6"}, context);
  if (sent.outcome == OtpSent::Outcome::locked) return answer(makeResult("RISK_REJECT"));
  PrepareResponse response = answer(makeResult("SUCCESS"));
  response.authCode = protocol::makeAuthCode(state.issuer, context.newAlphanumeric(protocol::kAuthCodeRandom));
  response.verifyRequestId = sent.verifyRequestId;
  if (sent.outcome != OtpSent::Outcome::sent) {
    context.note("The auth code is made, but the password could not be sent: U in prepare, where sendOTP says F.",
                 docs::kEasyPay);
    response.result = makeResult("UNKNOWN_EXCEPTION");
  } else {
    context.note("The auth code is made and the password sent: S. The code alone opens nothing.", docs::kEasyPay);
  }
  state.authCodes[response.authCode] = {*customer, context.now() + state.lifetimes.authCodeMs, false, key};
  state.easyPay.prepared[key] = {request, response, *customer, {}, ""};
  return response;
}

PrepareResponse prepare(State& state, std::string_view body, Context& context) {
  auto const decoded = codec::decode<PrepareRequest>(body);
  if (!decoded) return answer(illegal(context, decoded.error().path, decoded.error().message, docs::kPrepare));
  PrepareRequest const& request = decoded->value;
  if (request.pspId != state.pspId) {
    return answer(illegal(context, "$.pspId", "is not this wallet's", docs::kPrepare));
  }
  if (request.authorizationAction == "SMS") return prepareBySms(state, request, context);
  std::string const key = keyOf(request);
  auto const known = state.easyPay.prepared.find(key);
  if (known != state.easyPay.prepared.end() && !sameContent(known->second.request, request)) {
    return answer(refuse(context, "REPEAT_REQ_INCONSISTENT",
                         "this authorization was prepared before with other content", docs::kIdempotency));
  }
  return preparePage(state, request, key, context);
}

ApplyTokenResponse refuseToken(ResultInfo result) {
  ApplyTokenResponse response;
  response.result = std::move(result);
  return response;
}

protocol::AuthNotifyRequest noticeOf(State const& state, IssuedToken const& token, std::string_view type) {
  UtcOffset const zone = state.endpoint->zone;
  protocol::AuthNotifyRequest notice;
  notice.authorizationNotifyType = std::string(type);
  notice.authClientId = token.grant.authClientId;
  notice.referenceMerchantId = token.grant.referenceMerchantId;
  notice.referenceAgreementId = token.grant.referenceAgreementId;
  notice.accessToken = token.accessToken;
  if (type == protocol::kTokenCanceled) return notice;
  notice.accessTokenExpiryTime = formatIso8601Seconds(token.accessTokenExpiresAt, zone);
  notice.refreshToken = token.refreshToken;
  notice.refreshTokenExpiryTime = formatIso8601Seconds(token.refreshTokenExpiresAt, zone);
  notice.scopes = token.grant.scopes;
  notice.customerId = token.customerId;
  notice.userLoginId = maskedLoginId(state.accounts.at(token.customerId).loginId);
  return notice;
}

/// Takes the place of the message with the password on the phone.
void tellLinked(Context& context, std::string_view who) {
  std::string const text = fmt::format("Your wallet account is linked to {}. You can end this in the wallet at any time.", who);
  show(context, Party::walletServer, std::string(kSendSms), {{"text", text}});
}

/// The last token that still holds, or null.
IssuedToken const* anyGrant(State const& state) {
  IssuedToken const* found = nullptr;
  for (auto const& [key, token] : state.tokens) {
    bool const holds = !token.cancelled && !token.grant.referenceAgreementId.empty();
    if (holds && (found == nullptr || token.accessTokenExpiresAt > found->accessTokenExpiresAt)) found = &token;
  }
  return found;
}

ResultInfo cancelToken(State& state, Envelope const& message, Context& context) {
  auto const decoded = codec::decode<protocol::CancelTokenRequest>(message.message.body);
  if (!decoded) return illegal(context, decoded.error().path, decoded.error().message, docs::kCancelToken);
  if (decoded->value.pspId != state.pspId) {
    return illegal(context, "$.pspId", "is not this wallet's", docs::kCancelToken);
  }
  auto const token = state.tokens.find(decoded->value.accessToken);
  if (token == state.tokens.end()) {
    return refuse(context, "INVALID_TOKEN", "this wallet never issued the access token", kSandboxChoice);
  }
  context.note(token->second.cancelled ? "It was cancelled before: the same answer."
                                       : "From now on neither the access token nor its refresh token works.",
               docs::kCancelToken);
  endGrant(state, decoded->value.accessToken);
  return makeResult("SUCCESS");
}

}  // namespace

void onPrepare(State& state, Envelope const& request, Context& context) {
  PrepareResponse const response = prepare(state, request.message.body, context);
  sendResponse(*state.endpoint, context, request, codec::encode(response),
               request.docStep.section == kBindingFlow ? DocStep{kBindingFlow, "7"} : DocStep{});
}

ApplyTokenResponse applyWithPassword(State& state, ApplyTokenRequest const& request, Context& context) {
  auto const code = state.authCodes.find(request.authCode);
  if (code == state.authCodes.end() || code->second.agreement.empty()) {
    return refuseToken(refuse(context, "INVALID_AUTHCODE", "no authorization by password was prepared with this auth code"));
  }
  Prepared& prepared = state.easyPay.prepared.at(code->second.agreement);
  if (!request.authClientId.empty() && request.authClientId != prepared.request.authClientId) {
    return refuseToken(refuse(context, "INVALID_AUTHCODE", "the auth code was made for another authClientId",
                              kSandboxChoice));
  }
  if (!prepared.token.empty() && prepared.verifiedBy == request.otpVerification->verifyRequestId) {
    context.note("The same auth code and verifyRequestId came before: the same token, in case the answer was lost.",
                 kSandboxChoice);
    return tokenAnswer(state, state.tokens.at(prepared.token));
  }
  if (code->second.used) return refuseToken(refuse(context, "INVALID_AUTHCODE", "the auth code was used before"));
  if (code->second.expiresAt <= context.now()) {
    return refuseToken(refuse(context, "INVALID_AUTHCODE", "the auth code is too old"));
  }
  context.act({kBindingFlow, "10"}, "The wallet verifies the one-time password and completes the authorization.",
              docs::kEasyPay);
  OtpVerdict const verdict = verifyPassword(state, prepared.customerId, prepared.request.referenceAgreementId,
                                            *request.otpVerification, context);
  if (verdict == OtpVerdict::tryAgain) {
    return refuseToken(refuse(context, "OTP_VERIFICATION_FAILED", "U: the user may try again", docs::kEasyPay));
  }
  code->second.used = true;
  if (verdict == OtpVerdict::noTriesLeft) {
    return refuseToken(refuse(context, "USER_PAYMENT_VERIFICATION_FAILED",
                              "F: no tries are left, and the auth code is worthless", kSandboxChoice));
  }
  if (auto no = whyNot(state.accounts.at(prepared.customerId), context)) return refuseToken(*no);
  Grant grant{prepared.request.authClientId, prepared.request.referenceMerchantId,
              prepared.request.referenceAgreementId, prepared.request.scopes, true};
  IssuedToken const& token = issueToken(state, prepared.customerId, std::move(grant), context);
  prepared.token = token.accessToken;
  prepared.verifiedBy = request.otpVerification->verifyRequestId;
  tellLinked(context, prepared.request.authClientName);
  return tokenAnswer(state, token);
}

Prepared const* preparedAs(State const& state, std::string const& referenceAgreementId) {
  for (auto const& [key, prepared] : state.easyPay.prepared) {
    if (prepared.request.referenceAgreementId == referenceAgreementId) return &prepared;
  }
  return nullptr;
}

void authorizeIfSigned(State& state, Payment const& payment, EasyPayOrder const& order, Context& context) {
  if (!order.agreement || !payment.paid() || payment.cancelled) return;
  protocol::AuthorizationInfo const& signedFor = *order.agreement;
  context.act({kEasyPayFlow, "15"}, "isAuthorizationAndPay is true, and it is paid: the wallet completes the authorization.",
              docs::kEasyPay);
  Grant grant{signedFor.authClientId, payment.referenceMerchantId, signedFor.referenceAgreementId,
              {std::string(kAgreementPay)}, false};
  IssuedToken const& token = issueToken(state, payment.customerId, std::move(grant), context);
  protocol::AuthNotifyRequest notice = noticeOf(state, token, protocol::kTokenCreated);
  notice.authState = signedFor.authState;
  notifyOfAuthorization(state, std::move(notice), {kEasyPayFlow, "16"}, context);
  tellLinked(context, payment.merchantName);
}

void onCancelToken(State& state, Envelope const& request, Context& context) {
  protocol::CancelTokenResponse response;
  response.result = cancelToken(state, request, context);
  sendResponse(*state.endpoint, context, request, codec::encode(response), {});
}

void askToUnbind(State& state, Context& context) {
  IssuedToken const* token = anyGrant(state);
  if (token == nullptr) {
    context.note("The user has authorized no merchant.");
    return;
  }
  protocol::ConsultUnbindingRequest request;
  request.authClientId = token->grant.authClientId;
  request.referenceMerchantId = token->grant.referenceMerchantId;
  request.accessToken = token->accessToken;
  context.note("Before the user may end it the wallet asks whether anything stands against that.",
               docs::kConsultUnbinding);
  SequenceNo const sent = sendRequest(*state.endpoint, context, "consultUnbinding",
                                      std::string(protocol::api("consultUnbinding", protocol::Role::wallet).path),
                                      codec::encode(request), {});
  state.easyPay.consultations[sent] = token->accessToken;
}

bool onUnbindingConsulted(State& state, Envelope const& response, Context& context) {
  auto const pending = state.easyPay.consultations.find(response.inReplyTo);
  if (pending == state.easyPay.consultations.end()) return false;
  AccessToken const accessToken = pending->second;
  state.easyPay.consultations.erase(pending);
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<protocol::ConsultUnbindingResponse>(response.message.body);
  bool const allowed =
      check.valid && reply && reply->value.result.success() && reply->value.allowUnbinding == true;
  if (!allowed) {
    context.note("Nobody has allowed it, so the authorization stays; the user may ask again.", docs::kConsultUnbinding);
    return true;
  }
  IssuedToken const& token = state.tokens.at(accessToken);
  if (token.cancelled) return true;
  endGrant(state, accessToken);
  context.note("It is allowed: the tokens end, and Alipay+ is told with TOKEN_CANCELED.", docs::kConsultUnbinding);
  notifyOfAuthorization(state, noticeOf(state, token, protocol::kTokenCanceled), {}, context);
  return true;
}

void describeAgreements(State const& state, StateWriter& out) {
  out.beginObject("prepared");
  for (auto const& [key, prepared] : state.easyPay.prepared) {
    out.beginObject(prepared.request.referenceAgreementId);
    out.text("customerId", prepared.customerId.value);
    out.text("accessToken", prepared.token.value);
    out.endObject();
  }
  out.endObject();
  out.beginObject("authNotify");
  for (auto const& [key, notice] : state.easyPay.notices) {
    out.beginObject(key);
    out.number("attempts", notice.attempts);
    out.flag("acknowledged", notice.acknowledged);
    out.flag("willBeSentAgain", notice.timer != 0);
    out.text("lastAnswer", notice.lastAnswer);
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::wallet::server
