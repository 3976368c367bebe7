#include "participants/wallet/app/own_server.h"

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/messages.h"
#include "participants/wallet/own_api.h"
#include "protocol/client_sdk/calls.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::wallet::app {
namespace {

/// Sandbox choice: how long the app waits for its own server.
constexpr std::int64_t kOwnTimeoutMs = 5 * kSecondMs;

SequenceNo ask(State& state, Context& context, std::string name, std::string_view uri, std::string body,
               DocStep docStep, SequenceNo sdkCall) {
  SequenceNo const sent =
      context.send(ownRequest(state, std::move(name), uri, std::move(body), docStep));
  state.ownCalls[sent] = {
      sdkCall, context.startTimer(kOwnTimeoutMs, std::string(kOwnTimeout), fmt::format("{}", sent))};
  return sent;
}

void answerSdk(Context& context, SequenceNo sdkCall, std::string body) {
  Envelope call;
  call.id = sdkCall;
  call.from = Party::clientSdk;
  call.to = Party::walletApp;
  sendCallback(context, call, "getAuthCode", std::move(body), {"Establish session", "1.3"});
}

}  // namespace

Envelope ownRequest(State const& state, std::string name, std::string_view uri, std::string body, DocStep docStep) {
  Envelope request;
  request.kind = Kind::http;
  request.phase = Phase::request;
  request.from = Party::walletApp;
  request.to = Party::walletServer;
  request.name = std::move(name);
  request.docStep = docStep;
  request.message.method = "POST";
  request.message.uri = std::string(uri);
  request.message.headers = {{"Content-Type", "application/json; charset=UTF-8"},
                             {std::string(kAppTokenHeader), "Bearer " + state.appToken}};
  request.message.body = std::move(body);
  return request;
}

void askForAuthCode(State& state, Envelope const& sdkCall, Context& context) {
  auto const wanted = codec::decode<protocol::GetAuthCodeCall>(sdkCall.message.body);
  if (!wanted) {
    answerSdk(context, sdkCall.id,
              codec::encode(protocol::SdkFailure{std::string(protocol::kSdkParamIllegal),
                                                 wanted.error().message}));
    return;
  }
  if (!state.loggedIn) {
    refuseAuthCode(context, sdkCall.id, "Nobody is logged in.");
    return;
  }
  context.note("How an app gets an auth code from its own server is the wallet's own affair.", kSandboxChoice);
  ask(state, context, "createAuthCode", kAuthCodesUri,
      codec::encode(CreateAuthCodeRequest{wanted->value.authClientId, wanted->value.scopes}),
      {"Establish session", "1.1"}, sdkCall.id);
}

SequenceNo askForPaymentCodes(State& state, Context& context) {
  context.note("The newer generation: the app asks its own server, which asks Alipay+. No SDK, no session.",
               docs::kGetPaymentCode);
  return ask(state, context, "fetchPaymentCodes", kPaymentCodesUri,
             codec::encode(FetchPaymentCodesRequest{state.region, state.codeQuantity, state.deviceTokenId}),
             {kServerCodeFlow, "6"}, 0);
}

void onAuthCode(State&, OwnCall const& call, Envelope const& message, Context& context) {
  auto const made = codec::decode<CreateAuthCodeResponse>(message.message.body);
  if (!made || !made->value.result.success()) {
    refuseAuthCode(context, call.sdkCall, made ? made->value.result.resultMessage : made.error().message);
    return;
  }
  answerSdk(context, call.sdkCall,
            codec::encode(protocol::AuthCodeGranted{made->value.authCode,
                                                    {std::string(protocol::kScopeBaseUserInfo)}}));
}

void refuseAuthCode(Context& context, SequenceNo sdkCall, std::string reason) {
  answerSdk(context, sdkCall,
            codec::encode(protocol::SdkFailure{std::string(protocol::kSdkSystemError), std::move(reason)}));
}

}  // namespace aplus::wallet::app
