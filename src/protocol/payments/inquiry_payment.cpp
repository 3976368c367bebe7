#include "protocol/payments/inquiry_payment.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

/// The payment that is told of succeeded.
template <class Message>
bool tellsOfPayment(Message const& message) {
  return message.paymentResult.has_value() && message.paymentResult->success();
}

bool noPaymentId(AcquirerInquiryPaymentRequest const& request) { return request.paymentId.empty(); }

}  // namespace

codec::Fields fieldsOf(InquiryPaymentRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&InquiryPaymentRequest::acquirerId>(),
      rows::pspId<&InquiryPaymentRequest::pspId>(),
      rows::paymentRequestId<&InquiryPaymentRequest::paymentRequestId>(),
  };
  return kFields;
}

codec::Fields fieldsOf(InquiryPaymentResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&InquiryPaymentResponse::result>(),
      field<&InquiryPaymentResponse::paymentResult>(
          "paymentResult", optional, 0,
          "How the payment itself stands; U while it is in process.")
          .requiredWhen<&succeeded<InquiryPaymentResponse>>("result is S"),
      field<&InquiryPaymentResponse::paymentId>(
          "paymentId", optional, 64,
          "The wallet's id of the payment.")
          .requiredWhen<&tellsOfPayment<InquiryPaymentResponse>>("paymentResult is S"),
      field<&InquiryPaymentResponse::paymentTime>("paymentTime", optional, 0, "When it was paid.")
          .requiredWhen<&tellsOfPayment<InquiryPaymentResponse>>("paymentResult is S")
          .asDatetime(),
      field<&InquiryPaymentResponse::paymentAmount>("paymentAmount", optional, 0, "As in pay."),
      field<&InquiryPaymentResponse::payToAmount>("payToAmount", optional, 0, "As in pay."),
      field<&InquiryPaymentResponse::customerId>("customerId", optional, 64, "Who paid.")
          .requiredWhen<&tellsOfPayment<InquiryPaymentResponse>>("paymentResult is S"),
      rows::passThroughInfo<&InquiryPaymentResponse::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(PaymentTransaction const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentTransaction::transactionResult>(
          "transactionResult", optional, 0,
          "How it ended."),
      field<&PaymentTransaction::transactionId>("transactionId", optional, 64, "Its id."),
      field<&PaymentTransaction::transactionType>(
          "transactionType", optional, 32,
          "What it was, such as a refund.")
          .sandboxChoice("no length is published"),
      field<&PaymentTransaction::transactionStatus>(
          "transactionStatus", optional, 32,
          "How it stands.")
          .sandboxChoice("no length is published"),
      field<&PaymentTransaction::transactionAmount>("transactionAmount", optional, 0, "How much."),
      field<&PaymentTransaction::transactionRequestId>(
          "transactionRequestId", optional, 64,
          "With which id it was asked for."),
      field<&PaymentTransaction::transactionTime>(
          "transactionTime", optional, 0,
          "When it happened.")
          .asDatetime(),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerInquiryPaymentRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&AcquirerInquiryPaymentRequest::paymentRequestId>(
          "paymentRequestId", optional, 64,
          "The acquirer's id of the payment.")
          .requiredWhen<&noPaymentId>("paymentId is absent"),
      field<&AcquirerInquiryPaymentRequest::paymentId>(
          "paymentId", optional, 64,
          "The id that Alipay+ gave to it."),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerInquiryPaymentResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&AcquirerInquiryPaymentResponse::result>(),
      rows::echoedAcquirerId<&AcquirerInquiryPaymentResponse::acquirerId>(),
      rows::echoedPspId<&AcquirerInquiryPaymentResponse::pspId>(),
      field<&AcquirerInquiryPaymentResponse::paymentResult>(
          "paymentResult", optional, 0,
          "How the payment itself stands; U while it is in process.")
          .requiredWhen<&succeeded<AcquirerInquiryPaymentResponse>>("result is S"),
      field<&AcquirerInquiryPaymentResponse::paymentRequestId>(
          "paymentRequestId", optional, 64,
          "The acquirer's id of the payment."),
      field<&AcquirerInquiryPaymentResponse::paymentId>(
          "paymentId", optional, 64,
          "The id that Alipay+ gave to it.")
          .requiredWhen<&tellsOfPayment<AcquirerInquiryPaymentResponse>>("paymentResult is S"),
      field<&AcquirerInquiryPaymentResponse::paymentAmount>(
          "paymentAmount", optional, 0,
          "As in pay."),
      field<&AcquirerInquiryPaymentResponse::paymentTime>(
          "paymentTime", optional, 0,
          "When it was paid.")
          .requiredWhen<&tellsOfPayment<AcquirerInquiryPaymentResponse>>("paymentResult is S")
          .asDatetime(),
      field<&AcquirerInquiryPaymentResponse::customerId>("customerId", optional, 64, "Who paid."),
      field<&AcquirerInquiryPaymentResponse::walletBrandName>(
          "walletBrandName", optional, 128,
          "The wallet's name as users know it.")
          .sandboxChoice("no length is published"),
      field<&AcquirerInquiryPaymentResponse::transactions>(
          "transactions", optional, 0,
          "What happened to it since."),
  };
  return kFields;
}

}  // namespace aplus::protocol
