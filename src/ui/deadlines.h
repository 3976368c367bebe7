#pragma once

#include <cstddef>
#include <vector>

#include "timeline/world.h"

namespace aplus::ui {

/// A timer that is set, and when it runs out.
struct Deadline {
  SimTime due;
  Timer const* timer = nullptr;
};

struct Deadlines {
  std::vector<Deadline> first;  ///< soonest first
  bool more = false;
};

/// The timers in the queue of a world, which must outlive the answer.
Deadlines pendingDeadlines(timeline::World const& world, std::size_t most);

}  // namespace aplus::ui
