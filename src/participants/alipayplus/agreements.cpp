#include "participants/alipayplus/agreements.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/alipayplus/acquirer_line.h"
#include "participants/alipayplus/auth_sync.h"
#include "participants/alipayplus/outcome.h"
#include "participants/alipayplus/new_payment.h"
#include "participants/alipayplus/payment.h"
#include "participants/alipayplus/wallet_line.h"
#include "participants/doc_flow.h"
#include "protocol/authorizations/cancel_token.h"
#include "protocol/authorizations/consult_unbinding.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;
using Purpose = PendingCall::Purpose;

/// The agreement whose current token at the wallet this is, with the acquirer's token as key.
std::map<AccessToken, Agreement>::iterator byWalletToken(State& state, AccessToken const& token) {
  return std::find_if(state.easyPay.agreements.begin(), state.easyPay.agreements.end(), [&](auto const& entry) {
    return entry.first == token || entry.second.accessToken == token;
  });
}

bool paymentUnderWay(State const& state, AccessToken const& acquirerToken) {
  return std::any_of(state.easyPay.paidBy.begin(), state.easyPay.paidBy.end(), [&](auto const& entry) {
    return entry.second == acquirerToken && state.payments.at(entry.first).stage != Stage::done;
  });
}

/// The Easy Pay payment that was signed with; end() when there is none.
std::map<PaymentRequestId, EasyPayment>::iterator signedWith(State& state, std::string const& referenceAgreementId) {
  return std::find_if(state.easyPay.payments.begin(), state.easyPay.payments.end(), [&](auto const& entry) {
    return entry.second.agrees && state.payments.at(entry.first).walletRequestId.value == referenceAgreementId;
  });
}

ResultInfo takeToken(State& state, AuthNotifyRequest const& notice, Context& context) {
  if (auto const known = byWalletToken(state, notice.accessToken); known != state.easyPay.agreements.end()) {
    context.note("This token is known already: the same answer.", docs::kAuthNotify);
    return makeResult("SUCCESS");
  }
  auto const payment = signedWith(state, notice.referenceAgreementId);
  if (payment == state.easyPay.payments.end()) {
    context.note("Nobody has signed an authorization of this referenceAgreementId.", kSandboxChoice);
    return makeResult("ACCESS_DENIED");
  }
  Agreement agreement;
  agreement.referenceAgreementId = payment->first.value;
  agreement.authClientId = notice.authClientId;
  agreement.referenceMerchantId = notice.referenceMerchantId;
  agreement.customerId = notice.customerId;
  agreement.userLoginId = notice.userLoginId;
  agreement.scopes = notice.scopes;
  agreement.accessToken = notice.accessToken;
  agreement.accessTokenExpiresAt = *parseIso8601(notice.accessTokenExpiryTime);
  agreement.refreshToken = notice.refreshToken;
  agreement.refreshTokenExpiresAt = parseIso8601(notice.refreshTokenExpiryTime).value_or(agreement.accessTokenExpiresAt);
  state.easyPay.agreements[notice.accessToken] = agreement;
  context.note("The authorization is kept and synced to the acquirer, who knows it by its own paymentRequestId.",
               kSandboxChoice);
  tellOfAgreement(state, notice.accessToken, kTokenCreated, {kEasyPayFlow, "17"}, context);
  return makeResult("SUCCESS");
}

ResultInfo endByWallet(State& state, AuthNotifyRequest const& notice, Context& context) {
  auto const found = byWalletToken(state, notice.accessToken);
  if (found == state.easyPay.agreements.end()) return makeResult("ACCESS_DENIED");
  if (found->second.ended) return makeResult("SUCCESS");
  found->second.ended = true;
  context.note("The user has ended the authorization in the wallet; the acquirer is told.", docs::kAuthNotify);
  tellOfAgreement(state, found->first, kTokenCanceled, {}, context);
  return makeResult("SUCCESS");
}

ResultInfo take(State& state, AuthNotifyRequest const& notice, Context& context) {
  AuthNotifyConduct& conduct = state.easyPay.authNotify;
  if (conduct.times > 0) {
    --conduct.times;
    context.note("Alipay+ of this world does not take the notification yet.", kSandboxChoice);
    return makeResult(conduct.code);
  }
  if (notice.authorizationNotifyType == kTokenCreated) return takeToken(state, notice, context);
  if (notice.authorizationNotifyType == kTokenCanceled) return endByWallet(state, notice, context);
  return makeResult("PARAM_ILLEGAL", "$.authorizationNotifyType is not expected here");
}

void refuse(State const& state, Envelope const& request, ResultInfo result, Context& context) {
  context.note(result.resultCode + ": " + result.resultMessage);
  AcquirerPayResponse response;
  response.result = std::move(result);
  response.acquirerId = state.acquirerId;
  answerAcquirer(state, context, request, response);
}

