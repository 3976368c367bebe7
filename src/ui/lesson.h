#pragma once

#include <cstddef>
#include <string_view>

#include "scenario/playback.h"

namespace aplus::ui {

/// Which step of the script the run has come to; 0 before the first.
std::size_t scriptPosition(scenario::Playback const& run);

/// The step of the run with which a step of the script begins; 0 when the run has none of it.
std::size_t firstStepOf(scenario::Playback const& run, std::size_t scriptStep);

/// Which of the two generations of the integration is shown; the documents mix them.
std::string_view integrationOf(scenario::Scenario const& scenario);

}  // namespace aplus::ui
