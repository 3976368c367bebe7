#include "protocol/client_sdk/merchant_presented_calls.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(LaunchCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&LaunchCall::url>("url", required, 2048, "The merchant's page; HTTPS only."),
      field<&LaunchCall::userAgent>("userAgent", optional, 1024,
                                    "How the merchant's page knows that a wallet opens it."),
      field<&LaunchCall::acDecodeConfig>("acDecodeConfig", optional, 2048,
                                         "Which addresses the SDK takes for order codes.")
          .sandboxChoice("its form is not published: beginnings of addresses with commas between"),
  };
  return kFields;
}

codec::Fields fieldsOf(LaunchResult const*) { return {}; }

codec::Fields fieldsOf(DecodeCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&DecodeCall::codeValue>("codeValue", required, 512, "The order code's address."),
  };
  return kFields;
}

codec::Fields fieldsOf(DecodeResult const*) {
  static constexpr codec::Field kFields[] = {
      field<&DecodeResult::sdkActionPayload>("sdkActionPayload", optional, 2048,
                                             "With HANDLE_BY_SDK: byte for byte as Alipay+ sent it."),
  };
  return kFields;
}

codec::Fields fieldsOf(HandleActionCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&HandleActionCall::sdkActionPayload>("sdkActionPayload", required, 2048,
                                                 "Byte for byte as Alipay+ sent it."),
  };
  return kFields;
}

codec::Fields fieldsOf(OpenPageCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&OpenPageCall::url>("url", required, 2048, "The address in the merchant's code."),
      field<&OpenPageCall::userAgent>("userAgent", optional, 1024, "The web view's own name."),
  };
  return kFields;
}

codec::Fields fieldsOf(MerchantPage const*) {
  static constexpr codec::Field kFields[] = {
      field<&MerchantPage::page>("page", required, 0, "What the page is for.").oneOf(kMerchantPages),
      field<&MerchantPage::merchantName>("merchantName", required, 256, "Whose page it is."),
      field<&MerchantPage::message>("message", optional, 256, "What it says besides."),
  };
  return kFields;
}

codec::Fields fieldsOf(RedirectCall const*) {
  static constexpr codec::Field kFields[] = {
      field<&RedirectCall::url>("url", required, 2048, "The order code's address."),
  };
  return kFields;
}

}  // namespace aplus::protocol
