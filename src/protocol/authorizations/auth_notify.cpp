#include "protocol/authorizations/auth_notify.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool createsToken(AuthNotifyRequest const& request) {
  return request.authorizationNotifyType == kTokenCreated;
}
bool createsAuthCode(AuthNotifyRequest const& request) {
  return request.authorizationNotifyType == kAuthCodeCreated;
}
bool namesToken(AuthNotifyRequest const& request) { return !createsAuthCode(request); }

}  // namespace

codec::Fields fieldsOf(AuthNotifyRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&AuthNotifyRequest::authorizationNotifyType>(
          "authorizationNotifyType", required, 0,
          "What happened.")
          .oneOf(kAuthorizationNotifyTypes),
      field<&AuthNotifyRequest::authClientId>(
          "authClientId", required, 64,
          "Who uses the authorization."),
      field<&AuthNotifyRequest::referenceMerchantId>(
          "referenceMerchantId", optional, 32,
          "The client's own id of the merchant."),
      field<&AuthNotifyRequest::referenceAgreementId>(
          "referenceAgreementId", optional, 64,
          "The client's own id of the agreement.")
          .requiredWhen<&createsToken>("authorizationNotifyType is TOKEN_CREATED"),
      field<&AuthNotifyRequest::authCode>(
          "authCode", optional, 128,
          "To be exchanged for a token.")
          .requiredWhen<&createsAuthCode>("authorizationNotifyType is AUTHCODE_CREATED"),
      field<&AuthNotifyRequest::authState>(
          "authState", optional, 256,
          "As the client made it in prepare."),
      field<&AuthNotifyRequest::accessToken>(
          "accessToken", optional, 128,
          "The token that was made or cancelled.")
          .requiredWhen<&namesToken>("authorizationNotifyType is TOKEN_CREATED or TOKEN_CANCELED"),
      field<&AuthNotifyRequest::accessTokenExpiryTime>(
          "accessTokenExpiryTime", optional, 0,
          "Until when the token works.")
          .requiredWhen<&createsToken>("authorizationNotifyType is TOKEN_CREATED")
          .asDatetime(),
      field<&AuthNotifyRequest::refreshToken>(
          "refreshToken", optional, 128,
          "Gets the next access token."),
      field<&AuthNotifyRequest::refreshTokenExpiryTime>(
          "refreshTokenExpiryTime", optional, 0,
          "Until when that works.")
          .asDatetime(),
      field<&AuthNotifyRequest::scopes>(
          "scopes", optional, 64,
          "What the user allowed, such as AGREEMENT_PAY."),
      field<&AuthNotifyRequest::customerId>(
          "customerId", optional, 64,
          "The user, as the wallet knows them."),
      field<&AuthNotifyRequest::userLoginId>(
          "userLoginId", optional, 64,
          "With what the user logs in, masked."),
      field<&AuthNotifyRequest::walletForAccountBinding>(
          "walletForAccountBinding", optional, 0,
          "Whose account it is: from Alipay+ to the acquirer when a token was made. A wallet leaves it out."),
  };
  return kFields;
}

codec::Fields fieldsOf(AuthNotifyResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&AuthNotifyResponse::result>(),
      rows::echoedAcquirerId<&AuthNotifyResponse::acquirerId>(),
      rows::echoedPspId<&AuthNotifyResponse::pspId>(),
  };
  return kFields;
}

}  // namespace aplus::protocol
