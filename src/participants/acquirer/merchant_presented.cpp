#include "participants/acquirer/merchant_presented.h"

#include <array>

#include <fmt/format.h>

#include "base/currency.h"
#include "participants/acquirer/alipayplus_line.h"
#include "participants/acquirer/payment.h"
#include "participants/acquirer/till.h"
#include "participants/doc_flow.h"
#include "participants/messages.h"
#include "protocol/client_sdk/merchant_presented_calls.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/order_code.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/user_initiated_pay.h"

namespace aplus::acquirer {
namespace {

using namespace protocol;

/// Sandbox choice: the last four of a private code's twelve digits are the acquirer's.
constexpr std::string_view kPrivateDigits = "2001";
constexpr int kPrivateRandom = 16;

/// What the shop's page is in. Sandbox choice.
constexpr std::string_view kPageCurrency = "CNY";

/// Puts a code on the counter.
void present(State& state, CodeKind kind, std::string codeValue, Context& context) {
  state.presented.kind = kind;
  state.presented.codeValue = std::move(codeValue);
  bool const entry = kind == CodeKind::entryCode;
  show(context, Party::acquirer, "showMerchantCode",
       {{"codeValue", state.presented.codeValue},
        {"flow", entry ? kEntryCodeFlow : kOrderCodeFlow},
        {"text", entry ? "Scan to open the shop's page" : "Scan to pay"}},
       flowStep(entry, "1", "3"));
}

void clearCounter(State& state) {
  state.presented.kind = CodeKind::none;
  state.presented.codeValue.clear();
}

void showEntryCode(State& state, Context& context) {
  state.sale.reset();
  state.lastPaymentRequestId.reset();
  state.till = Till::showingCode;
  context.note("The shop's own code is always the same: an HTTPS address of the merchant's page.",
               docs::kAcquirerFaq);
  present(state, CodeKind::entryCode, state.presented.entryUrl, context);
}

/// What the cashier typed; nothing, and a word on the till, when it is no amount.
std::optional<Sale> saleOf(Envelope const& tap, Context& context) {
  codec::Texts texts = codec::decodeTexts(tap.message.body);
  auto const amount = amountOf(texts["value"]);
  if (!amount || !minorUnits(texts["currency"])) {
    context.note("The till takes a whole number of minor units from 1 on and a currency of ISO 4217.");
    tell(context, "showTillError", "Not an amount");
    return std::nullopt;
  }
  Sale sale;
  sale.referenceOrderId = fmt::format("OrderID_{}", context.newDigits(12));
  sale.orderDescription = texts["orderDescription"].empty() ? "Goods" : texts["orderDescription"];
  sale.amount = {*amount, texts["currency"]};
  return sale;
}

acquirer::Order newOrder(State& state, Sale sale, CodeKind kind, Context& context) {
  acquirer::Order order;
  order.sale = std::move(sale);
  order.paymentRequestId =
      PaymentRequestId{formatDate(context.now(), state.endpoint->zone) + context.newDigits(24)};
  order.kind = kind;
  order.result = makeResult("PAYMENT_IN_PROCESS");
  state.sale.reset();
  state.lastPaymentRequestId = order.paymentRequestId;
  return order;
}

void placeOrder(State& state, Envelope const& tap, Context& context) {
  auto const sale = saleOf(tap, context);
  if (!sale) return;
  clearCounter(state);
  acquirer::Order order = newOrder(state, *sale, CodeKind::orderCode, context);
  state.till = Till::paying;
  sendOrder(state, std::move(order), {kOrderCodeFlow, "1"}, context);
}

void showPrivateCode(State& state, Envelope const& tap, Context& context) {
  auto const sale = saleOf(tap, context);
  if (!sale) return;
  acquirer::Order order = newOrder(state, *sale, CodeKind::privateOrder, context);
  order.expiresAt = context.now() + state.presented.privateLifetimeMs;
  order.codeValue = makePrivateOrderCode(state.presented.privateDomain, state.presented.privateIssuer,
                                         kPrivateDigits, context.newAlphanumeric(kPrivateRandom));
  context.note("A private order code: the acquirer issues it without asking anybody. Alipay+ will ask what it "
               "stands for when a wallet hands it in.",
               docs::kPrivateOrderCode);
  state.till = Till::showingCode;
  state.presented.privateCodes[order.codeValue] = order.paymentRequestId;
  std::string const codeValue = order.codeValue;
  state.orders[order.paymentRequestId] = std::move(order);
  present(state, CodeKind::privateOrder, codeValue, context);
}

/// `12`, `12.3`, `12.34`: in fen, at least one.
std::optional<std::int64_t> fenOf(std::string_view text) {
  auto const point = text.find('.');
  std::string_view const whole = text.substr(0, point);
  std::string_view const part = point == text.npos ? std::string_view("0") : text.substr(point + 1);
  auto const digits = [](std::string_view t) { return !t.empty() && t.find_first_not_of("0123456789") == t.npos; };
  if (!digits(whole) || !digits(part) || whole.size() > 9 || part.size() > 2) return std::nullopt;
  std::int64_t fen = std::stoll(std::string(whole)) * 100;
  fen += std::stoll(std::string(part)) * (part.size() == 1 ? 10 : 1);
  if (fen < 1) return std::nullopt;
  return fen;
}

MerchantPage pageOf(State const& state) {
  ShopPage const& page = state.presented.page;
  return {std::string(page.ordering ? kWaitingPage : kAmountPage), state.merchant.storeName, page.message};
}

void updatePage(State& state, Context& context) {
  sendCall(context, Party::acquirer, Party::clientSdk, "updatePage", codec::encode(pageOf(state)), {});
}

void enterAmount(State& state, Envelope const& tap, Context& context) {
  ShopPage& page = state.presented.page;
  if (!page.open || page.ordering) {
    context.note(page.open ? "An order is being placed already." : "Nobody has opened the shop's page.");
    return;
  }
  std::string const typed = codec::decodeTexts(tap.message.body)["amount"];
  auto const fen = fenOf(typed);
  if (!fen) {
    context.note("An amount is a number with at most two decimals, one fen at least.", docs::kAcquirerFaq);
    page.message = typed.empty() ? "Please type an amount" : "This is no amount";
    return updatePage(state, context);
  }
  page.message.clear();
  page.ordering = true;
  Sale sale;
  sale.referenceOrderId = fmt::format("OrderID_{}", context.newDigits(12));
  sale.orderDescription = "Payment at " + state.merchant.storeName;
  sale.amount = {*fen, std::string(kPageCurrency)};
  acquirer::Order order = newOrder(state, std::move(sale), CodeKind::entryCode, context);
  state.till = Till::paying;
  sendOrder(state, std::move(order), {kEntryCodeFlow, "10"}, context);
}

AcquirerUserInitiatedPayResponse privateOrder(State const& state, std::string const& codeValue, Context& context) {
  AcquirerUserInitiatedPayResponse response;
  auto const known = state.presented.privateCodes.find(codeValue);
  if (known == state.presented.privateCodes.end()) {
    context.note("INVALID_CODE: this acquirer never issued it.", docs::kPrivateOrderCode);
    response.result = makeResult("INVALID_CODE");
    return response;
  }
  acquirer::Order const& order = state.orders.at(known->second);
  bool const closed = order.cancelled || order.result.resultStatus == ResultStatus::F;
  if (closed || order.expiresAt <= context.now()) {
    response.result = makeResult(closed ? "ORDER_IS_CLOSED" : "EXPIRED_CODE");
    context.note(fmt::format("{}: the order cannot be paid any more.", response.result.resultCode), docs::kPrivateOrderCode);
    return response;
  }
  response.result = makeResult("SUCCESS");
  response.codeType = "ORDER_CODE";
  response.paymentRequestId = order.paymentRequestId;
  response.order = orderOf(state, order.sale);
  response.amount = order.sale.amount;
  response.paymentFactor.emplace();
  response.paymentFactor->isInStorePayment = true;
  response.paymentFactor->inStorePaymentScenario = kOrderCodeScenario;
  response.paymentExpiryTime = formatIso8601(order.expiresAt, state.endpoint->zone);
  return response;
}

}  // namespace

std::string_view name(CodeKind kind) {
  static constexpr std::array<std::string_view, 4> kNames{"none", "entryCode", "orderCode", "privateOrderCode"};
  return kNames[static_cast<std::size_t>(kind)];
}

bool onPresentedTap(State& state, Envelope const& tap, Context& context) {
  if (tap.name == "showEntryCode") showEntryCode(state, context);
  else if (tap.name == "placeOrder") placeOrder(state, tap, context);
  else if (tap.name == "showPrivateOrderCode") showPrivateCode(state, tap, context);
  else if (tap.name == "enterAmount") enterAmount(state, tap, context);
  else return false;
  return true;
}

void completeOrderRequest(State const& state, acquirer::Order const& order, AcquirerPayRequest& request) {
  bool const entry = order.kind == CodeKind::entryCode;
  request.paymentFactor.inStorePaymentScenario = entry ? kEntryCodeScenario : kOrderCodeScenario;
  if (!entry) return;
  request.order.env.emplace();
  request.order.env->terminalType = "WAP";
  request.order.env->userAgent = state.presented.page.userAgent;
}

void onOrderPlaced(State& state, acquirer::Order& order, AcquirerPayResponse const& reply, Context& context) {
  bool const entry = order.kind == CodeKind::entryCode;
  if (reply.paymentUrl.empty()) {
    state.presented.page.ordering = false;
    if (!entry || !state.presented.page.open) return;
    state.presented.page.message = "The shop cannot take this payment: " + reply.result.resultMessage;
    return updatePage(state, context);
  }
  bool const known = !order.codeValue.empty();
  order.codeValue = reply.paymentUrl;
  if (known) return;
  if (!entry) {
    if (state.lastPaymentRequestId == order.paymentRequestId) {
      present(state, CodeKind::orderCode, order.codeValue, context);
    }
    return;
  }
  context.note("The merchant's page goes on to the order code's URL.", docs::kRegulation);
  state.presented.page.ordering = false;  // the page stays open behind it: a user may come back
  sendCall(context, Party::acquirer, Party::clientSdk, "redirect", codec::encode(RedirectCall{order.codeValue}),
           {kEntryCodeFlow, "13"});
}

void onOpenPage(State& state, Envelope const& call, Context& context) {
  auto const wanted = codec::decode<OpenPageCall>(call.message.body);
  bool const mine = wanted && wanted->value.url == state.presented.entryUrl;
  bool const fromWallet = mine && !wanted->value.userAgent.empty();
  MerchantPage page{std::string(kProblemPage), state.merchant.storeName, "There is no such page."};
  if (mine && !fromWallet) page.message = "Open this page with a wallet app.";
  if (fromWallet) {
    state.presented.page = {true, wanted->value.userAgent, "", false};
    context.note("The page knows the wallet by its User-Agent and asks for an amount.", docs::kAcquirerFaq);
    page = pageOf(state);
  }
  sendCallback(context, call, "openPage", codec::encode(page),
               fromWallet ? DocStep{kEntryCodeFlow, "8"} : DocStep{});
}

void onDecodePrivateCode(State& state, Envelope const& request, Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, request);
  auto const wanted = codec::decode<AcquirerUserInitiatedPayRequest>(request.message.body);
  AcquirerUserInitiatedPayResponse response;
  if (!check.valid) response.result = makeResult(check.code);
  else if (!wanted) response.result = unreadable(context, wanted.error());
  else response = privateOrder(state, wanted->value.codeValue, context);
  sendResponse(*state.endpoint, context, request, codec::encode(response), {});
}

void endPresenting(State& state, acquirer::Order const& order) {
  if (!order.codeValue.empty() && state.presented.codeValue == order.codeValue) clearCounter(state);
  state.presented.page.ordering = false;
}

void describePresented(State const& state, StateWriter& out) {
  Presented const& own = state.presented;
  out.beginObject("presented");
  out.text("kind", name(own.kind));
  out.text("codeValue", own.codeValue);
  out.text("entryUrl", own.entryUrl);
  out.flag("pageOpen", own.page.open);
  out.text("pageMessage", own.page.message);
  out.endObject();
}

}  // namespace aplus::acquirer
