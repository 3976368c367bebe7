#include "participants/wallet/app/scan.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/messages.h"
#include "participants/wallet/app/own_server.h"
#include "participants/wallet/app/payment_page.h"
#include "participants/wallet/merchant_presented_api.h"
#include "participants/wallet/own_api.h"
#include "protocol/client_sdk/calls.h"
#include "protocol/client_sdk/merchant_presented_calls.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/inquiry_code_rules.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/user_initiated_pay.h"

namespace aplus::wallet::app {
namespace {

using namespace protocol;
using Purpose = ScanCall::Purpose;

constexpr std::string_view kScanTimeout = "scanTimeout";
constexpr std::string_view kOrderTimeout = "scannedOrderTimeout";

/// Sandbox choice: long enough for the server to hand the code in twice.
constexpr std::int64_t kScanTimeoutMs = 10 * kSecondMs;

void ask(State& state, Context& context, Purpose purpose, std::string_view uri, std::string body, DocStep step) {
  static constexpr std::string_view kNames[] = {"identifyCode", "decodeOrder", "confirmPayment"};
  std::string const name(kNames[static_cast<std::size_t>(purpose)]);
  SequenceNo const sent = context.send(ownRequest(state, name, uri, std::move(body), step));
  SequenceNo const timer = context.startTimer(kScanTimeoutMs, std::string(kScanTimeout), fmt::format("{}", sent));
  state.scan.calls[sent] = {purpose, timer};
}

/// Executes decode's callback. It must be done once, and in the end always.
void callBack(State& state, std::string body, DocStep step, Context& context) {
  if (state.scan.decodeCall == 0) return;
  Envelope call;
  call.id = std::exchange(state.scan.decodeCall, 0);
  call.from = Party::clientSdk;
  call.to = Party::walletApp;
  sendCallback(context, call, "decode", std::move(body), step);
}

void callBackFailure(State& state, std::string_view code, std::string message, Context& context) {
  callBack(state, codec::encode(SdkFailure{std::string(code), std::move(message)}), {}, context);
}

/// Answers that are still on their way will find nobody waiting.
void dropCalls(State& state, Context& context) {
  for (auto const& [sent, call] : state.scan.calls) context.cancelTimer(call.timer);
  state.scan.calls.clear();
}

void stopAwaitingOrder(State& state, Context& context) {
  if (state.scan.orderTimer != 0) context.cancelTimer(state.scan.orderTimer);
  state.scan.orderTimer = 0;
}

void showPage(Context& context, std::string name, std::string_view page, std::string_view text, DocStep step = {}) {
  show(context, Party::walletApp, std::move(name), {{"page", page}, {"text", text}}, step);
}

void goHome(State& state, Context& context) {
  leaveScan(state, context);
  leavePaymentPage(state, context, Screen::home);
  showPage(context, "showHome", "home", "Wallet home");
}

void showProblem(State& state, ScanProblem problem, Context& context) {
  state.screen = Screen::scanProblem;
  state.scan.problem = std::move(problem);
  showPage(context, "showScanProblem", "scanProblem",
           state.scan.problem->title + ": " + state.scan.problem->text);
}

/// What a result means to a user.
std::string wordsFor(ResultInfo const& result) {
  struct Row {
    std::string_view code;
    std::string_view words;
  };
  static constexpr Row kRows[] = {
      {"EXPIRED_CODE", "This code is too old. Ask the shop for a new one."},
      {"INVALID_CODE", "This code cannot be paid. Ask the shop for a new one."},
      {"ORDER_IS_CLOSED", "The shop's order is closed. Ask for a new one."},
      {"REPEAT_REQ_INCONSISTENT", "Somebody else has scanned this code before you."},
      {"USER_BALANCE_NOT_ENOUGH", "Your balance is not enough."},
      {"PROCESS_FAIL", "The payment failed."},
  };
  for (Row const& row : kRows) {
    if (row.code == result.resultCode) return std::string(row.words);
  }
  return result.resultMessage;
}

void showResult(State& state, PaymentResultPush const& result, DocStep step, Context& context) {
  leavePaymentPage(state, context, Screen::paymentResult);
  state.receipt = Receipt{result.result.success(), result.result.resultCode, result.merchantName,
                          result.paymentAmount,    result.payToAmount,       result.paymentId.value,
                          result.paymentTime};
  showPage(context, "showPaymentResult", "result",
           result.result.success()
               ? fmt::format("Paid {} to {}", format(result.payToAmount), result.merchantName)
               : fmt::format("Not paid: {}", wordsFor(result.result)),
           step);
}

void openScanner(State& state, Context& context) {
  if (!state.loggedIn) {
    context.note("Nobody is logged in: there is nobody to pay.");
    return;
  }
  leaveScan(state, context);
  state.receipt.reset();
  leavePaymentPage(state, context, Screen::camera);
  showPage(context, "showCamera", "camera", "Point the camera at the shop's code");
}

void scanCode(State& state, Envelope const& tap, Context& context) {
  if (!state.loggedIn) {
    context.note("Nobody is logged in: there is nobody to pay.");
    return;
  }
  leaveScan(state, context);
  state.receipt.reset();
  leavePaymentPage(state, context, Screen::identifying);
  state.scan.codeValue = codec::decodeTexts(tap.message.body)["codeValue"];
  context.note(fmt::format("The app has decoded the picture: {}. What the text means is for the server to say.",
                           state.scan.codeValue),
               docs::kRegulation);
  ask(state, context, Purpose::identify, kScannedCodesUri, codec::encode(IdentifyCodeCall{state.scan.codeValue}),
      flowStep(tap.docStep, "3", "5"));
}

void launch(State& state, IdentifyCodeReply const& reply, Context& context) {
  initializeSdk(state, context);
  state.scan.entryCode = true;
  state.scan.launchCall = sendCall(context, Party::walletApp, Party::clientSdk, "launch",
                                   codec::encode(LaunchCall{reply.url, reply.userAgent, reply.acDecodeConfig}),
                                   {kEntryCodeFlow, "6"});
}

void onIdentified(State& state, Envelope const& message, Context& context) {
  auto const reply = codec::decode<IdentifyCodeReply>(message.message.body);
  bool const unknown = !reply || reply->value.result.resultStatus == ResultStatus::U;
  if (unknown) {
    showProblem(state, {"Try again", "Nobody could say whose code this is.", "UNKNOWN_EXCEPTION"}, context);
  } else if (!reply->value.result.success()) {
    showProblem(state,
                {"This code cannot be paid here",
                 "It is no code of a shop that takes Alipay+. Look for the Alipay+ sign at the counter.",
                 reply->value.result.resultCode},
                context);
  } else if (reply->value.actionType == kOpenUrl) {
    launch(state, reply->value, context);
  } else {
    context.note("An order code: there is no page to launch, the server goes on by itself.", docs::kRegulation);
    state.scan.orderTimer = context.startTimer(kScanTimeoutMs, std::string(kOrderTimeout), state.scan.codeValue);
  }
}

void passToSdk(State& state, DecodedOrder const& decoded, Context& context) {
  state.screen = Screen::sdkPage;
  if (state.scan.entryCode) {
    context.note("Entry code: decode's callback carries the payload to the SDK, untouched.", docs::kRegulation);
    callBack(state, codec::encode(DecodeResult{decoded.sdkActionPayload}), {kEntryCodeFlow, "25"}, context);
    return;
  }
  context.note("Order code: there is no callback to execute, so handleAction carries the payload. It returns nothing.",
               docs::kRegulation);
  initializeSdk(state, context);
  sendCall(context, Party::walletApp, Party::clientSdk, "handleAction",
           codec::encode(HandleActionCall{decoded.sdkActionPayload}), {kOrderCodeFlow, "16"});
}

void askToConfirm(State& state, DecodedOrder const& decoded, Context& context) {
  state.scan.order = ScannedOrder{decoded.paymentRequestId, decoded.merchantName, decoded.orderDescription,
                                  decoded.paymentAmount.value_or(Money{}), decoded.payToAmount.value_or(Money{})};
  state.screen = Screen::confirmPayment;
  showPage(context, "showConfirmPage", "confirm",
           fmt::format("Pay {} to {}?", format(state.scan.order->payToAmount), decoded.merchantName));
}

void onDecoded(State& state, Envelope const& message, Context& context) {
  auto const reply = codec::decode<DecodedOrder>(message.message.body);
  stopAwaitingOrder(state, context);
  if (!reply || reply->value.result.resultStatus == ResultStatus::U) {
    callBackFailure(state, kSdkSystemError, "Nobody knows yet what the code stands for.", context);
    showProblem(state, {"Try again", "The shop's order could not be fetched. Nothing was paid.", "UNKNOWN_EXCEPTION"},
                context);
  } else if (reply->value.actionType == kHandleBySdk) {
    passToSdk(state, reply->value, context);
  } else if (reply->value.result.success()) {
    askToConfirm(state, reply->value, context);
  } else {
    callBackFailure(state, kSdkPayFail, reply->value.result.resultMessage, context);
    PaymentResultPush failed;
    failed.result = reply->value.result;
    showResult(state, failed, flowStep(state.scan.entryCode, "29", "20"), context);
  }
}

void confirmPayment(State& state, Context& context) {
  if (state.screen != Screen::confirmPayment || !state.scan.order) {
    context.note("There is nothing to confirm.");
    return;
  }
  state.screen = Screen::paying;
  ask(state, context, Purpose::confirm, kConfirmationsUri,
      codec::encode(ConfirmPaymentCall{state.scan.order->paymentRequestId}), {});
}

void onConfirmed(State& state, Envelope const& message, Context& context) {
  auto const receipt = codec::decode<PaymentResultPush>(message.message.body);
  if (!receipt) {
    callBackFailure(state, kSdkSystemError, "The result cannot be read.", context);
    showProblem(state, {"Look at your payments", "The result could not be read.", "UNKNOWN_EXCEPTION"}, context);
    return;
  }
  ResultInfo const& result = receipt->value.result;
  if (state.scan.decodeCall != 0) {
    context.note("Entry code: decode's callback is executed after the payment result.", docs::kRegulation);
  }
  if (result.success()) callBack(state, codec::encode(DecodeResult{}), {kEntryCodeFlow, "29"}, context);
  else callBackFailure(state, kSdkPayFail, result.resultMessage, context);
  showResult(state, receipt->value, flowStep(state.scan.entryCode, "29", "20"), context);
}

void goBack(State& state, Context& context) {
  bool const onMerchantPage = state.scan.entryCode && state.scan.decodeCall != 0;
  if (state.screen == Screen::paying) {
    context.note("The payment is on its way and cannot be called back by going back.", kSandboxChoice);
  } else if (onMerchantPage) {
    context.note("The user does not want to pay: nothing is taken, and decode's callback says so.", docs::kRegulation);
    state.screen = Screen::sdkPage;
    state.scan.order.reset();
    dropCalls(state, context);
    callBackFailure(state, kSdkUserCancel, "The user went back.", context);
  } else if (state.screen == Screen::sdkPage) {
    context.note("The SDK's page lies on top and is left by its own button.");
  } else {
    goHome(state, context);
  }
}

/// Whether the app still waits for this: a user may have gone on to something else.
bool isWanted(State const& state, Purpose purpose) {
  switch (purpose) {
    case Purpose::identify: return state.screen == Screen::identifying;
    case Purpose::decode: return state.scan.decodeCall != 0;
    case Purpose::confirm: break;
  }
  return true;
}

/// The server has promised the order and nothing came: its push got lost, or it has lost its way.
void onOrderMissing(State& state, Timer const& timer, Context& context) {
  if (timer.id != state.scan.orderTimer) return;
  state.scan.orderTimer = 0;
  context.note("The order that the server has promised does not come. Nothing is paid before the user confirms.",
               kSandboxChoice);
  showProblem(state, {"Try again", "The shop's order did not come. Nothing was paid.", std::string(kSdkInvalidNetwork)},
              context);
}

}  // namespace

void leaveScan(State& state, Context& context) {
  dropCalls(state, context);
  stopAwaitingOrder(state, context);
  callBackFailure(state, kSdkSystemError, "The user has gone on to something else.", context);
  state.scan = {};
}

bool onScanTap(State& state, Envelope const& tap, Context& context) {
  if (tap.name == "openScanner") openScanner(state, context);
  else if (tap.name == "scanCode") scanCode(state, tap, context);
  else if (tap.name == "confirmPayment") confirmPayment(state, context);
  else if (tap.name == "goBack") goBack(state, context);
  else return false;
  return true;
}

bool onScanResponse(State& state, Envelope const& message, Context& context) {
  auto const found = state.scan.calls.find(message.inReplyTo);
  if (found == state.scan.calls.end()) return false;
  ScanCall const call = found->second;
  state.scan.calls.erase(found);
  context.cancelTimer(call.timer);
  if (!isWanted(state, call.purpose)) {
    context.note("The user has gone on to something else; the answer is ignored.");
    return true;
  }
  switch (call.purpose) {
    case Purpose::identify: onIdentified(state, message, context); break;
    case Purpose::decode: onDecoded(state, message, context); break;
    case Purpose::confirm: onConfirmed(state, message, context); break;
  }
  return true;
}

void onDecodedOrderPushed(State& state, Envelope const& message, Context& context) {
  bool const awaited = state.screen == Screen::identifying && !state.scan.entryCode;
  if (!awaited) {
    context.note("The user has gone on to something else; the order is not shown.");
    return;
  }
  onDecoded(state, message, context);
}

void onDecodeCall(State& state, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<DecodeCall>(call.message.body);
  if (!wanted || state.scan.decodeCall != 0 || !state.scan.entryCode) {
    sendCallback(context, call, "decode",
                 codec::encode(SdkFailure{std::string(wanted ? kSdkSystemError : kSdkParamIllegal),
                                          wanted ? "Another code is being decoded." : wanted.error().message}),
                 {});
    return;
  }
  state.scan.decodeCall = call.id;
  state.screen = Screen::identifying;
  ask(state, context, Purpose::decode, kOrdersUri, codec::encode(DecodeOrderCall{wanted->value.codeValue}),
      {kEntryCodeFlow, "16"});
}

void onLaunched(State& state, Envelope const& message, Context& context) {
  if (message.inReplyTo != state.scan.launchCall || state.scan.launchCall == 0) {
    context.note("Nobody waits for this answer any more; it is ignored.");
    return;
  }
  state.scan.launchCall = 0;
  auto const failure = codec::decode<SdkFailure>(message.message.body);
  if (failure) {
    state.scan.entryCode = false;
    showProblem(state,
                {"The shop's page does not open", fmt::format("{} Nothing was paid.", failure->value.errorMessage),
                 failure->value.errorCode},
                context);
    return;
  }
  state.screen = Screen::sdkPage;
}

void onSdkPageClosed(State& state, Context& context) {
  if (state.screen == Screen::sdkPage) goHome(state, context);
}

bool onScanTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name == kOrderTimeout) {
    onOrderMissing(state, timer, context);
    return true;
  }
  if (timer.name != kScanTimeout) return false;
  auto& calls = state.scan.calls;
  auto const found =
      std::find_if(calls.begin(), calls.end(), [&](auto const& entry) { return entry.second.timer == timer.id; });
  if (found == calls.end()) return true;
  Purpose const purpose = found->second.purpose;
  calls.erase(found);
  if (!isWanted(state, purpose)) return true;
  context.note("The wallet's own server does not answer.", kSandboxChoice);
  callBackFailure(state, kSdkInvalidNetwork, "The wallet's server cannot be reached.", context);
  bool const paying = purpose == Purpose::confirm;
  showProblem(state,
              paying ? ScanProblem{"Look at your payments", "It is not known yet whether the payment was made.",
                                   std::string(kSdkInvalidNetwork)}
                     : ScanProblem{"Try again", "The wallet cannot be reached. Nothing was paid.",
                                   std::string(kSdkInvalidNetwork)},
              context);
  return true;
}

void describeScan(State const& state, StateWriter& out) {
  Scan const& scan = state.scan;
  if (scan.codeValue.empty()) return;
  out.beginObject("scan");
  out.text("codeValue", scan.codeValue);
  out.flag("decodeCallbackOwed", scan.decodeCall != 0);
  if (scan.order) {
    out.beginObject("order");
    out.text("paymentRequestId", scan.order->paymentRequestId.value);
    out.text("merchantName", scan.order->merchantName);
    out.money("paymentAmount", scan.order->paymentAmount);
    out.money("payToAmount", scan.order->payToAmount);
    out.endObject();
  }
  if (scan.problem) {
    out.beginObject("problem");
    out.text("title", scan.problem->title);
    out.text("text", scan.problem->text);
    out.text("code", scan.problem->code);
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::wallet::app
