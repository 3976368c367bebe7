#include "participants/client_sdk/client_sdk.h"

#include <fmt/format.h>

#include "participants/messages.h"
#include "protocol/client_sdk/calls.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::client_sdk {
namespace {

using namespace protocol;

constexpr std::string_view kTimeout = "sdkTimeout";

void callInto(State& state, Context& context, Party to, std::string name, std::string body,
              DocStep docStep, CodeRequest request) {
  SequenceNo const call =
      sendCall(context, Party::clientSdk, to, std::move(name), std::move(body), docStep);
  request.timer = 0;
  if (to == Party::alipayplus) {
    request.timer = context.startTimer(state.requestTimeoutMs, std::string(kTimeout), fmt::format("{}", call));
  }
  state.pending[call] = std::move(request);
}

/// The callback of the app's getPaymentCode call.
void callBack(Context& context, CodeRequest const& request, std::string name, std::string body) {
  Envelope call;
  call.id = request.appCall;
  call.from = Party::walletApp;
  call.to = Party::clientSdk;
  sendCallback(context, call, std::move(name), std::move(body), {"Obtain the payment code", "1.4"});
}

void failRequest(Context& context, CodeRequest const& request, std::string_view errorCode,
                 std::string message) {
  context.note(fmt::format("{}: the app is told, so that it can try again.", errorCode), docs::kAcceptPayment);
  callBack(context, request, "onPaymentCodeUpdateFailed",
           codec::encode(SdkFailure{std::string(errorCode), std::move(message)}));
}

void requestCode(State& state, CodeRequest request, Context& context) {
  std::string body =
      codec::encode(RequestPaymentCodeCall{state.session->sessionId, request.region});
  callInto(state, context, Party::alipayplus, "requestPaymentCode", std::move(body),
           {"Obtain the payment code", "1.2"}, std::move(request));
}

/// Makes a session: with the login while that holds, otherwise with an auth code of the app.
void startSession(State& state, CodeRequest request, Context& context) {
  state.session.reset();
  request.renewed = true;
  if (state.login && state.login->expiresAt > context.now()) {
    context.note("The login still holds, so the app is not asked for an auth code.", docs::kAcceptPayment);
    callInto(state, context, Party::alipayplus, "createSession",
             codec::encode(CreateSessionCall{state.authClientId, {}, state.login->authLoginId}),
             {"Establish session", "2"}, std::move(request));
    return;
  }
  state.login.reset();
  callInto(state, context, Party::walletApp, "getAuthCode",
           codec::encode(GetAuthCodeCall{state.authClientId, {std::string(kScopeBaseUserInfo)}}),
           {"Establish session", "1"}, std::move(request));
}

void onInit(State& state, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<InitCall>(call.message.body);
  if (!wanted) {
    context.note(fmt::format("init fails: {} {}", wanted.error().path, wanted.error().message));
    return;
  }
  state.authClientId = wanted->value.clientId;
  context.note("The SDK is ready. Everything else must wait for this call.", docs::kAcceptPayment);
}

void onGetPaymentCode(State& state, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<GetPaymentCodeCall>(call.message.body);
  CodeRequest request;
  request.appCall = call.id;
  if (!wanted) {
    failRequest(context, request, kSdkParamIllegal, wanted.error().path + " " + wanted.error().message);
    return;
  }
  if (state.authClientId.empty()) {
    context.note("The app must call init before anything else.", docs::kAcceptPayment);
    failRequest(context, request, kSdkSystemError, "The SDK is not initialized: call init first.");
    return;
  }
  request.region = wanted->value.region;
  if (state.session && state.session->expiresAt > context.now()) {
    context.note("The session is still valid, so no authorization is needed.", docs::kAcceptPayment);
    requestCode(state, std::move(request), context);
    return;
  }
  context.note(state.session ? "The session has ended; a new one is made first."
                             : "There is no session yet; one is made first.",
               docs::kAcceptPayment);
  startSession(state, std::move(request), context);
}

/// The user has logged out in the app.
void onClear(State& state, Context& context) {
  context.note("The app must call clear when its user logs out: session and login end.", docs::kSdkApi);
  if (state.login) {
    context.note("How Alipay+ learns of it is the SDK's own affair.", kSandboxChoice);
    sendCall(context, Party::clientSdk, Party::alipayplus, "endLogin",
             codec::encode(EndLoginCall{state.login->authLoginId}), {});
  }
  for (auto const& [call, request] : state.pending) {
    if (request.timer != 0) context.cancelTimer(request.timer);
    failRequest(context, request, kSdkSystemError, "The user has logged out.");
  }
  state.pending.clear();
  state.session.reset();
  state.login.reset();
  closePage(state, context);
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
           codec::encode(CreateSessionCall{state.authClientId, granted->value.authCode, {}}),
           {"Establish session", "2"}, std::move(request));
}

