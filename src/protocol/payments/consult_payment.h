#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "protocol/codec/field.h"
#include "protocol/payments/order.h"
#include "protocol/payments/payment_parts.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

inline constexpr std::string_view kPaymentMethodCategories[] = {"WALLET"};

/// Acquirer → Alipay+: which wallets may this user pay with?
/// Source: https://github.com/alipay/global-open-sdk-java
struct ConsultPaymentRequest {
  Money paymentAmount;
  std::string userRegion;
  PaymentFactor paymentFactor;
  std::optional<SettlementStrategy> settlementStrategy;
  std::vector<std::string> allowedPspRegions;
  std::optional<Merchant> merchant;
  std::string referenceUserId;
  std::optional<Env> env;

  bool operator==(ConsultPaymentRequest const&) const = default;
};

/// One wallet that may be offered.
struct PaymentOption {
  std::string paymentMethodType;
  std::string paymentMethodCategory;
  std::optional<bool> enabled;
  std::optional<bool> preferred;
  std::string disableReason;

  bool operator==(PaymentOption const&) const = default;
};

struct ConsultPaymentResponse {
  ResultInfo result;
  std::vector<PaymentOption> paymentOptions;

  bool operator==(ConsultPaymentResponse const&) const = default;
};

codec::Fields fieldsOf(ConsultPaymentRequest const*);
codec::Fields fieldsOf(PaymentOption const*);
codec::Fields fieldsOf(ConsultPaymentResponse const*);

}  // namespace aplus::protocol
