#pragma once

#include "participants/wallet/app/wallet_app.h"

namespace aplus::wallet::app {

// The line to the app's own server. Every wallet builds it as it likes.

/// A request to the own server, with the user's login, ready to be sent.
Envelope ownRequest(State const& state, std::string name, std::string_view uri, std::string body, DocStep docStep);

/// Asks the own server for an auth code, on behalf of the SDK's call.
void askForAuthCode(State& state, Envelope const& sdkCall, Context& context);

/// Asks the own server for payment codes. Returns the request's number.
SequenceNo askForPaymentCodes(State& state, Context& context);

/// What came back for an auth code goes on to the SDK.
void onAuthCode(State& state, OwnCall const& call, Envelope const& message, Context& context);

/// Tells the SDK that there is no auth code.
void refuseAuthCode(Context& context, SequenceNo sdkCall, std::string reason);

inline constexpr std::string_view kOwnTimeout = "ownServerTimeout";

}  // namespace aplus::wallet::app
