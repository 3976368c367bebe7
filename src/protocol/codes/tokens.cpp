#include "protocol/codes/tokens.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/assert.h"
#include "protocol/codes/issued_text.h"
#include "protocol/doc_pages.h"

namespace aplus::protocol {
namespace {

constexpr std::size_t kHead = kIssuerDigits + kTypeDigits;

std::string issued(std::string_view issuer, std::string_view type, std::string_view random) {
  APLUS_ASSERT(isIssuer(issuer));
  return fmt::format("{}{}{}", issuer, type, random);
}

void addHead(ExplainedCode& code, std::string typeMeaning) {
  code.add(kIssuerStart.size(), "start", "281: codes and tokens of Alipay+ wallets.");
  code.add(kIssuerDigits - kIssuerStart.size(), "issuer", "Three digits that Alipay+ assigned to the wallet.");
  code.add(kTypeDigits, "type", std::move(typeMeaning));
}

}  // namespace

Result<void> checkAuthCode(std::string_view text) {
  auto const no = [](std::string why) { return fail("INVALID_AUTHCODE", "", std::move(why)); };
  if (text.size() > kMaxAuthCodeLength) {
    return no(fmt::format("An auth code has at most {} characters; this has {}", kMaxAuthCodeLength,
                          text.size()));
  }
  if (!isOfType(text, kAuthCodeType)) {
    return no("An auth code begins with 281, three digits that Alipay+ assigned, and 13");
  }
  if (!isAlphanumeric(text.substr(kHead))) {
    return no("After its first eight digits an auth code has letters and digits");
  }
  return {};
}

Result<void> checkToken(std::string_view text) {
  bool const visible = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c > ' ' && c < '\x7f';
  });
  if (visible && text.size() <= kMaxTokenLength) return {};
  return fail("INVALID_TOKEN", "",
              fmt::format("A token has 1 to {} visible characters", kMaxTokenLength));
}

AuthCode makeAuthCode(std::string_view issuer, std::string_view random) {
  AuthCode code{issued(issuer, kAuthCodeType, random)};
  APLUS_ASSERT(checkAuthCode(code.value).has_value());
  return code;
}

AccessToken makeAccessToken(std::string_view issuer, std::string_view random) {
  AccessToken token{issued(issuer, kTokenType, random)};
  APLUS_ASSERT(checkToken(token.value).has_value());
  return token;
}

RefreshToken makeRefreshToken(std::string_view issuer, std::string_view random) {
  return RefreshToken{makeAccessToken(issuer, random).value};
}

Result<ExplainedCode> explainAuthCode(std::string_view text) {
  if (auto const ok = checkAuthCode(text); !ok) return fail(ok.error());
  ExplainedCode code{"auth code", docs::kAcceptPayment, {}};
  addHead(code, "13: an auth code.");
  code.add(text.size() - kHead, "random", "Good for one applyToken call.");
  return code;
}

Result<ExplainedCode> explainToken(std::string_view text) {
  if (auto const ok = checkToken(text); !ok) return fail(ok.error());
  ExplainedCode code{"token", docs::kAcceptPayment, {}};
  if (isOfType(text, kTokenType) && text.size() > kHead) {
    addHead(code, "03: an access or refresh token, as in the published samples.");
    code.add(text.size() - kHead, "random", "Stands for what the user allowed.");
  } else {
    code.add(text.size(), "token", "Stands for what the user allowed; its form is the wallet's own affair.");
  }
  return code;
}

}  // namespace aplus::protocol
