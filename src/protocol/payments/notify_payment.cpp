#include "protocol/payments/notify_payment.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

template <class Message>
bool paid(Message const& message) {
  return message.paymentResult.success();
}

}  // namespace

codec::Fields fieldsOf(NotifyPaymentRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&NotifyPaymentRequest::paymentResult>(
          "paymentResult", required, 0,
          "How the payment ended: S or F, never U."),
      field<&NotifyPaymentRequest::paymentRequestId>(
          "paymentRequestId", required, 64,
          "The idempotency key: the id that the payment was asked for with."),
      field<&NotifyPaymentRequest::paymentId>(
          "paymentId", optional, 64,
          "The wallet's id of the payment.")
          .requiredWhen<&paid<NotifyPaymentRequest>>("paymentResult is S"),
      field<&NotifyPaymentRequest::paymentTime>("paymentTime", optional, 0, "When it was paid.")
          .requiredWhen<&paid<NotifyPaymentRequest>>("paymentResult is S")
          .asDatetime(),
      field<&NotifyPaymentRequest::paymentAmount>("paymentAmount", optional, 0, "As in pay."),
      field<&NotifyPaymentRequest::payToAmount>("payToAmount", optional, 0, "As in pay."),
      field<&NotifyPaymentRequest::customerId>("customerId", optional, 64, "Who paid.")
          .requiredWhen<&paid<NotifyPaymentRequest>>("paymentResult is S"),
      field<&NotifyPaymentRequest::customsDeclarationAmount>(
          "customsDeclarationAmount", optional, 0,
          "What is declared to customs."),
      rows::passThroughInfo<&NotifyPaymentRequest::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(NotifyPaymentResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&NotifyPaymentResponse::result>(),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerNotifyPaymentRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::echoedAcquirerId<&AcquirerNotifyPaymentRequest::acquirerId>(),
      rows::echoedPspId<&AcquirerNotifyPaymentRequest::pspId>(),
      field<&AcquirerNotifyPaymentRequest::paymentResult>(
          "paymentResult", required, 0,
          "How the payment ended: S or F."),
      field<&AcquirerNotifyPaymentRequest::paymentRequestId>(
          "paymentRequestId", required, 64,
          "The idempotency key: the id that the payment was asked for with."),
      field<&AcquirerNotifyPaymentRequest::paymentId>(
          "paymentId", optional, 64,
          "The id that Alipay+ gave to the payment.")
          .requiredWhen<&paid<AcquirerNotifyPaymentRequest>>("paymentResult is S"),
      field<&AcquirerNotifyPaymentRequest::paymentAmount>(
          "paymentAmount", optional, 0,
          "As in pay."),
      field<&AcquirerNotifyPaymentRequest::paymentTime>(
          "paymentTime", optional, 0,
          "When it was paid.")
          .requiredWhen<&paid<AcquirerNotifyPaymentRequest>>("paymentResult is S")
          .asDatetime(),
      field<&AcquirerNotifyPaymentRequest::customerId>("customerId", optional, 64, "Who paid."),
      field<&AcquirerNotifyPaymentRequest::walletBrandName>(
          "walletBrandName", optional, 128,
          "The wallet's name as users know it.")
          .sandboxChoice("no length is published"),
      field<&AcquirerNotifyPaymentRequest::settlementAmount>(
          "settlementAmount", optional, 0,
          "What the acquirer is settled with."),
      field<&AcquirerNotifyPaymentRequest::settlementQuote>(
          "settlementQuote", optional, 0,
          "The rate, when that is another currency."),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerNotifyPaymentResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&AcquirerNotifyPaymentResponse::result>(),
  };
  return kFields;
}

}  // namespace aplus::protocol
