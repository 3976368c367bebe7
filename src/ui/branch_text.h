#pragma once

#include <cstddef>
#include <string>

#include "scenario/playback.h"

namespace aplus::ui {

/// What made a branch: `Left the run after step 6: openPaymentPage`.
std::string branchSentence(scenario::Playback const& run, std::size_t branch);

/// Its name and what made it, short enough for a button: `branch 2: openPaymentPage`.
std::string branchTitle(scenario::Playback const& run, std::size_t branch);

}  // namespace aplus::ui
