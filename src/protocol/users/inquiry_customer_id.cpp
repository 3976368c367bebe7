#include "protocol/users/inquiry_customer_id.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool byPaymentCode(InquiryCustomerIdRequest const& request) {
  return request.inquiryType == kByPaymentCode;
}
bool byLoginId(InquiryCustomerIdRequest const& request) { return request.inquiryType == kByLoginId; }

}  // namespace

codec::Fields fieldsOf(InquiryCustomerIdRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&InquiryCustomerIdRequest::acquirerId>(),
      rows::pspId<&InquiryCustomerIdRequest::pspId>(),
      field<&InquiryCustomerIdRequest::inquiryType>(
          "inquiryType", required, 0,
          "By what the user is looked for.")
          .oneOf(kInquiryTypes),
      field<&InquiryCustomerIdRequest::paymentCode>(
          "paymentCode", optional, 32,
          "A payment code that the wallet issued.")
          .requiredWhen<&byPaymentCode>("inquiryType is BY_PAYMENT_CODE"),
      field<&InquiryCustomerIdRequest::plaintextUserLoginId>(
          "plaintextUserLoginId", optional, 64,
          "The login id, not masked.")
          .requiredWhen<&byLoginId>("inquiryType is BY_LOGIN_ID")
          .sandboxChoice("no length is published"),
  };
  return kFields;
}

codec::Fields fieldsOf(InquiryCustomerIdResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&InquiryCustomerIdResponse::result>(),
      field<&InquiryCustomerIdResponse::customerId>(
          "customerId", optional, 64,
          "The user, as the wallet knows them.")
          .requiredWhen<&succeeded<InquiryCustomerIdResponse>>("result is S"),
  };
  return kFields;
}

}  // namespace aplus::protocol
