#include "participants/acquirer/agreements.h"

#include <fmt/format.h>

#include "participants/acquirer/alipayplus_line.h"
#include "participants/acquirer/web_shop.h"
#include "participants/doc_flow.h"
#include "participants/messages.h"
#include "protocol/authorizations/auth_notify.h"
#include "protocol/authorizations/cancel_token.h"
#include "protocol/authorizations/prepare.h"
#include "protocol/authorizations/send_otp.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::acquirer {
namespace {

using namespace protocol;
using Purpose = PendingCall::Purpose;

PendingCall pendingFor(Purpose purpose, std::string agreement) {
  PendingCall pending;
  pending.purpose = purpose;
  pending.agreement = std::move(agreement);
  return pending;
}

void sendCancelToken(State& state, Agreement& agreement, Context& context) {
  agreement.timer = 0;
  ++agreement.cancelAttempts;
  AcquirerCancelTokenRequest request;
  request.acquirerId = state.acquirerId;
  request.accessToken = agreement.accessToken;
  askAlipayplus(state, context, "cancelToken", codec::encode(request), {},
                pendingFor(Purpose::cancelToken, agreement.referenceAgreementId));
}

/// The authorization that a notification speaks of. One that was signed while paying bears the order's id.
Agreement* agreementOf(State& state, std::string const& id) {
  auto const known = state.webShop.agreements.find(id);
  if (known != state.webShop.agreements.end()) return &known->second;
  if (!state.orders.contains(PaymentRequestId{id})) return nullptr;
  Agreement agreement;
  agreement.referenceAgreementId = id;
  return &state.webShop.agreements.emplace(id, std::move(agreement)).first->second;
}

ResultInfo take(State& state, AuthNotifyRequest const& notice, Context& context) {
  Agreement* agreement = agreementOf(state, notice.referenceAgreementId);
  if (agreement == nullptr) {
    context.note("The shop never asked for this authorization.", kSandboxChoice);
    return makeResult("PARAM_ILLEGAL", "$.referenceAgreementId is not known to this acquirer");
  }
  if (notice.authorizationNotifyType == kTokenCanceled) {
    context.note("The authorization has ended; the shop cannot pay with it any more.", docs::kAuthNotify);
    agreement->ended = true;
    return makeResult("SUCCESS");
  }
  bool const other = !agreement->accessToken.empty() && agreement->accessToken != notice.accessToken;
  if (other) return makeResult("REPEAT_REQ_INCONSISTENT");
  agreement->result = makeResult("SUCCESS");
  agreement->accessToken = notice.accessToken;
  agreement->accessTokenExpiryTime = notice.accessTokenExpiryTime;
  agreement->customerId = notice.customerId;
  agreement->userLoginId = notice.userLoginId;
  agreement->scopes = notice.scopes;
  if (notice.walletForAccountBinding) {
    agreement->walletName = notice.walletForAccountBinding->walletName;
    agreement->walletBrandName = notice.walletForAccountBinding->walletBrandName;
  }
  context.note("The shop keeps the access token: later payments need no password.", docs::kEasyPay);
  return makeResult("SUCCESS");
}

}  // namespace

void askForAgreement(State& state, AskFor how, std::string const& loginId, Context& context) {
  bool const byPassword = how == AskFor::password;
  WebShop& shop = state.webShop;
  Agreement agreement;
  agreement.referenceAgreementId = formatDate(context.now(), state.endpoint->zone) + context.newDigits(24);
  agreement.authState = context.newAlphanumeric(24);
  agreement.byBinding = true;
  agreement.onWalletPage = !byPassword;
  agreement.result = makeResult("VERIFICATION_IN_PROCESS");
  AcquirerPrepareRequest request;
  request.acquirerId = state.acquirerId;
  request.authClientId = ClientId{state.merchant.referenceMerchantId};
  request.authClientName = state.merchant.merchantName;
  request.referenceMerchantId = state.merchant.referenceMerchantId;
  request.referenceAgreementId = agreement.referenceAgreementId;
  request.authRedirectUrl = shop.url;
  request.authState = agreement.authState;
  request.scopes = shop.scopes;
  request.terminalType = "WEB";
  request.customerBelongsTo = shop.paymentMethodType;
  if (byPassword) request.authorizationAction = "SMS";
  request.userLoginId = loginId;
  if (!loginId.empty()) request.userLoginIdType = "MOBILE";
  shop.agreement = agreement.referenceAgreementId;
  shop.order.reset();
  shop.view = ShopView::waiting;
  context.note(byPassword
                   ? "authorizationAction SMS: the customer authorizes by a one-time password, without leaving for the wallet."
                   : "No authorizationAction: the customer authorizes on the wallet's own page. authState will come back "
                     "with the browser.",
               byPassword ? docs::kEasyPay : docs::kPrepare);
  askAlipayplus(state, context, "prepare", codec::encode(request), byPassword ? DocStep{kBindingFlow, "2"} : DocStep{},
                pendingFor(Purpose::prepare, agreement.referenceAgreementId));
  shop.agreements[agreement.referenceAgreementId] = std::move(agreement);
}

