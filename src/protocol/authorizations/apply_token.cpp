#include "protocol/authorizations/apply_token.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool refreshes(ApplyTokenRequest const& request) { return request.grantType == kGrantRefreshToken; }
bool verifies(ApplyTokenRequest const& request) {
  return request.grantType == kGrantVerificationCode;
}
bool usesAuthCode(ApplyTokenRequest const& request) {
  return request.grantType == kGrantAuthorizationCode || verifies(request);
}

constexpr std::string_view kAcquirerGrantTypes[] = {kGrantAuthorizationCode, kGrantRefreshToken};

bool acquirerRefreshes(AcquirerApplyTokenRequest const& request) { return request.grantType == kGrantRefreshToken; }
bool acquirerUsesAuthCode(AcquirerApplyTokenRequest const& request) { return !acquirerRefreshes(request); }

}  // namespace

codec::Fields fieldsOf(ApplyTokenRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&ApplyTokenRequest::acquirerId>(
          "acquirerId", required, 64,
          "2052666000000000 for a session of the client SDK: it means Alipay+ itself."),
      rows::pspId<&ApplyTokenRequest::pspId>(),
      field<&ApplyTokenRequest::authClientId>(
          "authClientId", optional, 64,
          "Who will use the authorization."),
      field<&ApplyTokenRequest::authCode>(
          "authCode", optional, 128,
          "What the user's authorization gave. From the wallet's app: 281, three digits of "
          "the issuer, 13, then up to 24 characters. Good for one use.")
          .requiredWhen<&usesAuthCode>("grantType is AUTHORIZATION_CODE or VERIFICATION_CODE")
          .sandboxChoice("128 characters are read, of which a session's auth code may have 32"),
      field<&ApplyTokenRequest::grantType>(
          "grantType", required, 0,
          "What is exchanged for the token.")
          .oneOf(kGrantTypes),
      field<&ApplyTokenRequest::refreshToken>(
          "refreshToken", optional, 128,
          "What the token before came with; the idempotency key.")
          .requiredWhen<&refreshes>("grantType is REFRESH_TOKEN"),
      field<&ApplyTokenRequest::otpVerification>(
          "otpVerification", optional, 0,
          "The one-time password that the user typed.")
          .requiredWhen<&verifies>("grantType is VERIFICATION_CODE"),
      rows::passThroughInfo<&ApplyTokenRequest::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(ApplyTokenResponse const*) {
  static constexpr codec::Field kFields[] = {
      field<&ApplyTokenResponse::result>(
          "result", required, 0,
          "For F and U the client may guide the user to try again."),
      field<&ApplyTokenResponse::accessToken>(
          "accessToken", optional, 128,
          "Opens what the user allowed.")
          .requiredWhen<&succeeded<ApplyTokenResponse>>("result is S"),
      field<&ApplyTokenResponse::accessTokenExpiryTime>(
          "accessTokenExpiryTime", optional, 0,
          "More than ten minutes ahead when short-lived.")
          .requiredWhen<&succeeded<ApplyTokenResponse>>("result is S")
          .asDatetime(),
      field<&ApplyTokenResponse::refreshToken>(
          "refreshToken", optional, 128,
          "Gets the next access token.")
          .requiredWhen<&succeeded<ApplyTokenResponse>>("result is S"),
      field<&ApplyTokenResponse::refreshTokenExpiryTime>(
          "refreshTokenExpiryTime", optional, 0,
          "More than one and a half years ahead.")
          .requiredWhen<&succeeded<ApplyTokenResponse>>("result is S")
          .asDatetime(),
      field<&ApplyTokenResponse::customerId>(
          "customerId", optional, 64,
          "The user, as the wallet knows them.")
          .requiredWhen<&succeeded<ApplyTokenResponse>>("result is S"),
      field<&ApplyTokenResponse::userLoginId>(
          "userLoginId", optional, 64,
          "With what the user logs in, masked."),
      rows::passThroughInfo<&ApplyTokenResponse::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerApplyTokenRequest const*) {
  using Request = AcquirerApplyTokenRequest;
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&Request::acquirerId>(),
      field<&Request::grantType>("grantType", required, 0, "What is exchanged for the token.")
          .oneOf(kAcquirerGrantTypes),
      field<&Request::customerBelongsTo>("customerBelongsTo", required, 32, "The wallet that the user belongs to."),
      field<&Request::authCode>("authCode", optional, 128,
                                "What the browser brought back from the authorization page. Good for one use.")
          .requiredWhen<&acquirerUsesAuthCode>("grantType is AUTHORIZATION_CODE"),
      field<&Request::refreshToken>("refreshToken", optional, 128, "What the token before came with.")
          .requiredWhen<&acquirerRefreshes>("grantType is REFRESH_TOKEN"),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerApplyTokenResponse const*) {
  using Response = AcquirerApplyTokenResponse;
  static constexpr codec::Field kFields[] = {
      rows::result<&Response::result>(),
      rows::echoedAcquirerId<&Response::acquirerId>(),
      rows::echoedPspId<&Response::pspId>(),
      field<&Response::accessToken>("accessToken", optional, 128, "Pays in the user's name from now on.")
          .requiredWhen<&succeeded<Response>>("result is S"),
      rows::expiry<&Response::accessTokenExpiryTime>("accessTokenExpiryTime", "Until when the token works."),
      field<&Response::refreshToken>("refreshToken", optional, 128, "Gets the next access token."),
      rows::expiry<&Response::refreshTokenExpiryTime>("refreshTokenExpiryTime", "Until when that works."),
      field<&Response::customerId>("customerId", optional, 64, "The user, as the wallet knows them."),
      field<&Response::userLoginId>("userLoginId", optional, 64, "With what the user logs in, masked."),
      field<&Response::walletForAccountBinding>("walletForAccountBinding", optional, 0, "Whose account it is.")
          .requiredWhen("result is S"),
  };
  return kFields;
}

}  // namespace aplus::protocol
