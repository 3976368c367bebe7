#include "protocol/payments/refund.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool noPaymentId(AcquirerRefundRequest const& request) { return request.paymentId.empty(); }

}  // namespace

codec::Fields fieldsOf(RefundRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&RefundRequest::acquirerId>(),
      rows::pspId<&RefundRequest::pspId>(),
      rows::paymentRequestId<&RefundRequest::paymentRequestId>(),
      field<&RefundRequest::paymentId>(
          "paymentId", required, 64,
          "The wallet's id of the payment."),
      field<&RefundRequest::refundRequestId>(
          "refundRequestId", required, 64,
          "The idempotency key of this refund."),
      field<&RefundRequest::refundAmount>(
          "refundAmount", required, 0,
          "What the user gets back, in the order's currency."),
      field<&RefundRequest::refundFromAmount>(
          "refundFromAmount", required, 0,
          "What the wallet takes back from the settlement, in its own currency.")
          .sandboxChoice("that it is required is inferred from the consistency rules"),
      field<&RefundRequest::refundQuote>(
          "refundQuote", optional, 0,
          "The rate: that of the payment."),
      field<&RefundRequest::refundPromoInfo>(
          "refundPromoInfo", optional, 0,
          "What part of a promotion is undone."),
      field<&RefundRequest::surchargeInfo>(
          "surchargeInfo", optional, 0,
          "What part of a surcharge is given back."),
      field<&RefundRequest::refundReason>(
          "refundReason", optional, 256,
          "Why, as the merchant says.")
          .sandboxChoice("no length is published"),
      rows::passThroughInfo<&RefundRequest::passThroughInfo>(),
      field<&RefundRequest::extendInfo>(
          "extendInfo", optional, 2048,
          "Anything else that was agreed on.")
          .sandboxChoice("no length is published"),
  };
  return kFields;
}

codec::Fields fieldsOf(RefundResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&RefundResponse::result>(),
      field<&RefundResponse::refundId>("refundId", optional, 64, "The wallet's id of the refund.")
          .requiredWhen<&succeeded<RefundResponse>>("result is S"),
      field<&RefundResponse::refundTime>("refundTime", optional, 0, "When it was refunded.")
          .requiredWhen<&succeeded<RefundResponse>>("result is S")
          .asDatetime(),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerRefundRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&AcquirerRefundRequest::paymentRequestId>(
          "paymentRequestId", optional, 64,
          "The acquirer's id of the payment.")
          .requiredWhen<&noPaymentId>("paymentId is absent"),
      field<&AcquirerRefundRequest::paymentId>(
          "paymentId", optional, 64,
          "The id that Alipay+ gave to it."),
      field<&AcquirerRefundRequest::refundRequestId>(
          "refundRequestId", required, 64,
          "The idempotency key of this refund."),
      field<&AcquirerRefundRequest::refundAmount>(
          "refundAmount", required, 0,
          "What the user gets back, in the order's currency."),
      field<&AcquirerRefundRequest::refundReason>(
          "refundReason", optional, 256,
          "Why, as the merchant says.")
          .sandboxChoice("no length is published"),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerRefundResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&AcquirerRefundResponse::result>(),
      rows::echoedAcquirerId<&AcquirerRefundResponse::acquirerId>(),
      rows::echoedPspId<&AcquirerRefundResponse::pspId>(),
      field<&AcquirerRefundResponse::refundId>(
          "refundId", optional, 64,
          "The id that Alipay+ gave to the refund.")
          .requiredWhen<&succeeded<AcquirerRefundResponse>>("result is S"),
      field<&AcquirerRefundResponse::refundTime>(
          "refundTime", optional, 0,
          "When it was refunded.")
          .requiredWhen<&succeeded<AcquirerRefundResponse>>("result is S")
          .asDatetime(),
      field<&AcquirerRefundResponse::refundAmount>(
          "refundAmount", optional, 0,
          "As in the request."),
  };
  return kFields;
}

}  // namespace aplus::protocol
