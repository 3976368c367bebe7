#include "participants/wallet/app/wallet_app.h"

#include <array>

#include <fmt/format.h>

#include "participants/messages.h"
#include "participants/wallet/own_api.h"
#include "protocol/client_sdk/calls.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::wallet::app {
namespace {

constexpr std::string_view kRefreshTimer = "refreshPaymentCode";

/// Sandbox choice: the next code is fetched this long before the shown one ends.
constexpr std::int64_t kRefreshAheadMs = 5 * kSecondMs;

void requestCode(State& state, Context& context) {
  state.expectedCode = sendCall(context, Party::walletApp, Party::clientSdk, "getPaymentCode",
                                codec::encode(protocol::GetPaymentCodeCall{state.region}),
                                {"Obtain the payment code", "1"});
}

void stopRefreshing(State& state, Context& context) {
  if (state.refreshTimer != 0) context.cancelTimer(state.refreshTimer);
  state.refreshTimer = 0;
}

/// Leaves the payment page for another screen.
void leavePaymentPage(State& state, Context& context, Screen next) {
  stopRefreshing(state, context);
  state.expectedCode = 0;
  state.code.reset();
  state.codeError.reset();
  state.screen = next;
}

void openPaymentPage(State& state, Envelope const& tap, Context& context) {
  codec::Texts const texts = codec::decodeTexts(tap.message.body);
  leavePaymentPage(state, context, Screen::loadingCode);
  state.receipt.reset();
  if (auto const region = texts.find("region"); region != texts.end()) {
    state.region = region->second;
  }
  requestCode(state, context);
}

void refreshPaymentCode(State& state, Context& context) {
  if (state.screen != Screen::paymentCode && state.screen != Screen::codeError) {
    context.note("There is no payment page open, so there is no code to refresh.");
    return;
  }
  stopRefreshing(state, context);
  state.codeError.reset();
  if (!state.code) state.screen = Screen::loadingCode;
  requestCode(state, context);
}

void onTap(State& state, Envelope const& tap, Context& context) {
  if (tap.name == "openPaymentPage") {
    openPaymentPage(state, tap, context);
  } else if (tap.name == "refreshPaymentCode") {
    refreshPaymentCode(state, context);
  } else if (tap.name == "closePaymentPage") {
    leavePaymentPage(state, context, Screen::home);
    show(context, Party::walletApp, "showHome", {{"text", "Wallet home"}});
  }
}

void showError(State& state, Context& context, CodeError error) {
  state.screen = Screen::codeError;
  state.code.reset();
  state.codeError = std::move(error);
  show(context, Party::walletApp, "showCodeError",
       {{"text", fmt::format("No payment code: {}", state.codeError->errorMessage)}});
}

void onPaymentCodeUpdated(State& state, Envelope const& message, Context& context) {
  auto const update = codec::decode<protocol::PaymentCodeUpdated>(message.message.body);
  auto const expiresAt =
      update ? parseIso8601(update->value.codeExpiryTime) : Result<SimTime>(fail(update.error()));
  if (!expiresAt) {
    showError(state, context, {std::string(protocol::kSdkSystemError), expiresAt.error().message});
    return;
  }
  state.screen = Screen::paymentCode;
  state.codeError.reset();
  state.code = ShownCode{update->value.paymentCode, context.now(), *expiresAt};
  state.refreshTimer = context.startTimer(*expiresAt - context.now() - kRefreshAheadMs,
                                          std::string(kRefreshTimer), "");
  context.note("The app must show the code as soon as it has it.", docs::kAcceptPayment);
  show(context, Party::walletApp, "showPaymentCode",
       {{"paymentCode", state.code->paymentCode.value},
        {"codeExpiryTime", update->value.codeExpiryTime},
        {"text", "Show this code to the cashier"}},
       {"Obtain the payment code", "1.4"});
}

void onPaymentCodeUpdateFailed(State& state, Envelope const& message, Context& context) {
  auto const failure = codec::decode<protocol::SdkFailure>(message.message.body);
  showError(state, context,
            failure ? CodeError{failure->value.errorCode, failure->value.errorMessage}
                    : CodeError{std::string(protocol::kSdkSystemError), failure.error().message});
}

/// The SDK asks who the user is; the app lets its own server make an auth code.
void onGetAuthCode(State& state, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<protocol::GetAuthCodeCall>(call.message.body);
  if (!wanted) {
    sendCallback(context, call, "getAuthCode",
                 codec::encode(protocol::SdkFailure{std::string(protocol::kSdkParamIllegal),
                                                    wanted.error().message}),
                 {"Establish session", "1.3"});
    return;
  }
  Envelope request;
  request.kind = Kind::http;
  request.phase = Phase::request;
  request.from = Party::walletApp;
  request.to = Party::walletServer;
  request.name = "createAuthCode";
  request.docStep = {"Establish session", "1.1"};
  request.message.method = "POST";
  request.message.uri = std::string(kAuthCodesUri);
  request.message.headers = {{"Content-Type", "application/json; charset=UTF-8"},
                             {std::string(kAppTokenHeader), "Bearer " + state.appToken}};
  request.message.body = codec::encode(
      CreateAuthCodeRequest{wanted->value.authClientId, wanted->value.scopes});
  context.note("How an app gets an auth code from its own server is the wallet's own affair.",
               kSandboxChoice);
  state.pendingAuthCodes[context.send(std::move(request))] = call.id;
}

void onAuthCode(State& state, Envelope const& message, Context& context) {
  auto const pending = state.pendingAuthCodes.find(message.inReplyTo);
  if (pending == state.pendingAuthCodes.end()) return;
  Envelope call;
  call.id = pending->second;
  call.from = Party::clientSdk;
  call.to = Party::walletApp;
  state.pendingAuthCodes.erase(pending);

  auto const made = codec::decode<CreateAuthCodeResponse>(message.message.body);
  std::string body;
  if (made && made->value.result.success()) {
    body = codec::encode(protocol::AuthCodeGranted{
        made->value.authCode, {std::string(protocol::kScopeBaseUserInfo)}});
  } else {
    body = codec::encode(protocol::SdkFailure{
        std::string(protocol::kSdkSystemError),
        made ? made->value.result.resultMessage : made.error().message});
  }
  sendCallback(context, call, "getAuthCode", std::move(body), {"Establish session", "1.3"});
}

void onPaymentResult(State& state, Envelope const& message, Context& context) {
  auto const push = codec::decode<PaymentResultPush>(message.message.body);
  if (!push) {
    context.note("The app cannot read what its server pushed: " + push.error().message);
    return;
  }
  PaymentResultPush const& result = push->value;
  leavePaymentPage(state, context, Screen::paymentResult);
  state.receipt = Receipt{result.result.success(),  result.result.resultCode,
                          result.merchantName,      result.paymentAmount,
                          result.payToAmount,       result.paymentId.value,
                          result.paymentTime};
  std::string const text = state.receipt->paid
                               ? fmt::format("Paid {} to {}", format(result.payToAmount), result.merchantName)
                               : fmt::format("Not paid: {}", result.result.resultMessage);
  show(context, Party::walletApp, "showPaymentResult", {{"text", text}});
}

void onCallback(State& state, Envelope const& message, Context& context) {
  if (message.inReplyTo != state.expectedCode) {
    context.note("The page no longer waits for this answer; it is ignored.");
    return;
  }
  state.expectedCode = 0;
  if (message.name == "onPaymentCodeUpdated") onPaymentCodeUpdated(state, message, context);
  else onPaymentCodeUpdateFailed(state, message, context);
}

}  // namespace

