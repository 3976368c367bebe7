#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "participants/party.h"
#include "protocol/http_message.h"

namespace aplus {

/// How a message travels.
enum class Kind : std::uint8_t {
  http,   ///< between servers, or the wallet app and its own server
  sdk,    ///< in-process calls and callbacks of the client SDK, and its own line to Alipay+
  ui,     ///< what a person does or sees
  timer,  ///< something that a party set for itself
  fault,  ///< what the network did to a message
};

/// What a message is to the one before it.
enum class Phase : std::uint8_t { request, response, call, callback, event };

std::string_view name(Kind kind);
std::string_view name(Phase phase);

/// The step of the official document that a message is, such as {"Process the payment", "1"}.
/// The texts are literals.
struct DocStep {
  std::string_view section;
  std::string_view step;

  bool operator==(DocStep const&) const = default;
};

/// Counts everything that was ever sent or set in a run; never used twice.
using SequenceNo = std::int64_t;

/// One message on its way. For `Kind::http` all of `message` is meant; for the others only its
/// body, a JSON text with the call's arguments.
struct Envelope {
  SequenceNo id = 0;         ///< given by the context when it is sent
  SequenceNo inReplyTo = 0;  ///< the request or call that this one answers; 0 when none
  Kind kind = Kind::http;
  Phase phase = Phase::request;
  Party from = Party::user;
  Party to = Party::user;
  std::string name;  ///< the API or call, as the documents spell it
  DocStep docStep;
  protocol::HttpMessage message;

  bool operator==(Envelope const&) const = default;
};

}  // namespace aplus
