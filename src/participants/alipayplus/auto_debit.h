#pragma once

#include "participants/alipayplus/alipayplus.h"
#include "protocol/authorizations/prepare.h"

namespace aplus::alipayplus {

// Auto debit: the user authorizes on the wallet's own page, and the acquirer exchanges the auth code for a token.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/prepare

/// The acquirer asks for an authorization on the wallet's page. The request was read before.
void prepareWalletPage(State& state, Envelope const& request, protocol::AcquirerPrepareRequest const& wanted,
                       Context& context);
void onPagePrepared(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onPagePrepareSilence(State& state, PendingCall const& pending, Context& context);

/// The browser comes from the wallet's page and is sent on to the merchant. False when it comes from elsewhere.
bool onReturnFromWallet(State& state, Envelope const& message, Context& context);

/// The acquirer exchanges the auth code that the browser brought.
void onAcquirerApplyToken(State& state, Envelope const& request, Context& context);
void onCodeApplied(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onCodeSilence(State& state, PendingCall const& pending, Context& context);

}  // namespace aplus::alipayplus
