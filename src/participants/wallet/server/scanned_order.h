#pragma once

#include <string>

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

// The order behind a code: handed in at Alipay+, obeyed as actionForm says, paid when the user confirms.

/// The app hands in the order code that the client SDK met on a merchant's page.
void onDecodeOrder(State& state, Envelope const& request, Context& context);

/// The server itself has found out that a scanned code is an order code. What comes of it is pushed.
void decodeScannedOrder(State& state, std::string const& codeValue, CustomerId const& customer, Context& context);

/// Alipay+ has answered userInitiatedPay. False when the response answers something else.
bool onOrderDecoded(State& state, Envelope const& response, Context& context);

/// The user has confirmed the order in the app.
void onConfirmPayment(State& state, Envelope const& request, Context& context);

/// Alipay+ has not answered, or an order has not been confirmed in time. False when the timer is for
/// something else.
bool onScannedOrderTimer(State& state, Timer const& timer, Context& context);

void describeMerchantPresented(State const& state, StateWriter& out);

}  // namespace aplus::wallet::server
