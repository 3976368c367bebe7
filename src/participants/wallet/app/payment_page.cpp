#include "participants/wallet/app/payment_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/messages.h"
#include "participants/wallet/app/own_server.h"
#include "participants/wallet/own_api.h"
#include "protocol/client_sdk/calls.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::wallet::app {
namespace {

constexpr std::string_view kRefreshTimer = "refreshPaymentCode";
constexpr std::string_view kEndTimer = "paymentCodeEnds";

/// Sandbox choice: the next code is fetched this long before the shown one ends.
constexpr std::int64_t kRefreshAheadMs = 5 * kSecondMs;

/// Sandbox choice: the first automatic attempt after two seconds, each later one after twice as long.
constexpr std::int64_t kFirstRetryMs = 2 * kSecondMs;
constexpr std::int32_t kMostDoublings = 5;

bool pageIsOpen(State const& state) {
  return state.screen == Screen::loadingCode || state.screen == Screen::paymentCode ||
         state.screen == Screen::codeError;
}

void stop(SequenceNo& timer, Context& context) {
  if (timer != 0) context.cancelTimer(timer);
  timer = 0;
}

void requestCode(State& state, Context& context) {
  stop(state.refreshTimer, context);
  if (state.integration == Integration::server) {
    state.expectedCode = askForPaymentCodes(state, context);
    return;
  }
  initializeSdk(state, context);
  state.expectedCode = sendCall(context, Party::walletApp, Party::clientSdk, "getPaymentCode",
                                codec::encode(protocol::GetPaymentCodeCall{state.region}),
                                {"Obtain the payment code", "1"});
}

void planRefresh(State& state, std::int64_t delayMs, Context& context) {
  stop(state.refreshTimer, context);
  state.refreshTimer =
      context.startTimer(std::max<std::int64_t>(delayMs, 0), std::string(kRefreshTimer), "");
}

void showCode(State& state, ShownCode code, Context& context) {
  state.screen = Screen::paymentCode;
  state.code = std::move(code);
  stop(state.endTimer, context);
  std::int64_t const left = std::max<std::int64_t>(state.code->expiresAt - context.now(), 0);
  state.endTimer = context.startTimer(left, std::string(kEndTimer), "");
  context.note("The app must show the code as soon as it has it.", docs::kAcceptPayment);
  show(context, Party::walletApp, "showPaymentCode",
       {{"paymentCode", state.code->paymentCode.value},
        {"codeExpiryTime", formatIso8601(state.code->expiresAt, kChinaTime)},
        {"text", "Show this code to the cashier"}},
       state.integration == Integration::server ? DocStep{kServerCodeFlow, "10"} : DocStep{"Obtain the payment code", "1.4"});
}

void showFresh(State& state, ShownCode code, Context& context) {
  state.failures = 0;
  state.codeError.reset();
  SimTime const end = code.expiresAt;
  showCode(state, std::move(code), context);
  planRefresh(state, end - context.now() - kRefreshAheadMs, context);
}

void showError(State& state, Context& context) {
  state.screen = Screen::codeError;
  state.code.reset();
  stop(state.endTimer, context);
  show(context, Party::walletApp, "showCodeError",
       {{"text", fmt::format("No payment code: {}", state.codeError->errorMessage)}});
}

void onPaymentCodeUpdated(State& state, Envelope const& message, Context& context) {
  auto const update = codec::decode<protocol::PaymentCodeUpdated>(message.message.body);
  auto const expiresAt =
      update ? parseIso8601(update->value.codeExpiryTime) : Result<SimTime>(fail(update.error()));
  if (!expiresAt) {
    onCodeFailure(state, {std::string(protocol::kSdkSystemError), expiresAt.error().message}, context);
    return;
  }
  showFresh(state, {update->value.paymentCode, context.now(), *expiresAt}, context);
}

/// The code on the screen has ended: the next one in stock takes its place.
void onCodeEnd(State& state, Context& context) {
  state.code.reset();
  while (!state.nextCodes.empty() && state.nextCodes.front().expiresAt <= context.now()) {
    state.nextCodes.erase(state.nextCodes.begin());
  }
  if (!state.nextCodes.empty()) {
    ShownCode next = state.nextCodes.front();
    state.nextCodes.erase(state.nextCodes.begin());
    context.note("The next code in stock takes over: the server need not be reached for it.", docs::kGetPaymentCode);
    showCode(state, std::move(next), context);
    return;
  }
  context.note("A code that has ended must not stay on the screen.", docs::kGetPaymentCode);
  if (!state.codeError) {
    state.codeError = CodeError{std::string(protocol::kSdkInvalidNetwork), "The next code is late."};
  }
  showError(state, context);
}

}  // namespace

void initializeSdk(State& state, Context& context) {
  if (state.sdkInitialized || !state.callsInit) return;
  state.sdkInitialized = true;
  sendCall(context, Party::walletApp, Party::clientSdk, "init",
           codec::encode(protocol::InitCall{state.clientId, "PROD"}), {"Initialize Alipay+ client SDK", ""});
}

