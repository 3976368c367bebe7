#include "participants/acquirer/acquirer.h"

#include <array>

#include <fmt/format.h>

#include "base/currency.h"
#include "participants/messages.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/payment_code.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/pay.h"

namespace aplus::acquirer {
namespace {

using namespace protocol;

void tell(Context& context, std::string name, std::string_view text) {
  show(context, Party::acquirer, std::move(name), {{"text", text}});
}

void ringUp(State& state, Envelope const& tap, Context& context) {
  codec::Texts texts = codec::decodeTexts(tap.message.body);
  std::string const& value = texts["value"];
  bool const digits = !value.empty() && value.size() <= 15 &&
                      value.find_first_not_of("0123456789") == value.npos;
  if (!digits || std::stoll(value) == 0 || !minorUnits(texts["currency"])) {
    context.note("The till takes a whole number of minor units from 1 on and a currency of ISO 4217.");
    tell(context, "showTillError", "Not an amount");
    return;
  }
  Sale sale;
  sale.referenceOrderId = fmt::format("OrderID_{}", context.newDigits(12));
  sale.orderDescription = texts["orderDescription"].empty() ? "Goods" : texts["orderDescription"];
  sale.amount = {std::stoll(value), texts["currency"]};
  state.sale = sale;
  state.till = Till::awaitingCode;
  state.lastPaymentRequestId.reset();
}

protocol::Order orderOf(State const& state, Sale const& sale) {
  Merchant const& shop = state.merchant;
  protocol::Order order;
  order.referenceOrderId = sale.referenceOrderId;
  order.orderDescription = sale.orderDescription;
  order.orderAmount = sale.amount;
  order.merchant.referenceMerchantId = shop.referenceMerchantId;
  order.merchant.merchantMCC = shop.merchantMCC;
  order.merchant.merchantName = shop.merchantName;
  order.merchant.merchantAddress.emplace();
  order.merchant.merchantAddress->region = shop.region;
  order.merchant.merchantAddress->city = shop.city;
  order.merchant.store.emplace();
  order.merchant.store->referenceStoreId = shop.referenceStoreId;
  order.merchant.store->storeName = shop.storeName;
  order.merchant.store->storeMCC = shop.storeMCC;
  return order;
}

void requestPayment(State& state, PaymentCode const& code, Context& context) {
  AcquirerPayRequest request;
  request.acquirerId = state.acquirerId;
  request.order = orderOf(state, *state.sale);
  request.paymentRequestId =
      PaymentRequestId{formatDate(context.now(), state.endpoint->zone) + context.newDigits(24)};
  request.paymentAmount = state.sale->amount;
  request.paymentMethod.paymentMethodType = kConnectWallet;
  request.paymentMethod.paymentMethodId = code.value;
  request.paymentFactor.isInStorePayment = true;
  request.paymentFactor.inStorePaymentScenario = kPaymentCodeScenario;

  acquirer::Order order;
  order.sale = *state.sale;
  order.paymentRequestId = request.paymentRequestId;
  order.paymentCode = code;
  order.result = makeResult("PAYMENT_IN_PROCESS");
  state.orders[request.paymentRequestId] = order;
  state.lastPaymentRequestId = request.paymentRequestId;
  state.sale.reset();
  state.till = Till::paying;

  context.note("User-presented payment: isInStorePayment is true, inStorePaymentScenario is "
               "PaymentCode, and the scanned code is the paymentMethodId.",
               docs::kAcquirerFaq);
  SequenceNo const sent = sendRequest(
      *state.endpoint, context, "pay", std::string(api("pay", Role::acquirer).path),
      codec::encode(request), {"Process the payment", "request"});
  state.pending[sent] = request.paymentRequestId;
}

void scan(State& state, Envelope const& tap, Context& context) {
  PaymentCode const code{codec::decodeTexts(tap.message.body)["paymentCode"]};
  if (!state.sale) {
    context.note("No amount was entered, so there is nothing to pay.");
    tell(context, "showTillError", "Enter an amount first");
  } else if (auto const parsed = parsePaymentCode(code.value); !parsed) {
    context.note(parsed.error().message + ".", docs::kAcquirerFaq);
    tell(context, "showTillError", "This is no payment code");
  } else {
    requestPayment(state, code, context);
  }
}

ResultInfo outcome(State const& state, Envelope const& response, acquirer::Order& order,
                   Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<AcquirerPayResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted, so the payment stays unknown.");
    return makeResult("UNKNOWN_EXCEPTION");
  }
  order.paymentId = reply->value.paymentId;
  order.paymentTime = reply->value.paymentTime;
  return reply->value.result;
}

void onPayResponse(State& state, Envelope const& response, Context& context) {
  auto const pending = state.pending.find(response.inReplyTo);
  if (pending == state.pending.end()) {
    context.note("Nobody waits for this answer any more; it is ignored.");
    return;
  }
  acquirer::Order& order = state.orders.at(pending->second);
  state.pending.erase(pending);
  order.result = outcome(state, response, order, context);
  bool const current = state.lastPaymentRequestId == order.paymentRequestId;
  if (!current) return;
  if (order.result.success()) {
    state.till = Till::paid;
    tell(context, "showPaymentResult", fmt::format("Paid {}", format(order.sale.amount)));
  } else {
    state.till = order.result.resultStatus == ResultStatus::F ? Till::failed : Till::paying;
    tell(context, "showPaymentResult",
         fmt::format("{}: {}", order.result.resultCode, order.result.resultMessage));
  }
}

}  // namespace

std::string_view name(Till till) {
  static constexpr std::array<std::string_view, 5> kNames{"idle", "awaitingCode", "paying", "paid",
                                                          "failed"};
  return kNames[static_cast<std::size_t>(till)];
}

void onMessage(State& state, Envelope const& message, Context& context) {
  if (message.kind == Kind::ui) {
    if (message.name == "ringUp") ringUp(state, message, context);
    else scan(state, message, context);
  } else if (message.phase == Phase::response) {
    onPayResponse(state, message, context);
  }
}

void onTimer(State&, Timer const&, Context&) {}

void describe(State const& state, StateWriter& out) {
  out.text("acquirerId", state.acquirerId.value);
  out.text("till", name(state.till));
  if (state.sale) {
    out.beginObject("sale");
    out.text("orderDescription", state.sale->orderDescription);
    out.money("amount", state.sale->amount);
    out.endObject();
  }
  out.beginObject("orders");
  for (auto const& [id, order] : state.orders) {
    out.beginObject(id.value);
    out.text("orderDescription", order.sale.orderDescription);
    out.money("amount", order.sale.amount);
    out.text("paymentCode", order.paymentCode.value);
    out.text("resultStatus", std::string(1, letter(order.result.resultStatus)));
    out.text("resultCode", order.result.resultCode);
    out.text("paymentId", order.paymentId.value);
    out.text("paymentTime", order.paymentTime);
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::acquirer
