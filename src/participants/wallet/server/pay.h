#pragma once

#include "participants/wallet/own_api.h"
#include "participants/wallet/server/wallet_server.h"

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

inline constexpr std::string_view kDecisionTimer = "decidePayment";

}  // namespace aplus::wallet::server
