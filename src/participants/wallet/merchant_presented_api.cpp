#include "participants/wallet/merchant_presented_api.h"

#include "protocol/result_fields.h"

namespace aplus::wallet {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(IdentifyCodeCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&IdentifyCodeCall::codeValue>("codeValue", required, 0, "What the camera read."),
  };
  return kFields;
}

codec::Fields fieldsOf(IdentifyCodeReply const*) {
  static constexpr codec::Field kFields[] = {
      field<&IdentifyCodeReply::result>("result", required, 0, "Whether the code is known."),
      field<&IdentifyCodeReply::actionType>("actionType", optional, 0, "What to do with it."),
      field<&IdentifyCodeReply::url>("url", optional, 0, "For OPEN_URL: the page to launch."),
      field<&IdentifyCodeReply::userAgent>("userAgent", optional, 0, "For launch."),
      field<&IdentifyCodeReply::acDecodeConfig>("acDecodeConfig", optional, 0, "For launch."),
  };
  return kFields;
}

codec::Fields fieldsOf(DecodeOrderCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&DecodeOrderCall::codeValue>("codeValue", required, 0, "The order code."),
  };
  return kFields;
}

codec::Fields fieldsOf(DecodedOrder const*) {
  static constexpr codec::Field kFields[] = {
      field<&DecodedOrder::result>("result", required, 0, "How the decoding ended."),
      field<&DecodedOrder::actionType>("actionType", optional, 0, "Who acts next."),
      field<&DecodedOrder::sdkActionPayload>("sdkActionPayload", optional, 0,
                                             "For the client SDK, byte for byte."),
      field<&DecodedOrder::paymentRequestId>("paymentRequestId", optional, 64,
                                             "Names the payment when it is confirmed."),
      field<&DecodedOrder::merchantName>("merchantName", optional, 256, "Who will be paid."),
      field<&DecodedOrder::orderDescription>("orderDescription", optional, 256, "For what."),
      field<&DecodedOrder::paymentAmount>("paymentAmount", optional, 0, "The shop's price."),
      field<&DecodedOrder::payToAmount>("payToAmount", optional, 0, "What the user pays."),
  };
  return kFields;
}

codec::Fields fieldsOf(ConfirmPaymentCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&ConfirmPaymentCall::paymentRequestId>("paymentRequestId", required, 64,
                                                   "The payment that the user has seen."),
  };
  return kFields;
}

}  // namespace aplus::wallet
