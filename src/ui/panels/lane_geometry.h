#pragma once

#include "ui/lane_rows.h"
#include "ui/ui.h"

namespace aplus::ui {

/// Where lanes and rows are, in device pixels.
struct LaneGeometry {
  Rect rect;            ///< of the panel
  float gutter = 0.0F;  ///< width of the time column
  float marks = 0.0F;   ///< width of the column of breakpoints, at the left of the time column
  float head = 0.0F;    ///< height of the participants' row
  float row = 0.0F;     ///< height of a step
  float jump = 0.0F;    ///< height of a jump in time
  float line = 0.0F;    ///< from the top of a row to its arrow
  bool compact = false;

  float laneX(Party party) const;
  float laneWidth() const;
};

LaneGeometry laneGeometry(Ui const& ui);

/// How a row stands out.
struct RowLook {
  bool current = false;   ///< the cursor stands here
  bool selected = false;  ///< it is looked at, and the cursor stands elsewhere
  bool hit = false;       ///< a search found it
  bool traced = false;    ///< it holds the value whose provenance is shown
  bool breakpoint = false;
  bool edited = false;    ///< a person acted here
  bool forked = false;    ///< another future leaves after it
};

/// Draws one step's arrow, label and time at the row that begins at `y`.
void drawLaneRow(Ui const& ui, LaneGeometry const& geometry, timeline::StepRecord const& record,
                 Activity const& activity, float y, RowLook const& look);
/// Bars on the lanes of those who are busy, from `top` to `bottom`, as it is after a step.
void drawActivity(Ui const& ui, LaneGeometry const& geometry, Activity::Depths const& depths, float top, float bottom);
/// Time that was jumped over, or steps that are hidden.
void drawLaneGap(Ui const& ui, LaneGeometry const& geometry, LaneRows::Row const& row, float y);
/// The timers that are set at the cursor; returns the height.
float drawDeadlines(Ui const& ui, LaneGeometry const& geometry, float y);
float deadlinesHeight(Ui const& ui);
/// The participants, each a switch of the filter; zoom and the way back to all.
void drawLaneHead(Ui const& ui, LaneGeometry const& geometry, std::size_t rowCount);

}  // namespace aplus::ui
