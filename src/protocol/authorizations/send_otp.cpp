#include "protocol/authorizations/send_otp.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool hasReference(SendOtpRequest const& request) { return !request.referenceRequestId.empty(); }
bool noReference(SendOtpRequest const& request) { return request.referenceRequestId.empty(); }

}  // namespace

codec::Fields fieldsOf(SendOtpRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&SendOtpRequest::acquirerId>(),
      rows::pspId<&SendOtpRequest::pspId>(),
      field<&SendOtpRequest::accessToken>("accessToken", optional, 128, "Says who the user is.")
          .requiredWhen<&noReference>("referenceRequestId is absent"),
      field<&SendOtpRequest::referenceRequestId>(
          "referenceRequestId", optional, 64,
          "Easy Pay: the paymentRequestId for which a one-time password is wanted."),
      field<&SendOtpRequest::userLoginId>(
          "userLoginId", optional, 64,
          "Easy Pay: with what the user logs in to the wallet.")
          .requiredWhen<&hasReference>("referenceRequestId is there"),
      field<&SendOtpRequest::userLoginIdType>(
          "userLoginIdType", optional, 32,
          "Easy Pay: what kind of login id it is, such as MOBILE.")
          .requiredWhen<&hasReference>("referenceRequestId is there"),
      field<&SendOtpRequest::verifyType>(
          "verifyType", optional, 0,
          "Where it is sent to; MOBILE when absent.")
          .oneOf(kSendOtpVerifyTypes),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerSendOtpRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&AcquirerSendOtpRequest::acquirerId>(),
      field<&AcquirerSendOtpRequest::referenceRequestId>(
          "referenceRequestId", required, 64,
          "The acquirer's paymentRequestId for which a one-time password is wanted.")
          .sandboxChoice("the acquirer's side of this call is not published; the id is the acquirer's own"),
      field<&AcquirerSendOtpRequest::verifyType>(
          "verifyType", optional, 0,
          "Where it is sent to; MOBILE when absent.")
          .oneOf(kSendOtpVerifyTypes),
  };
  return kFields;
}

codec::Fields fieldsOf(SendOtpResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&SendOtpResponse::result>(),
      field<&SendOtpResponse::verifyRequestId>(
          "verifyRequestId", optional, 64,
          "Names the one-time password; a new one makes the old one worthless.")
          .requiredWhen<&succeeded<SendOtpResponse>>("result is S")
          .sandboxChoice("that a new one replaces the old one is not published"),
  };
  return kFields;
}

}  // namespace aplus::protocol
