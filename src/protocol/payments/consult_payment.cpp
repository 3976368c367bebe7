#include "protocol/payments/consult_payment.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(ConsultPaymentRequest const*) {
  static constexpr codec::Field kFields[] = {
      field<&ConsultPaymentRequest::paymentAmount>(
          "paymentAmount", required, 0,
          "The price in the order's currency."),
      field<&ConsultPaymentRequest::userRegion>(
          "userRegion", optional, 2,
          "Where the user is, ISO 3166."),
      field<&ConsultPaymentRequest::paymentFactor>(
          "paymentFactor", required, 0,
          "Which kind of payment it will be."),
      field<&ConsultPaymentRequest::settlementStrategy>(
          "settlementStrategy", optional, 0,
          "How it is settled with the acquirer."),
      field<&ConsultPaymentRequest::allowedPspRegions>(
          "allowedPspRegions", optional, 2,
          "Regions whose wallets may pay, ISO 3166."),
      field<&ConsultPaymentRequest::merchant>("merchant", optional, 0, "Who sells."),
      field<&ConsultPaymentRequest::referenceUserId>(
          "referenceUserId", optional, 64,
          "The merchant's own id of the user."),
      field<&ConsultPaymentRequest::env>(
          "env", optional, 0,
          "Where and with which device the user pays."),
  };
  return kFields;
}

codec::Fields fieldsOf(PaymentOption const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentOption::paymentMethodType>(
          "paymentMethodType", required, 32,
          "The wallet, as pay takes it."),
      field<&PaymentOption::paymentMethodCategory>(
          "paymentMethodCategory", optional, 0,
          "What kind of payment method it is.")
          .oneOf(kPaymentMethodCategories),
      field<&PaymentOption::enabled>("enabled", optional, 0, "It can be used now."),
      field<&PaymentOption::preferred>("preferred", optional, 0, "It should be shown first."),
      field<&PaymentOption::disableReason>(
          "disableReason", optional, 256,
          "Why it cannot be used.")
          .sandboxChoice("no length is published"),
  };
  return kFields;
}

codec::Fields fieldsOf(ConsultPaymentResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&ConsultPaymentResponse::result>(),
      field<&ConsultPaymentResponse::paymentOptions>(
          "paymentOptions", optional, 0,
          "What the user may choose from."),
  };
  return kFields;
}

}  // namespace aplus::protocol
