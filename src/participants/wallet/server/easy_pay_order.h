#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace aplus::wallet::server {

// The life of an Easy Pay order: what may happen to it when, and what pay then answers. This table is what the wallet
// goes by, and what docs/protocol/easy-pay-order.md is made of.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/easy_pay/integration_guide

enum class OrderPhase : std::uint8_t {
  none,        ///< there is no order yet
  waiting,     ///< the user has a one-time password and has not typed it
  processing,  ///< the password was right; whether the money can be taken is not decided
  paid,
  failed,
  closed,
};

std::string_view name(OrderPhase phase);

enum class OrderEvent : std::uint8_t {
  ordered,         ///< pay with isEasyPayScenario, and all is well
  orderRefused,    ///< the same, and something is not
  passwordResent,  ///< sendOTP
  wrongPassword,   ///< pay with isVerificationAndPay, a wrong password, and tries are left
  noTriesLeft,     ///< the same, and none are left
  rightAndPaid,
  rightAndRefused,
  rightAndUnknown,
  decidedPaid,     ///< what was in process is decided
  decidedRefused,
  expired,         ///< paymentExpiryTime has passed
  cancelled,       ///< cancelPayment
};

std::string_view name(OrderEvent event);

/// One row: what happens to an order in a phase, the phase after it, and what pay answers, where pay is asked.
struct OrderTransition {
  OrderPhase from;
  OrderEvent event;
  OrderPhase to;
  std::string_view answer;   ///< such as "U VERIFICATION_IN_PROCESS"; empty when it is no answer to pay
  std::string_view meaning;  ///< a sentence for people
};

std::span<OrderTransition const> orderTransitions();

/// The row for it; null when that cannot happen.
OrderTransition const* findTransition(OrderPhase from, OrderEvent event);

/// Where the order is after it. Asserts that it can happen.
OrderPhase after(OrderPhase from, OrderEvent event);

}  // namespace aplus::wallet::server
