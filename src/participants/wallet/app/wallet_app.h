#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/context.h"
#include "participants/state_writer.h"
#include "participants/wallet/app/scan_state.h"

namespace aplus::wallet::app {

/// What the phone shows.
enum class Screen : std::uint8_t {
  home,
  loadingCode,
  paymentCode,
  codeError,
  paymentResult,
  loggedOut,
  camera,
  identifying,     ///< a code was scanned, and nobody knows yet what it stands for
  scanProblem,     ///< the scan came to nothing; says why
  sdkPage,         ///< the client SDK shows a page above the app
  confirmPayment,  ///< asks the user to pay the order
  paying,
};

/// How the app gets payment codes. The two generations of the integration are mixed in the documents.
enum class Integration : std::uint8_t {
  session,  ///< the app asks the client SDK, which keeps a session with Alipay+
  server,   ///< the app asks its own server, which asks Alipay+
};

std::string_view name(Integration integration);

std::string_view name(Screen screen);

struct ShownCode {
  PaymentCode paymentCode;
  SimTime validFrom;
  SimTime expiresAt;

  bool operator==(ShownCode const&) const = default;
};

struct CodeError {
  std::string errorCode;
  std::string errorMessage;

  bool operator==(CodeError const&) const = default;
};

/// What the wallet server tells its app after a payment, good or bad.
struct Receipt {
  bool paid = false;
  std::string resultCode;
  std::string merchantName;
  Money paymentAmount;  ///< in the shop's currency
  Money payToAmount;    ///< what the user pays
  std::string paymentId;
  std::string paymentTime;

  bool operator==(Receipt const&) const = default;
};

/// What the app waits for from its own server.
struct OwnCall {
  SequenceNo sdkCall = 0;  ///< the SDK's getAuthCode call that it serves; 0: it is for payment codes
  SequenceNo timer = 0;    ///< the time-out

  bool operator==(OwnCall const&) const = default;
};

struct State {
  CustomerId customerId;  ///< who is logged in
  std::string appToken;   ///< what the app identifies itself with to its own server
  std::string region;     ///< where the user is, ISO 3166: it decides which codes are understood
  ClientId clientId;      ///< what the app gives to the client SDK
  std::string deviceTokenId;
  Integration integration = Integration::session;
  std::int64_t codeQuantity = 1;  ///< how many codes the server is asked for at once
  bool callsInit = true;          ///< false: an app whose author forgot it

  bool loggedIn = true;
  bool sdkInitialized = false;
  Screen screen = Screen::home;
  std::optional<ShownCode> code;
  std::vector<ShownCode> nextCodes;  ///< in stock, for when the server cannot be reached
  std::optional<CodeError> codeError;
  std::optional<Receipt> receipt;

  std::int32_t failures = 0;    ///< in a row; each makes the next attempt wait longer
  SequenceNo expectedCode = 0;  ///< the call whose answer is awaited; 0 when none
  SequenceNo refreshTimer = 0;  ///< fetches the next code, by plan or after a failure; 0 when none
  SequenceNo endTimer = 0;      ///< the shown code's end; 0 when none
  std::map<SequenceNo, OwnCall> ownCalls;
  Scan scan;

  bool operator==(State const&) const = default;
};

void onMessage(State& state, Envelope const& message, Context& context);
void onTimer(State& state, Timer const& timer, Context& context);
void describe(State const& state, StateWriter& out);

}  // namespace aplus::wallet::app
