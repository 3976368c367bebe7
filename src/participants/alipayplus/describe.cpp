#include "participants/alipayplus/alipayplus.h"

#include "participants/alipayplus/cashier.h"
#include "participants/alipayplus/easy_pay.h"
#include "participants/alipayplus/order_codes.h"

namespace aplus::alipayplus {
namespace {

std::string time(SimTime at) { return formatIso8601(at, kChinaTime); }

void describeLogins(State const& state, StateWriter& out) {
  out.beginObject("logins");
  for (auto const& [id, login] : state.logins) {
    out.beginObject(id.value);
    out.text("customerId", login.customerId.value);
    out.text("accessToken", login.accessToken.value);
    out.text("accessTokenExpiresAt", time(login.accessTokenExpiresAt));
    out.text("refreshToken", login.refreshToken.value);
    out.text("refreshTokenExpiresAt", time(login.refreshTokenExpiresAt));
    out.text("expiresAt", time(login.expiresAt));
    out.endObject();
  }
  out.endObject();
  out.beginObject("sessions");
  for (auto const& [id, session] : state.sessions) {
    out.beginObject(id.value);
    out.text("login", session.login.value);
    out.text("expiresAt", time(session.expiresAt));
    out.endObject();
  }
  out.endObject();
}

void describeCodes(State const& state, StateWriter& out) {
  out.beginObject("codes");
  for (auto const& [code, issued] : state.codes) {
    out.beginObject(code.value);
    out.text("customerId", issued.customerId.value);
    out.text("region", issued.region);
    out.text("validFrom", time(issued.validFrom));
    out.text("expiresAt", time(issued.expiresAt));
    out.flag("used", issued.used);
    out.endObject();
  }
  out.endObject();
}

void describePayments(State const& state, StateWriter& out) {
  out.beginObject("payments");
  for (auto const& [id, payment] : state.payments) {
    out.beginObject(id.value);
    out.text("walletRequestId", payment.walletRequestId.value);
    out.text("paymentId", payment.paymentId.value);
    out.text("walletPaymentId", payment.walletPaymentId.value);
    out.text("customerId", payment.customerId.value);
    out.text("paymentCode", payment.paymentCode.value);
    out.money("orderAmount", payment.orderAmount);
    out.money("paymentAmount", payment.paymentAmount);
    out.money("payToAmount", payment.payToAmount);
    out.text("expiresAt", time(payment.expiresAt));
    out.text("stage", name(payment.stage));
    out.text("resultCode", payment.result.resultCode);
    out.flag("cancelled", payment.cancelled);
    out.number("inquiries", payment.inquiries);
    out.number("cancelAttempts", payment.cancelAttempts);
    if (payment.notice) {
      out.number("notifications", payment.notice->attempts);
      out.flag("acknowledged", payment.notice->acknowledged);
    }
    out.endObject();
  }
  out.endObject();
  out.beginObject("refunds");
  for (auto const& [id, refund] : state.refunds) {
    out.beginObject(id.value);
    out.text("walletRequestId", refund.walletRequestId.value);
    out.text("paymentRequestId", refund.payment.value);
    out.money("orderAmount", refund.orderAmount);
    out.money("refundAmount", refund.refundAmount);
    out.money("refundFromAmount", refund.refundFromAmount);
    out.text("resultCode", refund.result.resultCode);
    out.text("refundId", refund.refundId.value);
    out.number("attempts", refund.attempts);
    out.endObject();
  }
  out.endObject();
}

void describePrices(State const& state, StateWriter& out) {
  out.beginObject("quotes");
  for (Quote const& quote : state.quotes) {
    out.beginObject(quote.pair);
    out.text("quoteId", quote.quoteId);
    out.text("quotePrice", quote.price);
    out.endObject();
  }
  out.endObject();
  out.beginObject("promotions");
  for (Promotion const& promotion : state.promotions) {
    out.beginObject(promotion.promoId);
    out.text("promoName", promotion.promoName);
    out.money("savings", promotion.savings);
    out.endObject();
  }
  out.endObject();
  if (state.surcharge) out.money("surcharge", *state.surcharge);
}

}  // namespace

void describe(State const& state, StateWriter& out) {
  describeLogins(state, out);
  describeCodes(state, out);
  describePayments(state, out);
  describePrices(state, out);
  describeOrderCodes(state, out);
  describeCashiers(state, out);
  describeEasyPay(state, out);
  out.number("pendingCalls", std::int64_t(state.pending.size()));
}

}  // namespace aplus::alipayplus