/// Asks the wallet for the money, with the token that holds now.
void forward(State& state, Envelope const& request, Payment& payment, Context& context) {
  auto const wanted = codec::decode<AcquirerPayRequest>(request.message.body);
  Agreement const& agreement = state.easyPay.agreements.at(state.easyPay.paidBy.at(payment.acquirerRequestId));
  PayRequest pay = payRequest(state, wanted->value, payment);
  pay.paymentMethod.paymentMethodId = agreement.accessToken.value;
  PendingCall pending;
  pending.purpose = Purpose::pay;
  pending.payment = payment.acquirerRequestId;
  pending.waiting = request;
  askWallet(state, context, "pay", codec::encode(pay), bindingStep(agreement.byBinding, "17", "26"), std::move(pending));
}

void refresh(State& state, Agreement const& agreement, Payment const& payment, Envelope const& request,
             Context& context) {
  ApplyTokenRequest apply;
  apply.acquirerId = payment.acquirerId;
  apply.pspId = state.wallet.pspId;
  apply.authClientId = agreement.authClientId;
  apply.grantType = kGrantRefreshToken;
  apply.refreshToken = agreement.refreshToken;
  context.note("The access token has expired: Alipay+ gets the next one with the refresh token, and then pays.",
               docs::kMakePayment);
  PendingCall pending;
  pending.purpose = Purpose::refreshAgreement;
  pending.payment = payment.acquirerRequestId;
  pending.waiting = request;
  askWallet(state, context, "applyToken", codec::encode(apply), {"Refresh access token", ""}, std::move(pending));
}

void failRefresh(State& state, PendingCall const& pending, ResultInfo result, Context& context) {
  Payment& payment = state.payments.at(pending.payment);
  if (payment.stage != Stage::paying) return;
  context.note("Without a token nothing was asked of the wallet, so the payment has failed.", kSandboxChoice);
  learnFailed(state, payment, std::move(result), context);
  answerPay(state, pending.waiting, payment, context);
}

void answerCancelToken(State const& state, Envelope const& request, ResultInfo result, Context& context) {
  CancelTokenResponse response;
  response.result = std::move(result);
  answerAcquirer(state, context, request, response);
}

}  // namespace

void keepAgreement(State& state, Binding const& binding, ApplyTokenResponse const& tokens, Context& context) {
  Agreement agreement;
  agreement.referenceAgreementId = binding.request.referenceAgreementId;
  agreement.authClientId = binding.request.authClientId;
  agreement.referenceMerchantId = binding.request.referenceMerchantId;
  agreement.customerId = tokens.customerId;
  agreement.userLoginId = tokens.userLoginId;
  agreement.scopes = binding.request.scopes;
  agreement.byBinding = true;
  agreement.accessToken = tokens.accessToken;
  agreement.accessTokenExpiresAt = *parseIso8601(tokens.accessTokenExpiryTime);
  agreement.refreshToken = tokens.refreshToken;
  agreement.refreshTokenExpiresAt = *parseIso8601(tokens.refreshTokenExpiryTime);
  if (agreement.refreshTokenExpiresAt - context.now() <= 547 * kDayMs) {
    context.note("A refresh token must hold for more than a year and a half; this one does not.", docs::kAcceptPayment);
  }
  state.easyPay.agreements[tokens.accessToken] = std::move(agreement);
}

void onAuthNotify(State& state, Envelope const& request, Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, request);
  auto const notice = codec::decode<AuthNotifyRequest>(request.message.body);
  AuthNotifyResponse response;
  response.acquirerId = state.acquirerId;
  response.pspId = state.wallet.pspId;
  if (!check.valid) response.result = makeResult(check.code);
  else if (!notice) response.result = makeResult("PARAM_ILLEGAL", notice.error().path + " " + notice.error().message);
  else response.result = take(state, notice->value, context);
  sendResponse(*state.walletEndpoint, context, request, codec::encode(response), {});
}

void onConsultUnbinding(State& state, Envelope const& request, Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, request);
  auto const wanted = codec::decode<ConsultUnbindingRequest>(request.message.body);
  ConsultUnbindingResponse response;
  if (!check.valid) {
    response.result = makeResult(check.code);
  } else if (!wanted) {
    response.result = makeResult("PARAM_ILLEGAL", wanted.error().path + " " + wanted.error().message);
  } else if (auto const found = byWalletToken(state, wanted->value.accessToken);
             found == state.easyPay.agreements.end()) {
    response.result = makeResult("INVALID_TOKEN");
  } else {
    response.result = makeResult("SUCCESS");
    response.allowUnbinding = !paymentUnderWay(state, found->first);
    context.note(*response.allowUnbinding ? "Nothing stands against ending it."
                                          : "A payment with it is under way; until that has ended it must stay.",
                 kSandboxChoice);
  }
  sendResponse(*state.walletEndpoint, context, request, codec::encode(response), {});
}

