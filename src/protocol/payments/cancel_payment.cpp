#include "protocol/payments/cancel_payment.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool noPaymentId(AcquirerCancelPaymentRequest const& request) { return request.paymentId.empty(); }

}  // namespace

codec::Fields fieldsOf(CancelPaymentRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&CancelPaymentRequest::acquirerId>(),
      rows::pspId<&CancelPaymentRequest::pspId>(),
      rows::paymentRequestId<&CancelPaymentRequest::paymentRequestId>(),
  };
  return kFields;
}

codec::Fields fieldsOf(CancelPaymentResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&CancelPaymentResponse::result>(),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerCancelPaymentRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&AcquirerCancelPaymentRequest::paymentRequestId>(
          "paymentRequestId", optional, 64,
          "The acquirer's id of the payment.")
          .requiredWhen<&noPaymentId>("paymentId is absent"),
      field<&AcquirerCancelPaymentRequest::paymentId>(
          "paymentId", optional, 64,
          "The id that Alipay+ gave to it."),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerCancelPaymentResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&AcquirerCancelPaymentResponse::result>(),
      rows::echoedAcquirerId<&AcquirerCancelPaymentResponse::acquirerId>(),
      rows::echoedPspId<&AcquirerCancelPaymentResponse::pspId>(),
  };
  return kFields;
}

}  // namespace aplus::protocol
