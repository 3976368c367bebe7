#include "protocol/payments/user_initiated_pay.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool handledBySdk(ActionForm const& form) { return form.actionType == kHandleBySdk; }

bool goesOn(UserInitiatedPayResponse const& response) {
  return response.result.success() && !(response.actionForm && handledBySdk(*response.actionForm));
}

}  // namespace

codec::Fields fieldsOf(UserInitiatedPayRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&UserInitiatedPayRequest::codeValue>(
          "codeValue", required, 512,
          "The code that was scanned: the idempotency key while it is valid."),
      field<&UserInitiatedPayRequest::customerId>("customerId", required, 64, "Who scanned it."),
      rows::passThroughInfo<&UserInitiatedPayRequest::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(ActionForm const*) {
  static constexpr codec::Field kFields[] = {
      field<&ActionForm::actionType>(
          "actionType", required, 0,
          "HANDLE_BY_PSP: the wallet goes on with the payment. HANDLE_BY_SDK: the payload "
          "goes to the client SDK.")
          .oneOf(kActionTypes),
      field<&ActionForm::sdkActionPayload>(
          "sdkActionPayload", optional, 2048,
          "For the SDK only; passed on byte for byte.")
          .requiredWhen<&handledBySdk>("actionType is HANDLE_BY_SDK")
          .sandboxChoice("its content is not published; the sandbox makes its own"),
  };
  return kFields;
}

codec::Fields fieldsOf(UserInitiatedPayResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&UserInitiatedPayResponse::result>(),
      rows::echoedAcquirerId<&UserInitiatedPayResponse::acquirerId>(),
      rows::echoedPspId<&UserInitiatedPayResponse::pspId>(),
      field<&UserInitiatedPayResponse::codeType>(
          "codeType", optional, 0,
          "What kind of code it was.")
          .oneOf(kCodeTypes),
      field<&UserInitiatedPayResponse::paymentRequestId>(
          "paymentRequestId", optional, 64,
          "The id of the payment, for notifyPayment.")
          .requiredWhen<&goesOn>("result is S and the wallet pays"),
      field<&UserInitiatedPayResponse::order>(
          "order", optional, 0,
          "What is bought and from whom.")
          .requiredWhen<&goesOn>("result is S and the wallet pays"),
      field<&UserInitiatedPayResponse::paymentAmount>(
          "paymentAmount", optional, 0,
          "The price in the order's currency.")
          .requiredWhen<&goesOn>("result is S and the wallet pays"),
      field<&UserInitiatedPayResponse::payToAmount>(
          "payToAmount", optional, 0,
          "What the wallet settles, in its own currency.")
          .requiredWhen<&goesOn>("result is S and the wallet pays"),
      field<&UserInitiatedPayResponse::paymentQuote>(
          "paymentQuote", optional, 0,
          "The rate between the two."),
      field<&UserInitiatedPayResponse::paymentFactor>(
          "paymentFactor", optional, 0,
          "Which kind of payment it is."),
      field<&UserInitiatedPayResponse::paymentExpiryTime>(
          "paymentExpiryTime", optional, 0,
          "Until when it must have been paid.")
          .asDatetime(),
      rows::paymentNotifyUrl<&UserInitiatedPayResponse::paymentNotifyUrl>(),
      rows::paymentRedirectUrl<&UserInitiatedPayResponse::paymentRedirectUrl>(),
      field<&UserInitiatedPayResponse::paymentPromoInfo>(
          "paymentPromoInfo", optional, 0,
          "The promotions that made it cheaper."),
      field<&UserInitiatedPayResponse::surchargeInfo>(
          "surchargeInfo", optional, 0,
          "What is added to the price."),
      field<&UserInitiatedPayResponse::authorizationInfo>(
          "authorizationInfo", optional, 0,
          "An agreement that the user signs while paying."),
      field<&UserInitiatedPayResponse::actionForm>("actionForm", optional, 0, "Who acts next."),
      rows::passThroughInfo<&UserInitiatedPayResponse::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerUserInitiatedPayRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::echoedAcquirerId<&AcquirerUserInitiatedPayRequest::acquirerId>(),
      rows::echoedPspId<&AcquirerUserInitiatedPayRequest::pspId>(),
      field<&AcquirerUserInitiatedPayRequest::codeValue>(
          "codeValue", required, 512,
          "The private order code that was scanned."),
      field<&AcquirerUserInitiatedPayRequest::customerId>(
          "customerId", optional, 64,
          "Who scanned it."),
      rows::passThroughInfo<&AcquirerUserInitiatedPayRequest::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerUserInitiatedPayResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&AcquirerUserInitiatedPayResponse::result>(),
      field<&AcquirerUserInitiatedPayResponse::codeType>(
          "codeType", optional, 0,
          "What kind of code it was.")
          .oneOf(kCodeTypes),
      field<&AcquirerUserInitiatedPayResponse::paymentRequestId>(
          "paymentRequestId", optional, 64,
          "The acquirer's id of the payment.")
          .requiredWhen<&succeeded<AcquirerUserInitiatedPayResponse>>("result is S"),
      field<&AcquirerUserInitiatedPayResponse::order>(
          "order", optional, 0,
          "What is bought and from whom.")
          .requiredWhen<&succeeded<AcquirerUserInitiatedPayResponse>>("result is S"),
      field<&AcquirerUserInitiatedPayResponse::paymentFactor>(
          "paymentFactor", optional, 0,
          "Which kind of payment it is."),
      field<&AcquirerUserInitiatedPayResponse::amount>(
          "amount", optional, 0,
          "The price in the order's currency.")
          .requiredWhen<&succeeded<AcquirerUserInitiatedPayResponse>>("result is S"),
      rows::paymentNotifyUrl<&AcquirerUserInitiatedPayResponse::paymentNotifyUrl>(),
      rows::paymentRedirectUrl<&AcquirerUserInitiatedPayResponse::paymentRedirectUrl>(),
      field<&AcquirerUserInitiatedPayResponse::paymentExpiryTime>(
          "paymentExpiryTime", optional, 0,
          "Until when it must have been paid.")
          .asDatetime(),
      field<&AcquirerUserInitiatedPayResponse::settlementStrategy>(
          "settlementStrategy", optional, 0,
          "How it is settled with the acquirer."),
  };
  return kFields;
}

}  // namespace aplus::protocol
