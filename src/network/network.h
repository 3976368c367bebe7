#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/rng.h"
#include "base/sim_time.h"
#include "participants/envelope.h"

namespace aplus::network {

/// Which messages are meant. What is left out matches everything.
struct Match {
  std::optional<Party> from;
  std::optional<Party> to;
  std::string name;
  std::optional<Phase> phase;

  bool operator==(Match const&) const = default;
};

bool matches(Match const& match, Envelope const& message);

/// What can happen to a message on its way.
enum class FaultKind : std::uint8_t { drop, delay, duplicate, alter };

std::string_view name(FaultKind kind);

/// What of a message is altered.
enum class Part : std::uint8_t { body, header, method, uri };

std::string_view name(Part part);

struct FaultRule {
  Match match;
  FaultKind kind = FaultKind::alter;
  std::int32_t nth = 1;      ///< the how-manieth matching message, counted from 1
  std::int32_t times = 1;    ///< how many matching messages from there on
  std::int64_t delayMs = 0;  ///< for `delay` and `duplicate`
  Part part = Part::body;    ///< for `alter`
  std::string header;        ///< for `alter` of a header: its name
  /// For `alter`: the bytes that are replaced, first place. For `duplicate`, unless empty: the copy differs so.
  std::string find;
  std::string replace;
  /// Not somebody on the way but the sender itself wrote it so, a faulty one: it is signed anew.
  bool bySender = false;

  std::int32_t seen = 0;  ///< matching messages so far

  bool operator==(FaultRule const&) const = default;
};

/// How long a message takes. Sandbox choice: the figures are ours.
struct Latency {
  std::int64_t httpMs = 40;
  std::int64_t httpJitterMs = 20;
  std::int64_t sdkLocalMs = 1;  ///< calls inside the phone

  bool operator==(Latency const&) const = default;
};

struct State {
  Rng rng;
  Latency latency;
  std::vector<FaultRule> faults;

  bool operator==(State const&) const = default;
};

/// What the network does with a message that was just sent.
struct Plan {
  std::int64_t latencyMs = 0;
  std::optional<FaultRule> fault;  ///< happens half-way
};

Plan plan(State& state, Envelope const& message);

/// Replaces what the fault says. Signing anew is for those who have keys. False when the part does not contain what is to be replaced.
bool alter(Envelope& message, FaultRule const& fault);

/// A sentence for people.
std::string describe(FaultRule const& fault, Envelope const& message);

}  // namespace aplus::network
