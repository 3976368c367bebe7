#pragma once

#include <optional>

#include "participants/wallet/own_api.h"
#include "participants/wallet/server/wallet_server.h"
#include "protocol/payments/pay.h"

namespace aplus::wallet::server {

/// Alipay+ asks to take money from a user. The signature was checked before.
void onPay(State& state, Envelope const& request, Context& context);

/// The time has come to decide about a payment that was in process.
void onDecisionTimer(State& state, PaymentRequestId const& id, Context& context);

/// Ends a payment that is in process without taking money: nothing is decided about it any more.
void closePayment(State& state, Payment& payment, Context& context);

/// Writes down how a payment ended.
void finish(State& state, Payment& payment, protocol::ResultInfo result, Context& context);

/// What the user's app is told of a payment that ended with this result.
PaymentResultPush receiptOf(Payment const& payment, protocol::ResultInfo const& result);

/// Lets the user's app know how a payment ended. Sandbox choice: how is the wallet's own affair.
void pushResult(Payment const& payment, protocol::ResultInfo const& result, Context& context);

// What all kinds of payments have in common.

protocol::PayResponse answerOf(Payment const& payment);
PaymentContent contentOf(protocol::PayRequest const& request);
Payment paymentOf(State const& state, protocol::PayRequest const& request, SequenceNo cause, SimTime now);

/// The result that a magic value forces, or nothing.
std::optional<protocol::ResultInfo> forcedByMagic(State const& state, Payment const& payment, Context& context);

/// How this payment is processed: as the wallet does, or as a magic value wants it.
Processing processingOf(State const& state, Payment const& payment);

/// Keeps a payment in process. It is decided later, or closed when its time ends before that.
void postpone(Payment& payment, std::int64_t decideAfterMs, Context& context);

/// Keeps a payment open until its time ends; then it is closed.
void waitUntilExpiry(Payment& payment, Context& context);

inline constexpr std::string_view kDecisionTimer = "decidePayment";

}  // namespace aplus::wallet::server
