#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// How a payment ends: what the wallet's answers mean, and the inquiries until one of them is final.

void onWalletPaid(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onWalletPaySilence(State& state, PendingCall const& pending, Context& context);
void onWalletInquired(State& state, PendingCall const& pending, Envelope const& response, Context& context);

/// What the wallet says of a payment that it has taken the money for.
struct Paid {
  PaymentId paymentId;
  std::string paymentTime;
};

/// The wallet says that the payment succeeded. When that comes too late it is undone again.
void learnPaid(State& state, Payment& payment, Paid const& paid, Context& context);

/// The wallet says that the payment failed.
void learnFailed(State const& state, Payment& payment, protocol::ResultInfo const& result, Context& context);

/// Sets the alarm for the next inquiry, or for the expiry when that comes first.
void inquireLater(Payment& payment, Context& context);

/// The alarm of a payment: another inquiry, the end of its time, or another cancelPayment.
void onPaymentTimer(State& state, Timer const& timer, Context& context);

void stopTimer(Payment& payment, Context& context);

inline constexpr std::string_view kPaymentTimer = "paymentStillUnknown";

}  // namespace aplus::alipayplus
