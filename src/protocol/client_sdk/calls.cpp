#include "protocol/client_sdk/calls.h"

#include "protocol/payments/pay.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool hasNoLogin(CreateSessionCall const& call) { return call.authLoginId.empty(); }

}  // namespace

codec::Fields fieldsOf(InitCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&InitCall::clientId>("clientId", required, 64, "The wallet's client, given by Alipay+."),
      field<&InitCall::envType>("envType", required, 0, "PROD, in the sandbox of Alipay+ as well.")
          .oneOf(kEnvTypes),
  };
  return kFields;
}

codec::Fields fieldsOf(ClearCall const*) { return {}; }

codec::Fields fieldsOf(GetPaymentCodeCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&GetPaymentCodeCall::region>("region", required, 2,
                                         "Where the user is, ISO 3166: decides the kind of code."),
  };
  return kFields;
}

codec::Fields fieldsOf(PaymentCodeUpdated const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentCodeUpdated::paymentCode>("paymentCode", required, 32,
                                              "The digits to show as barcode and QR code."),
      field<&PaymentCodeUpdated::codeExpiryTime>("codeExpiryTime", required, 0,
                                                 "Until when it may be scanned."),
  };
  return kFields;
}

codec::Fields fieldsOf(SdkFailure const*) {
  static constexpr codec::Field kFields[] = {
      field<&SdkFailure::errorCode>("errorCode", required, 0, "What kind of failure."),
      field<&SdkFailure::errorMessage>("errorMessage", optional, 0, "The same for developers."),
  };
  return kFields;
}

codec::Fields fieldsOf(GetAuthCodeCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&GetAuthCodeCall::authClientId>("authClientId", required, 0,
                                            "Who will use the authorization."),
      field<&GetAuthCodeCall::scopes>("scopes", required, 0,
                                      "What may be known of the user: BASE_USER_INFO."),
  };
  return kFields;
}

codec::Fields fieldsOf(AuthCodeGranted const*) {
  static constexpr codec::Field kFields[] = {
      field<&AuthCodeGranted::authCode>("authCode", required, 32,
                                        "To be exchanged for a token by applyToken, once."),
      field<&AuthCodeGranted::authSuccessScopes>("authSuccessScopes", optional, 0,
                                                 "The scopes that were granted."),
  };
  return kFields;
}

codec::Fields fieldsOf(CreateSessionCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&CreateSessionCall::authClientId>("authClientId", required, 0,
                                              "The wallet's client that asks."),
      field<&CreateSessionCall::authCode>("authCode", optional, 32, "What the app returned.")
          .requiredWhen<&hasNoLogin>("authLoginId is absent"),
      field<&CreateSessionCall::authLoginId>("authLoginId", optional, 64,
                                             "A login that still holds, instead of an auth code."),
  };
  return kFields;
}

codec::Fields fieldsOf(CreateSessionReply const*) {
  static constexpr codec::Field kFields[] = {
      field<&CreateSessionReply::result>("result", required, 0, "Whether there is a session now."),
      field<&CreateSessionReply::sessionId>("sessionId", optional, 64,
                                            "Names the session in later calls."),
      field<&CreateSessionReply::sessionExpiryTime>("sessionExpiryTime", optional, 0,
                                                    "Until when the session holds."),
      field<&CreateSessionReply::authLoginId>("authLoginId", optional, 64,
                                              "Names the login: it makes the next session."),
      field<&CreateSessionReply::authLoginExpiryTime>("authLoginExpiryTime", optional, 0,
                                                      "Until when the login holds."),
  };
  return kFields;
}

codec::Fields fieldsOf(EndLoginCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&EndLoginCall::authLoginId>("authLoginId", required, 64, "Which login ends."),
  };
  return kFields;
}

codec::Fields fieldsOf(RequestPaymentCodeCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&RequestPaymentCodeCall::sessionId>("sessionId", required, 64,
                                                "The session: it says who the user is."),
      field<&RequestPaymentCodeCall::region>("region", required, 2, "Where the user is."),
  };
  return kFields;
}

codec::Fields fieldsOf(RequestPaymentCodeReply const*) {
  static constexpr codec::Field kFields[] = {
      field<&RequestPaymentCodeReply::result>("result", required, 0, "Whether there is a code."),
      field<&RequestPaymentCodeReply::paymentCode>("paymentCode", optional, 32, "The code."),
      field<&RequestPaymentCodeReply::codeExpiryTime>("codeExpiryTime", optional, 0,
                                                      "Until when it may be scanned."),
  };
  return kFields;
}

}  // namespace aplus::protocol
