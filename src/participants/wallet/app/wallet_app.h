#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/money.h"
#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/context.h"
#include "participants/state_writer.h"

namespace aplus::wallet::app {

/// What the phone shows.
enum class Screen : std::uint8_t { home, loadingCode, paymentCode, codeError, paymentResult };

std::string_view name(Screen screen);

struct ShownCode {
  PaymentCode paymentCode;
  SimTime shownAt;
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

struct State {
  CustomerId customerId;  ///< who is logged in
  std::string appToken;   ///< what the app identifies itself with to its own server
  std::string region;     ///< where the user is, ISO 3166: it decides which codes are understood

  Screen screen = Screen::home;
  std::optional<ShownCode> code;
  std::optional<CodeError> codeError;
  std::optional<Receipt> receipt;

  SequenceNo expectedCode = 0;  ///< the getPaymentCode call whose answer is awaited; 0 when none
  SequenceNo refreshTimer = 0;  ///< fetches the next code before the shown one ends; 0 when none
  /// Requests to the own server for an auth code -> the SDK's getAuthCode call that waits for it.
  std::map<SequenceNo, SequenceNo> pendingAuthCodes;

  bool operator==(State const&) const = default;
};

void onMessage(State& state, Envelope const& message, Context& context);
void onTimer(State& state, Timer const& timer, Context& context);
void describe(State const& state, StateWriter& out);

}  // namespace aplus::wallet::app
