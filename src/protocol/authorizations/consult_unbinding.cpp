#include "protocol/authorizations/consult_unbinding.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(ConsultUnbindingRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&ConsultUnbindingRequest::authClientId>(
          "authClientId", required, 64,
          "Who uses the authorization."),
      field<&ConsultUnbindingRequest::referenceMerchantId>(
          "referenceMerchantId", optional, 32,
          "The client's own id of the merchant."),
      rows::accessToken<&ConsultUnbindingRequest::accessToken>(),
  };
  return kFields;
}

codec::Fields fieldsOf(ConsultUnbindingResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&ConsultUnbindingResponse::result>(),
      field<&ConsultUnbindingResponse::allowUnbinding>(
          "allowUnbinding", optional, 0,
          "The user may end it now.")
          .requiredWhen<&succeeded<ConsultUnbindingResponse>>("result is S")
          .sandboxChoice("the name stands on the acquirer's page of the same API"),
  };
  return kFields;
}

}  // namespace aplus::protocol
