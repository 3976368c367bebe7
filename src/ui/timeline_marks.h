#pragma once

#include <cstddef>
#include <vector>

#include "ui/memo.h"

namespace aplus::ui {

/// Steps of a branch that stand out on its line, each in order.
struct TimelineMarks {
  std::vector<std::size_t> deadlines;  ///< timers that run out
  std::vector<std::size_t> troubles;   ///< faults, and signatures that do not fit
  std::vector<std::size_t> touches;    ///< what a person did
};

TimelineMarks timelineMarks(timeline::Timeline const& run);

/// The marks, looked for again only when the run has become another.
class TimelineView {
 public:
  TimelineMarks const& marks(SandboxView const& view) {
    timeline::Timeline const& run = view.playback->timeline();
    return marks_.get(placeOf(view, run.length()), [&] { return timelineMarks(run); });
  }

 private:
  Memo<RunPlace, TimelineMarks> marks_;
};

}  // namespace aplus::ui
