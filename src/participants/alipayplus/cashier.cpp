#include "participants/alipayplus/cashier.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "participants/messages.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

/// Sandbox choice: where the cashier pages stand.
constexpr std::string_view kCashierPages = "https://cashier.alipayplus.example/pay/";
constexpr int kCashierRandom = 20;

/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration
constexpr std::int64_t kLongestMs = 10 * kMinuteMs;

CashierView viewFor(Payment const& payment, CashierPage const& page) {
  switch (payment.stage) {
    case Stage::open: return CashierView::code;
    case Stage::paying:
    case Stage::inquiring:
    case Stage::cancelling: return CashierView::scanned;
    case Stage::done: break;
  }
  if (!payment.result.success()) return CashierView::closed;
  return page.redirectUrl.empty() ? CashierView::error : CashierView::paid;
}

struct Words {
  std::string_view title;
  std::string_view text;
};

Words wordsFor(CashierView view) {
  switch (view) {
    case CashierView::unopened:
    case CashierView::code: return {"Scan to pay", "Open your wallet app and scan the code."};
    case CashierView::scanned: return {"Go on in your wallet", "Confirm the payment on your phone."};
    case CashierView::closed: return {"Not paid", "The order is closed. Go back to the shop and try again."};
    case CashierView::paid: return {"Paid", "You are taken back to the shop."};
    case CashierView::systemError: return {"System error", "The system is busy. Please try again later."};
    case CashierView::error: return {"Something went wrong", "The page that should come next was not found."};
  }
  return {};
}

void sendPage(State const& state, std::string const& url, CashierPage const& page, std::string_view message,
              Context& context) {
  Payment const& payment = state.payments.at(page.payment);
  protocol::Order const& order = state.merchantPresented.orderCodes.at(page.codeValue).order;
  Words const words = wordsFor(page.view);
  bool const payable = page.view == CashierView::code;
  std::string const amount = format(payment.orderAmount);
  std::string const expiresAt = payable ? formatIso8601(payment.expiresAt, kChinaTime) : "";
  show(context, Party::alipayplus, std::string(message),
       {{"page", "cashier"},
        {"url", url},
        {"view", name(page.view)},
        {"merchantName", order.merchant.merchantName},
        {"orderDescription", order.orderDescription},
        {"amount", amount},
        {"codeValue", payable ? page.codeValue : ""},
        {"expiresAt", expiresAt},
        {"resultCode", payment.result.resultCode},
        {"title", words.title},
        {"message", words.text}});
}

/// The payment is over: the browser leaves the page, if there is anywhere to go.
void leave(CashierPage const& page, Context& context) {
  if (page.view == CashierView::paid) {
    context.note("The customer has paid and is taken to paymentRedirectUrl.", docs::kAcquirerFaq);
    redirectBrowser(context, Party::alipayplus, Party::acquirer, page.redirectUrl);
  } else if (page.view == CashierView::error) {
    context.note("The payment is good, but pay came without paymentRedirectUrl: the customer ends on an error page.",
                 docs::kAcquirerFaq);
  }
}

}  // namespace

std::string_view name(CashierView view) {
  static constexpr std::array<std::string_view, 7> kNames{"unopened", "code", "scanned",    "closed",
                                                          "paid",     "error", "systemError"};
  return kNames[static_cast<std::size_t>(view)];
}

SimTime cashierExpiry(AcquirerPayRequest const& wanted, Context& context) {
  SimTime const latest = context.now() + kLongestMs;
  if (wanted.paymentExpiryTime.empty()) {
    context.note("A cashier page is good for ten minutes.", docs::kAcquirerFaq);
    return latest;
  }
  SimTime const wish = *parseIso8601(wanted.paymentExpiryTime);  // the codec has read it before
  if (wish <= latest) return wish;
  context.note(fmt::format("paymentExpiryTime is {} minutes away. A cashier page is good for ten at most, so the "
                           "countdown begins there.",
                           (wish - context.now()) / kMinuteMs),
               docs::kAcquirerFaq);
  return latest;
}

void makeCashierPage(State& state, AcquirerPayRequest const& wanted, std::string const& codeValue, Context& context) {
  std::string const url = fmt::format("{}{}", kCashierPages, context.newAlphanumeric(kCashierRandom));
  state.cashierPages[url] = {wanted.paymentRequestId, codeValue, wanted.paymentRedirectUrl};
  context.note("paymentUrl is the cashier page, which shows an order code. The merchant sends the browser there.",
               docs::kAcquirerFaq);
}

std::string cashierUrl(State const& state, PaymentRequestId const& payment) {
  for (auto const& [url, page] : state.cashierPages) {
    if (page.payment == payment) return url;
  }
  return "";
}

bool onOpenCashier(State& state, Envelope const& message, Context& context) {
  auto const found = state.cashierPages.find(codec::decodeTexts(message.message.body)["url"]);
  if (found == state.cashierPages.end()) return false;
  CashierPage& page = found->second;
  page.view = viewFor(state.payments.at(page.payment), page);
  if (state.cashierErrors > 0) {
    --state.cashierErrors;
    page.view = CashierView::systemError;
    context.note("This happens now and then, in the sandbox only: clear the browser's cache and ask again.",
                 docs::kAcquirerFaq);
  }
  sendPage(state, found->first, page, kShowWebPage, context);
  leave(page, context);
  return true;
}

void turnCashierPages(State& state, Context& context) {
  for (auto& [url, page] : state.cashierPages) {
    CashierView const view = viewFor(state.payments.at(page.payment), page);
    bool const seen = page.view != CashierView::unopened && page.view != CashierView::systemError;
    if (!seen || page.view == view) continue;
    page.view = view;
    sendPage(state, url, page, kUpdateWebPage, context);
    leave(page, context);
  }
}

void describeCashiers(State const& state, StateWriter& out) {
  if (state.cashierPages.empty()) return;
  out.beginObject("cashierPages");
  for (auto const& [url, page] : state.cashierPages) {
    out.beginObject(url);
    out.text("paymentRequestId", page.payment.value);
    out.text("view", name(page.view));
    out.text("paymentRedirectUrl", page.redirectUrl);
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::alipayplus
