#include "protocol/codes/identify_code.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool opensUrl(IdentifyCodeResponse const& response) {
  return response.postCodeMatchActionType == kOpenUrl;
}

}  // namespace

codec::Fields fieldsOf(IdentifyCodeRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&IdentifyCodeRequest::codeValue>("codeValue", required, 512, "What was scanned."),
      field<&IdentifyCodeRequest::customerId>("customerId", optional, 64, "Who scanned it."),
  };
  return kFields;
}

codec::Fields fieldsOf(IdentifyCodeResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&IdentifyCodeResponse::result>(),
      field<&IdentifyCodeResponse::codeValue>("codeValue", optional, 512, "As in the request."),
      field<&IdentifyCodeResponse::postCodeMatchActionType>(
          "postCodeMatchActionType", optional, 0,
          "DECODE: call userInitiatedPay. OPEN_URL: open the page with the client SDK.")
          .requiredWhen<&succeeded<IdentifyCodeResponse>>("result is S")
          .oneOf(kPostCodeMatchActionTypes),
      field<&IdentifyCodeResponse::redirectUrl>(
          "redirectUrl", optional, 2048,
          "The page to open.")
          .requiredWhen<&opensUrl>("postCodeMatchActionType is OPEN_URL")
          .asUrl(),
      field<&IdentifyCodeResponse::userAgent>(
          "userAgent", optional, 1024,
          "The User-Agent by which the merchant's page knows an Alipay+ wallet."),
      field<&IdentifyCodeResponse::acDecodeConfig>(
          "acDecodeConfig", optional, 2048,
          "Passed to the client SDK as it is.")
          .sandboxChoice("no length is published"),
  };
  return kFields;
}

}  // namespace aplus::protocol