void onSession(State& state, Envelope const& message, CodeRequest request, Context& context) {
  auto const reply = codec::decode<CreateSessionReply>(message.message.body);
  if (reply && reply->value.result.resultStatus == ResultStatus::F) {
    // Whether the login or the auth code was at fault: the next attempt begins with an auth code.
    state.login.reset();
  }
  if (!reply || !reply->value.result.success()) {
    failRequest(context, request, kSdkSystemError,
                reply ? fmt::format("No session: {} {}", reply->value.result.resultCode,
                                    reply->value.result.resultMessage)
                      : reply.error().message);
    return;
  }
  auto const sessionEnd = parseIso8601(reply->value.sessionExpiryTime);
  auto const loginEnd = parseIso8601(reply->value.authLoginExpiryTime);
  if (!sessionEnd || !loginEnd) {
    failRequest(context, request, kSdkSystemError, "Alipay+ does not say until when the session holds.");
    return;
  }
  state.session = Session{reply->value.sessionId, *sessionEnd};
  state.login = Login{reply->value.authLoginId, *loginEnd};
  requestCode(state, std::move(request), context);
}

void onPaymentCode(State& state, Envelope const& message, CodeRequest request, Context& context) {
  auto const reply = codec::decode<RequestPaymentCodeReply>(message.message.body);
  if (reply && reply->value.result.resultCode == "ACCESS_DENIED" && !request.renewed) {
    context.note("Alipay+ says that the session has ended: a new one is made, and the app notices nothing.",
                 docs::kAcceptPayment);
    startSession(state, std::move(request), context);
    return;
  }
  if (!reply || !reply->value.result.success()) {
    // Whatever Alipay+ did not like, the next attempt begins with a fresh session.
    state.session.reset();
    if (reply && reply->value.result.resultStatus == ResultStatus::F) state.login.reset();
    failRequest(context, request, kSdkSystemError,
                reply ? fmt::format("{} {}", reply->value.result.resultCode, reply->value.result.resultMessage)
                      : reply.error().message);
    return;
  }
  callBack(context, request, "onPaymentCodeUpdated",
           codec::encode(PaymentCodeUpdated{reply->value.paymentCode, reply->value.codeExpiryTime}));
}

void onCallback(State& state, Envelope const& message, Context& context) {
  auto const pending = state.pending.find(message.inReplyTo);
  if (pending == state.pending.end()) {
    context.note("Nobody waits for this answer any more; it is ignored.");
    return;
  }
  CodeRequest request = std::move(pending->second);
  state.pending.erase(pending);
  if (request.timer != 0) context.cancelTimer(request.timer);
  if (message.name == "getAuthCode") {
    onAuthCode(state, message, std::move(request), context);
  } else if (message.name == "createSession") {
    onSession(state, message, std::move(request), context);
  } else {
    onPaymentCode(state, message, std::move(request), context);
  }
}

}  // namespace

void onMessage(State& state, Envelope const& message, Context& context) {
  if (message.kind == Kind::ui) onPageTap(state, context);
  else if (message.from == Party::acquirer) onMerchantMessage(state, message, context);
  else if (message.name == "decode") onDecodeCallback(state, message, context);
  else if (message.phase != Phase::call) onCallback(state, message, context);
  else if (message.name == "init") onInit(state, message, context);
  else if (message.name == "clear") onClear(state, context);
  else if (!onMerchantPresentedCall(state, message, context)) onGetPaymentCode(state, message, context);
}

void onTimer(State& state, Timer const& timer, Context& context) {
  if (onPageTimer(state, timer, context)) return;
  for (auto pending = state.pending.begin(); pending != state.pending.end(); ++pending) {
    if (pending->second.timer != timer.id) continue;
    CodeRequest const request = std::move(pending->second);
    state.pending.erase(pending);
    context.note(fmt::format("Alipay+ has not answered within {} ms.", state.requestTimeoutMs), docs::kSdkApi);
    failRequest(context, request, kSdkInvalidNetwork, "Alipay+ cannot be reached.");
    return;
  }
}

void describe(State const& state, StateWriter& out) {
  out.flag("initialized", !state.authClientId.empty());
  out.text("authClientId", state.authClientId.value);
  out.flag("inSession", state.session.has_value());
  if (state.session) {
    out.beginObject("session");
    out.text("sessionId", state.session->sessionId.value);
    out.text("expiresAt", formatIso8601(state.session->expiresAt, kChinaTime));
    out.endObject();
  }
  if (state.login) {
    out.beginObject("login");
    out.text("authLoginId", state.login->authLoginId.value);
    out.text("expiresAt", formatIso8601(state.login->expiresAt, kChinaTime));
    out.endObject();
  }
  describePage(state, out);
  out.number("pendingCalls", std::int64_t(state.pending.size()));
}

}  // namespace aplus::client_sdk
