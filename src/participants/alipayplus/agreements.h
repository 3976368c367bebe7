#pragma once

#include "participants/alipayplus/alipayplus.h"
#include "protocol/authorizations/apply_token.h"
#include "protocol/payments/pay.h"

namespace aplus::alipayplus {

// Authorizations that users have given: kept, told to the acquirer, paid with, refreshed, ended.

/// An authorization that the acquirer asked for has given a token.
void keepAgreement(State& state, Binding const& binding, protocol::ApplyTokenResponse const& tokens, Context& context);

/// The wallet tells of an authorization, or asks whether one may end.
void onAuthNotify(State& state, Envelope const& request, Context& context);
void onConsultUnbinding(State& state, Envelope const& request, Context& context);

/// The acquirer pays with an access token, or ends the authorization.
void onAgreementPay(State& state, Envelope const& request, protocol::AcquirerPayRequest const& wanted, Context& context);
void onAcquirerCancelToken(State& state, Envelope const& request, Context& context);

/// The wallet has answered applyToken or cancelToken, or has not.
void onAgreementRefreshed(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onRefreshSilence(State& state, PendingCall const& pending, Context& context);
void onTokenCancelled(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onCancelTokenSilence(State& state, PendingCall const& pending, Context& context);

/// The acquirer has answered authNotify. False when the response answers something else.
bool onAuthSyncAnswered(State& state, Envelope const& response, Context& context);
/// Time to tell it again. False when the timer is for something else.
bool onAuthSyncTimer(State& state, Timer const& timer, Context& context);

/// The step of the official document that telling the acquirer the result of a payment is; empty for other payments.
DocStep payAnswerStep(State const& state, Payment const& payment);

}  // namespace aplus::alipayplus
