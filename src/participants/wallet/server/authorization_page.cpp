#include "participants/wallet/server/authorization_page.h"

#include <fmt/format.h>

#include "participants/messages.h"
#include "participants/wallet/server/account.h"
#include "participants/wallet/server/decision.h"
#include "participants/wallet/server/tokens.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/tokens.h"
#include "protocol/doc_pages.h"
#include "protocol/percent_encoding.h"

namespace aplus::wallet::server {
namespace {

using protocol::makeResult;

/// Sandbox choice: where the wallet's pages stand.
constexpr std::string_view kPages = "https://wallet.example/authorize/";
constexpr int kPageRandom = 16;

Prepared* preparedAt(State& state, std::string const& url) {
  for (auto& [key, prepared] : state.easyPay.prepared) {
    if (!prepared.answer.authUrl.empty() && prepared.answer.authUrl == url) return &prepared;
  }
  return nullptr;
}

void showPage(Prepared const& prepared, std::string_view message, std::string_view text, Context& context) {
  protocol::PrepareRequest const& request = prepared.request;
  std::string const scopes = fmt::format("{}", fmt::join(request.scopes, " "));
  std::string const agreement = fmt::format("{} may charge this account without asking again", request.authClientName);
  show(context, Party::walletServer, std::string(message),
       {{"page", "authorize"},
        {"url", prepared.answer.authUrl},
        {"merchantName", request.authClientName},
        {"scopes", scopes},
        {"agreement", agreement},
        {"message", text}});
}

/// The browser goes back to where the request came from, with what the user decided.
void goBack(Prepared const& prepared, std::string const& decision, Context& context) {
  std::string const url = fmt::format("{}?authState={}&{}", prepared.request.authRedirectUrl,
                                      protocol::percentEncode(prepared.request.authState), decision);
  redirectBrowser(context, Party::walletServer, Party::alipayplus, url);
}

void agree(State& state, std::string const& key, Prepared& prepared, std::string const& loginId, Context& context) {
  auto const customer = accountByLoginId(state, loginId, "MOBILE", "$", context);
  if (!customer) return showPage(prepared, kUpdateWebPage, "There is no account with this login id", context);
  Account const& account = state.accounts.at(*customer);
  if (account.status != AccountStatus::active) {
    context.note("The account cannot authorize anybody now.", docs::kPrepare);
    return showPage(prepared, kUpdateWebPage, "This account cannot be used at the moment", context);
  }
  AuthCode const code = protocol::makeAuthCode(state.issuer, context.newAlphanumeric(protocol::kAuthCodeRandom));
  state.authCodes[code] = {*customer, context.now() + state.lifetimes.authCodeMs, false, key};
  prepared.customerId = *customer;
  context.note("The user agrees: an auth code is made, good for one use. The browser carries it back, with authState as "
               "it came.",
               docs::kPrepare);
  goBack(prepared, "authCode=" + code.value, context);
}

}  // namespace

protocol::PrepareResponse preparePage(State& state, protocol::PrepareRequest const& request, std::string const& key,
                                      Context& context) {
  if (auto const known = state.easyPay.prepared.find(key); known != state.easyPay.prepared.end()) {
    context.note("It was prepared before: the same answer.", docs::kIdempotency);
    return known->second.answer;
  }
  protocol::PrepareResponse response;
  response.result = makeResult("SUCCESS");
  response.authUrl = fmt::format("{}{}", kPages, context.newAlphanumeric(kPageRandom));
  context.note("authUrl is the wallet's own page, on which the user logs in and agrees.", docs::kPrepare);
  state.easyPay.prepared[key] = {request, response, {}, {}, ""};
  return response;
}

bool onAuthorizationPage(State& state, Envelope const& tap, Context& context) {
  bool const agrees = tap.name == "agreeToAuthorization";
  bool const refuses = tap.name == "refuseAuthorization";
  if (tap.name != kOpenWebPage && !agrees && !refuses) return false;
  codec::Texts texts = codec::decodeTexts(tap.message.body);
  Prepared* prepared = preparedAt(state, texts["url"]);
  if (prepared == nullptr) {
    context.note("The wallet has no page at this address.");
  } else if (agrees) {
    agree(state, prepared->request.authClientId.value + " " + prepared->request.referenceAgreementId, *prepared,
          texts["userLoginId"], context);
  } else if (refuses) {
    context.note("The user does not agree, and nothing is made.", kSandboxChoice);
    goBack(*prepared, "resultCode=ACCESS_DENIED", context);
  } else {
    showPage(*prepared, kShowWebPage, "", context);
  }
  return true;
}

}  // namespace aplus::wallet::server
