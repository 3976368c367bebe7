#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace aplus::inspect {

/// A place where a value stands.
struct Sighting {
  std::size_t step = 0;  ///< 0: in the world before the first step
  Party party = Party::user;  ///< who sent it, or in whose state it stands
  std::string place;  ///< `$.order.orderId`, `header Client-Id`, `URI`; keys of a state joined by ` / `

  bool operator==(Sighting const&) const = default;
};

/// Where a value comes from and where it went.
struct Provenance {
  std::string value;
  std::string refused;  ///< why the value cannot be followed; empty when it can
  /// In the order of the run; the first one is its birth.
  std::vector<Sighting> seen;
  bool cut = false;  ///< there are more than are listed
  std::vector<Sighting> kept;  ///< in whose state it stands now
};

/// Why a value says nothing by standing somewhere: it is short, or everybody uses it. Empty when it can be
/// followed.
std::string whyNotTraceable(std::string_view value);

/// Looks for exactly this value in all messages up to step `upTo`, and in the states before the first step
/// and after that one. Strings of JSON bodies are compared unescaped.
Provenance traceValue(timeline::Timeline const& run, std::string_view value, std::size_t upTo);

}  // namespace aplus::inspect