std::string_view name(Screen screen) {
  static constexpr std::array<std::string_view, 5> kNames{"home", "loadingCode", "paymentCode",
                                                          "codeError", "paymentResult"};
  return kNames[static_cast<std::size_t>(screen)];
}

void onMessage(State& state, Envelope const& message, Context& context) {
  if (message.kind == Kind::ui) {
    onTap(state, message, context);
  } else if (message.from == Party::walletServer) {
    if (message.phase == Phase::response) onAuthCode(state, message, context);
    else onPaymentResult(state, message, context);
  } else if (message.phase == Phase::call) {
    onGetAuthCode(state, message, context);
  } else {
    onCallback(state, message, context);
  }
}

void onTimer(State& state, Timer const& timer, Context& context) {
  if (timer.id != state.refreshTimer) return;
  state.refreshTimer = 0;
  context.note("A code lives for one minute; the app fetches the next one five seconds before.",
               kSandboxChoice);
  requestCode(state, context);
}

void describe(State const& state, StateWriter& out) {
  out.text("customerId", state.customerId.value);
  out.text("region", state.region);
  out.text("screen", name(state.screen));
  if (state.code) {
    out.beginObject("code");
    out.text("paymentCode", state.code->paymentCode.value);
    out.text("expiresAt", formatIso8601(state.code->expiresAt, kChinaTime));
    out.endObject();
  }
  if (state.codeError) {
    out.beginObject("codeError");
    out.text("errorCode", state.codeError->errorCode);
    out.text("errorMessage", state.codeError->errorMessage);
    out.endObject();
  }
  if (state.receipt) {
    out.beginObject("receipt");
    out.flag("paid", state.receipt->paid);
    out.text("resultCode", state.receipt->resultCode);
    out.text("merchantName", state.receipt->merchantName);
    out.money("paymentAmount", state.receipt->paymentAmount);
    out.money("payToAmount", state.receipt->payToAmount);
    out.text("paymentId", state.receipt->paymentId);
    out.text("paymentTime", state.receipt->paymentTime);
    out.endObject();
  }
}

}  // namespace aplus::wallet::app
