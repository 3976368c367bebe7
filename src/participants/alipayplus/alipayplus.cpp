#include "participants/alipayplus/alipayplus.h"

#include "participants/alipayplus/payment.h"
#include "participants/alipayplus/session.h"

namespace aplus::alipayplus {
namespace {

void onWalletResponse(State& state, Envelope const& response, Context& context) {
  auto const found = state.pending.find(response.inReplyTo);
  if (found == state.pending.end()) {
    context.note("Nobody waits for this answer any more; it is ignored.");
    return;
  }
  PendingCall const pending = std::move(found->second);
  state.pending.erase(found);
  switch (pending.purpose) {
    case PendingCall::Purpose::createSession:
      onTokenApplied(state, pending, response, context);
      break;
    case PendingCall::Purpose::pay: onWalletPaid(state, pending, response, context); break;
  }
}

}  // namespace

void onMessage(State& state, Envelope const& message, Context& context) {
  if (message.from == Party::acquirer) {
    onAcquirerPay(state, message, context);
  } else if (message.from == Party::walletServer) {
    onWalletResponse(state, message, context);
  } else if (message.name == "createSession") {
    onCreateSession(state, message, context);
  } else {
    onRequestPaymentCode(state, message, context);
  }
}

void onTimer(State&, Timer const&, Context&) {}

void describe(State const& state, StateWriter& out) {
  auto const time = [](SimTime at) { return formatIso8601(at, kChinaTime); };
  out.beginObject("sessions");
  for (auto const& [id, session] : state.sessions) {
    out.beginObject(id.value);
    out.text("customerId", session.customerId.value);
    out.text("accessToken", session.accessToken.value);
    out.text("expiresAt", time(session.expiresAt));
    out.endObject();
  }
  out.endObject();
  out.beginObject("codes");
  for (auto const& [code, issued] : state.codes) {
    out.beginObject(code.value);
    out.text("customerId", issued.customerId.value);
    out.text("region", issued.region);
    out.text("expiresAt", time(issued.expiresAt));
    out.flag("used", issued.used);
    out.endObject();
  }
  out.endObject();
  out.beginObject("payments");
  for (auto const& [id, payment] : state.payments) {
    out.beginObject(id.value);
    out.text("walletRequestId", payment.walletRequestId.value);
    out.text("paymentId", payment.paymentId.value);
    out.text("customerId", payment.customerId.value);
    out.text("paymentCode", payment.paymentCode.value);
    out.money("paymentAmount", payment.paymentAmount);
    out.money("payToAmount", payment.payToAmount);
    out.text("resultCode", payment.result.resultCode);
    out.endObject();
  }
  out.endObject();
  out.beginObject("quotes");
  for (Quote const& quote : state.quotes) {
    out.beginObject(quote.pair);
    out.text("quoteId", quote.quoteId);
    out.text("quotePrice", quote.price);
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::alipayplus
