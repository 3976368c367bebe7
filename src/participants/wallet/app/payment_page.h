#pragma once

#include "participants/wallet/app/wallet_app.h"

namespace aplus::wallet::app {

// The page with the payment code: fetched, shown, fetched again before it ends, and what happens when that
// does not work.

/// Calls init of the SDK, once, before anything else is asked of it.
void initializeSdk(State& state, Context& context);

void openPaymentPage(State& state, Envelope const& tap, Context& context);
void refreshPaymentCode(State& state, Context& context);
void switchRegion(State& state, Envelope const& tap, Context& context);

/// Leaves the payment page for another screen.
void leavePaymentPage(State& state, Context& context, Screen next);

/// The client SDK has answered getPaymentCode, or called back that it failed.
void onSdkCallback(State& state, Envelope const& message, Context& context);

/// The own server has answered with payment codes.
void onPaymentCodes(State& state, Envelope const& message, Context& context);

/// No code came. The page tries again by itself, later each time.
void onCodeFailure(State& state, CodeError error, Context& context);

void onPageTimer(State& state, Timer const& timer, Context& context);

}  // namespace aplus::wallet::app
