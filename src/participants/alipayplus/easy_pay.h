#pragma once

#include "participants/alipayplus/alipayplus.h"
#include "protocol/payments/pay.h"

namespace aplus::alipayplus {

// Easy Pay: an order of the acquirer becomes three calls of the wallet's pay, and a page for the user in between.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/easy_pay/integration_guide

bool isEasyPay(protocol::AcquirerPayRequest const& wanted);
void onEasyPayOrder(State& state, Envelope const& request, protocol::AcquirerPayRequest const& wanted, Context& context);

/// The user confirms the account, or types the password.
void confirmPaymentAccount(State& state, PaymentRequestId const& id, std::string loginId, Context& context);
void payWithPassword(State& state, PaymentRequestId const& id, std::string const& otpCode, bool agrees,
                     Context& context);

/// The wallet has answered the first or the second call, or has not.
void onEvaluated(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onEvaluationSilence(State& state, PendingCall const& pending, Context& context);
void onOrdered(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onOrderSilence(State& state, PendingCall const& pending, Context& context);

/// The wallet says that the password failed and that there are tries left.
void verificationContinues(State& state, Payment& payment, Context& context);

/// Ends a payment that waits for its user. False when it is no such payment.
bool closeEasyPay(State& state, Payment& payment, Envelope const& waiting, Context& context);

/// The address of the page of a payment; empty when there is none any more.
std::string pageOf(State const& state, Payment const& payment);

void describeEasyPay(State const& state, StateWriter& out);

}  // namespace aplus::alipayplus
