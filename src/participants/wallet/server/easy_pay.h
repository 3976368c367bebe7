#pragma once

#include "participants/wallet/server/wallet_server.h"
#include "protocol/payments/pay.h"

namespace aplus::wallet::server {

// Easy Pay: the three calls of pay, and another password in between.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/easy_pay/integration_guide

/// Which of the calls it is; none: another kind of payment.
enum class EasyPayCall : std::uint8_t { none, evaluate, order, verify };

EasyPayCall easyPayCall(protocol::PayRequest const& request);

protocol::PayResponse evaluatePayment(State& state, protocol::PayRequest const& request, Context& context);
protocol::PayResponse orderWithPassword(State& state, protocol::PayRequest const& request, SequenceNo cause,
                                        Context& context);
protocol::PayResponse verifyAndPay(State& state, protocol::PayRequest const& request, SequenceNo cause,
                                   Context& context);

/// What follows the answer to the third call, once the payment has ended: the user, the authorization, notifyPayment.
void afterVerification(State& state, PaymentRequestId const& id, Context& context);

/// The step of the guide that the answer to a pay request is.
DocStep payAnswerStep(State const& state, protocol::PayRequest const& request);

/// A payment was decided, closed or cancelled outside of these calls: the order follows, if it is one of Easy Pay.
void easyPayEnded(State& state, Payment const& payment, Context& context);

/// The order goes on in its table.
void orderEvent(State& state, PaymentRequestId const& id, OrderEvent event);

/// Alipay+ asks for another password, or has one checked.
void onSendOtp(State& state, Envelope const& request, Context& context);
void onVerifyOtp(State& state, Envelope const& request, Context& context);

void describeEasyPay(State const& state, StateWriter& out);

}  // namespace aplus::wallet::server
