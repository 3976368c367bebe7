#include "participants/acquirer/web_shop.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/currency.h"
#include "participants/acquirer/agreements.h"
#include "participants/acquirer/payment.h"
#include "participants/acquirer/till.h"
#include "participants/acquirer/token.h"
#include "participants/doc_flow.h"
#include "participants/messages.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/payment_scenario.h"
#include "protocol/result_codes.h"

namespace aplus::acquirer {
namespace {

using namespace protocol;

/// The page that the browser is at, with everything that it says.
struct Page {
  std::string name;
  std::vector<std::pair<std::string, std::string>> texts;
};

void sendPage(WebShop& shop, Page const& page, std::string_view message, DocStep docStep, Context& context) {
  PageTexts texts{{"page", page.name}, {"url", shop.url}};
  for (auto const& [name, text] : page.texts) texts.emplace_back(name, text);
  std::string body = codec::encodeTexts(texts);
  if (message == kUpdateWebPage && body == shop.sent) return;
  shop.sent = std::move(body);
  show(context, Party::acquirer, std::string(message), texts, docStep);
}

Page checkoutPage(State const& state) {
  Agreement const* stored = storedAgreement(state);
  WebShop const& shop = state.webShop;
  Page page{"checkout",
            {{"merchantName", state.merchant.merchantName},
             {"orderDescription", state.sale->orderDescription},
             {"amount", format(state.sale->amount)},
             {"walletName", shop.paymentMethodType},
             {"methods", stored != nullptr ? "storedToken easyPay cashier" : "easyPay bindAccount authorize cashier"},
             {"asksForLoginId", shop.asksForLoginId ? "true" : "false"},
             {"message", shop.message}}};
  if (stored != nullptr) {
    page.texts.emplace_back("storedLoginId", stored->userLoginId);
    page.texts.emplace_back("storedBy", stored->byBinding ? "bindAccount" : "easyPay");
  }
  return page;
}

void openCheckout(State& state, Envelope const& tap, Context& context) {
  codec::Texts texts = codec::decodeTexts(tap.message.body);
  auto const amount = amountOf(texts["value"]);
  if (!amount || !minorUnits(texts["currency"])) {
    context.note("The shop sells for a whole number of minor units from 1 on, in a currency of ISO 4217.");
    return;
  }
  Sale sale;
  sale.referenceOrderId = fmt::format("OrderID_{}", context.newDigits(12));
  sale.orderDescription = texts["orderDescription"].empty() ? "Goods" : texts["orderDescription"];
  sale.amount = {*amount, texts["currency"]};
  state.sale = sale;
  WebShop& shop = state.webShop;
  shop.view = ShopView::checkout;
  shop.url = fmt::format("{}/checkout/{}", shop.address, sale.referenceOrderId);
  shop.message.clear();
  sendPage(shop, checkoutPage(state), kShowWebPage, {}, context);
}

std::string_view paymentTitle(acquirer::Order const& order) {
  if (order.cancelled) return "Cancelled";
  if (order.cancelling) return "Cancelling";
  switch (order.result.resultStatus) {
    case ResultStatus::S: return "Paid";
    case ResultStatus::F: return "Not paid";
    case ResultStatus::U: return "Waiting for the payment's result";
  }
  return "";
}

Page paymentPage(State const& state, acquirer::Order const& order) {
  bool const known = order.result.resultStatus != ResultStatus::U && !order.cancelling;
  Page page{known ? "paymentResult" : "waiting",
            {{"merchantName", state.merchant.merchantName},
             {"orderDescription", order.sale.orderDescription},
             {"amount", format(order.sale.amount)},
             {"title", std::string(paymentTitle(order))},
             {"resultCode", order.result.resultCode},
             {"paid", order.result.success() ? "true" : "false"},
             {"message", order.result.success() ? "Thank you." : order.result.resultMessage}}};
  Agreement const* stored = storedAgreement(state);
  bool const justSigned = stored != nullptr && stored->referenceAgreementId == order.paymentRequestId.value;
  if (justSigned) page.texts.emplace_back("agreement", fmt::format("Next time without a password: {}", stored->userLoginId));
  return page;
}

DocStep paymentPageStep(State const& state, acquirer::Order const& order) {
  if (order.result.resultStatus == ResultStatus::U) return {};
  if (order.method == ShopMethod::easyPay) return {kEasyPayFlow, "23"};
  return bindingStep(madeByBinding(state, order.referenceAgreementId), "20", "29");
}

DocStep bindingPageStep(Agreement const& agreement) {
  return agreement.onWalletPage ? DocStep{} : DocStep{kBindingFlow, "14"};
}

Page bindingPage(State const& state, Agreement const& agreement) {
  bool const known = agreement.result.resultStatus != ResultStatus::U;
  return {known ? "bindingResult" : "waiting",
          {{"merchantName", state.merchant.merchantName},
           {"title", agreement.usable() ? "Account linked" : known ? "Account not linked" : "Waiting for the result"},
           {"userLoginId", agreement.userLoginId},
           {"linked", agreement.usable() ? "true" : "false"},
           {"resultCode", agreement.result.resultCode},
           {"message", agreement.usable() ? "From now on you pay without a password." : agreement.result.resultMessage}}};
}

DocStep payStep(ShopMethod method, Agreement const* stored) {
  if (method == ShopMethod::easyPay) return {kEasyPayFlow, "2"};
  return stored == nullptr ? DocStep{} : bindingStep(stored->byBinding, "16", "25");
}

std::string_view whyLikeThis(ShopMethod method) {
  switch (method) {
    case ShopMethod::easyPay:
      return "Easy Pay: the order goes to Alipay+ with the wallet's name and what the customer logs in with.";
    case ShopMethod::cashier:
      return "Cashier payment: isInStorePayment is false, isCashierPayment is true, and presentmentMode is there. "
             "paymentRedirectUrl says where the customer goes after paying.";
    case ShopMethod::storedToken:
      return "The authorization stands for the customer: its access token is the paymentMethodId.";
    case ShopMethod::none: break;
  }
  return "";
}

/// Makes an order of what is in the basket, and asks Alipay+ to collect it.
void payBy(State& state, ShopMethod method, std::string loginId, Context& context) {
  Agreement const* stored = method == ShopMethod::storedToken ? storedAgreement(state) : nullptr;
  acquirer::Order order;
  order.sale = *state.sale;
  order.method = method;
  order.userLoginId = std::move(loginId);
  bool const expires = method == ShopMethod::cashier && state.webShop.cashierExpiryMs > 0;
  if (expires) order.expiresAt = context.now() + state.webShop.cashierExpiryMs;
  if (stored != nullptr) order.referenceAgreementId = stored->referenceAgreementId;
  order.paymentRequestId =
      PaymentRequestId{formatDate(context.now(), state.endpoint->zone) + context.newDigits(24)};
  order.result = makeResult("PAYMENT_IN_PROCESS");
  state.sale.reset();
  state.lastPaymentRequestId = order.paymentRequestId;
  state.webShop.order = order.paymentRequestId;
  state.webShop.view = ShopView::waiting;
  DocStep const step = payStep(method, stored);
  context.note(std::string(whyLikeThis(method)), method == ShopMethod::cashier ? docs::kAcquirerFaq : docs::kEasyPay);
  sendShopOrder(state, std::move(order), step, context);
}

void chooseMethod(State& state, Envelope const& tap, Context& context) {
  codec::Texts texts = codec::decodeTexts(tap.message.body);
  std::string const& method = texts["method"];
  if (!state.sale) return context.note("There is nothing in the basket.");
  if (method == "easyPay") return payBy(state, ShopMethod::easyPay, texts["userLoginId"], context);
  if (method == "cashier") return payBy(state, ShopMethod::cashier, "", context);
  if (method == "bindAccount") return askForAgreement(state, AskFor::password, texts["userLoginId"], context);
  if (method == "authorize") return askForAgreement(state, AskFor::walletPage, "", context);
  bool const stored = method == "storedToken" && storedAgreement(state) != nullptr;
  if (stored) return payBy(state, ShopMethod::storedToken, "", context);
  context.note("The shop offers no such payment method now.");
  stayAtCheckout(state, "Please choose one of the payment methods", context);
}

/// `https://shop/…?authState=…&resultCode=CODE` -> `CODE`.
std::string resultCodeIn(std::string_view url) {
  static constexpr std::string_view kName = "resultCode=";
  auto const at = url.find(kName);
  if (at == url.npos) return "";
  std::string_view const rest = url.substr(at + kName.size());
  return std::string(rest.substr(0, rest.find('&')));
}

/// The browser comes back from where the customer should have agreed. Of a refusal only the address tells; that
/// all is well is believed only when Alipay+ says so by authNotify.
void comeBackFromBinding(State& state, std::string const& url, Context& context) {
  std::string const code = resultCodeIn(url);
  WebShop& shop = state.webShop;
  shop.view = ShopView::bindingResult;
  Agreement& agreement = shop.agreements.at(shop.agreement);
  (void)takeAuthCode(state, agreement, url, context);
  bool const refused = !code.empty() && code != "SUCCESS" && findResultCode(code) != nullptr;
  if (refused && agreement.result.resultStatus == ResultStatus::U) agreement.result = makeResult(code);
  bool const known = agreement.result.resultStatus != ResultStatus::U;
  sendPage(shop, bindingPage(state, agreement), kShowWebPage, known ? bindingPageStep(agreement) : DocStep{},
           context);
}

/// The browser comes back from where it was sent.
void onComeBack(State& state, Envelope const& message, Context& context) {
  WebShop& shop = state.webShop;
  std::string const url = codec::decodeTexts(message.message.body)["url"];
  if (shop.view != ShopView::away || !url.starts_with(shop.url)) {
    return context.note("Nobody was sent away to pay who could come back to this page.");
  }
  shop.url = url;
  if (!shop.order) return comeBackFromBinding(state, url, context);
  shop.view = ShopView::paymentResult;
  acquirer::Order const& order = state.orders.at(*shop.order);
  sendPage(shop, paymentPage(state, order), kShowWebPage, paymentPageStep(state, order), context);
}

void completeCashierRequest(State const& state, acquirer::Order const& order, AcquirerPayRequest& request) {
  if (order.expiresAt != SimTime{}) {
    request.paymentExpiryTime = formatIso8601(order.expiresAt, state.endpoint->zone);
  }
  if (!state.mistakes.noRedirectUrl) request.paymentRedirectUrl = state.webShop.url;
}

}  // namespace

std::string_view name(ShopMethod method) {
  static constexpr std::array<std::string_view, 4> kNames{"none", "easyPay", "storedToken", "cashier"};
  return kNames[static_cast<std::size_t>(method)];
}

std::string_view name(ShopView view) {
  static constexpr std::array<std::string_view, 6> kNames{"none",    "checkout",      "away",
                                                          "waiting", "paymentResult", "bindingResult"};
  return kNames[static_cast<std::size_t>(view)];
}

Agreement const* storedAgreement(State const& state) {
  for (auto const& [id, agreement] : state.webShop.agreements) {
    if (agreement.usable()) return &agreement;
  }
  return nullptr;
}

bool onShopTap(State& state, Envelope const& tap, Context& context) {
  if (tap.name == "checkOut") openCheckout(state, tap, context);
  else if (tap.name == "choosePaymentMethod") chooseMethod(state, tap, context);
  else if (tap.name == "resendOtp") askForAnotherOtp(state, context);
  else if (tap.name == "unbindAccount") endAgreement(state, context);
  else if (tap.name == kOpenWebPage) onComeBack(state, tap, context);
  else return false;
  return true;
}

void completeShopRequest(State const& state, acquirer::Order const& order, AcquirerPayRequest& request) {
  WebShop const& shop = state.webShop;
  request.order.merchant.store.reset();
  request.order.env.emplace().terminalType = "WEB";
  request.paymentMethod = {};
  request.paymentMethod.paymentMethodType = shop.paymentMethodType;
  bool const cashier = order.method == ShopMethod::cashier;
  request.paymentFactor = row(cashier ? PaymentScenario::cashier : PaymentScenario::autoDebit).factor();
  if (cashier) return completeCashierRequest(state, order, request);
  request.passThroughInfo = shop.passThroughInfo;
  if (order.method == ShopMethod::storedToken) {
    request.paymentMethod.paymentMethodId = shop.agreements.at(order.referenceAgreementId).accessToken.value;
    return;
  }
  request.paymentFactor.isEasyPayScenario = true;
  request.paymentRedirectUrl = shop.url;
  if (order.userLoginId.empty()) return;
  auto& known = request.paymentMethod.paymentMethodMetaData.emplace();
  known.userLoginId = order.userLoginId;
  known.userLoginIdType = "MOBILE";
}

void onShopPayAnswered(State& state, acquirer::Order& order, AcquirerPayResponse const& reply, Context& context) {
  bool const goesOn = order.result.resultStatus == ResultStatus::U && !reply.paymentUrl.empty();
  if (!goesOn || state.webShop.order != order.paymentRequestId || state.webShop.view != ShopView::waiting) return;
  state.webShop.view = ShopView::away;
  context.note("paymentUrl is where the customer goes on: the shop sends the browser there.",
               order.method == ShopMethod::cashier ? docs::kAcquirerFaq : docs::kEasyPay);
  redirectBrowser(context, Party::acquirer, Party::alipayplus, reply.paymentUrl);
}

void showShopOrder(State& state, acquirer::Order const& order, Context& context) {
  WebShop& shop = state.webShop;
  bool const shown = shop.view == ShopView::waiting || shop.view == ShopView::paymentResult;
  if (!shown || shop.order != order.paymentRequestId) return;
  shop.view = ShopView::paymentResult;
  sendPage(shop, paymentPage(state, order), kUpdateWebPage, paymentPageStep(state, order), context);
}

void showBinding(State& state, Context& context) {
  WebShop& shop = state.webShop;
  if (shop.view != ShopView::bindingResult) return;
  Agreement const& agreement = shop.agreements.at(shop.agreement);
  sendPage(shop, bindingPage(state, agreement), kUpdateWebPage, bindingPageStep(agreement), context);
}

void stayAtCheckout(State& state, std::string message, Context& context) {
  state.webShop.view = ShopView::checkout;
  state.webShop.message = std::move(message);
  if (state.sale) sendPage(state.webShop, checkoutPage(state), kUpdateWebPage, {}, context);
}

void describeShop(State const& state, StateWriter& out) {
  WebShop const& shop = state.webShop;
  out.beginObject("webShop");
  out.text("view", name(shop.view));
  out.text("message", shop.message);
  out.beginObject("agreements");
  for (auto const& [id, agreement] : shop.agreements) {
    out.beginObject(id);
    out.text("resultCode", agreement.result.resultCode);
    out.text("accessToken", agreement.accessToken.value);
    out.text("userLoginId", agreement.userLoginId);
    out.flag("usable", agreement.usable());
    out.flag("ended", agreement.ended);
    out.endObject();
  }
  out.endObject();
  // The one that the shop pays with, at a place that does not change from run to run.
  if (Agreement const* stored = storedAgreement(state)) {
    out.beginObject("stored");
    out.text("userLoginId", stored->userLoginId);
    out.text("customerId", stored->customerId.value);
    out.text("scopes", fmt::format("{}", fmt::join(stored->scopes, " ")));
    out.text("walletName", stored->walletName);
    out.text("walletBrandName", stored->walletBrandName);
    out.flag("byBinding", stored->byBinding);
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::acquirer