void onAgreementPay(State& state, Envelope const& request, AcquirerPayRequest const& wanted, Context& context) {
  AccessToken const token{wanted.paymentMethod.paymentMethodId};
  if (auto const known = state.payments.find(wanted.paymentRequestId); known != state.payments.end()) {
    auto const before = state.easyPay.paidBy.find(wanted.paymentRequestId);
    bool const same = known->second.orderAmount == wanted.paymentAmount && before != state.easyPay.paidBy.end() &&
                      before->second == token;
    context.note("This paymentRequestId came before.", docs::kIdempotency);
    if (same) return answerPay(state, request, known->second, context);
    return refuse(state, request, makeResult("REPEAT_REQ_INCONSISTENT"), context);
  }
  if (wanted.acquirerId != state.acquirerId) {
    return refuse(state, request, makeResult("PARAM_ILLEGAL", "$.acquirerId is not that of this client"), context);
  }
  if (state.cancelledUnseen.contains(wanted.paymentRequestId)) {
    return refuse(state, request, makeResult("ORDER_IS_CLOSED"), context);
  }
  auto const agreement = state.easyPay.agreements.find(token);
  if (agreement == state.easyPay.agreements.end()) return refuse(state, request, makeResult("INVALID_TOKEN"), context);
  auto const amounts = amountsFor(state, wanted.paymentAmount);
  if (!amounts) return refuse(state, request, makeResult(amounts.error().code, amounts.error().message), context);
  Payment& payment = state.payments[wanted.paymentRequestId] =
      newPayment(state, wanted, *amounts, state.easyPay.agreementPaymentMs, context);
  payment.customerId = agreement->second.customerId;
  noteAmounts(*amounts, context);
  state.easyPay.paidBy[wanted.paymentRequestId] = token;
  bool const expired = agreement->second.accessTokenExpiresAt <= context.now() && !agreement->second.ended;
  if (agreement->second.ended) {
    context.note("The authorization has ended; the wallet has the last word on its token.", kSandboxChoice);
  }
  if (expired) refresh(state, agreement->second, payment, request, context);
  else forward(state, request, payment, context);
}

void onAgreementRefreshed(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Payment& payment = state.payments.at(pending.payment);
  Agreement& agreement = state.easyPay.agreements.at(state.easyPay.paidBy.at(pending.payment));
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<ApplyTokenResponse>(response.message.body);
  if (check.valid && reply && reply->value.result.success()) {
    agreement.accessToken = reply->value.accessToken;
    agreement.accessTokenExpiresAt = *parseIso8601(reply->value.accessTokenExpiryTime);
    agreement.refreshToken = reply->value.refreshToken;
    agreement.refreshTokenExpiresAt = *parseIso8601(reply->value.refreshTokenExpiryTime);
    context.note("The acquirer keeps the token that it has; Alipay+ knows which one stands for it now.", kSandboxChoice);
    if (payment.stage == Stage::paying && !pending.late) forward(state, pending.waiting, payment, context);
    return;
  }
  if (pending.late) return;
  bool const refused = check.valid && reply && reply->value.result.resultStatus == ResultStatus::F;
  if (refused) agreement.ended = true;
  failRefresh(state, pending, makeResult(refused ? "EXPIRED_ACCESS_TOKEN" : "PROCESS_FAIL"), context);
}

void onRefreshSilence(State& state, PendingCall const& pending, Context& context) {
  failRefresh(state, pending, makeResult("PROCESS_FAIL", "The wallet does not renew the token. Try again."), context);
}

void onAcquirerCancelToken(State& state, Envelope const& request, Context& context) {
  auto const wanted = readAcquirer<AcquirerCancelTokenRequest>(state, request, context);
  if (!wanted) return answerCancelToken(state, request, wanted.error(), context);
  auto const found = state.easyPay.agreements.find(wanted->accessToken);
  if (found == state.easyPay.agreements.end()) {
    return answerCancelToken(state, request, makeResult("INVALID_TOKEN"), context);
  }
  if (found->second.ended) return answerCancelToken(state, request, makeResult("SUCCESS"), context);
  CancelTokenRequest cancel;
  cancel.acquirerId = wanted->acquirerId;
  cancel.pspId = state.wallet.pspId;
  cancel.accessToken = found->second.accessToken;
  PendingCall pending;
  pending.purpose = Purpose::cancelToken;
  pending.agreement = wanted->accessToken.value;
  pending.waiting = request;
  askWallet(state, context, "cancelToken", codec::encode(cancel), {}, std::move(pending));
}

void onTokenCancelled(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<CancelTokenResponse>(response.message.body);
  if (!check.valid || !reply) return onCancelTokenSilence(state, pending, context);
  bool const done = reply->value.result.success() || reply->value.result.resultCode == "INVALID_TOKEN";
  if (done) state.easyPay.agreements.at(AccessToken{pending.agreement}).ended = true;
  answerCancelToken(state, pending.waiting, done ? makeResult("SUCCESS") : reply->value.result, context);
}

void onCancelTokenSilence(State& state, PendingCall const& pending, Context& context) {
  answerCancelToken(state, pending.waiting, makeResult("UNKNOWN_EXCEPTION"), context);
}

DocStep payAnswerStep(State const& state, Payment const& payment) {
  auto const token = state.easyPay.paidBy.find(payment.acquirerRequestId);
  if (token == state.easyPay.paidBy.end()) return {};
  return bindingStep(state.easyPay.agreements.at(token->second).byBinding, "19", "28");
}

}  // namespace aplus::alipayplus
