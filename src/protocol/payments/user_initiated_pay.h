#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"
#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/payments/order.h"
#include "protocol/payments/payment_parts.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

inline constexpr std::string_view kHandleBySdk = "HANDLE_BY_SDK";
inline constexpr std::string_view kHandleByPsp = "HANDLE_BY_PSP";
inline constexpr std::string_view kActionTypes[] = {kHandleBySdk, kHandleByPsp};
inline constexpr std::string_view kCodeTypes[] = {"ORDER_CODE", "STORE_CODE"};

/// Wallet → Alipay+: what order does this code stand for?
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/pay_private_order_code
struct UserInitiatedPayRequest {
  std::string codeValue;
  CustomerId customerId;
  std::string passThroughInfo;

  bool operator==(UserInitiatedPayRequest const&) const = default;
};

/// Who acts next. It comes with S and with F.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/upgrading_for_regulatory_compliance_mpp/overview
struct ActionForm {
  std::string actionType;
  std::string sdkActionPayload;

  bool operator==(ActionForm const&) const = default;
};

struct UserInitiatedPayResponse {
  ResultInfo result;
  AcquirerId acquirerId;
  PspId pspId;
  std::string codeType;
  PaymentRequestId paymentRequestId;
  std::optional<Order> order;
  std::optional<Money> paymentAmount;
  std::optional<Money> payToAmount;
  std::optional<PaymentQuote> paymentQuote;
  std::optional<PaymentFactor> paymentFactor;
  std::string paymentExpiryTime;
  std::string paymentNotifyUrl;
  std::string paymentRedirectUrl;
  std::optional<PaymentPromoInfo> paymentPromoInfo;
  std::optional<SurchargeInfo> surchargeInfo;
  std::optional<AuthorizationInfo> authorizationInfo;
  std::optional<ActionForm> actionForm;
  std::string passThroughInfo;

  bool operator==(UserInitiatedPayResponse const&) const = default;
};

/// Alipay+ → acquirer: what order does this code of yours stand for?
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/pay_private_order_code
struct AcquirerUserInitiatedPayRequest {
  AcquirerId acquirerId;
  PspId pspId;
  std::string codeValue;
  CustomerId customerId;
  std::string passThroughInfo;

  bool operator==(AcquirerUserInitiatedPayRequest const&) const = default;
};

struct AcquirerUserInitiatedPayResponse {
  ResultInfo result;
  std::string codeType;
  PaymentRequestId paymentRequestId;
  std::optional<Order> order;
  std::optional<PaymentFactor> paymentFactor;
  std::optional<Money> amount;
  std::string paymentNotifyUrl;
  std::string paymentRedirectUrl;
  std::string paymentExpiryTime;
  std::optional<SettlementStrategy> settlementStrategy;

  bool operator==(AcquirerUserInitiatedPayResponse const&) const = default;
};

codec::Fields fieldsOf(UserInitiatedPayRequest const*);
codec::Fields fieldsOf(ActionForm const*);
codec::Fields fieldsOf(UserInitiatedPayResponse const*);
codec::Fields fieldsOf(AcquirerUserInitiatedPayRequest const*);
codec::Fields fieldsOf(AcquirerUserInitiatedPayResponse const*);

}  // namespace aplus::protocol
