#include "protocol/authorizations/apply_token.h"

#include "protocol/payments/pay.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(ApplyTokenRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&ApplyTokenRequest::acquirerId>(
          "acquirerId", required, 64,
          "2052666000000000 for a session of the client SDK: it means Alipay+ itself."),
      field<&ApplyTokenRequest::pspId>("pspId", required, 64, "The wallet that is asked."),
      field<&ApplyTokenRequest::authCode>(
          "authCode", optional, 32,
          "What the wallet's app gave to the SDK: 281, three digits of the issuer, 13, then up to "
          "24 characters. Good for one use."),
      field<&ApplyTokenRequest::grantType>("grantType", required, 0,
                                           "AUTHORIZATION_CODE or REFRESH_TOKEN."),
      field<&ApplyTokenRequest::refreshToken>("refreshToken", optional, 128,
                                              "Must be there for REFRESH_TOKEN; the idempotency key."),
      field<&ApplyTokenRequest::passThroughInfo>("passThroughInfo", optional, 20000,
                                                 "Handed through unchanged."),
  };
  return kFields;
}

codec::Fields fieldsOf(ApplyTokenResponse const*) {
  static constexpr codec::Field kFields[] = {
      field<&ApplyTokenResponse::result>("result", required, 0,
                                         "For F and U the client may guide the user to try again."),
      field<&ApplyTokenResponse::accessToken>("accessToken", optional, 128,
                                              "Opens what the user allowed; must be there on success."),
      field<&ApplyTokenResponse::accessTokenExpiryTime>(
          "accessTokenExpiryTime", optional, 0, "More than ten minutes ahead when short-lived."),
      field<&ApplyTokenResponse::refreshToken>("refreshToken", optional, 128,
                                               "Gets the next access token; must be there on success."),
      field<&ApplyTokenResponse::refreshTokenExpiryTime>("refreshTokenExpiryTime", optional, 0,
                                                         "More than one and a half years ahead."),
      field<&ApplyTokenResponse::customerId>("customerId", optional, 64,
                                             "The user, as the wallet knows them; must be there on success."),
      field<&ApplyTokenResponse::passThroughInfo>("passThroughInfo", optional, 20000,
                                                  "Handed through unchanged."),
  };
  return kFields;
}

}  // namespace aplus::protocol
