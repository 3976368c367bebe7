#pragma once

#include <vector>

#include "base/check.h"
#include "scenario/scenario.h"
#include "timeline/timeline.h"

namespace aplus::scenario {

/// Looks whether what a scenario expects came true. `stepEnd` gives the number of the last step of
/// the run that belongs to a script step.
Check checkExpectation(Expectation const& expectation, timeline::Timeline const& timeline,
                       std::size_t stepEnd);

}  // namespace aplus::scenario
