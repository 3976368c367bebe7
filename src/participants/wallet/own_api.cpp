#include "participants/wallet/own_api.h"

#include "protocol/payments/pay.h"

namespace aplus::wallet {

std::string appTokenOf(CustomerId const& customer) { return "app-login-" + customer.value; }

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(CreateAuthCodeRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&CreateAuthCodeRequest::authClientId>("authClientId", required, 64,
                                                  "Who will use the authorization."),
      field<&CreateAuthCodeRequest::scopes>("scopes", required, 0, "What may be known of the user."),
  };
  return kFields;
}

codec::Fields fieldsOf(CreateAuthCodeResponse const*) {
  static constexpr codec::Field kFields[] = {
      field<&CreateAuthCodeResponse::result>("result", required, 0, "Whether there is a code."),
      field<&CreateAuthCodeResponse::authCode>("authCode", optional, 32, "The auth code."),
  };
  return kFields;
}

codec::Fields fieldsOf(FetchPaymentCodesRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&FetchPaymentCodesRequest::region>("region", required, 2, "Where the user is, ISO 3166."),
      field<&FetchPaymentCodesRequest::codeQuantity>("codeQuantity", optional, 0, "How many codes.")
          .between(1, 10),
      field<&FetchPaymentCodesRequest::deviceTokenId>("deviceTokenId", optional, 64, "Id of the phone."),
  };
  return kFields;
}

codec::Fields fieldsOf(FetchPaymentCodesResponse const*) {
  static constexpr codec::Field kFields[] = {
      field<&FetchPaymentCodesResponse::result>("result", required, 0, "Whether there are codes."),
      field<&FetchPaymentCodesResponse::paymentCodeInfoList>("paymentCodeInfoList", optional, 0,
                                                             "The codes, as Alipay+ gave them."),
  };
  return kFields;
}

codec::Fields fieldsOf(PaymentResultPush const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentResultPush::result>("result", required, 0, "How the payment ended."),
      field<&PaymentResultPush::merchantName>("merchantName", required, 256, "Who was paid."),
      field<&PaymentResultPush::paymentAmount>("paymentAmount", required, 0, "The shop's price."),
      field<&PaymentResultPush::payToAmount>("payToAmount", required, 0, "What the user pays."),
      field<&PaymentResultPush::paymentId>("paymentId", optional, 64, "The wallet's id of it."),
      field<&PaymentResultPush::paymentTime>("paymentTime", optional, 0, "When it was paid."),
  };
  return kFields;
}

}  // namespace aplus::wallet
