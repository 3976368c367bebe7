#include "protocol/authorizations/cancel_token.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(CancelTokenRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&CancelTokenRequest::acquirerId>(),
      rows::pspId<&CancelTokenRequest::pspId>(),
      field<&CancelTokenRequest::accessToken>(
          "accessToken", required, 128,
          "The token to cancel; the idempotency key."),
      rows::passThroughInfo<&CancelTokenRequest::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerCancelTokenRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&AcquirerCancelTokenRequest::acquirerId>(),
      field<&AcquirerCancelTokenRequest::accessToken>(
          "accessToken", required, 128,
          "The token to cancel; the idempotency key."),
      rows::passThroughInfo<&AcquirerCancelTokenRequest::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(CancelTokenResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&CancelTokenResponse::result>(),
      rows::passThroughInfo<&CancelTokenResponse::passThroughInfo>(),
  };
  return kFields;
}

}  // namespace aplus::protocol