void leavePaymentPage(State& state, Context& context, Screen next) {
  stop(state.refreshTimer, context);
  stop(state.endTimer, context);
  state.expectedCode = 0;
  state.failures = 0;
  state.code.reset();
  state.nextCodes.clear();
  state.codeError.reset();
  state.screen = next;
}

void openPaymentPage(State& state, Envelope const& tap, Context& context) {
  if (!state.loggedIn) {
    context.note("Nobody is logged in: there is nobody to pay.");
    return;
  }
  codec::Texts const texts = codec::decodeTexts(tap.message.body);
  leavePaymentPage(state, context, Screen::loadingCode);
  state.receipt.reset();
  if (auto const region = texts.find("region"); region != texts.end()) state.region = region->second;
  requestCode(state, context);
}

void refreshPaymentCode(State& state, Context& context) {
  if (!pageIsOpen(state)) {
    context.note("There is no payment page open, so there is no code to refresh.");
    return;
  }
  state.codeError.reset();
  if (!state.code) state.screen = Screen::loadingCode;
  requestCode(state, context);
}

void switchRegion(State& state, Envelope const& tap, Context& context) {
  state.region = codec::decodeTexts(tap.message.body)["region"];
  context.note("The user must be able to switch the region by hand: it decides which code is understood.",
               docs::kAcceptPayment);
  if (!pageIsOpen(state)) return;
  leavePaymentPage(state, context, Screen::loadingCode);
  show(context, Party::walletApp, "showRegion", {{"text", "Getting a code for " + state.region}});
  requestCode(state, context);
}

void onCodeFailure(State& state, CodeError error, Context& context) {
  state.codeError = std::move(error);
  std::int32_t const doublings = std::min(state.failures, kMostDoublings);
  std::int64_t const delay = kFirstRetryMs << doublings;
  ++state.failures;
  context.note("When there is no code the app must try again by itself.", docs::kAcceptPayment);
  context.note(fmt::format("The next attempt follows in {} s; each further one waits twice as long.",
                           delay / kSecondMs),
               kSandboxChoice);
  planRefresh(state, delay, context);
  if (state.code && state.code->expiresAt > context.now()) {
    context.note("The code on the screen is still good, so it stays.", kSandboxChoice);
    return;
  }
  showError(state, context);
}

void onSdkCallback(State& state, Envelope const& message, Context& context) {
  if (message.inReplyTo != state.expectedCode) {
    context.note("The page no longer waits for this answer; it is ignored.");
    return;
  }
  state.expectedCode = 0;
  if (message.name == "onPaymentCodeUpdated") {
    onPaymentCodeUpdated(state, message, context);
    return;
  }
  auto const failure = codec::decode<protocol::SdkFailure>(message.message.body);
  onCodeFailure(state,
                failure ? CodeError{failure->value.errorCode, failure->value.errorMessage}
                        : CodeError{std::string(protocol::kSdkSystemError), failure.error().message},
                context);
}

void onPaymentCodes(State& state, Envelope const& message, Context& context) {
  if (message.inReplyTo != state.expectedCode) {
    context.note("The page no longer waits for this answer; it is ignored.");
    return;
  }
  state.expectedCode = 0;
  auto const reply = codec::decode<FetchPaymentCodesResponse>(message.message.body);
  if (!reply || !reply->value.result.success()) {
    onCodeFailure(state,
                  reply ? CodeError{reply->value.result.resultCode, reply->value.result.resultMessage}
                        : CodeError{"PARAM_ILLEGAL", reply.error().message},
                  context);
    return;
  }
  std::vector<ShownCode> codes;
  for (protocol::PaymentCodeInfo const& info : reply->value.paymentCodeInfoList) {
    auto const from = parseIso8601(info.codeValidityStartTime);
    auto const end = parseIso8601(info.codeExpiryTime);
    if (end && *end > context.now()) codes.push_back({info.paymentCode, from.value_or(context.now()), *end});
  }
  if (codes.empty()) {
    onCodeFailure(state, {"PROCESS_FAIL", "The server sent no code that is still good."}, context);
    return;
  }
  ShownCode first = codes.front();
  codes.erase(codes.begin());
  state.nextCodes = std::move(codes);
  showFresh(state, std::move(first), context);
}

void onPageTimer(State& state, Timer const& timer, Context& context) {
  if (timer.id == state.endTimer) {
    state.endTimer = 0;
    onCodeEnd(state, context);
  } else if (timer.id == state.refreshTimer) {
    state.refreshTimer = 0;
    if (state.failures == 0) {
      context.note("A code lives for one minute; the app fetches the next one five seconds before.",
                   kSandboxChoice);
    }
    requestCode(state, context);
  }
}

}  // namespace aplus::wallet::app
