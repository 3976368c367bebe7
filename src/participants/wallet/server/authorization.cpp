#include "participants/wallet/server/authorization.h"

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/wallet/own_api.h"
#include "participants/wallet/server/agreements.h"
#include "participants/wallet/server/app_line.h"
#include "protocol/authorizations/apply_token.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/tokens.h"
#include "protocol/doc_pages.h"

namespace aplus::wallet::server {
namespace {

using protocol::ApplyTokenRequest;
using protocol::ApplyTokenResponse;
using protocol::makeResult;

constexpr DocStep kApplyToken{"Establish session", "2.1"};
constexpr DocStep kApplyTokenAnswer{"Establish session", "2.1.2"};

ApplyTokenResponse refuse(Context& context, std::string_view code, std::string_view reason) {
  context.note(fmt::format("{}: {}", code, reason), docs::kAcceptPayment);
  ApplyTokenResponse response;
  response.result = makeResult(code);
  return response;
}

ApplyTokenResponse withAuthCode(State& state, ApplyTokenRequest const& request, Context& context) {
  auto const code = state.authCodes.find(request.authCode);
  if (code == state.authCodes.end()) {
    return refuse(context, "INVALID_AUTHCODE", "this wallet never issued the auth code");
  }
  auto const asked = state.easyPay.prepared.find(code->second.agreement);
  bool const granted = asked != state.easyPay.prepared.end();
  if (granted && asked->second.request.authorizationAction == "SMS") {
    return refuse(context, "INVALID_AUTHCODE", "the auth code is worth nothing without the one-time password");
  }
  if (code->second.used) {
    return refuse(context, "INVALID_AUTHCODE", "the auth code was used before; it is good for once");
  }
  if (code->second.expiresAt <= context.now()) {
    return refuse(context, "INVALID_AUTHCODE", "the auth code is too old");
  }
  code->second.used = true;
  Grant grant;
  if (granted) {
    protocol::PrepareRequest const& prepared = asked->second.request;
    grant = {prepared.authClientId, prepared.referenceMerchantId, prepared.referenceAgreementId, prepared.scopes, true};
  }
  IssuedToken const& token = issueToken(state, code->second.customerId, std::move(grant), context);
  context.note("The auth code is known, unused and fresh: a token pair is issued.",
               docs::kAcceptPayment);
  return tokenAnswer(state, token);
}

ApplyTokenResponse withRefreshToken(State& state, ApplyTokenRequest const& request,
                                    Context& context) {
  if (auto const before = state.refreshed.find(request.refreshToken);
      before != state.refreshed.end()) {
    IssuedToken const& next = state.tokens.at(before->second);
    if (next.cancelled) return refuse(context, "INVALID_REFRESH_TOKEN", "the authorization was cancelled");
    context.note("The refresh token was used before: the same values are returned.",
                 docs::kAcceptPayment);
    return tokenAnswer(state, next);
  }
  for (auto const& [access, token] : state.tokens) {
    if (token.refreshToken != request.refreshToken) continue;
    if (token.cancelled) return refuse(context, "INVALID_REFRESH_TOKEN", "the authorization was cancelled");
    if (token.refreshTokenExpiresAt <= context.now()) {
      return refuse(context, "EXPIRED_REFRESH_TOKEN", "the refresh token is too old");
    }
    IssuedToken const& next = issueToken(state, token.customerId, token.grant, context);
    state.refreshed[request.refreshToken] = next.accessToken;
    return tokenAnswer(state, next);
  }
  return refuse(context, "INVALID_REFRESH_TOKEN", "this wallet never issued the refresh token");
}

ApplyTokenResponse applyToken(State& state, std::string_view body, Context& context) {
  auto const request = codec::decode<ApplyTokenRequest>(body);
  if (!request) {
    return refuse(context, "PARAM_ILLEGAL", request.error().path + " " + request.error().message);
  }
  for (std::string const& note : request->notes) context.note(note);
  if (request->value.pspId != state.pspId) {
    return refuse(context, "PARAM_ILLEGAL", "$.pspId is not this wallet's");
  }
  if (request->value.grantType == protocol::kGrantAuthorizationCode) {
    return withAuthCode(state, request->value, context);
  }
  if (request->value.grantType == protocol::kGrantRefreshToken) {
    return withRefreshToken(state, request->value, context);
  }
  return applyWithPassword(state, request->value, context);
}

}  // namespace

ApplyTokenResponse tokenAnswer(State const& state, IssuedToken const& token) {
  UtcOffset const zone = state.endpoint->zone;
  ApplyTokenResponse response;
  response.result = makeResult("SUCCESS");
  response.accessToken = token.accessToken;
  response.accessTokenExpiryTime = formatIso8601Seconds(token.accessTokenExpiresAt, zone);
  response.refreshToken = token.refreshToken;
  response.refreshTokenExpiryTime = formatIso8601Seconds(token.refreshTokenExpiresAt, zone);
  response.customerId = token.customerId;
  auto const account = state.accounts.find(token.customerId);
  bool const granted = !token.grant.referenceAgreementId.empty() && account != state.accounts.end();
  if (granted) response.userLoginId = maskedLoginId(account->second.loginId);
  return response;
}

DocStep applyTokenAnswerStep(DocStep const& request) {
  if (request.section == kBindingFlow) return {kBindingFlow, "11"};
  return request == kApplyToken ? kApplyTokenAnswer : DocStep{request.section, ""};
}

Account const* accountOfApp(State const& state, Envelope const& request) {
  std::string const* header = request.message.header(kAppTokenHeader);
  for (auto const& [id, account] : state.accounts) {
    bool const open = account.status != AccountStatus::closed;
    if (open && header != nullptr && *header == "Bearer " + account.appToken) return &account;
  }
  return nullptr;
}

void onCreateAuthCode(State& state, Envelope const& request, Context& context) {
  CreateAuthCodeResponse response;
  if (Account const* account = accountOfApp(state, request); account == nullptr) {
    context.note("ACCESS_DENIED: the app is logged in for nobody, or for an account that was closed.", kSandboxChoice);
    response.result = makeResult("ACCESS_DENIED");
  } else {
    response.result = makeResult("SUCCESS");
    response.authCode = 
        protocol::makeAuthCode(state.issuer, context.newAlphanumeric(protocol::kAuthCodeRandom));
    state.authCodes[response.authCode] = {account->customerId,
                                          context.now() + state.lifetimes.authCodeMs};
    context.note("An auth code has at most 32 characters and begins with 281, three digits that "
                 "Alipay+ assigned, and 13.",
                 docs::kAcceptPayment);
  }
  answerApp(context, request, codec::encode(response), {"Establish session", "1.2"});
}

void onApplyToken(State& state, Envelope const& request, Context& context) {
  ApplyTokenResponse const response = applyToken(state, request.message.body, context);
  sendResponse(*state.endpoint, context, request, codec::encode(response), applyTokenAnswerStep(request.docStep));
}

}  // namespace aplus::wallet::server
