#include "protocol/authorizations/verify_otp.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(VerifyOtpRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&VerifyOtpRequest::acquirerId>(),
      rows::pspId<&VerifyOtpRequest::pspId>(),
      rows::accessToken<&VerifyOtpRequest::accessToken>(),
      field<&VerifyOtpRequest::verifyRequestId>(
          "verifyRequestId", required, 64,
          "Which one-time password is meant."),
      field<&VerifyOtpRequest::otpCode>("otpCode", required, 32, "What the user typed.")
          .sandboxChoice("no length is published"),
  };
  return kFields;
}

codec::Fields fieldsOf(VerifyOtpResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&VerifyOtpResponse::result>(),
  };
  return kFields;
}

}  // namespace aplus::protocol
