#include "participants/client_sdk/client_sdk.h"

#include <fmt/format.h>

#include "participants/messages.h"
#include "protocol/client_sdk/calls.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::client_sdk {
namespace {

using namespace protocol;

void callInto(State& state, Context& context, Party to, std::string name, std::string body,
              DocStep docStep, CodeRequest request) {
  SequenceNo const call =
      sendCall(context, Party::clientSdk, to, std::move(name), std::move(body), docStep);
  state.pending[call] = std::move(request);
}

void failRequest(Context& context, CodeRequest const& request, std::string_view errorCode,
                 std::string message) {
  Envelope call;
  call.id = request.appCall;
  call.from = Party::walletApp;
  call.to = Party::clientSdk;
  sendCallback(context, call, "onPaymentCodeUpdateFailed",
               codec::encode(SdkFailure{std::string(errorCode), std::move(message)}),
               {"Obtain the payment code", "1.4"});
}

void requestCode(State& state, CodeRequest request, Context& context) {
  std::string body =
      codec::encode(RequestPaymentCodeCall{state.session->sessionId, request.region});
  callInto(state, context, Party::alipayplus, "requestPaymentCode", std::move(body),
           {"Obtain the payment code", "1.2"}, std::move(request));
}

void startSession(State& state, CodeRequest request, Context& context) {
  std::string body =
      codec::encode(GetAuthCodeCall{state.authClientId, {std::string(kScopeBaseUserInfo)}});
  callInto(state, context, Party::walletApp, "getAuthCode", std::move(body),
           {"Establish session", "1"}, std::move(request));
}

void onGetPaymentCode(State& state, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<GetPaymentCodeCall>(call.message.body);
  if (!wanted) {
    failRequest(context, {call.id, ""}, kSdkParamIllegal,
                wanted.error().path + " " + wanted.error().message);
    return;
  }
  CodeRequest request{call.id, wanted->value.region};
  if (state.session && state.session->expiresAt > context.now()) {
    context.note("The session is still valid, so no authorization is needed.", docs::kAcceptPayment);
    requestCode(state, std::move(request), context);
    return;
  }
  context.note(state.session ? "The session has ended; a new one is made first."
                             : "There is no session yet; one is made first.",
               docs::kAcceptPayment);
  state.session.reset();
  startSession(state, std::move(request), context);
}

void onAuthCode(State& state, Envelope const& message, CodeRequest request, Context& context) {
  auto const granted = codec::decode<AuthCodeGranted>(message.message.body);
  if (!granted) {
    auto const failure = codec::decode<SdkFailure>(message.message.body);
    failRequest(context, request, failure ? failure->value.errorCode : std::string(kSdkSystemError),
                failure ? failure->value.errorMessage : granted.error().message);
    return;
  }
  callInto(state, context, Party::alipayplus, "createSession",
           codec::encode(CreateSessionCall{state.authClientId, granted->value.authCode}),
           {"Establish session", "2"}, std::move(request));
}

void onSession(State& state, Envelope const& message, CodeRequest request, Context& context) {
  auto const reply = codec::decode<CreateSessionReply>(message.message.body);
  if (!reply || !reply->value.result.success()) {
    failRequest(context, request, kSdkSystemError,
                reply ? fmt::format("No session: {} {}", reply->value.result.resultCode,
                                    reply->value.result.resultMessage)
                      : reply.error().message);
    return;
  }
  auto const expiresAt = parseIso8601(reply->value.sessionExpiryTime);
  if (!expiresAt) {
    failRequest(context, request, kSdkSystemError, expiresAt.error().message);
    return;
  }
  state.session = Session{reply->value.sessionId, *expiresAt};
  requestCode(state, std::move(request), context);
}

void onPaymentCode(State& state, Envelope const& message, CodeRequest const& request,
                   Context& context) {
  auto const reply = codec::decode<RequestPaymentCodeReply>(message.message.body);
  if (!reply || !reply->value.result.success()) {
    // Whatever Alipay+ did not like, the next attempt begins with a fresh session.
    state.session.reset();
    failRequest(context, request, kSdkSystemError,
                reply ? reply->value.result.resultMessage : reply.error().message);
    return;
  }
  Envelope call;
  call.id = request.appCall;
  call.from = Party::walletApp;
  call.to = Party::clientSdk;
  sendCallback(context, call, "onPaymentCodeUpdated",
               codec::encode(
                   PaymentCodeUpdated{reply->value.paymentCode, reply->value.codeExpiryTime}),
               {"Obtain the payment code", "1.4"});
}

void onCallback(State& state, Envelope const& message, Context& context) {
  auto const pending = state.pending.find(message.inReplyTo);
  if (pending == state.pending.end()) return;
  CodeRequest request = std::move(pending->second);
  state.pending.erase(pending);
  if (message.name == "getAuthCode") {
    onAuthCode(state, message, std::move(request), context);
  } else if (message.name == "createSession") {
    onSession(state, message, std::move(request), context);
  } else {
    onPaymentCode(state, message, request, context);
  }
}

}  // namespace

void onMessage(State& state, Envelope const& message, Context& context) {
  if (message.phase == Phase::call) onGetPaymentCode(state, message, context);
  else onCallback(state, message, context);
}

void onTimer(State&, Timer const&, Context&) {}

void describe(State const& state, StateWriter& out) {
  out.text("authClientId", state.authClientId.value);
  if (state.session) {
    out.beginObject("session");
    out.text("sessionId", state.session->sessionId.value);
    out.text("expiresAt", formatIso8601(state.session->expiresAt, kChinaTime));
    out.endObject();
  }
  out.number("pendingCalls", std::int64_t(state.pending.size()));
}

}  // namespace aplus::client_sdk
