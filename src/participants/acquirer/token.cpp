#include "participants/acquirer/token.h"

#include <fmt/format.h>

#include "participants/acquirer/alipayplus_line.h"
#include "participants/acquirer/web_shop.h"
#include "protocol/authorizations/apply_token.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::acquirer {
namespace {

using namespace protocol;

std::string valueIn(std::string_view url, std::string_view name) {
  for (char const before : {'?', '&'}) {
    std::string const wanted = fmt::format("{}{}=", before, name);
    auto const at = url.find(wanted);
    if (at == url.npos) continue;
    std::string_view const rest = url.substr(at + wanted.size());
    return std::string(rest.substr(0, rest.find('&')));
  }
  return "";
}

void end(State& state, Agreement& agreement, ResultInfo result, Context& context) {
  agreement.result = std::move(result);
  showBinding(state, context);
}

}  // namespace

bool takeAuthCode(State& state, Agreement& agreement, std::string_view url, Context& context) {
  std::string const code = valueIn(url, "authCode");
  if (!agreement.onWalletPage || code.empty()) return false;
  if (valueIn(url, "authState") != agreement.authState) {
    context.note("authState is not the one that was sent with prepare: somebody else's authorization is not taken.",
                 docs::kPrepare);
    agreement.result = makeResult("ACCESS_DENIED");
    return true;
  }
  AcquirerApplyTokenRequest request;
  request.acquirerId = state.acquirerId;
  request.grantType = kGrantAuthorizationCode;
  request.customerBelongsTo = state.webShop.paymentMethodType;
  request.authCode = AuthCode{code};
  context.note("The auth code alone pays nothing: it is exchanged for an access token.", docs::kPrepare);
  PendingCall pending;
  pending.purpose = PendingCall::Purpose::applyToken;
  pending.agreement = agreement.referenceAgreementId;
  askAlipayplus(state, context, "applyToken", codec::encode(request), {}, std::move(pending));
  return true;
}

void onTokenApplied(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Agreement& agreement = state.webShop.agreements.at(pending.agreement);
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<AcquirerApplyTokenResponse>(response.message.body);
  if (!check.valid || !reply) return onTokenSilence(state, pending, context);
  AcquirerApplyTokenResponse const& token = reply->value;
  if (token.result.success()) {
    agreement.accessToken = token.accessToken;
    agreement.accessTokenExpiryTime = token.accessTokenExpiryTime;
    agreement.customerId = token.customerId;
    agreement.userLoginId = token.userLoginId;
    agreement.scopes = state.webShop.scopes;
    if (token.walletForAccountBinding) {
      agreement.walletName = token.walletForAccountBinding->walletName;
      agreement.walletBrandName = token.walletForAccountBinding->walletBrandName;
    }
    context.note("The shop keeps the access token: from now on it charges the account by itself.", docs::kAcquirerFaq);
  }
  end(state, agreement, token.result, context);
}

void onTokenSilence(State& state, PendingCall const& pending, Context& context) {
  context.note("Whether there is a token is unknown, and the auth code is good for one use: the customer has to agree "
               "once more.",
               kSandboxChoice);
  end(state, state.webShop.agreements.at(pending.agreement), makeResult("PROCESS_FAIL"), context);
}

}  // namespace aplus::acquirer
