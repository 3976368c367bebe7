#include "participants/wallet/server/tokens.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/wallet/server/decision.h"
#include "protocol/codes/tokens.h"

namespace aplus::wallet::server {
namespace {

using protocol::ResultInfo;

constexpr std::string_view kMobile = "MOBILE";

/// `82-1012344321`: a country code and the number.
bool isMobileNumber(std::string_view text) {
  auto const dash = text.find('-');
  auto const digits = [](std::string_view part, std::size_t least, std::size_t most) {
    return part.size() >= least && part.size() <= most && part.find_first_not_of("0123456789") == part.npos;
  };
  return dash != text.npos && digits(text.substr(0, dash), 1, 3) && digits(text.substr(dash + 1), 6, 14);
}

}  // namespace

IssuedToken const& issueToken(State& state, CustomerId const& customer, Grant grant, Context& context) {
  IssuedToken token{customer,
                    protocol::makeAccessToken(state.issuer, context.newAlphanumeric(protocol::kTokenRandom)),
                    context.now() + state.lifetimes.accessTokenMs,
                    protocol::makeRefreshToken(state.issuer, context.newAlphanumeric(protocol::kTokenRandom)),
                    context.now() + state.lifetimes.refreshTokenMs,
                    std::move(grant),
                    false};
  AccessToken const key = token.accessToken;
  return state.tokens[key] = std::move(token);
}

tl::expected<CustomerId, ResultInfo> usableToken(State const& state, AccessToken const& token, Context& context) {
  auto const no = [&](std::string_view code, std::string_view reason, std::string_view source) {
    return tl::unexpected(refuse(context, code, reason, source));
  };
  auto const found = state.tokens.find(token);
  if (found == state.tokens.end()) {
    return no("INVALID_TOKEN", "this wallet never issued the access token", docs::kMakePayment);
  }
  if (found->second.cancelled) return no("INVALID_TOKEN", "the access token was cancelled", docs::kCancelToken);
  if (found->second.accessTokenExpiresAt <= context.now()) {
    return no("EXPIRED_ACCESS_TOKEN", "the access token is too old; its refresh token gets the next one",
              docs::kMakePayment);
  }
  return found->second.customerId;
}

tl::expected<CustomerId, ResultInfo> accountByLoginId(State const& state, std::string const& loginId,
                                                      std::string const& loginIdType, std::string_view path,
                                                      Context& context) {
  if (loginIdType != kMobile) {
    return tl::unexpected(illegal(context, fmt::format("{}.userLoginIdType", path),
                                  "must be MOBILE: users of this wallet log in with a mobile number", kSandboxChoice));
  }
  std::string const field = fmt::format("{}.userLoginId", path);
  if (loginId.find_first_of("*xX") != loginId.npos) {
    return tl::unexpected(illegal(context, field,
                                  "is masked, so that it names nobody; the published samples are masked only in print",
                                  kSandboxChoice));
  }
  if (!isMobileNumber(loginId)) {
    return tl::unexpected(illegal(context, field, "must be a country code and a number, such as 82-1012344321",
                                  kSandboxChoice));
  }
  auto const account = std::find_if(state.accounts.begin(), state.accounts.end(),
                                    [&](auto const& entry) { return entry.second.loginId == loginId; });
  if (account == state.accounts.end() || account->second.status == AccountStatus::closed) {
    return tl::unexpected(refuse(context, "USER_NOT_EXIST", "no account has this login id", docs::kEasyPay));
  }
  return account->first;
}

tl::expected<CustomerId, ResultInfo> accountMeant(State const& state, protocol::PaymentMethod const& method,
                                                  Context& context) {
  if (method.paymentMethodId.empty()) {
    auto const& known = method.paymentMethodMetaData;
    if (!known || known->userLoginId.empty()) {
      return tl::unexpected(illegal(context, "$.paymentMethod.paymentMethodId",
                                    "is required, or paymentMethodMetaData.userLoginId in its place", docs::kEasyPay));
    }
    context.note("There is no paymentMethodId, so userLoginId tells whose account it is.", docs::kEasyPay);
    return accountByLoginId(state, known->userLoginId, known->userLoginIdType,
                            "$.paymentMethod.paymentMethodMetaData", context);
  }
  AccessToken const token{method.paymentMethodId};
  auto const customer = usableToken(state, token, context);
  if (!customer) return customer;
  auto const& scopes = state.tokens.at(token).grant.scopes;
  if (std::find(scopes.begin(), scopes.end(), kAgreementPay) == scopes.end()) {
    return tl::unexpected(refuse(context, "INVALID_TOKEN", "the user did not grant the scope AGREEMENT_PAY",
                                 docs::kMakePayment));
  }
  context.note("The access token in paymentMethodId tells whose account it is, and what they allowed.", docs::kEasyPay);
  return customer;
}

void endGrant(State& state, AccessToken const& token) {
  Grant const grant = state.tokens.at(token).grant;
  for (auto& [key, other] : state.tokens) {
    bool const same = key == token || (!grant.referenceAgreementId.empty() && other.grant == grant);
    if (same) other.cancelled = true;
  }
}

}  // namespace aplus::wallet::server
