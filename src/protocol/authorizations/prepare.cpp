#include "protocol/authorizations/prepare.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool bySms(PrepareRequest const& request) { return request.authorizationAction == "SMS"; }

}  // namespace

codec::Fields fieldsOf(PrepareRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&PrepareRequest::acquirerId>(),
      rows::pspId<&PrepareRequest::pspId>(),
      field<&PrepareRequest::authClientId>(
          "authClientId", required, 64,
          "Who will use the authorization; the idempotency key together with "
          "referenceAgreementId."),
      field<&PrepareRequest::authClientName>(
          "authClientName", required, 256,
          "That client's name."),
      field<&PrepareRequest::authClientDisplayName>(
          "authClientDisplayName", optional, 64,
          "The name that the user reads.")
          .requiredWhen("it differs from authClientName"),
      field<&PrepareRequest::referenceMerchantId>(
          "referenceMerchantId", required, 32,
          "The client's own id of the merchant."),
      field<&PrepareRequest::referenceAgreementId>(
          "referenceAgreementId", required, 64,
          "The client's own id of the agreement."),
      field<&PrepareRequest::authRedirectUrl>(
          "authRedirectUrl", required, 2048,
          "Where the user goes after agreeing.")
          .asUrl(),
      field<&PrepareRequest::authState>(
          "authState", optional, 256,
          "Made by the client, to know its own request again."),
      field<&PrepareRequest::scopes>(
          "scopes", required, 64,
          "What is asked for, such as AGREEMENT_PAY."),
      field<&PrepareRequest::terminalType>(
          "terminalType", optional, 0,
          "What the user holds the page in.")
          .oneOf(kTerminalTypes),
      field<&PrepareRequest::osType>("osType", optional, 0, "Operating system of the device.")
          .oneOf(kOsTypes),
      field<&PrepareRequest::customerBelongsTo>(
          "customerBelongsTo", optional, 32,
          "The wallet that the user chose, such as ALIPAY_HK."),
      field<&PrepareRequest::authorizationAction>(
          "authorizationAction", optional, 0,
          "SMS: the user proves themselves by a one-time password on the merchant's page.")
          .oneOf(kAuthorizationActions),
      field<&PrepareRequest::userLoginId>(
          "userLoginId", optional, 64,
          "With what the user logs in to the wallet.")
          .requiredWhen<&bySms>("authorizationAction is SMS"),
      field<&PrepareRequest::userLoginIdType>(
          "userLoginIdType", optional, 32,
          "What kind of login id it is, such as MOBILE.")
          .requiredWhen<&bySms>("authorizationAction is SMS"),
      rows::passThroughInfo<&PrepareRequest::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(PrepareResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&PrepareResponse::result>(),
      field<&PrepareResponse::authUrl>(
          "authUrl", optional, 2048,
          "Where the user agrees, when it is done on the wallet's own page.")
          .asUrl(),
      field<&PrepareResponse::authCode>(
          "authCode", optional, 128,
          "To be exchanged for a token by applyToken, with the one-time password.")
          .requiredWhen("the authorization is made by SMS"),
      field<&PrepareResponse::verifyRequestId>(
          "verifyRequestId", optional, 64,
          "Names the one-time password that was sent.")
          .requiredWhen("a one-time password was sent"),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerPrepareRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&AcquirerPrepareRequest::acquirerId>(),
      field<&AcquirerPrepareRequest::authClientId>(
          "authClientId", required, 64,
          "Who will use the authorization; the idempotency key together with "
          "referenceAgreementId."),
      field<&AcquirerPrepareRequest::authClientName>(
          "authClientName", required, 256,
          "That client's name."),
      field<&AcquirerPrepareRequest::authClientDisplayName>(
          "authClientDisplayName", optional, 64,
          "The name that the user reads.")
          .requiredWhen("it differs from authClientName"),
      field<&AcquirerPrepareRequest::referenceMerchantId>(
          "referenceMerchantId", required, 32,
          "The client's own id of the merchant."),
      field<&AcquirerPrepareRequest::referenceAgreementId>(
          "referenceAgreementId", required, 64,
          "The client's own id of the agreement."),
      field<&AcquirerPrepareRequest::authRedirectUrl>(
          "authRedirectUrl", required, 2048,
          "Where the user goes after agreeing.")
          .asUrl(),
      field<&AcquirerPrepareRequest::authState>(
          "authState", optional, 256,
          "Made by the client, to know its own request again."),
      field<&AcquirerPrepareRequest::scopes>(
          "scopes", required, 64,
          "What is asked for, such as AGREEMENT_PAY."),
      field<&AcquirerPrepareRequest::terminalType>(
          "terminalType", optional, 0,
          "What the user holds the page in.")
          .oneOf(kTerminalTypes),
      field<&AcquirerPrepareRequest::osType>("osType", optional, 0, "Operating system of the device.")
          .oneOf(kOsTypes),
      field<&AcquirerPrepareRequest::customerBelongsTo>(
          "customerBelongsTo", optional, 32,
          "The wallet that the user chose, such as ALIPAY_HK.")
          .requiredWhen("Alipay+ has more than one wallet to choose from"),
      field<&AcquirerPrepareRequest::authorizationAction>(
          "authorizationAction", optional, 0,
          "SMS: the user proves themselves by a one-time password on the merchant's page.")
          .oneOf(kAuthorizationActions),
      field<&AcquirerPrepareRequest::userLoginId>(
          "userLoginId", optional, 64,
          "With what the user logs in to the wallet.")
          .sandboxChoice("without it Alipay+ asks for it on its own page"),
      field<&AcquirerPrepareRequest::userLoginIdType>(
          "userLoginIdType", optional, 32,
          "What kind of login id it is, such as MOBILE.")
          .sandboxChoice("without it Alipay+ asks for it on its own page"),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerPrepareResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&AcquirerPrepareResponse::result>(),
      rows::echoedAcquirerId<&AcquirerPrepareResponse::acquirerId>(),
      rows::echoedPspId<&AcquirerPrepareResponse::pspId>(),
      field<&AcquirerPrepareResponse::authUrl>(
          "authUrl", optional, 2048,
          "Where the merchant sends the user on to authorize.")
          .requiredWhen<&succeeded<AcquirerPrepareResponse>>("result is S")
          .asUrl(),
  };
  return kFields;
}

}  // namespace aplus::protocol
