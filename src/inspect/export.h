#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/check.h"
#include "timeline/timeline.h"

namespace aplus::inspect {

/// What a run is called and what was found at its end.
struct RunInfo {
  std::string scenario;
  std::uint64_t seed = 1;
  std::vector<Check> expectations;
  std::vector<Check> invariants;
};

// Each writes the run up to the timeline's cursor as one text. The same run gives the same bytes.

/// `aplus-transcript`, version 1: every step with its exact bytes, signatures, notes, and the final
/// states.
std::string toTranscript(timeline::Timeline const& run, RunInfo const& info);

/// One line per step, for people.
std::string toTable(timeline::Timeline const& run, RunInfo const& info);

/// Sequence diagrams.
std::string toMermaid(timeline::Timeline const& run, RunInfo const& info);
std::string toPlantUml(timeline::Timeline const& run, RunInfo const& info);

/// HTTP archive 1.2 of the requests between servers and their responses. Bearer tokens are left out.
std::string toHar(timeline::Timeline const& run, RunInfo const& info);

/// A shell script with one curl call per request between servers. `$BASE_URL` stands for the host.
std::string toCurl(timeline::Timeline const& run, RunInfo const& info);

}  // namespace aplus::inspect
