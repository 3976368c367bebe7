#include "participants/acquirer/acquirer.h"

#include <array>

#include "participants/acquirer/agreements.h"
#include "participants/acquirer/alipayplus_line.h"
#include "participants/acquirer/books.h"
#include "participants/acquirer/merchant_presented.h"
#include "participants/acquirer/notices.h"
#include "participants/acquirer/payment.h"
#include "participants/acquirer/refund.h"
#include "participants/acquirer/till.h"
#include "participants/acquirer/web_shop.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/notify_payment.h"

namespace aplus::acquirer {
namespace {

std::string statusOf(protocol::ResultInfo const& result) {
  return std::string(1, protocol::letter(result.resultStatus));
}

void describeRefunds(Order const& order, StateWriter& out) {
  out.beginObject("refunds");
  for (auto const& [id, refund] : order.refunds) {
    out.beginObject(id.value);
    out.money("amount", refund.amount);
    out.text("resultStatus", statusOf(refund.result));
    out.text("resultCode", refund.result.resultCode);
    out.text("refundId", refund.refundId.value);
    out.number("attempts", refund.attempts);
    out.endObject();
  }
  out.endObject();
}

/// The order that the till shows, at a place that does not change from run to run.
void describeShown(State const& state, StateWriter& out) {
  auto const shown = state.lastPaymentRequestId ? state.orders.find(*state.lastPaymentRequestId) : state.orders.end();
  if (shown == state.orders.end()) return;
  Order const& order = shown->second;
  out.beginObject("shownOrder");
  out.text("resultStatus", statusOf(order.result));
  out.text("resultCode", order.result.resultCode);
  out.money("refunded", refunded(order));
  out.number("refunds", std::int64_t(order.refunds.size()));
  out.text("cancelResultCode", order.cancelResult.resultCode);
  out.endObject();
}

}  // namespace

std::string_view name(Till till) {
  static constexpr std::array<std::string_view, 9> kNames{
      "idle", "awaitingCode", "showingCode", "paying", "paid", "failed", "cancelling", "cancelled", "refunding"};
  return kNames[static_cast<std::size_t>(till)];
}

std::string_view name(NoticeAnswer answer) {
  static constexpr std::array<std::string_view, 3> kNames{"acknowledged", "paymentResult", "unknown"};
  return kNames[static_cast<std::size_t>(answer)];
}

Money refunded(Order const& order) {
  Money sum{0, order.sale.amount.currency};
  for (auto const& [id, refund] : order.refunds) {
    if (refund.result.success()) sum.amountMinor += refund.amount.amountMinor;
  }
  return sum;
}

namespace {

void onRequest(State& state, Envelope const& request, Context& context) {
  using protocol::Role;
  if (request.message.uri == protocol::api("notifyPayment", Role::alipayplus).path) {
    onNotified(state, request, context);
  } else if (request.message.uri == protocol::api("userInitiatedPay", Role::alipayplus).path) {
    onDecodePrivateCode(state, request, context);
  } else if (request.message.uri == protocol::api("authNotify", Role::alipayplus).path) {
    onAuthNotified(state, request, context);
  } else {
    auto const check = checkIncoming(*state.endpoint, context, request);
    protocol::AcquirerNotifyPaymentResponse response;  // a result and nothing else
    response.result = protocol::makeResult(check.valid ? "NO_INTERFACE_DEF" : check.code);
    sendResponse(*state.endpoint, context, request, codec::encode(response), {});
  }
}

}  // namespace

void onMessage(State& state, Envelope const& message, Context& context) {
  if (message.kind == Kind::ui) {
    if (!onPresentedTap(state, message, context) && !onShopTap(state, message, context)) onTap(state, message, context);
  } else if (message.kind == Kind::sdk) {
    onOpenPage(state, message, context);
  } else if (message.phase == Phase::response) {
    onResponse(state, message, context);
  } else if (message.phase == Phase::request) {
    onRequest(state, message, context);
  }
}

void onTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name == kResponseTimeout) onResponseTimeout(state, timer, context);
  else if (timer.name == kOrderTimer) onOrderTimer(state, timer, context);
  else if (timer.name == kRefundTimer) onRefundTimer(state, timer, context);
  else if (timer.name == kAgreementTimer) onAgreementTimer(state, timer, context);
}

void describe(State const& state, StateWriter& out) {
  out.text("acquirerId", state.acquirerId.value);
  out.text("till", name(state.till));
  if (state.sale) {
    out.beginObject("sale");
    out.text("orderDescription", state.sale->orderDescription);
    out.money("amount", state.sale->amount);
    out.endObject();
  }
  describeShown(state, out);
  describePresented(state, out);
  if (state.webShop.view != ShopView::none) describeShop(state, out);
  out.beginObject("orders");
  for (auto const& [id, order] : state.orders) {
    out.beginObject(id.value);
    out.text("orderDescription", order.sale.orderDescription);
    out.money("amount", order.sale.amount);
    out.text("paymentCode", order.paymentCode.value);
    out.text("resultStatus", statusOf(order.result));
    out.text("resultCode", order.result.resultCode);
    out.text("paymentId", order.paymentId.value);
    out.text("paymentTime", order.paymentTime);
    out.number("inquiries", order.inquiries);
    out.flag("cancelled", order.cancelled);
    if (!order.refunds.empty()) describeRefunds(order, out);
    out.endObject();
  }
  out.endObject();
  if (state.ledger.balances().empty()) return;
  out.beginObject("ledger");
  state.ledger.describe(out);
  out.endObject();
  describeSettlements(state, out);
}

}  // namespace aplus::acquirer
