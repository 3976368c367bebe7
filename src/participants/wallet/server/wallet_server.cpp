#include "participants/wallet/server/wallet_server.h"

#include "participants/wallet/own_api.h"
#include "participants/wallet/server/authorization.h"
#include "participants/wallet/server/payment.h"
#include "participants/wallet/server/payment_codes.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/pay.h"

namespace aplus::wallet::server {
namespace {

using protocol::Role;

/// A response that carries a result and nothing else: every API's answer to a request that it does
/// not even look into.
std::string resultOnly(std::string_view code) {
  protocol::PayResponse response;
  response.result = protocol::makeResult(code);
  return codec::encode(response);
}

void onSignedRequest(State& state, Envelope const& request, Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, request);
  if (!check.valid) {
    context.note("Nothing is done; the refusal is signed with the wallet's own key.",
                 kSandboxChoice);
    sendResponse(*state.endpoint, context, request, resultOnly(check.code), {});
  } else if (request.message.uri == protocol::api("pay", Role::alipayplus).path) {
    onPay(state, request, context);
  } else if (request.message.uri == protocol::api("applyToken", Role::alipayplus).path) {
    onApplyToken(state, request, context);
  } else {
    sendResponse(*state.endpoint, context, request, resultOnly("NO_INTERFACE_DEF"), {});
  }
}

}  // namespace

void onMessage(State& state, Envelope const& message, Context& context) {
  if (message.phase == Phase::response) {
    if (onPaymentCodesIssued(state, message, context)) return;
    context.note("Nobody waits for this answer any more; it is ignored.");
    return;
  }
  bool const forCodes = message.message.uri == kPaymentCodesUri;
  if (message.from == Party::walletApp && forCodes) onFetchPaymentCodes(state, message, context);
  else if (message.from == Party::walletApp) onCreateAuthCode(state, message, context);
  else onSignedRequest(state, message, context);
}

void onTimer(State& state, Timer const& timer, Context& context) {
  onPaymentCodesTimer(state, timer, context);
}

void describe(State const& state, StateWriter& out) {
  auto const time = [](SimTime at) { return formatIso8601(at, kChinaTime); };
  out.text("pspId", state.pspId.value);
  out.text("currency", state.currency);
  out.beginObject("accounts");
  for (auto const& [id, account] : state.accounts) {
    out.beginObject(id.value);
    out.text("loginId", account.loginId);
    out.text("status", account.status == AccountStatus::active ? "active" : "frozen");
    out.money("balance", state.ledger.balance(account.ledgerAccount));
    out.endObject();
  }
  out.endObject();
  out.beginObject("authCodes");
  for (auto const& [code, issued] : state.authCodes) {
    out.beginObject(code.value);
    out.text("customerId", issued.customerId.value);
    out.text("expiresAt", time(issued.expiresAt));
    out.flag("used", issued.used);
    out.endObject();
  }
  out.endObject();
  out.beginObject("tokens");
  for (auto const& [access, token] : state.tokens) {
    out.beginObject(access.value);
    out.text("customerId", token.customerId.value);
    out.text("accessTokenExpiresAt", time(token.accessTokenExpiresAt));
    out.text("refreshToken", token.refreshToken.value);
    out.text("refreshTokenExpiresAt", time(token.refreshTokenExpiresAt));
    out.endObject();
  }
  out.endObject();
  out.beginObject("payments");
  for (auto const& [id, payment] : state.payments) {
    out.beginObject(id.value);
    out.text("customerId", payment.customerId.value);
    out.money("paymentAmount", payment.paymentAmount);
    out.money("payToAmount", payment.payToAmount);
    out.text("resultCode", payment.result.resultCode);
    out.text("paymentId", payment.paymentId.value);
    out.text("paymentTime", payment.paymentTime);
    out.endObject();
  }
  out.endObject();
  out.beginObject("ledger");
  state.ledger.describe(out);
  out.endObject();
}

}  // namespace aplus::wallet::server
