#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/strong_id.h"
#include "protocol/codec/field.h"

namespace aplus::protocol {

// The objects that payment messages share.
// Sources: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/pay,
// https://docs.alipayplus.com/alipayplus/alipayplus/easy_pay/integration_guide and the names in
// https://github.com/alipay/global-open-sdk-java

/// Beside or instead of paymentMethodId. The guide's text spells it `paymentMethodMetadata`, its
/// samples `paymentMethodMetaData`: the second is sent, both are read.
struct PaymentMethodMetaData {
  std::string userLoginId;
  std::string userLoginIdType;
  ClientId authClientId;

  bool operator==(PaymentMethodMetaData const&) const = default;
};

struct PaymentMethod {
  std::string paymentMethodType;
  std::string paymentMethodId;
  std::optional<PaymentMethodMetaData> paymentMethodMetaData;
  CustomerId customerId;

  bool operator==(PaymentMethod const&) const = default;
};

inline constexpr std::string_view kConnectWallet = "CONNECT_WALLET";

inline constexpr std::string_view kPaymentCodeScenario = "PaymentCode";
inline constexpr std::string_view kOrderCodeScenario = "OrderCode";
inline constexpr std::string_view kEntryCodeScenario = "EntryCode";
inline constexpr std::string_view kInStorePaymentScenarios[] = {
    kPaymentCodeScenario, kOrderCodeScenario, kEntryCodeScenario};
inline constexpr std::string_view kPresentmentModes[] = {"TILE", "BUNDLE", "UNIFIED"};

/// Which kind of payment it is. Absent flags are false.
struct PaymentFactor {
  std::optional<bool> isInStorePayment;
  std::string inStorePaymentScenario;
  std::optional<bool> isCashierPayment;
  std::string presentmentMode;
  std::optional<bool> isAgreementPayment;
  std::optional<bool> isPaymentEvaluation;
  std::optional<bool> isEasyPayScenario;
  std::optional<bool> isVerificationAndPay;
  std::optional<bool> isAuthorizationAndPay;
  std::optional<bool> needSurcharge;
  std::optional<bool> isCrossborderSettlement;

  bool operator==(PaymentFactor const&) const = default;
};

struct PaymentQuote {
  QuoteId quoteId;
  std::string quoteCurrencyPair;
  std::string quotePrice;
  std::string quoteStartTime;
  std::string quoteExpiryTime;
  std::string baseCurrency;
  std::string quoteUnit;

  bool operator==(PaymentQuote const&) const = default;
};

struct PaymentPromoDetail {
  std::string promoId;
  std::string promoName;
  std::string promoType;
  std::optional<Money> savingsAmount;

  bool operator==(PaymentPromoDetail const&) const = default;
};

struct PaymentPromoInfo {
  std::vector<PaymentPromoDetail> paymentPromoDetails;

  bool operator==(PaymentPromoInfo const&) const = default;
};

struct SurchargeInfo {
  Money surchargeAmount;
  std::optional<PaymentQuote> surchargeQuote;

  bool operator==(SurchargeInfo const&) const = default;
};

struct AuthorizationInfo {
  ClientId authClientId;
  std::string authState;
  std::string referenceAgreementId;

  bool operator==(AuthorizationInfo const&) const = default;
};

/// In `pay` with verifyType; in `applyToken` without.
struct OtpVerification {
  std::string otpCode;
  std::string verifyRequestId;
  std::string verifyType;

  bool operator==(OtpVerification const&) const = default;
};

inline constexpr std::string_view kOtpVerifyTypes[] = {"SMS_OTP"};

struct SettlementStrategy {
  std::string settlementCurrency;

  bool operator==(SettlementStrategy const&) const = default;
};

codec::Fields fieldsOf(PaymentMethodMetaData const*);
codec::Fields fieldsOf(PaymentMethod const*);
codec::Fields fieldsOf(PaymentFactor const*);
codec::Fields fieldsOf(PaymentQuote const*);
codec::Fields fieldsOf(PaymentPromoDetail const*);
codec::Fields fieldsOf(PaymentPromoInfo const*);
codec::Fields fieldsOf(SurchargeInfo const*);
codec::Fields fieldsOf(AuthorizationInfo const*);
codec::Fields fieldsOf(OtpVerification const*);
codec::Fields fieldsOf(SettlementStrategy const*);

}  // namespace aplus::protocol
