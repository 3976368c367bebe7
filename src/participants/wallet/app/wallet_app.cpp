#include "participants/wallet/app/wallet_app.h"

#include <array>

#include <fmt/format.h>

#include "participants/messages.h"
#include "participants/wallet/app/own_server.h"
#include "participants/wallet/app/payment_page.h"
#include "participants/wallet/app/scan.h"
#include "participants/wallet/own_api.h"
#include "protocol/client_sdk/calls.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::wallet::app {
namespace {

void logOut(State& state, Context& context) {
  if (!state.loggedIn) {
    context.note("Nobody is logged in.");
    return;
  }
  state.loggedIn = false;
  leaveScan(state, context);
  leavePaymentPage(state, context, Screen::loggedOut);
  state.receipt.reset();
  if (state.integration == Integration::session || state.sdkInitialized) {
    context.note("When the user logs out the app must call clear.", docs::kSdkApi);
    sendCall(context, Party::walletApp, Party::clientSdk, "clear", codec::encode(protocol::ClearCall{}), {});
  }
  show(context, Party::walletApp, "showLogin", {{"text", "Logged out"}});
}

void logIn(State& state, Envelope const& tap, Context& context) {
  if (state.loggedIn) {
    context.note("The user is logged in already.");
    return;
  }
  std::string const customer = codec::decodeTexts(tap.message.body)["customerId"];
  if (!customer.empty()) state.customerId = CustomerId{customer};
  state.appToken = appTokenOf(state.customerId);
  state.loggedIn = true;
  state.screen = Screen::home;
  context.note("How a user proves to the wallet who they are is the wallet's own affair.", kSandboxChoice);
  show(context, Party::walletApp, "showHome", {{"text", "Wallet home"}});
}

void onTap(State& state, Envelope const& tap, Context& context) {
  if (tap.name == "openPaymentPage") {
    leaveScan(state, context);
    openPaymentPage(state, tap, context);
  } else if (tap.name == "refreshPaymentCode") {
    refreshPaymentCode(state, context);
  } else if (tap.name == "switchRegion") {
    switchRegion(state, tap, context);
  } else if (tap.name == "logOut") {
    logOut(state, context);
  } else if (tap.name == "logIn") {
    logIn(state, tap, context);
  } else if (state.loggedIn) {
    leavePaymentPage(state, context, Screen::home);
    show(context, Party::walletApp, "showHome", {{"text", "Wallet home"}});
  }
}

void onPaymentResult(State& state, Envelope const& message, Context& context) {
  auto const push = codec::decode<PaymentResultPush>(message.message.body);
  if (!push) {
    context.note("The app cannot read what its server pushed: " + push.error().message);
    return;
  }
  if (!state.loggedIn) {
    context.note("Nobody is logged in to see it.");
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

/// The own server has answered.
void onOwnResponse(State& state, Envelope const& message, Context& context) {
  auto const found = state.ownCalls.find(message.inReplyTo);
  if (found == state.ownCalls.end()) {
    context.note("Nobody waits for this answer any more; it is ignored.");
    return;
  }
  OwnCall const call = found->second;
  state.ownCalls.erase(found);
  context.cancelTimer(call.timer);
  if (call.sdkCall != 0) onAuthCode(state, call, message, context);
  else onPaymentCodes(state, message, context);
}

void onOwnSilence(State& state, Timer const& timer, Context& context) {
  for (auto entry = state.ownCalls.begin(); entry != state.ownCalls.end(); ++entry) {
    if (entry->second.timer != timer.id) continue;
    SequenceNo const request = entry->first;
    SequenceNo const sdkCall = entry->second.sdkCall;
    state.ownCalls.erase(entry);
    context.note("The wallet's own server does not answer.", kSandboxChoice);
    if (sdkCall != 0) {
      refuseAuthCode(context, sdkCall, "The wallet's server cannot be reached.");
    } else if (request == state.expectedCode) {
      state.expectedCode = 0;
      onCodeFailure(state, {std::string(protocol::kSdkInvalidNetwork), "The wallet's server cannot be reached."},
                    context);
    }
    return;
  }
}

}  // namespace

std::string_view name(Screen screen) {
  static constexpr std::array<std::string_view, 12> kNames{
      "home",   "loadingCode", "paymentCode", "codeError", "paymentResult",  "loggedOut",
      "camera", "identifying", "scanProblem", "sdkPage",   "confirmPayment", "paying"};
  return kNames[static_cast<std::size_t>(screen)];
}

std::string_view name(Integration integration) {
  return integration == Integration::session ? "session" : "server";
}

void onMessage(State& state, Envelope const& message, Context& context) {
  if (message.kind == Kind::ui) {
    if (!onScanTap(state, message, context)) onTap(state, message, context);
  } else if (message.from == Party::walletServer) {
    if (message.phase == Phase::response) {
      if (!onScanResponse(state, message, context)) onOwnResponse(state, message, context);
    } else if (message.name == "pushDecodedOrder") {
      onDecodedOrderPushed(state, message, context);
    } else {
      onPaymentResult(state, message, context);
    }
  } else if (message.phase == Phase::call) {
    if (message.name == "decode") onDecodeCall(state, message, context);
    else if (message.name == "pageClosed") onSdkPageClosed(state, context);
    else askForAuthCode(state, message, context);
  } else if (message.name == "launch") {
    onLaunched(state, message, context);
  } else {
    onSdkCallback(state, message, context);
  }
}

void onTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name == kOwnTimeout) onOwnSilence(state, timer, context);
  else if (!onScanTimer(state, timer, context)) onPageTimer(state, timer, context);
}

void describe(State const& state, StateWriter& out) {
  out.text("customerId", state.customerId.value);
  out.text("region", state.region);
  out.text("integration", state.integration == Integration::session
                              ? "session: codes from the client SDK"
                              : "server: codes from the wallet's own server");
  out.flag("loggedIn", state.loggedIn);
  out.text("screen", name(state.screen));
  if (state.code) {
    out.beginObject("code");
    out.text("paymentCode", state.code->paymentCode.value);
    out.text("expiresAt", formatIso8601(state.code->expiresAt, kChinaTime));
    out.endObject();
  }
  if (!state.nextCodes.empty()) out.number("codesInStock", std::int64_t(state.nextCodes.size()));
  if (state.codeError) {
    out.beginObject("codeError");
    out.text("errorCode", state.codeError->errorCode);
    out.text("errorMessage", state.codeError->errorMessage);
    out.number("failures", state.failures);
    out.endObject();
  }
  describeScan(state, out);
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
