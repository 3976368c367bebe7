#include "protocol/payments/pay.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(ResultInfo const*) {
  static constexpr codec::Field kFields[] = {
      field<&ResultInfo::resultCode>("resultCode", required, 64,
                                     "Why it ended as it did; see the table of result codes."),
      field<&ResultInfo::resultStatus>("resultStatus", required, 0,
                                       "S and F are final; U means that nobody knows yet."),
      field<&ResultInfo::resultMessage>("resultMessage", optional, 256,
                                        "The same for people; never decide by it."),
  };
  return kFields;
}

namespace {

codec::Field paymentMethodIdField() {
  codec::Field row = field<&PaymentMethod::paymentMethodId>(
      "paymentMethodId", optional, 128,
      "For a user-presented payment the payment code that was scanned.");
  row.emptyIsAbsent = true;
  return row;
}

}  // namespace

codec::Fields fieldsOf(PaymentMethod const*) {
  static codec::Field const kFields[] = {
      field<&PaymentMethod::paymentMethodType>(
          "paymentMethodType", required, 32,
          "CONNECT_WALLET for a user-presented payment, else the wallet's name."),
      paymentMethodIdField(),
      field<&PaymentMethod::customerId>(
          "customerId", optional, 64,
          "The user, as the wallet knows them; sent when Alipay+ issued the code."),
  };
  return kFields;
}

codec::Fields fieldsOf(PaymentFactor const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentFactor::isInStorePayment>("isInStorePayment", optional, 0,
                                              "The user stands in a shop."),
      field<&PaymentFactor::inStorePaymentScenario>(
          "inStorePaymentScenario", optional, 0,
          "PaymentCode, OrderCode or EntryCode: who showed which code."),
      field<&PaymentFactor::isCashierPayment>("isCashierPayment", optional, 0,
                                              "The user pays on a cashier page."),
      field<&PaymentFactor::needSurcharge>("needSurcharge", optional, 0,
                                           "A surcharge is part of it; surchargeInfo must be there."),
      field<&PaymentFactor::isCrossborderSettlement>("isCrossborderSettlement", optional, 0,
                                                     "It is settled across a border."),
  };
  return kFields;
}

codec::Fields fieldsOf(PaymentQuote const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentQuote::quoteId>("quoteId", required, 64, "Names the rate that was fixed."),
      field<&PaymentQuote::quoteCurrencyPair>("quoteCurrencyPair", required, 16,
                                              "From the merchant's currency to the wallet's."),
      field<&PaymentQuote::quotePrice>("quotePrice", required, 32,
                                       "What one unit of the first costs in the second."),
  };
  return kFields;
}

codec::Fields fieldsOf(PayRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&PayRequest::order>("order", required, 0,
                                "What is bought and from whom; in a store with merchant.store."),
      field<&PayRequest::acquirerId>("acquirerId", required, 64, "Who acquires for the merchant."),
      field<&PayRequest::pspId>("pspId", required, 64, "The wallet that is asked to pay."),
      field<&PayRequest::paymentRequestId>(
          "paymentRequestId", required, 64,
          "The idempotency key: the same id always gets the same final answer."),
      field<&PayRequest::paymentAmount>("paymentAmount", required, 0,
                                        "The price in the order's currency, after promotion."),
      field<&PayRequest::paymentMethod>("paymentMethod", required, 0, "Who pays, and with what."),
      field<&PayRequest::payToAmount>(
          "payToAmount", required, 0,
          "What the wallet settles to Alipay+ in its own currency: paymentAmount × quotePrice."),
      field<&PayRequest::paymentQuote>(
          "paymentQuote", optional, 0,
          "The rate; must be there when the two amounts are in different currencies."),
      field<&PayRequest::paymentFactor>("paymentFactor", required, 0, "Which kind of payment it is."),
      field<&PayRequest::paymentExpiryTime>(
          "paymentExpiryTime", optional, 0,
          "Until when it must have succeeded; after that the order is closed."),
      field<&PayRequest::paymentNotifyUrl>("paymentNotifyUrl", optional, 2048,
                                           "Where notifyPayment is sent."),
      field<&PayRequest::paymentRedirectUrl>("paymentRedirectUrl", optional, 2048,
                                             "Where the user goes afterwards; not used in a store."),
      field<&PayRequest::passThroughInfo>("passThroughInfo", optional, 20000,
                                          "Handed through unchanged: a JSON object as a string."),
  };
  return kFields;
}

codec::Fields fieldsOf(PayResponse const*) {
  static constexpr codec::Field kFields[] = {
      field<&PayResponse::result>("result", required, 0, "How the payment ended."),
      field<&PayResponse::paymentId>("paymentId", optional, 64,
                                     "The wallet's id of the payment; must be there when paid."),
      field<&PayResponse::paymentTime>("paymentTime", optional, 0,
                                       "When it was paid; must be there when paid."),
      field<&PayResponse::paymentAmount>("paymentAmount", optional, 0, "As in the request."),
      field<&PayResponse::payToAmount>("payToAmount", optional, 0, "As in the request."),
      field<&PayResponse::customerId>("customerId", optional, 64,
                                      "Who paid; must be there when paid."),
      field<&PayResponse::passThroughInfo>("passThroughInfo", optional, 20000,
                                           "Handed through unchanged."),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerPayRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&AcquirerPayRequest::acquirerId>("acquirerId", required, 64, "Who asks."),
      field<&AcquirerPayRequest::order>("order", required, 0, "What is bought and from whom."),
      field<&AcquirerPayRequest::paymentRequestId>(
          "paymentRequestId", required, 64, "The acquirer's idempotency key for this payment."),
      field<&AcquirerPayRequest::paymentAmount>("paymentAmount", required, 0,
                                                "The price in the order's currency."),
      field<&AcquirerPayRequest::paymentMethod>(
          "paymentMethod", required, 0,
          "CONNECT_WALLET with the code that was scanned as paymentMethodId."),
      field<&AcquirerPayRequest::paymentFactor>(
          "paymentFactor", required, 0,
          "isInStorePayment true and inStorePaymentScenario PaymentCode."),
      field<&AcquirerPayRequest::paymentNotifyUrl>("paymentNotifyUrl", optional, 2048,
                                                   "Where Alipay+ sends notifyPayment."),
  };
  return kFields;
}

codec::Fields fieldsOf(AcquirerPayResponse const*) {
  static constexpr codec::Field kFields[] = {
      field<&AcquirerPayResponse::result>("result", required, 0, "How the payment ended."),
      field<&AcquirerPayResponse::acquirerId>("acquirerId", optional, 64, "As in the request."),
      field<&AcquirerPayResponse::pspId>("pspId", optional, 64, "The wallet that paid."),
      field<&AcquirerPayResponse::paymentId>("paymentId", optional, 64,
                                             "The id that Alipay+ gave to the payment."),
      field<&AcquirerPayResponse::paymentTime>("paymentTime", optional, 0, "When it was paid."),
      field<&AcquirerPayResponse::paymentAmount>("paymentAmount", optional, 0, "As in the request."),
      field<&AcquirerPayResponse::customerId>("customerId", optional, 64, "Who paid."),
  };
  return kFields;
}

}  // namespace aplus::protocol
