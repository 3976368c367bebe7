#include "protocol/codes/get_payment_code.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(GetPaymentCodeRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&GetPaymentCodeRequest::region>(
          "region", optional, 2,
          "Where the user is, ISO 3166: decides the kind of code.")
          .requiredWhen("it is CN"),
      field<&GetPaymentCodeRequest::customerId>("customerId", required, 64, "For whom."),
      field<&GetPaymentCodeRequest::codeQuantity>(
          "codeQuantity", optional, 0,
          "How many codes, to bridge a weak network; one when absent.")
          .between(1, 10),
      field<&GetPaymentCodeRequest::env>(
          "env", required, 0,
          "With which device the code is shown."),
  };
  return kFields;
}

codec::Fields fieldsOf(PaymentCodeInfo const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentCodeInfo::paymentCode>(
          "paymentCode", required, 32,
          "The digits to show as barcode and QR code."),
      field<&PaymentCodeInfo::codeValidityStartTime>(
          "codeValidityStartTime", optional, 0,
          "From when it may be scanned.")
          .asDatetime(),
      field<&PaymentCodeInfo::codeExpiryTime>(
          "codeExpiryTime", optional, 0,
          "Until when: one minute.")
          .asDatetime(),
  };
  return kFields;
}

codec::Fields fieldsOf(GetPaymentCodeResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&GetPaymentCodeResponse::result>(),
      field<&GetPaymentCodeResponse::paymentCodeInfoList>(
          "paymentCodeInfoList", optional, 0,
          "The codes.")
          .requiredWhen<&succeeded<GetPaymentCodeResponse>>("result is S"),
  };
  return kFields;
}

}  // namespace aplus::protocol
