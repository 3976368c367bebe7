#include "participants/alipayplus/tokens.h"

#include <fmt/format.h>

#include "participants/alipayplus/session.h"
#include "participants/alipayplus/wallet_line.h"
#include "protocol/authorizations/apply_token.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;
using Purpose = PendingCall::Purpose;

/// Stands for Alipay+ itself where a session is made.
constexpr std::string_view kAlipayplusAcquirerId = "2052666000000000";

ApplyTokenRequest requestOf(State const& state, std::string_view grantType) {
  ApplyTokenRequest request;
  request.acquirerId = AcquirerId{std::string(kAlipayplusAcquirerId)};
  request.pspId = state.wallet.pspId;
  request.grantType = std::string(grantType);
  return request;
}

PendingCall pendingFor(Purpose purpose, Envelope const& waiting, AuthLoginId login = {}) {
  PendingCall pending;
  pending.purpose = purpose;
  pending.waiting = waiting;
  pending.login = std::move(login);
  return pending;
}

/// The wallet's answer, or why there is no token.
tl::expected<ApplyTokenResponse, ResultInfo> readAnswer(State const& state, Envelope const& response,
                                                        Context& context) {
  if (!checkIncoming(*state.walletEndpoint, context, response).valid) {
    return tl::unexpected(makeResult("UNKNOWN_EXCEPTION", "The wallet's answer could not be verified."));
  }
  auto reply = codec::decode<ApplyTokenResponse>(response.message.body);
  if (!reply) {
    context.note(fmt::format("The wallet's answer is wrong: {} {}", reply.error().path, reply.error().message),
                 docs::kAcceptPayment);
    return tl::unexpected(makeResult("UNKNOWN_EXCEPTION"));
  }
  if (!reply->value.result.success()) {
    context.note(fmt::format("{}: the user may be guided to try again.", reply->value.result.resultCode),
                 docs::kAcceptPayment);
    return tl::unexpected(reply->value.result);
  }
  return std::move(reply->value);
}

void take(Login& login, ApplyTokenResponse const& reply, Context& context) {
  login.accessToken = reply.accessToken;
  login.accessTokenExpiresAt = *parseIso8601(reply.accessTokenExpiryTime);
  login.refreshToken = reply.refreshToken;
  login.refreshTokenExpiresAt = *parseIso8601(reply.refreshTokenExpiryTime);
  if (login.accessTokenExpiresAt - context.now() <= 10 * kMinuteMs) {
    context.note("An access token must hold for more than ten minutes; this one does not.", docs::kAcceptPayment);
  }
  if (login.refreshTokenExpiresAt - context.now() <= 547 * kDayMs) {
    context.note("A refresh token must hold for more than a year and a half; this one does not.",
                 docs::kAcceptPayment);
  }
}

}  // namespace

void makeLogin(State& state, AuthCode const& authCode, Envelope const& waiting, Context& context) {
  ApplyTokenRequest request = requestOf(state, kGrantAuthorizationCode);
  request.authCode = authCode;
  context.note("acquirerId 2052666000000000 stands for Alipay+ itself.", docs::kAcceptPayment);
  askWallet(state, context, "applyToken", codec::encode(request), {"Establish session", "2.1"},
            pendingFor(Purpose::makeLogin, waiting));
}

void refreshLogin(State& state, AuthLoginId const& id, Envelope const& waiting, Context& context) {
  ApplyTokenRequest request = requestOf(state, kGrantRefreshToken);
  request.refreshToken = state.logins.at(id).refreshToken;
  context.note("The access token has expired: Alipay+ asks for the next one with the refresh token.",
               docs::kAcceptPayment);
  askWallet(state, context, "applyToken", codec::encode(request), {"Refresh access token", ""},
            pendingFor(Purpose::refreshLogin, waiting, id));
}

bool loginHolds(State& state, AuthLoginId const& id, Context& context) {
  auto const login = state.logins.find(id);
  if (login == state.logins.end()) return false;
  if (login->second.expiresAt > context.now()) return true;
  context.note("The login is over: it holds for 360 hours unless the user logs out.", docs::kAcceptPayment);
  endLogin(state, id);
  return false;
}

void endLogin(State& state, AuthLoginId const& id) {
  state.logins.erase(id);
  for (auto session = state.sessions.begin(); session != state.sessions.end();) {
    if (session->second.login == id) session = state.sessions.erase(session);
    else ++session;
  }
}

void onTokenApplied(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  auto const reply = readAnswer(state, response, context);
  if (pending.late) {
    context.note("The client SDK was told already that there is no session; it will bring a new auth code.");
    return;
  }
  if (!reply) {
    refuseSdk(context, pending.waiting, reply.error());
    return;
  }
  AuthLoginId const id{context.newAlphanumeric(32)};
  Login login;
  login.customerId = reply->customerId;
  login.expiresAt = context.now() + state.lifetimes.loginMs;
  take(login, *reply, context);
  state.logins[id] = std::move(login);
  openSession(state, id, pending.waiting, context);
}

void onTokenRefreshed(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  auto const reply = readAnswer(state, response, context);
  auto const login = state.logins.find(pending.login);
  if (login == state.logins.end() || pending.late) {
    context.note("The login has ended, or the time for this answer; it is not used.");
    if (!pending.late) refuseSdk(context, pending.waiting, makeResult("ACCESS_DENIED", "The user has logged out."));
    return;
  }
  bool const otherUser = reply && reply->customerId != login->second.customerId;
  if (!reply || otherUser) {
    ResultInfo const result = reply ? makeResult("PROCESS_FAIL", "The token is another user's.") : reply.error();
    if (result.resultStatus == ResultStatus::F) {
      context.note("The login cannot be kept alive and ends; the next session begins with an auth code.",
                   kSandboxChoice);
      endLogin(state, pending.login);
    }
    refuseSdk(context, pending.waiting, result);
    return;
  }
  take(login->second, *reply, context);
  resumeSdkCall(state, pending.login, pending.waiting, context);
}

void onTokenSilence(State&, PendingCall const& pending, Context& context) {
  refuseSdk(context, pending.waiting, makeResult("UNKNOWN_EXCEPTION", "The wallet server does not answer."));
}

}  // namespace aplus::alipayplus
