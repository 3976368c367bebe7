#pragma once

#include <optional>
#include <string>

#include "base/money.h"
#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/payments/order.h"
#include "protocol/payments/payment_parts.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

/// Alipay+ → wallet. Easy Pay's last call names an order that the wallet has already, so it comes
/// without order and amounts.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment
struct PayRequest {
  std::optional<Order> order;
  AcquirerId acquirerId;
  PspId pspId;
  PaymentRequestId paymentRequestId;
  std::optional<Money> paymentAmount;
  PaymentMethod paymentMethod;
  std::optional<Money> payToAmount;
  std::optional<PaymentQuote> paymentQuote;
  PaymentFactor paymentFactor;
  std::string paymentExpiryTime;
  std::string paymentNotifyUrl;
  std::string paymentRedirectUrl;
  std::optional<PaymentPromoInfo> paymentPromoInfo;
  std::optional<SurchargeInfo> surchargeInfo;
  std::optional<AuthorizationInfo> authorizationInfo;
  std::optional<OtpVerification> otpVerification;
  std::string passThroughInfo;

  bool operator==(PayRequest const&) const = default;
};

struct PayResponse {
  ResultInfo result;
  PspId pspId;
  PaymentId paymentId;
  std::string paymentUrl;
  std::string paymentTime;
  std::optional<Money> paymentAmount;
  std::optional<Money> payToAmount;
  CustomerId customerId;
  std::string verifyRequestId;
  std::string passThroughInfo;

  bool operator==(PayResponse const&) const = default;
};

/// Acquirer → Alipay+.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration
struct AcquirerPayRequest {
  AcquirerId acquirerId;
  Order order;
  PaymentRequestId paymentRequestId;
  Money paymentAmount;
  PaymentMethod paymentMethod;
  PaymentFactor paymentFactor;
  std::string paymentExpiryTime;
  std::string paymentNotifyUrl;
  std::string paymentRedirectUrl;
  std::optional<SettlementStrategy> settlementStrategy;
  std::vector<std::string> allowedPspRegions;
  std::string userRegion;
  std::string passThroughInfo;

  bool operator==(AcquirerPayRequest const&) const = default;
};

struct AcquirerPayResponse {
  ResultInfo result;
  AcquirerId acquirerId;
  PspId pspId;
  PaymentId paymentId;
  std::string paymentTime;
  std::optional<Money> paymentAmount;
  CustomerId customerId;
  std::string walletBrandName;
  std::string paymentUrl;

  bool operator==(AcquirerPayResponse const&) const = default;
};

codec::Fields fieldsOf(PayRequest const*);
codec::Fields fieldsOf(PayResponse const*);
codec::Fields fieldsOf(AcquirerPayRequest const*);
codec::Fields fieldsOf(AcquirerPayResponse const*);

}  // namespace aplus::protocol
