#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/client_sdk/merchant_page.h"
#include "participants/context.h"
#include "participants/state_writer.h"

namespace aplus::client_sdk {

struct Session {
  SessionId sessionId;
  SimTime expiresAt;

  bool operator==(Session const&) const = default;
};

/// What the user's authorization gave; sessions are made with it until it ends.
struct Login {
  AuthLoginId authLoginId;
  SimTime expiresAt;

  bool operator==(Login const&) const = default;
};

/// What the SDK waits for on behalf of one getPaymentCode call of the app.
struct CodeRequest {
  SequenceNo appCall = 0;  ///< the app's call, which the callback answers
  std::string region;
  bool renewed = false;  ///< a session was made for it already, so the next refusal is the last
  SequenceNo timer = 0;  ///< the time-out of the call to Alipay+; 0 when it waits for the app

  bool operator==(CodeRequest const&) const = default;
};

struct State {
  ClientId authClientId;  ///< what the app gave to init; empty before
  std::optional<Session> session;
  std::optional<Login> login;
  /// Calls that the SDK made itself -> the app's request that they serve.
  std::map<SequenceNo, CodeRequest> pending;
  /// Source: the default of the client SDK's requests, five seconds.
  std::int64_t requestTimeoutMs = 5 * kSecondMs;
  WebView webView;

  bool operator==(State const&) const = default;
};

void onMessage(State& state, Envelope const& message, Context& context);
void onTimer(State& state, Timer const& timer, Context& context);
void describe(State const& state, StateWriter& out);

}  // namespace aplus::client_sdk
