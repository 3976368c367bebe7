#include "participants/acquirer/till.h"

#include <fmt/format.h>

#include "base/currency.h"
#include "participants/acquirer/cancel.h"
#include "participants/acquirer/merchant_presented.h"
#include "participants/acquirer/payment.h"
#include "participants/acquirer/refund.h"
#include "participants/acquirer/web_shop.h"
#include "participants/messages.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/payment_code.h"
#include "protocol/doc_pages.h"

namespace aplus::acquirer {
namespace {

using namespace protocol;

void refuseAmount(Context& context) {
  context.note("The till takes a whole number of minor units from 1 on and a currency of ISO 4217.");
  tell(context, "showTillError", "Not an amount");
}

void ringUp(State& state, Envelope const& tap, Context& context) {
  codec::Texts texts = codec::decodeTexts(tap.message.body);
  auto const amount = amountOf(texts["value"]);
  if (!amount || !minorUnits(texts["currency"])) return refuseAmount(context);
  Sale sale;
  sale.referenceOrderId = fmt::format("OrderID_{}", context.newDigits(12));
  sale.orderDescription = texts["orderDescription"].empty() ? "Goods" : texts["orderDescription"];
  sale.amount = {*amount, texts["currency"]};
  state.sale = sale;
  state.presented.kind = CodeKind::none;
  state.presented.codeValue.clear();
  state.till = Till::awaitingCode;
  state.lastPaymentRequestId.reset();
  state.shownText.clear();
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

/// The order that the till shows; null when there is none.
Order* shownOrder(State& state) {
  if (!state.lastPaymentRequestId) return nullptr;
  return &state.orders.at(*state.lastPaymentRequestId);
}

void cancelShown(State& state, Context& context) {
  Order* order = shownOrder(state);
  bool const undone = order != nullptr && (order->cancelled || order->result.resultStatus == ResultStatus::F);
  if (order == nullptr || undone) {
    context.note("There is no payment on the till that could be cancelled.");
    tell(context, "showTillError", "Nothing to cancel");
    return;
  }
  bool const shown = !order->codeValue.empty() && state.presented.codeValue == order->codeValue;
  if (shown) {
    context.note("The merchant closes the order: its code is shown no longer, and Alipay+ is told with cancelPayment in "
                 "case somebody has scanned it already.",
                 docs::kAcquirerFaq);
  }
  endPresenting(state, *order);
  beginCancelling(state, *order, context);
  showOrder(state, *order, context);
}

void refundShown(State& state, Envelope const& tap, Context& context) {
  Order* order = shownOrder(state);
  if (order == nullptr || !order->result.success() || order->cancelling) {
    context.note("There is no paid order on the till that could be refunded.");
    tell(context, "showTillError", "Nothing to refund");
    return;
  }
  codec::Texts texts = codec::decodeTexts(tap.message.body);
  std::int64_t const rest = order->sale.amount.amountMinor - refunded(*order).amountMinor;
  auto const amount = texts["value"].empty() ? std::optional(rest) : amountOf(texts["value"]);
  if (!amount || *amount == 0) return refuseAmount(context);
  requestRefund(state, *order, {*amount, order->sale.amount.currency}, texts["refundReason"], context);
  showOrder(state, *order, context);
}

Till tillFor(Order const& order) {
  if (order.cancelling) return Till::cancelling;
  if (order.cancelled) return Till::cancelled;
  for (auto const& [id, refund] : order.refunds) {
    if (refund.result.resultStatus == ResultStatus::U) return Till::refunding;
  }
  switch (order.result.resultStatus) {
    case ResultStatus::S: return Till::paid;
    case ResultStatus::F: return Till::failed;
    case ResultStatus::U: break;
  }
  bool const onCounter = order.kind != CodeKind::entryCode && !order.codeValue.empty();
  return onCounter ? Till::showingCode : Till::paying;
}

std::string textFor(Till till, Order const& order) {
  switch (till) {
    case Till::paid: {
      Money const back = refunded(order);
      if (back.amountMinor > 0) return fmt::format("Paid {}, refunded {}", format(order.sale.amount), format(back));
      return fmt::format("Paid {}", format(order.sale.amount));
    }
    case Till::showingCode: return "Waiting to be scanned";
    case Till::cancelling: return "Cancelling";
    case Till::cancelled: return "Cancelled";
    case Till::refunding: return "Refunding";
    default: return fmt::format("{}: {}", order.result.resultCode, order.result.resultMessage);
  }
}

}  // namespace

std::optional<std::int64_t> amountOf(std::string const& text) {
  bool const digits =
      !text.empty() && text.size() <= 15 && text.find_first_not_of("0123456789") == text.npos;
  if (!digits || std::stoll(text) == 0) return std::nullopt;
  return std::stoll(text);
}

void tell(Context& context, std::string name, std::string_view text) {
  show(context, Party::acquirer, std::move(name), {{"text", text}});
}

void showOrder(State& state, Order const& order, Context& context) {
  if (order.method != ShopMethod::none) return showShopOrder(state, order, context);
  if (state.lastPaymentRequestId != order.paymentRequestId) return;
  state.till = tillFor(order);
  if (state.till == Till::showingCode) return;  // the code itself says so
  std::string text = textFor(state.till, order);
  if (text == state.shownText) return;
  state.shownText = std::move(text);
  tell(context, "showPaymentResult", state.shownText);
}

void onTap(State& state, Envelope const& tap, Context& context) {
  if (tap.name == "ringUp") ringUp(state, tap, context);
  else if (tap.name == "cancelPayment") cancelShown(state, context);
  else if (tap.name == "refund") refundShown(state, tap, context);
  else scan(state, tap, context);
}

}  // namespace aplus::acquirer
