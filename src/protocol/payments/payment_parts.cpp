#include "protocol/payments/payment_parts.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

constexpr std::string_view kOwnLength = "no length is published";

}  // namespace

codec::Fields fieldsOf(PaymentMethodMetaData const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentMethodMetaData::userLoginId>(
          "userLoginId", optional, 64,
          "With what the user logs in to the wallet; finds the account when there is no "
          "paymentMethodId.")
          .sandboxChoice(kOwnLength),
      field<&PaymentMethodMetaData::userLoginIdType>("userLoginIdType", optional, 32,
                                                     "What kind of login id it is, such as MOBILE.")
          .sandboxChoice(kOwnLength),
      field<&PaymentMethodMetaData::authClientId>("authClientId", optional, 64,
                                                  "For whom the user's authorization was given."),
  };
  return kFields;
}

codec::Fields fieldsOf(PaymentMethod const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentMethod::paymentMethodType>(
          "paymentMethodType", required, 32,
          "CONNECT_WALLET for a user-presented payment, else the wallet's name, such as ALIPAY_HK."),
      field<&PaymentMethod::paymentMethodId>(
          "paymentMethodId", optional, 128,
          "The payment code that was scanned, or the access token of an agreement payment.")
          .emptyMeansAbsent()
          .sandboxChoice("\"\" is taken as absent, because a published sample sends it"),
      field<&PaymentMethod::paymentMethodMetaData>("paymentMethodMetaData", optional, 0,
                                                   "What else is known of who pays.")
          .alsoSpelled("paymentMethodMetadata"),
      field<&PaymentMethod::customerId>("customerId", optional, 64,
                                        "The user, as the wallet knows them.")
          .requiredWhen("Alipay+ issued the payment code"),
  };
  return kFields;
}

codec::Fields fieldsOf(PaymentFactor const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentFactor::isInStorePayment>("isInStorePayment", optional, 0,
                                              "The user stands in a shop."),
      field<&PaymentFactor::inStorePaymentScenario>(
          "inStorePaymentScenario", optional, 0,
          "Which code was shown: the user's, one with the order in it, or the shop's own.")
          .oneOf(kInStorePaymentScenarios)
          .sandboxChoice("not demanded from Alipay+, because a published sample leaves it out"),
      field<&PaymentFactor::isCashierPayment>("isCashierPayment", optional, 0,
                                              "The user pays on a cashier page."),
      field<&PaymentFactor::presentmentMode>("presentmentMode", optional, 0,
                                             "How the wallet is offered on the page.")
          .oneOf(kPresentmentModes),
      field<&PaymentFactor::isAgreementPayment>(
          "isAgreementPayment", optional, 0,
          "The user agreed before that it may be taken: auto debit and Easy Pay."),
      field<&PaymentFactor::isPaymentEvaluation>(
          "isPaymentEvaluation", optional, 0,
          "Only asks whether it would succeed; no money moves. Goes before isEasyPayScenario."),
      field<&PaymentFactor::isEasyPayScenario>(
          "isEasyPayScenario", optional, 0, "Easy Pay: make the order and send the user an OTP."),
      field<&PaymentFactor::isVerificationAndPay>("isVerificationAndPay", optional, 0,
                                                  "Easy Pay: check the OTP and pay that order."),
      field<&PaymentFactor::isAuthorizationAndPay>(
          "isAuthorizationAndPay", optional, 0, "Easy Pay: the user signs the agreement as well."),
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
      field<&PaymentQuote::quoteCurrencyPair>(
          "quoteCurrencyPair", required, 16,
          "Two currencies with a slash: the price is what one of the first costs in the second."),
      field<&PaymentQuote::quotePrice>("quotePrice", required, 32, "The price, exact to its last digit.")
          .asDecimal(),
      field<&PaymentQuote::quoteStartTime>("quoteStartTime", optional, 0, "From when it holds.")
          .asDatetime(),
      field<&PaymentQuote::quoteExpiryTime>("quoteExpiryTime", optional, 0, "Until when it holds.")
          .asDatetime(),
      field<&PaymentQuote::baseCurrency>("baseCurrency", optional, 3,
                                         "The currency that is bought or sold."),
      field<&PaymentQuote::quoteUnit>("quoteUnit", optional, 16,
                                      "For how many units the price is given.")
          .sandboxChoice(kOwnLength),
  };
  return kFields;
}

codec::Fields fieldsOf(PaymentPromoDetail const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentPromoDetail::promoId>("promoId", optional, 64, "Names the promotion.")
          .sandboxChoice(kOwnLength),
      field<&PaymentPromoDetail::promoName>("promoName", optional, 128,
                                            "The promotion's name, as the user may read it.")
          .sandboxChoice(kOwnLength),
      field<&PaymentPromoDetail::promoType>("promoType", optional, 32, "Its kind.")
          .sandboxChoice(kOwnLength),
      field<&PaymentPromoDetail::savingsAmount>("savingsAmount", optional, 0,
                                                "What the user saves by it."),
  };
  return kFields;
}

codec::Fields fieldsOf(PaymentPromoInfo const*) {
  static constexpr codec::Field kFields[] = {
      field<&PaymentPromoInfo::paymentPromoDetails>("paymentPromoDetails", required, 0,
                                                    "The promotions, one by one."),
  };
  return kFields;
}

codec::Fields fieldsOf(SurchargeInfo const*) {
  static constexpr codec::Field kFields[] = {
      field<&SurchargeInfo::surchargeAmount>("surchargeAmount", required, 0,
                                             "What is added to the price."),
      field<&SurchargeInfo::surchargeQuote>("surchargeQuote", optional, 0,
                                            "The rate, when it is in another currency."),
  };
  return kFields;
}

codec::Fields fieldsOf(AuthorizationInfo const*) {
  static constexpr codec::Field kFields[] = {
      field<&AuthorizationInfo::authClientId>("authClientId", required, 64,
                                              "For whom the user gives the authorization."),
      field<&AuthorizationInfo::authState>("authState", optional, 256,
                                           "Made by that client, to know its own request again."),
      field<&AuthorizationInfo::referenceAgreementId>("referenceAgreementId", optional, 64,
                                                      "That client's own id of the agreement."),
  };
  return kFields;
}

codec::Fields fieldsOf(OtpVerification const*) {
  static constexpr codec::Field kFields[] = {
      field<&OtpVerification::otpCode>("otpCode", required, 32,
                                       "The one-time password that the user typed.")
          .sandboxChoice(kOwnLength),
      field<&OtpVerification::verifyRequestId>("verifyRequestId", required, 64,
                                               "Which one-time password is meant."),
      field<&OtpVerification::verifyType>("verifyType", optional, 0,
                                          "How it was sent; only pay says so.")
          .oneOf(kOtpVerifyTypes),
  };
  return kFields;
}

codec::Fields fieldsOf(SettlementStrategy const*) {
  static constexpr codec::Field kFields[] = {
      field<&SettlementStrategy::settlementCurrency>(
          "settlementCurrency", optional, 3, "The currency in which the acquirer is settled with."),
  };
  return kFields;
}

}  // namespace aplus::protocol
