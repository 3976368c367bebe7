#pragma once

#include "participants/alipayplus/pay_amounts.h"
#include "protocol/payments/pay.h"

namespace aplus::alipayplus {

/// A payment under the acquirer's id, with new ids for the wallet and for the acquirer. Nobody has paid it.
Payment newPayment(State const& state, PaymentRequestId const& acquirerRequestId, Money const& price, SimTime expiresAt,
                   Context& context);

/// The same, of what the acquirer wants; its time is `lifetimeMs` when the acquirer names none.
Payment newPayment(State const& state, protocol::AcquirerPayRequest const& wanted, Amounts const& amounts,
                   std::int64_t lifetimeMs, Context& context);

void setAmounts(Payment& payment, Amounts const& amounts);

/// When the order must have been paid.
SimTime expiryOf(protocol::AcquirerPayRequest const& wanted, std::int64_t lifetimeMs, SimTime now);

/// What the wallet is asked to pay. Who pays, and with what, is as the acquirer has said.
protocol::PayRequest payRequest(State const& state, protocol::AcquirerPayRequest const& wanted,
                                Payment const& payment);

}  // namespace aplus::alipayplus
