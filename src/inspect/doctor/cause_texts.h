#pragma once

#include <string_view>

#include "inspect/doctor/doctor.h"

namespace aplus::inspect {

/// The causes that are read off the header, the key and the block, without a search.
Cause makeCause(std::string_view id, std::string_view detail);

/// The same for a mistake that the search found.
Cause makeCause(Mistake const& mistake, std::string_view detail);

}  // namespace aplus::inspect
