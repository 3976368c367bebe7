#pragma once

#include <string_view>

#include "base/error.h"
#include "base/strong_id.h"
#include "protocol/codes/explained_code.h"

namespace aplus::protocol {

// What a wallet issues when its user authorizes somebody: auth codes, access and refresh tokens.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment

inline constexpr std::size_t kMaxAuthCodeLength = 32;
inline constexpr std::size_t kMaxTokenLength = 128;

/// How much of it is random. Sandbox choice, after the lengths of the published samples.
inline constexpr int kAuthCodeRandom = 24;
inline constexpr int kTokenRandom = 32;

/// `281`, three digits that Alipay+ assigned, `13`, and letters or digits; at most 32 characters.
/// Error `INVALID_AUTHCODE` says what breaks the rule.
Result<void> checkAuthCode(std::string_view text);

/// At most 128 visible ASCII characters; no other rule is published. Error `INVALID_TOKEN`.
Result<void> checkToken(std::string_view text);

/// Assert an issuer and a result that obeys the rule.
AuthCode makeAuthCode(std::string_view issuer, std::string_view random);
AccessToken makeAccessToken(std::string_view issuer, std::string_view random);
RefreshToken makeRefreshToken(std::string_view issuer, std::string_view random);

Result<ExplainedCode> explainAuthCode(std::string_view text);

/// The samples begin with an issuer and 03; a token without that is explained as one piece.
Result<ExplainedCode> explainToken(std::string_view text);

}  // namespace aplus::protocol
