#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// Account binding by one-time password: the acquirer asks, the user authorizes on the page of Alipay+.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/easy_pay/integration_guide

/// The acquirer asks for an authorization.
void onAcquirerPrepare(State& state, Envelope const& request, Context& context);

/// The acquirer asks for another password, for a payment or an authorization.
void onAcquirerSendOtp(State& state, Envelope const& request, Context& context);
void onOtpSent(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onOtpSilence(State& state, PendingCall const& pending, Context& context);

void confirmBindingAccount(State& state, Binding& binding, std::string loginId, Context& context);
void bindWithPassword(State& state, Binding& binding, std::string const& otpCode, Context& context);

void onPrepared(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onPrepareSilence(State& state, PendingCall const& pending, Context& context);
void onPasswordApplied(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void applyAgainLater(Binding& binding, Context& context);

/// Time for applyToken again. False when the timer is for something else.
bool onBindingTimer(State& state, Timer const& timer, Context& context);

}  // namespace aplus::alipayplus
