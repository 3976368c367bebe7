#include "participants/alipayplus/auto_debit.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/alipayplus/acquirer_line.h"
#include "participants/alipayplus/agreements.h"
#include "participants/alipayplus/pages.h"
#include "participants/alipayplus/wallet_line.h"
#include "participants/messages.h"
#include "protocol/authorizations/apply_token.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;
using Purpose = PendingCall::Purpose;

PendingCall pendingFor(Purpose purpose, std::string agreement, Envelope const& waiting) {
  PendingCall pending;
  pending.purpose = purpose;
  pending.agreement = std::move(agreement);
  pending.waiting = waiting;
  return pending;
}

void answerPrepare(State const& state, Envelope const& request, ResultInfo result, std::string authUrl,
                   Context& context) {
  AcquirerPrepareResponse response;
  response.result = std::move(result);
  response.acquirerId = state.acquirerId;
  response.pspId = state.wallet.pspId;
  response.authUrl = std::move(authUrl);
  answerAcquirer(state, context, request, response);
}

void answerApply(State const& state, Envelope const& request, AcquirerApplyTokenResponse response, Context& context) {
  response.acquirerId = state.acquirerId;
  response.pspId = state.wallet.pspId;
  answerAcquirer(state, context, request, response);
}

void refuseApply(State const& state, Envelope const& request, ResultInfo result, Context& context) {
  context.note(fmt::format("{}: there is no token.", result.resultCode));
  AcquirerApplyTokenResponse response;
  response.result = std::move(result);
  answerApply(state, request, std::move(response), context);
}

/// `name=value` in the query of a URL; empty when it is not there.
std::string queryValue(std::string_view url, std::string_view name) {
  std::string const wanted = fmt::format("{}=", name);
  auto at = url.find('?');
  while (at != url.npos) {
    std::string_view const rest = url.substr(at + 1);
    if (rest.starts_with(wanted)) return std::string(rest.substr(wanted.size(), rest.find('&') - wanted.size()));
    auto const next = rest.find('&');
    at = next == rest.npos ? rest.npos : at + 1 + next;
  }
  return "";
}

Binding* withCode(State& state, AuthCode const& code) {
  for (auto& [id, binding] : state.easyPay.bindings) {
    if (!code.empty() && binding.authCode == code) return &binding;
  }
  return nullptr;
}

AcquirerApplyTokenResponse tokenFor(State const& state, AccessToken const& token, Agreement const& agreement) {
  AcquirerApplyTokenResponse response;
  response.result = makeResult("SUCCESS");
  response.accessToken = token;
  response.accessTokenExpiryTime = formatIso8601Seconds(agreement.accessTokenExpiresAt, kChinaTime);
  response.customerId = agreement.customerId;
  response.userLoginId = agreement.userLoginId;
  response.walletForAccountBinding = WalletForAccountBinding{state.wallet.walletName, state.wallet.walletBrandName};
  return response;
}

}  // namespace

void prepareWalletPage(State& state, Envelope const& request, AcquirerPrepareRequest const& wanted, Context& context) {
  Binding& binding = state.easyPay.bindings[wanted.referenceAgreementId];
  if (binding.page.url.empty()) {
    binding.page = makePage(state, "return", wanted.authRedirectUrl, context);
    binding.request = wanted;
    binding.result = makeResult("VERIFICATION_IN_PROCESS");
  }
  PrepareRequest prepare;
  prepare.acquirerId = wanted.acquirerId;
  prepare.pspId = state.wallet.pspId;
  prepare.authClientId = wanted.authClientId;
  prepare.authClientName = wanted.authClientName;
  prepare.authClientDisplayName = wanted.authClientDisplayName;
  prepare.referenceMerchantId = wanted.referenceMerchantId;
  prepare.referenceAgreementId = wanted.referenceAgreementId;
  prepare.authRedirectUrl = binding.page.url;
  prepare.authState = wanted.authState;
  prepare.scopes = wanted.scopes;
  prepare.terminalType = wanted.terminalType;
  prepare.customerBelongsTo = wanted.customerBelongsTo;
  context.note("The wallet is asked for its authorization page. The browser will come back by Alipay+, so that the auth "
               "code is known here.",
               kSandboxChoice);
  askWallet(state, context, "prepare", codec::encode(prepare), {},
            pendingFor(Purpose::preparePage, wanted.referenceAgreementId, request));
}

