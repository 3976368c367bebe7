#include "ui/deadlines.h"

namespace aplus::ui {

Deadlines pendingDeadlines(timeline::World const& world, std::size_t most) {
  Deadlines found;
  for (auto const& [key, event] : world.queue) {
    auto const* timer = std::get_if<Timer>(&event);
    if (timer == nullptr) continue;
    if (found.first.size() == most) {
      found.more = true;
      break;
    }
    found.first.push_back({key.first, timer});
  }
  return found;
}

}  // namespace aplus::ui
