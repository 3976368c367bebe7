#include "participants/wallet/server/easy_pay_order.h"

#include <array>

#include "base/assert.h"

namespace aplus::wallet::server {

std::string_view name(OrderPhase phase) {
  static constexpr std::array<std::string_view, 6> kNames{"none", "waiting", "processing", "paid", "failed", "closed"};
  return kNames[static_cast<std::size_t>(phase)];
}

std::string_view name(OrderEvent event) {
  static constexpr std::array<std::string_view, 12> kNames{
      "ordered",         "orderRefused",    "passwordResent", "wrongPassword",  "noTriesLeft", "rightAndPaid",
      "rightAndRefused", "rightAndUnknown", "decidedPaid",    "decidedRefused", "expired",     "cancelled"};
  return kNames[static_cast<std::size_t>(event)];
}

std::span<OrderTransition const> orderTransitions() {
  using enum OrderPhase;
  using enum OrderEvent;
  static constexpr OrderTransition kRows[] = {
      {none, ordered, waiting, "U VERIFICATION_IN_PROCESS",
       "The second pay makes the order and sends the password. It can never be S."},
      {none, orderRefused, failed, "F",
       "The account, a limit, the balance or the request itself stands against it: there is no order to verify."},
      {waiting, passwordResent, waiting, "",
       "sendOTP sends another password; the one before is worthless from then on."},
      {waiting, wrongPassword, waiting, "U VERIFICATION_IN_PROCESS",
       "The third pay brought a wrong or an old password; the user may try again."},
      {waiting, noTriesLeft, failed, "F USER_PAYMENT_VERIFICATION_FAILED",
       "It was the last try for this password, this order or this user."},
      {waiting, rightAndPaid, paid, "S SUCCESS", "The password was right, and the money is taken."},
      {waiting, rightAndRefused, failed, "F", "The password was right, but the payment fails."},
      {waiting, rightAndUnknown, processing, "U PAYMENT_IN_PROCESS",
       "The password was right, and the wallet takes its time."},
      {waiting, expired, closed, "", "Nobody typed a right password in time."},
      {waiting, OrderEvent::cancelled, closed, "", "Alipay+ gave the order up."},
      {processing, decidedPaid, paid, "", "The money is taken after all."},
      {processing, decidedRefused, failed, "", "The payment fails after all."},
      {processing, expired, closed, "", "It was not decided in time."},
      {processing, OrderEvent::cancelled, closed, "", "Alipay+ gave the order up."},
      {paid, OrderEvent::cancelled, closed, "", "The money goes back."},
  };
  return kRows;
}

OrderTransition const* findTransition(OrderPhase from, OrderEvent event) {
  for (OrderTransition const& row : orderTransitions()) {
    if (row.from == from && row.event == event) return &row;
  }
  return nullptr;
}

OrderPhase after(OrderPhase from, OrderEvent event) {
  OrderTransition const* row = findTransition(from, event);
  APLUS_ASSERT(row != nullptr);
  return row->to;
}

}  // namespace aplus::wallet::server
