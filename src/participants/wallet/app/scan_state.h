#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/money.h"
#include "base/strong_id.h"
#include "participants/envelope.h"

namespace aplus::wallet::app {

/// An order that the user is asked to confirm.
struct ScannedOrder {
  PaymentRequestId paymentRequestId;
  std::string merchantName;
  std::string orderDescription;
  Money paymentAmount;
  Money payToAmount;

  bool operator==(ScannedOrder const&) const = default;
};

/// Why a scan came to nothing, in plain words.
struct ScanProblem {
  std::string title;
  std::string text;
  std::string code;

  bool operator==(ScanProblem const&) const = default;
};

/// What the app waits for from its own server.
struct ScanCall {
  enum class Purpose : std::uint8_t { identify, decode, confirm };

  Purpose purpose = Purpose::identify;
  SequenceNo timer = 0;  ///< the time-out

  bool operator==(ScanCall const&) const = default;
};

/// The scan at hand: from the camera to the result page.
struct Scan {
  std::string codeValue;
  bool entryCode = false;     ///< the client SDK has the merchant's page open
  SequenceNo orderTimer = 0;  ///< the server has said DECODE and will push the order; 0 when it will not
  SequenceNo launchCall = 0;  ///< of the SDK; 0 when it was answered
  SequenceNo decodeCall = 0;  ///< the SDK's decode call that waits for its callback; 0 when none
  std::optional<ScannedOrder> order;
  std::optional<ScanProblem> problem;
  std::map<SequenceNo, ScanCall> calls;

  bool operator==(Scan const&) const = default;
};

}  // namespace aplus::wallet::app
