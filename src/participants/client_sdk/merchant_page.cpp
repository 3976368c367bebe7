#include "participants/client_sdk/merchant_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "participants/client_sdk/client_sdk.h"
#include "participants/doc_flow.h"
#include "participants/messages.h"
#include "protocol/client_sdk/calls.h"
#include "protocol/client_sdk/merchant_presented_calls.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/order_code.h"
#include "protocol/doc_pages.h"

namespace aplus::client_sdk {
namespace {

using namespace protocol;

constexpr std::string_view kPageTimeout = "merchantPageTimeout";

void showPage(Context& context, std::string name, std::string_view page, std::string_view text, DocStep step) {
  show(context, Party::clientSdk, std::move(name), {{"page", page}, {"text", text}}, step);
}

void answerLaunch(WebView& view, std::string body, Context& context) {
  if (view.launchCall == 0) return;
  Envelope call;
  call.id = std::exchange(view.launchCall, 0);
  call.from = Party::walletApp;
  call.to = Party::clientSdk;
  sendCallback(context, call, "launch", std::move(body), {});
}

void failLaunch(WebView& view, std::string_view code, std::string message, Context& context) {
  answerLaunch(view, codec::encode(SdkFailure{std::string(code), std::move(message)}), context);
  view = {};
}

void onLaunch(State& state, Envelope const& call, Context& context) {
  WebView& view = state.webView;
  auto const wanted = codec::decode<LaunchCall>(call.message.body);
  view = {};
  view.launchCall = call.id;
  if (state.authClientId.empty()) {
    context.note("The app must call init before anything else.", docs::kAcceptPayment);
    return failLaunch(view, kSdkSystemError, "The SDK is not initialized: call init first.", context);
  }
  if (!wanted) return failLaunch(view, kSdkParamIllegal, wanted.error().message, context);
  if (auto const https = checkEntryCode(wanted->value.url); !https) {
    context.note(fmt::format("launch takes HTTPS addresses only: {}.", https.error().message), docs::kAcquirerFaq);
    return failLaunch(view, kSdkParamIllegal, "The address is not safe: it does not begin with https://.", context);
  }
  view.page = Page::loading;
  view.url = wanted->value.url;
  view.decodeConfig = wanted->value.acDecodeConfig;
  context.note("The User-Agent tells the merchant's page that a wallet opens it.", docs::kAcquirerFaq);
  view.openCall = sendCall(context, Party::clientSdk, Party::acquirer, "openPage",
                           codec::encode(OpenPageCall{view.url, wanted->value.userAgent}), {kEntryCodeFlow, "7"});
  view.openTimer =
      context.startTimer(state.requestTimeoutMs, std::string(kPageTimeout), fmt::format("{}", view.openCall));
}

void showMerchantPage(WebView& view, MerchantPage const& page, Context& context) {
  view.page = Page::merchant;
  view.content = page.page;
  view.merchantName = page.merchantName;
  view.message = page.message;
  bool const amount = page.page == kAmountPage;
  showPage(context, amount ? "showAmountPage" : "showMerchantPage", page.page,
           page.message.empty() ? page.merchantName : page.merchantName + ": " + page.message,
           amount ? DocStep{kEntryCodeFlow, "8"} : DocStep{});
}

void onPageFetched(WebView& view, Envelope const& message, Context& context) {
  if (message.inReplyTo != view.openCall || view.page != Page::loading) {
    context.note("Nobody waits for this page any more.");
    return;
  }
  context.cancelTimer(view.openTimer);
  view.openTimer = 0;
  auto const page = codec::decode<MerchantPage>(message.message.body);
  if (!page) return failLaunch(view, kSdkSystemError, "The shop's page cannot be shown.", context);
  answerLaunch(view, codec::encode(LaunchResult{}), context);
  showMerchantPage(view, page->value, context);
}

/// Whether the SDK takes an address for an order code: one of Alipay+, or one that acDecodeConfig names.
bool isForDecode(WebView const& view, std::string_view url) {
  if (parseOrderCode(url)) return true;
  std::string_view rest = view.decodeConfig;
  while (!rest.empty()) {
    auto const comma = rest.find(',');
    std::string_view const beginning = rest.substr(0, comma);
    if (!beginning.empty() && url.substr(0, beginning.size()) == beginning) return true;
    rest = comma == rest.npos ? std::string_view() : rest.substr(comma + 1);
  }
  return false;
}

void onRedirect(WebView& view, Envelope const& message, Context& context) {
  auto const redirect = codec::decode<RedirectCall>(message.message.body);
  if (!redirect || view.page != Page::merchant) {
    context.note("There is no page that could go on to another address.");
    return;
  }
  if (!isForDecode(view, redirect->value.url)) {
    context.note("This is no order code, so the page would simply be opened. The sandbox stays where it is.",
                 kSandboxChoice);
    return;
  }
  view.page = Page::decoding;
  context.act({kEntryCodeFlow, "14"},
              "The SDK intercepts the address instead of opening it: it is an order code, and the app has to decode it.",
              docs::kRegulation);
  view.decodeCall = sendCall(context, Party::clientSdk, Party::walletApp, "decode",
                             codec::encode(DecodeCall{redirect->value.url}), {kEntryCodeFlow, "15"});
}

void openErrorPage(WebView& view, std::string_view sdkActionPayload, bool entryCode, Context& context) {
  auto const payload = decodeActionPayload(sdkActionPayload);
  if (!payload) {
    view.page = Page::problem;
    view.message = "Something went wrong. Nothing was paid.";
    context.note(fmt::format("PARAM_ILLEGAL: {}. The wallet must pass it on byte for byte; the SDK shows nothing that it "
                             "cannot trust.",
                             payload.error().message),
                 docs::kRegulation);
    return showPage(context, "showSdkProblem", "problem", view.message, {});
  }
  view.page = Page::error;
  view.error = *payload;
  ErrorText const words = errorText(*payload);
  context.note("The error page is designed and provided by Alipay+; this one is the sandbox's own.", kSandboxChoice);
  showPage(context, "showErrorPage", "error", words.title + ". " + words.text, flowStep(entryCode, "26", "17"));
}

void onHandleAction(State& state, Envelope const& call, Context& context) {
  auto const action = codec::decode<HandleActionCall>(call.message.body);
  if (state.authClientId.empty()) {
    context.note("The app must call init before anything else. handleAction returns nothing, so the app learns nothing.",
                 docs::kAcceptPayment);
    return;
  }
  state.webView = {};
  openErrorPage(state.webView, action ? action->value.sdkActionPayload : "", false, context);
}

std::string times(std::string_view word, Money const& limit) { return fmt::format("{} {}", word, format(limit)); }

}  // namespace

std::string_view name(Page page) {
  static constexpr std::array<std::string_view, 6> kNames{"none", "loading", "merchant", "decoding", "error", "problem"};
  return kNames[static_cast<std::size_t>(page)];
}

ErrorText errorText(ActionPayload const& payload) {
  bool const entry = payload.reason == kEntrySingleLimit || payload.reason == kEntryYearLimit;
  bool const year = payload.reason == kYearLimit || payload.reason == kEntryYearLimit;
  std::string const what = entry ? "payments by a code like this one" : "payments in shops";
  if (!year) {
    return {"This amount is too high",
            fmt::format("In the Chinese mainland {} may be {} each. You wanted to pay {}. Nothing was paid. "
                        "Pay less, or in another way.",
                        what, times("at most", payload.limit), format(payload.amount))};
  }
  std::int64_t const used = payload.used ? payload.used->amountMinor : 0;
  Money const left{std::max<std::int64_t>(payload.limit.amountMinor - used, 0), payload.limit.currency};
  return {"Your limit for this year is reached",
          fmt::format("In the Chinese mainland {} may add up to {} a year. You have {} left and wanted to pay {}. "
                      "Nothing was paid. Pay less, or in another way.",
                      what, times("at most", payload.limit), format(left), format(payload.amount))};
}

bool onMerchantPresentedCall(State& state, Envelope const& call, Context& context) {
  if (call.name == "launch") onLaunch(state, call, context);
  else if (call.name == "handleAction") onHandleAction(state, call, context);
  else return false;
  return true;
}

void onMerchantMessage(State& state, Envelope const& message, Context& context) {
  WebView& view = state.webView;
  if (message.name == "openPage") return onPageFetched(view, message, context);
  if (message.name == "redirect") return onRedirect(view, message, context);
  auto const page = codec::decode<MerchantPage>(message.message.body);
  if (!page || view.page != Page::merchant) {
    context.note("There is no page that could change.");
    return;
  }
  showMerchantPage(view, page->value, context);
}

void onDecodeCallback(State& state, Envelope const& message, Context& context) {
  WebView& view = state.webView;
  if (view.decodeCall == 0 || message.inReplyTo != view.decodeCall) {
    context.note("decode's callback is executed once. This is another time: it is refused.",
                 docs::kMerchantPresentedSdk);
    return;
  }
  view.decodeCall = 0;
  if (auto const failure = codec::decode<SdkFailure>(message.message.body)) {
    bool const wentBack = failure->value.errorCode == kSdkUserCancel;
    if (!wentBack) {
      context.note("The app cannot go on with the order, so the merchant's page is closed.", kSandboxChoice);
      view = {};
      return;
    }
    context.note("The user went back: the merchant's page is shown again.", kSandboxChoice);
    return showMerchantPage(view, {std::string(kAmountPage), view.merchantName, "Not paid"}, context);
  }
  auto const result = codec::decode<DecodeResult>(message.message.body);
  if (result && result->value.sdkActionPayload.empty()) {
    context.note("The payment is done: the merchant's page has nothing more to do.", docs::kRegulation);
    view = {};
    return;
  }
  openErrorPage(view, result ? result->value.sdkActionPayload : "", true, context);
}

void closePage(State& state, Context& context) {
  WebView& view = state.webView;
  if (view.page == Page::none) return;
  context.note("The page that the user had open is closed with it.", kSandboxChoice);
  if (view.openTimer != 0) context.cancelTimer(view.openTimer);
  failLaunch(view, kSdkUserCancel, "The user has logged out.", context);
}

void onPageTap(State& state, Context& context) {
  if (state.webView.page == Page::none || state.webView.page == Page::decoding) {
    context.note("There is no page to close.");
    return;
  }
  state.webView = {};
  context.note("The page is closed; the app below it is told.", kSandboxChoice);
  sendCall(context, Party::clientSdk, Party::walletApp, "pageClosed", "{}", {});
}

bool onPageTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name != kPageTimeout) return false;
  WebView& view = state.webView;
  if (timer.id != view.openTimer) return true;
  context.note(fmt::format("The merchant's page has not come within {} ms.", state.requestTimeoutMs),
               docs::kSdkApi);
  failLaunch(view, kSdkInvalidNetwork, "The shop's page cannot be reached.", context);
  return true;
}

void describePage(State const& state, StateWriter& out) {
  WebView const& view = state.webView;
  out.text("page", name(view.page));
  if (view.page == Page::none) return;
  if (!view.url.empty()) out.text("url", view.url);
  if (!view.content.empty()) out.text("content", view.content);
  if (!view.message.empty()) out.text("message", view.message);
  if (!view.error) return;
  out.beginObject("error");
  out.text("reason", view.error->reason);
  out.money("limit", view.error->limit);
  out.money("amount", view.error->amount);
  if (view.error->used) out.money("used", *view.error->used);
  out.text("title", errorText(*view.error).title);
  out.text("text", errorText(*view.error).text);
  out.endObject();
}

}  // namespace aplus::client_sdk
