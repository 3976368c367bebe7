#include "participants/alipayplus/session.h"

#include <fmt/format.h>

#include "participants/messages.h"
#include "protocol/authorizations/apply_token.h"
#include "protocol/client_sdk/calls.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/payment_code.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

/// Stands for Alipay+ itself where a session is made.
constexpr std::string_view kAlipayplusAcquirerId = "2052666000000000";

void answerSession(Context& context, Envelope const& call, CreateSessionReply const& reply) {
  sendCallback(context, call, "createSession", codec::encode(reply), {"Establish session", "2.3"});
}

void answerCode(Context& context, Envelope const& call, RequestPaymentCodeReply const& reply) {
  sendCallback(context, call, "requestPaymentCode", codec::encode(reply),
               {"Obtain the payment code", "1.3"});
}

void refuseSession(Context& context, Envelope const& call, ResultInfo result) {
  answerSession(context, call, {std::move(result), {}, ""});
}

void refuseCode(Context& context, Envelope const& call, ResultInfo result) {
  context.note(result.resultCode + ": " + result.resultMessage);
  answerCode(context, call, {std::move(result), {}, ""});
}

}  // namespace

void onCreateSession(State& state, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<CreateSessionCall>(call.message.body);
  if (!wanted) {
    refuseSession(context, call,
                  makeResult("PARAM_ILLEGAL", wanted.error().path + " " + wanted.error().message));
    return;
  }
  ApplyTokenRequest request;
  request.acquirerId = AcquirerId{std::string(kAlipayplusAcquirerId)};
  request.pspId = state.wallet.pspId;
  request.authCode = wanted->value.authCode;
  request.grantType = std::string(kGrantAuthorizationCode);
  SequenceNo const sent =
      sendRequest(*state.walletEndpoint, context, "applyToken", state.wallet.applyTokenUri,
                  codec::encode(request), {"Establish session", "2.1"});
  context.note("acquirerId 2052666000000000 stands for Alipay+ itself.", docs::kAcceptPayment);
  state.pending[sent] = {PendingCall::Purpose::createSession, call, {}};
}

void onTokenApplied(State& state, PendingCall const& pending, Envelope const& response,
                    Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  if (!check.valid) {
    refuseSession(context, pending.waiting,
                  makeResult("UNKNOWN_EXCEPTION", "The wallet's answer could not be verified."));
    return;
  }
  auto const reply = codec::decode<ApplyTokenResponse>(response.message.body);
  if (!reply) {
    context.note(fmt::format("The wallet's answer is wrong: {} {}", reply.error().path,
                             reply.error().message),
                 docs::kAcceptPayment);
    refuseSession(context, pending.waiting, makeResult("UNKNOWN_EXCEPTION"));
    return;
  }
  if (!reply->value.result.success()) {
    refuseSession(context, pending.waiting, reply->value.result);
    return;
  }
  SessionId const id{context.newAlphanumeric(32)};
  Session const session{reply->value.customerId, reply->value.accessToken,
                        *parseIso8601(reply->value.accessTokenExpiryTime),
                        reply->value.refreshToken, context.now() + state.lifetimes.sessionMs};
  state.sessions[id] = session;
  context.note("A session is made and tied to customerId and access token; it holds 30 minutes.",
               docs::kAcceptPayment);
  answerSession(context, pending.waiting,
                {makeResult("SUCCESS"), id, formatIso8601(session.expiresAt, kChinaTime)});
}

void onRequestPaymentCode(State& state, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<RequestPaymentCodeCall>(call.message.body);
  if (!wanted) {
    refuseCode(context, call,
               makeResult("PARAM_ILLEGAL", wanted.error().path + " " + wanted.error().message));
    return;
  }
  auto const session = state.sessions.find(wanted->value.sessionId);
  if (session == state.sessions.end() || session->second.expiresAt <= context.now()) {
    refuseCode(context, call, makeResult("ACCESS_DENIED", "The session is unknown or has ended."));
    return;
  }
  PaymentCode const code =
      makePaymentCode(state.wallet.issuerPrefix, context.newDigits(kUserNumberDigits));
  SimTime const expiresAt = context.now() + state.lifetimes.paymentCodeMs;
  state.codes[code] = {session->second.customerId, wanted->value.region, expiresAt};
  context.note("24 digits: 6 for the issuer, 02 for a payment code, 16 at random. Good for one minute.",
               docs::kCodeFormat);
  answerCode(context, call, {makeResult("SUCCESS"), code, formatIso8601(expiresAt, kChinaTime)});
}

}  // namespace aplus::alipayplus
