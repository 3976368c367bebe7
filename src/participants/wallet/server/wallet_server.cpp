#include "participants/wallet/server/wallet_server.h"

#include <fmt/format.h>

#include "participants/wallet/merchant_presented_api.h"
#include "participants/wallet/own_api.h"
#include "participants/wallet/server/agreements.h"
#include "participants/wallet/server/auth_notices.h"
#include "participants/wallet/server/authorization.h"
#include "participants/wallet/server/authorization_page.h"
#include "participants/wallet/server/cancel.h"
#include "participants/wallet/server/code_identification.h"
#include "participants/wallet/server/describe_payments.h"
#include "participants/wallet/server/easy_pay.h"
#include "participants/wallet/server/inquiry.h"
#include "participants/wallet/server/notify.h"
#include "participants/wallet/server/pay.h"
#include "participants/wallet/server/payment_codes.h"
#include "participants/wallet/server/refund.h"
#include "participants/wallet/server/scanned_order.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
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

/// A refusal is the same step of the document as any other answer.
DocStep refusalStep(Envelope const& request) {
  if (request.name == "applyToken") return applyTokenAnswerStep(request.docStep);
  return request.docStep == DocStep{"Process the payment", "request"} ? DocStep{"Process the payment", "response"} : DocStep{};
}

void refuseUnread(State& state, Envelope const& request, std::string_view code, Context& context) {
  sendResponse(*state.endpoint, context, request, resultOnly(code), refusalStep(request));
}

using Handler = void (*)(State&, Envelope const&, Context&);

struct Route {
  std::string_view api;
  Handler handler;
};

/// Who answers what Alipay+ sends to this path; null when nobody does.
Route const* routeOf(std::string_view uri) {
  static constexpr Route kRoutes[] = {
      {"pay", &onPay},
      {"inquiryPayment", &onInquiryPayment},
      {"cancelPayment", &onCancelPayment},
      {"refund", &onRefund},
      {"applyToken", &onApplyToken},
      {"prepare", &onPrepare},
      {"cancelToken", &onCancelToken},
      {"sendOTP", &onSendOtp},
      {"verifyOTP", &onVerifyOtp},
  };
  for (Route const& route : kRoutes) {
    if (uri == protocol::api(route.api, Role::alipayplus).path) return &route;
  }
  return nullptr;
}

/// True when it was too much within the time; else the request counts.
bool overTraffic(State& state, SimTime now) {
  auto const& limit = state.conduct.traffic;
  if (!limit) return false;
  auto& counted = state.lookedInto;
  std::erase_if(counted, [&](SimTime at) { return at + limit->perMs <= now; });
  if (std::int64_t(counted.size()) >= limit->requests) return true;
  counted.push_back(now);
  return false;
}

/// Why a request with a valid signature is not looked into; empty when it is.
std::string_view turnedAway(State& state, std::string_view api, Context& context) {
  if (overTraffic(state, context.now())) {
    TrafficLimit const& limit = *state.conduct.traffic;
    context.note(fmt::format("REQUEST_TRAFFIC_EXCEED_LIMIT: more than {} within {} ms, so it is not looked into. U: Alipay+ "
                             "may ask again.",
                             limit.requests, limit.perMs),
                 kSandboxChoice);
    return "REQUEST_TRAFFIC_EXCEED_LIMIT";
  }
  if (state.conduct.deniedApis.contains(std::string(api))) {
    context.note(fmt::format("ACCESS_DENIED: this client may not call {}.", api), kSandboxChoice);
    return "ACCESS_DENIED";
  }
  return {};
}

void onSignedRequest(State& state, Envelope const& request, Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, request);
  Route const* route = routeOf(request.message.uri);
  if (!check.valid) {
    context.note("Nothing is done; the refusal is signed with the wallet's own key.",
                 kSandboxChoice);
    refuseUnread(state, request, check.code, context);
  } else if (route == nullptr) {
    refuseUnread(state, request, "NO_INTERFACE_DEF", context);
  } else if (auto const code = turnedAway(state, route->api, context); !code.empty()) {
    refuseUnread(state, request, code, context);
  } else {
    route->handler(state, request, context);
  }
}

void onResponse(State& state, Envelope const& response, Context& context) {
  if (onPaymentCodesIssued(state, response, context) || onCodeRules(state, response, context) ||
      onOrderDecoded(state, response, context) || onAuthNotifyResponse(state, response, context) ||
      onUnbindingConsulted(state, response, context)) {
    return;
  }
  onNotifyResponse(state, response, context);
}

void onAppRequest(State& state, Envelope const& request, Context& context) {
  std::string_view const uri = request.message.uri;
  if (uri == kPaymentCodesUri) onFetchPaymentCodes(state, request, context);
  else if (uri == kScannedCodesUri) onIdentifyCode(state, request, context);
  else if (uri == kOrdersUri) onDecodeOrder(state, request, context);
  else if (uri == kConfirmationsUri) onConfirmPayment(state, request, context);
  else onCreateAuthCode(state, request, context);
}

}  // namespace

void onMessage(State& state, Envelope const& message, Context& context) {
  if (message.kind == Kind::ui) {
    if (!onAuthorizationPage(state, message, context)) onCommand(state, message, context);
  } else if (message.phase == Phase::response) {
    onResponse(state, message, context);
  } else if (message.phase == Phase::request && message.from == Party::walletApp) {
    onAppRequest(state, message, context);
  } else if (message.phase == Phase::request) {
    onSignedRequest(state, message, context);
  }
}

void onTimer(State& state, Timer const& timer, Context& context) {
  if (onPaymentCodesTimer(state, timer, context) || onCodeRulesTimer(state, timer, context) ||
      onScannedOrderTimer(state, timer, context)) {
    return;
  }
  PaymentRequestId const payment{timer.subject};
  if (timer.name == kAuthNoticeTimer) return onAuthNoticeTimer(state, timer.subject, context);
  if (timer.name == kDecisionTimer) onDecisionTimer(state, payment, context);
  else if (timer.name == kNotifyTimer) onNotifyTimer(state, payment, context);
}

void describe(State const& state, StateWriter& out) {
  auto const time = [](SimTime at) { return formatIso8601(at, kChinaTime); };
  out.text("pspId", state.pspId.value);
  out.text("currency", state.currency);
  describeAccounts(state, out);
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
    if (token.cancelled) out.flag("cancelled", true);
    out.endObject();
  }
  out.endObject();
  describePayments(state, out);
  describeRefunds(state, out);
  describeNotifications(state, out);
  describeMerchantPresented(state, out);
  describeEasyPay(state, out);
  out.beginObject("ledger");
  state.ledger.describe(out);
  out.endObject();
}

}  // namespace aplus::wallet::server