void onPagePrepared(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<PrepareResponse>(response.message.body);
  if (!check.valid || !reply) return onPagePrepareSilence(state, pending, context);
  bool const good = reply->value.result.success() && !reply->value.authUrl.empty();
  if (!good && reply->value.result.success()) context.note("SUCCESS without authUrl leads nowhere.", docs::kPrepare);
  answerPrepare(state, pending.waiting, good || !reply->value.result.success() ? reply->value.result : makeResult("PROCESS_FAIL"),
                reply->value.authUrl, context);
}

void onPagePrepareSilence(State& state, PendingCall const& pending, Context& context) {
  answerPrepare(state, pending.waiting, makeResult("UNKNOWN_EXCEPTION"), "", context);
}

bool onReturnFromWallet(State& state, Envelope const& message, Context& context) {
  if (message.name != kOpenWebPage) return false;
  std::string const url = codec::decodeTexts(message.message.body)["url"];
  for (auto& [id, binding] : state.easyPay.bindings) {
    bool const here = binding.request.authorizationAction.empty() && url.starts_with(binding.page.url + "?");
    if (!here) continue;
    std::string const query = url.substr(binding.page.url.size());
    if (std::string const code = queryValue(query, "authCode"); !code.empty()) binding.authCode = AuthCode{code};
    binding.page.step = PageStep::ended;
    context.note("The user comes from the wallet's page and goes on to the merchant, with what the wallet said.",
                 docs::kPrepare);
    redirectBrowser(context, Party::alipayplus, Party::acquirer, binding.page.backTo + query);
    return true;
  }
  return false;
}

void onAcquirerApplyToken(State& state, Envelope const& request, Context& context) {
  auto const wanted = readAcquirer<AcquirerApplyTokenRequest>(state, request, context);
  if (!wanted) return refuseApply(state, request, wanted.error(), context);
  if (wanted->acquirerId != state.acquirerId) {
    return refuseApply(state, request, makeResult("PARAM_ILLEGAL", "$.acquirerId is not that of this client"), context);
  }
  if (wanted->grantType == kGrantRefreshToken) {
    context.note("Alipay+ refreshes tokens by itself; the acquirer has no refresh token.", kSandboxChoice);
    return refuseApply(state, request, makeResult("INVALID_REFRESH_TOKEN"), context);
  }
  Binding* binding = withCode(state, wanted->authCode);
  if (binding == nullptr) return refuseApply(state, request, makeResult("INVALID_AUTHCODE"), context);
  ApplyTokenRequest apply;
  apply.acquirerId = wanted->acquirerId;
  apply.pspId = state.wallet.pspId;
  apply.authClientId = binding->request.authClientId;
  apply.grantType = kGrantAuthorizationCode;
  apply.authCode = wanted->authCode;
  askWallet(state, context, "applyToken", codec::encode(apply), {},
            pendingFor(Purpose::applyCode, binding->request.referenceAgreementId, request));
}

void onCodeApplied(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Binding& binding = state.easyPay.bindings.at(pending.agreement);
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<ApplyTokenResponse>(response.message.body);
  if (!check.valid || !reply) return onCodeSilence(state, pending, context);
  if (!reply->value.result.success()) return refuseApply(state, pending.waiting, reply->value.result, context);
  binding.result = reply->value.result;
  keepAgreement(state, binding, reply->value, context);
  context.note("walletForAccountBinding names the wallet twice: walletName for systems, walletBrandName for customers.",
               docs::kAcquirerFaq);
  AccessToken const& token = reply->value.accessToken;
  answerApply(state, pending.waiting, tokenFor(state, token, state.easyPay.agreements.at(token)), context);
}

void onCodeSilence(State& state, PendingCall const& pending, Context& context) {
  refuseApply(state, pending.waiting, makeResult("UNKNOWN_EXCEPTION"), context);
}

}  // namespace aplus::alipayplus
