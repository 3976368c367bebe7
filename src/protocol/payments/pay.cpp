#include "protocol/payments/pay.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool bringsTheOrder(PayRequest const& request) {
  return request.paymentFactor.isVerificationAndPay != true;
}

constexpr std::string_view kUnlessVerifying = "paymentFactor.isVerificationAndPay is not true";

bool currenciesDiffer(PayRequest const& request) {
  return request.paymentAmount && request.payToAmount &&
         request.paymentAmount->currency != request.payToAmount->currency;
}

bool surchargeNeeded(PayRequest const& request) {
  return request.paymentFactor.needSurcharge == true;
}

bool authorizesToo(PayRequest const& request) {
  return request.paymentFactor.isAuthorizationAndPay == true;
}

bool verifies(PayRequest const& request) {
  return request.paymentFactor.isVerificationAndPay == true;
}

}  // namespace

codec::Fields fieldsOf(PayRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&PayRequest::order>("order", optional, 0,
                                "What is bought and from whom; in a store with merchant.store.")
          .requiredWhen<&bringsTheOrder>(kUnlessVerifying),
      rows::acquirerId<&PayRequest::acquirerId>(),
      rows::pspId<&PayRequest::pspId>(),
      field<&PayRequest::paymentRequestId>(
          "paymentRequestId", required, 64,
          "The idempotency key: the same id always gets the same final answer."),
      field<&PayRequest::paymentAmount>("paymentAmount", optional, 0,
                                        "The price in the order's currency, after promotion.")
          .requiredWhen<&bringsTheOrder>(kUnlessVerifying),
      field<&PayRequest::paymentMethod>("paymentMethod", required, 0, "Who pays, and with what."),
      field<&PayRequest::payToAmount>(
          "payToAmount", optional, 0,
          "What the wallet settles to Alipay+ in its own currency: paymentAmount × quotePrice.")
          .requiredWhen<&bringsTheOrder>(kUnlessVerifying),
      field<&PayRequest::paymentQuote>("paymentQuote", optional, 0,
                                       "The rate between the two amounts.")
          .requiredWhen<&currenciesDiffer>("paymentAmount and payToAmount are in different currencies")
          .sandboxChoice("amounts in one currency are equal and need none: promotion and surcharge are in both"),
      field<&PayRequest::paymentFactor>("paymentFactor", required, 0, "Which kind of payment it is."),
      field<&PayRequest::paymentExpiryTime>(
          "paymentExpiryTime", optional, 0,
          "Until when it must have succeeded; after that the order is closed.")
          .requiredWhen("the payment must succeed before a certain time")
          .asDatetime(),
      rows::paymentNotifyUrl<&PayRequest::paymentNotifyUrl>(),
      rows::paymentRedirectUrl<&PayRequest::paymentRedirectUrl>(),
      field<&PayRequest::paymentPromoInfo>("paymentPromoInfo", optional, 0,
                                           "The promotions that made it cheaper.")
          .requiredWhen("a promotion is applied"),
      field<&PayRequest::surchargeInfo>("surchargeInfo", optional, 0, "What is added to the price.")
          .requiredWhen<&surchargeNeeded>("paymentFactor.needSurcharge is true"),
      field<&PayRequest::authorizationInfo>("authorizationInfo", optional, 0,
                                            "The agreement that the user signs while paying.")
          .requiredWhen<&authorizesToo>("paymentFactor.isAuthorizationAndPay is true"),
      field<&PayRequest::otpVerification>("otpVerification", optional, 0,
                                          "The one-time password that the user typed.")
          .requiredWhen<&verifies>("paymentFactor.isVerificationAndPay is true"),
      rows::passThroughInfo<&PayRequest::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(PayResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&PayResponse::result>(),
      rows::echoedPspId<&PayResponse::pspId>(),
      field<&PayResponse::paymentId>("paymentId", optional, 64, "The wallet's id of the payment.")
          .requiredWhen("the payment succeeded"),
      field<&PayResponse::paymentUrl>("paymentUrl", optional, 2048,
                                      "Where the user goes on to pay; not used in a store.")
          .asUrl(),
      field<&PayResponse::paymentTime>("paymentTime", optional, 0, "When it was paid.")
          .requiredWhen("the payment succeeded")
          .asDatetime(),
      field<&PayResponse::paymentAmount>("paymentAmount", optional, 0, "As in the request."),
      field<&PayResponse::payToAmount>("payToAmount", optional, 0, "As in the request."),
      field<&PayResponse::customerId>("customerId", optional, 64, "Who paid, or who would pay.")
          .requiredWhen<&succeeded<PayResponse>>("result is S"),
      field<&PayResponse::verifyRequestId>("verifyRequestId", optional, 64,
                                           "Names the one-time password that was sent.")
          .requiredWhen("Easy Pay made the order and sent a one-time password"),
      rows::passThroughInfo<&PayResponse::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerPayRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&AcquirerPayRequest::acquirerId>("acquirerId", required, 64, "Who asks.")
          .sandboxChoice("the official SDK leaves it to Client-Id to say so"),
      field<&AcquirerPayRequest::order>("order", required, 0, "What is bought and from whom."),
      field<&AcquirerPayRequest::paymentRequestId>(
          "paymentRequestId", required, 64, "The acquirer's idempotency key for this payment."),
      field<&AcquirerPayRequest::paymentAmount>("paymentAmount", required, 0,
                                                "The price in the order's currency."),
      field<&AcquirerPayRequest::paymentMethod>(
          "paymentMethod", required, 0,
          "For a user-presented payment CONNECT_WALLET with the scanned code as paymentMethodId."),
      field<&AcquirerPayRequest::paymentFactor>(
          "paymentFactor", required, 0,
          "Which kind of payment: in a store with the code that was shown, on a cashier page, or "
          "by agreement."),
      field<&AcquirerPayRequest::paymentExpiryTime>(
          "paymentExpiryTime", optional, 0,
          "Until when it may be paid; a cashier page allows ten minutes at most.")
          .asDatetime(),
      rows::paymentNotifyUrl<&AcquirerPayRequest::paymentNotifyUrl>(),
      rows::paymentRedirectUrl<&AcquirerPayRequest::paymentRedirectUrl>(),
      field<&AcquirerPayRequest::settlementStrategy>("settlementStrategy", optional, 0,
                                                     "How it is settled with the acquirer."),
      field<&AcquirerPayRequest::allowedPspRegions>("allowedPspRegions", optional, 2,
                                                    "Regions whose wallets may pay, ISO 3166."),
      field<&AcquirerPayRequest::userRegion>("userRegion", optional, 2,
                                             "Where the user is, ISO 3166."),
      rows::passThroughInfo<&AcquirerPayRequest::passThroughInfo>(),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerPayResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&AcquirerPayResponse::result>(),
      rows::echoedAcquirerId<&AcquirerPayResponse::acquirerId>(),
      rows::echoedPspId<&AcquirerPayResponse::pspId>(),
      field<&AcquirerPayResponse::paymentId>("paymentId", optional, 64,
                                             "The id that Alipay+ gave to the payment.")
          .requiredWhen("the payment succeeded"),
      field<&AcquirerPayResponse::paymentTime>("paymentTime", optional, 0, "When it was paid.")
          .requiredWhen("the payment succeeded")
          .asDatetime(),
      field<&AcquirerPayResponse::paymentAmount>("paymentAmount", optional, 0, "As in the request."),
      field<&AcquirerPayResponse::customerId>("customerId", optional, 64, "Who paid."),
      field<&AcquirerPayResponse::walletBrandName>(
          "walletBrandName", optional, 128, "The wallet's name as users know it.")
          .sandboxChoice("no length is published"),
      field<&AcquirerPayResponse::paymentUrl>(
          "paymentUrl", optional, 2048,
          "Where the merchant sends the user on, after an entry code or on a cashier page.")
          .asUrl(),
  };
  return kFields;
}

}  // namespace aplus::protocol
