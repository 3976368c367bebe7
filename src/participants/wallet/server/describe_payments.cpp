#include "participants/wallet/server/describe_payments.h"

#include "participants/wallet/server/cancel.h"

namespace aplus::wallet::server {
namespace {

std::string time(SimTime at) { return formatIso8601(at, kChinaTime); }

void describePaid(State const& state, Payment const& payment, StateWriter& out) {
  out.text("paymentId", payment.paymentId.value);
  out.text("paymentTime", payment.paymentTime);
  out.text("cancellableUntil", time(cancelWindowEnd(payment.receivedAt)));
  out.text("refundableUntil", time(payment.paidAt + state.lifetimes.refundWindowMs));
  out.money("refunded", payment.refunded);
  out.money("refundedFrom", payment.refundedFrom);
  if (payment.fee.amountMinor > 0) out.money("fee", payment.fee);
  if (payment.cashback.amountMinor > 0) out.money("cashback", payment.cashback);
}

}  // namespace

void describeAccounts(State const& state, StateWriter& out) {
  out.beginObject("accounts");
  for (auto const& [id, account] : state.accounts) {
    out.beginObject(id.value);
    out.text("loginId", maskedLoginId(account.loginId));
    out.text("status", name(account.status));
    out.flag("kycQualified", account.kycQualified);
    out.flag("riskSuspected", account.riskSuspected);
    out.flag("paymentMethodAvailable", account.paymentMethodAvailable);
    out.flag("passesVerification", account.passesVerification);
    out.money("balance", state.ledger.balance(account.ledgerAccount));
    describeLimits(state, account, out);
    out.endObject();
  }
  out.endObject();
}

void describePayments(State const& state, StateWriter& out) {
  out.beginObject("payments");
  for (auto const& [id, payment] : state.payments) {
    out.beginObject(id.value);
    out.text("customerId", payment.customerId.value);
    out.text("merchantName", payment.merchantName);
    out.money("paymentAmount", payment.content.paymentAmount);
    out.money("payToAmount", payment.content.payToAmount);
    out.text("resultStatus", std::string(1, letter(payment.result.resultStatus)));
    out.text("resultCode", payment.result.resultCode);
    out.text("expiresAt", time(payment.expiresAt));
    out.flag("cancelled", payment.cancelled);
    if (payment.paid()) describePaid(state, payment, out);
    out.endObject();
  }
  for (PaymentRequestId const& id : state.cancelledUnseen) {
    if (state.payments.contains(id)) continue;
    out.beginObject(id.value);
    out.flag("cancelled", true);
    out.endObject();
  }
  out.endObject();
}

void describeRefunds(State const& state, StateWriter& out) {
  out.beginObject("refunds");
  for (auto const& [id, refund] : state.refunds) {
    out.beginObject(id.value);
    out.text("paymentRequestId", refund.paymentRequestId.value);
    out.money("refundAmount", refund.refundAmount);
    out.money("refundFromAmount", refund.refundFromAmount);
    out.text("resultCode", refund.result.resultCode);
    out.text("refundId", refund.refundId.value);
    out.text("refundTime", refund.refundTime);
    out.endObject();
  }
  out.endObject();
}

void describeNotifications(State const& state, StateWriter& out) {
  out.beginObject("notifications");
  for (auto const& [id, notification] : state.notifications) {
    out.beginObject(id.value);
    out.number("attempts", notification.attempts);
    out.flag("acknowledged", notification.acknowledged);
    out.flag("willBeSentAgain", notification.retryTimer != 0);
    out.text("lastAnswer", notification.lastAnswer);
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::wallet::server
