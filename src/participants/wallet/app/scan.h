#pragma once

#include "participants/wallet/app/wallet_app.h"

namespace aplus::wallet::app {

// A code that the merchant shows: scanned, identified by the own server, then either the client SDK opens
// the merchant's page or the order is there at once. In the end there is a page with the result.

/// A tap that has to do with scanning. False when it is another one.
bool onScanTap(State& state, Envelope const& tap, Context& context);

/// The user goes on to something else: whatever the scan waits for is given up, and decode's callback is executed.
void leaveScan(State& state, Context& context);

/// The own server has answered. False when the answer is to something else.
bool onScanResponse(State& state, Envelope const& message, Context& context);

/// The own server pushes what became of a scanned order code.
void onDecodedOrderPushed(State& state, Envelope const& message, Context& context);

/// The SDK calls decode: it has met an order code on the merchant's page.
void onDecodeCall(State& state, Envelope const& call, Context& context);

/// launch has been answered.
void onLaunched(State& state, Envelope const& message, Context& context);

/// The user has closed the SDK's page.
void onSdkPageClosed(State& state, Context& context);

/// The own server does not answer. False when the timer is for something else.
bool onScanTimer(State& state, Timer const& timer, Context& context);

void describeScan(State const& state, StateWriter& out);

}  // namespace aplus::wallet::app
