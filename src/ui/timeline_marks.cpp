#include "ui/timeline_marks.h"

namespace aplus::ui {

TimelineMarks timelineMarks(timeline::Timeline const& run) {
  TimelineMarks marks;
  for (std::size_t n = 1; n <= run.length(); ++n) {
    timeline::StepRecord const& record = run.record(n);
    Envelope const& envelope = record.envelope;
    if (envelope.kind == Kind::timer) marks.deadlines.push_back(n);
    if (envelope.kind == Kind::fault || (record.signature && !record.signature->valid)) marks.troubles.push_back(n);
    if (envelope.kind == Kind::ui && envelope.to != Party::user) marks.touches.push_back(n);
  }
  return marks;
}

}  // namespace aplus::ui