void onPrepared(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  WebShop& shop = state.webShop;
  Agreement& agreement = shop.agreements.at(pending.agreement);
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<AcquirerPrepareResponse>(response.message.body);
  bool const shown = shop.agreement == pending.agreement && shop.view == ShopView::waiting;
  if (!check.valid || !reply || !reply->value.result.success()) {
    agreement.result = check.valid && reply ? reply->value.result : makeResult("UNKNOWN_EXCEPTION");
    if (shown) stayAtCheckout(state, "Linking is not possible: " + agreement.result.resultMessage, context);
    return;
  }
  if (!shown) return;
  shop.view = ShopView::away;
  redirectBrowser(context, Party::acquirer, agreement.onWalletPage ? Party::walletServer : Party::alipayplus,
                  reply->value.authUrl);
}

void onPrepareSilence(State& state, PendingCall const& pending, Context& context) {
  state.webShop.agreements.at(pending.agreement).result = makeResult("UNKNOWN_EXCEPTION");
  if (state.webShop.agreement == pending.agreement && state.webShop.view == ShopView::waiting) {
    stayAtCheckout(state, "Linking does not work at the moment", context);
  }
}

void onAuthNotified(State& state, Envelope const& request, Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, request);
  auto const notice = codec::decode<AuthNotifyRequest>(request.message.body);
  AuthNotifyResponse response;
  response.acquirerId = state.acquirerId;
  if (!check.valid) response.result = makeResult(check.code);
  else if (!notice) response.result = makeResult("PARAM_ILLEGAL", notice.error().message);
  else response.result = take(state, notice->value, context);
  sendResponse(*state.endpoint, context, request, codec::encode(response), {});
  if (!response.result.success()) return;
  showBinding(state, context);
  if (auto const order = state.orders.find(PaymentRequestId{notice->value.referenceAgreementId});
      order != state.orders.end() && state.webShop.view == ShopView::paymentResult) {
    showShopOrder(state, order->second, context);
  }
}

void endAgreement(State& state, Context& context) {
  Agreement const* stored = storedAgreement(state);
  if (stored == nullptr) return context.note("The shop has no authorization of this customer.");
  context.note("The customer ends the authorization: from now on neither access nor refresh token works.",
               docs::kCancelToken);
  Agreement& agreement = state.webShop.agreements.at(stored->referenceAgreementId);
  agreement.ending = true;
  sendCancelToken(state, agreement, context);
}

void onTokenCancelled(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Agreement& agreement = state.webShop.agreements.at(pending.agreement);
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<CancelTokenResponse>(response.message.body);
  bool const final = check.valid && reply && reply->value.result.resultStatus != ResultStatus::U;
  if (!final) return cancelTokenLater(state, pending, context);
  agreement.ending = false;
  agreement.ended = agreement.ended || reply->value.result.success();
  if (!agreement.ended) context.note("The authorization could not be ended: " + reply->value.result.resultMessage);
}

void cancelTokenLater(State& state, PendingCall const& pending, Context& context) {
  Agreement& agreement = state.webShop.agreements.at(pending.agreement);
  if (!agreement.ending) return;
  context.note("Whether the authorization has ended is unknown: cancelToken is sent again.", docs::kCancelToken);
  agreement.timer = context.startTimer(retryDelayMs(agreement.cancelAttempts - 1), std::string(kAgreementTimer),
                                       agreement.referenceAgreementId);
}

void onAgreementTimer(State& state, Timer const& timer, Context& context) {
  auto const found = state.webShop.agreements.find(timer.subject);
  if (found == state.webShop.agreements.end() || found->second.timer != timer.id) return;
  sendCancelToken(state, found->second, context);
}

void askForAnotherOtp(State& state, Context& context) {
  WebShop const& shop = state.webShop;
  AcquirerSendOtpRequest request;
  request.acquirerId = state.acquirerId;
  request.referenceRequestId = shop.order ? shop.order->value : shop.agreement;
  request.verifyType = "MOBILE";
  context.note("The button stands on the page of Alipay+; it is the acquirer that calls sendOTP.", docs::kEasyPay);
  PendingCall pending;
  pending.purpose = Purpose::sendOtp;
  askAlipayplus(state, context, "sendOTP", codec::encode(request),
                shop.order ? DocStep{kEasyPayFlow, "9"} : DocStep{}, std::move(pending));
}

void onOtpSent(State& state, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<SendOtpResponse>(response.message.body);
  if (check.valid && reply && reply->value.result.success()) return;
  context.note("No other password was sent; the page of Alipay+ says why.");
}

bool madeByBinding(State const& state, std::string const& referenceAgreementId) {
  auto const found = state.webShop.agreements.find(referenceAgreementId);
  return found != state.webShop.agreements.end() && found->second.byBinding;
}

}  // namespace aplus::acquirer
