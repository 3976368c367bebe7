#include "participants/alipayplus/session.h"

#include <fmt/format.h>

#include "participants/alipayplus/codes.h"
#include "participants/alipayplus/tokens.h"
#include "participants/messages.h"
#include "protocol/client_sdk/calls.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

constexpr std::string_view kCreateSession = "createSession";
constexpr std::string_view kRequestPaymentCode = "requestPaymentCode";

void answerSession(Context& context, Envelope const& call, CreateSessionReply const& reply) {
  sendCallback(context, call, std::string(kCreateSession), codec::encode(reply), {"Establish session", "2.3"});
}

void answerCode(Context& context, Envelope const& call, RequestPaymentCodeReply const& reply) {
  sendCallback(context, call, std::string(kRequestPaymentCode), codec::encode(reply),
               {"Obtain the payment code", "1.3"});
}

/// Goes on with the call at once, or after the access token was refreshed.
void withFreshToken(State& state, AuthLoginId const& login, Envelope const& call, Context& context) {
  if (state.logins.at(login).accessTokenExpiresAt <= context.now()) {
    refreshLogin(state, login, call, context);
  } else {
    resumeSdkCall(state, login, call, context);
  }
}

void giveCode(State& state, AuthLoginId const& login, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<RequestPaymentCodeCall>(call.message.body);
  IssuedTo const user{state.logins.at(login).customerId, wanted->value.region};
  auto const [code, issued] = issueCode(state, user, context.now(), context);
  context.note("24 digits: 6 for the issuer, 02 for a payment code, 16 at random. Good for one minute.",
               docs::kCodeFormat);
  answerCode(context, call, {makeResult("SUCCESS"), code, formatIso8601(issued.expiresAt, kChinaTime)});
}

}  // namespace

void refuseSdk(Context& context, Envelope const& call, ResultInfo result) {
  context.note(fmt::format("{}: {}", result.resultCode, result.resultMessage));
  if (call.name == kCreateSession) {
    CreateSessionReply reply;
    reply.result = std::move(result);
    answerSession(context, call, reply);
  } else {
    answerCode(context, call, {std::move(result), {}, ""});
  }
}

void resumeSdkCall(State& state, AuthLoginId const& login, Envelope const& call, Context& context) {
  if (call.name == kCreateSession) openSession(state, login, call, context);
  else giveCode(state, login, call, context);
}

void openSession(State& state, AuthLoginId const& login, Envelope const& call, Context& context) {
  SessionId const id{context.newAlphanumeric(32)};
  Session const session{login, context.now() + state.lifetimes.sessionMs};
  state.sessions[id] = session;
  context.note(fmt::format("A session is made and tied to customerId and access token; it holds {} minutes.",
                           state.lifetimes.sessionMs / kMinuteMs),
               docs::kAcceptPayment);
  CreateSessionReply reply;
  reply.result = makeResult("SUCCESS");
  reply.sessionId = id;
  reply.sessionExpiryTime = formatIso8601(session.expiresAt, kChinaTime);
  reply.authLoginId = login;
  reply.authLoginExpiryTime = formatIso8601(state.logins.at(login).expiresAt, kChinaTime);
  answerSession(context, call, reply);
}

void onCreateSession(State& state, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<CreateSessionCall>(call.message.body);
  if (!wanted) {
    refuseSdk(context, call, makeResult("PARAM_ILLEGAL", wanted.error().path + " " + wanted.error().message));
    return;
  }
  AuthLoginId const& login = wanted->value.authLoginId;
  if (login.empty()) {
    makeLogin(state, wanted->value.authCode, call, context);
  } else if (!loginHolds(state, login, context)) {
    refuseSdk(context, call, makeResult("ACCESS_DENIED", "The login is unknown or has ended."));
  } else {
    context.note("The login still holds: no auth code and no applyToken are needed.", docs::kAcceptPayment);
    withFreshToken(state, login, call, context);
  }
}

void onRequestPaymentCode(State& state, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<RequestPaymentCodeCall>(call.message.body);
  if (!wanted) {
    refuseSdk(context, call, makeResult("PARAM_ILLEGAL", wanted.error().path + " " + wanted.error().message));
    return;
  }
  auto const session = state.sessions.find(wanted->value.sessionId);
  bool const known = session != state.sessions.end() && session->second.expiresAt > context.now();
  AuthLoginId const login = known ? session->second.login : AuthLoginId{};
  if (!known || !loginHolds(state, login, context)) {
    if (session != state.sessions.end() && !known) state.sessions.erase(session);
    refuseSdk(context, call, makeResult("ACCESS_DENIED", "The session is unknown or has ended."));
    return;
  }
  withFreshToken(state, login, call, context);
}

void onEndLogin(State& state, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<EndLoginCall>(call.message.body);
  if (!wanted) {
    context.note("The call cannot be read: " + wanted.error().message);
    return;
  }
  context.note("The user has logged out: the login and its sessions end.", docs::kAcceptPayment);
  endLogin(state, wanted->value.authLoginId);
}

}  // namespace aplus::alipayplus
