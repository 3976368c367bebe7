#pragma once

#include <cstddef>
#include <vector>

#include "ui/ui.h"

namespace aplus::ui {

/// Where lanes and rows are, in device pixels.
struct LaneGeometry {
  Rect rect;            ///< of the panel
  float gutter = 0.0F;  ///< width of the time column
  float head = 0.0F;    ///< height of the participants' row
  float row = 0.0F;     ///< height of a step
  float jump = 0.0F;    ///< height of a jump in time
  bool compact = false;

  float laneX(Party party) const;
};

LaneGeometry laneGeometry(Ui const& ui);

/// Vertical places of the rows: a step may have a jump in time above it.
class RowPlaces {
 public:
  /// Rows of the steps 1 to `cursor`.
  RowPlaces(timeline::Timeline const& timeline, std::size_t cursor, LaneGeometry const& geometry);

  float top(std::size_t n) const { return tops_[n]; }    ///< below the jump, if there is one
  float total() const { return tops_.back(); }           ///< height of all rows
  bool jumpBefore(std::size_t n) const { return jumps_[n] > 0; }
  std::int64_t jumpMs(std::size_t n) const { return jumps_[n]; }
  /// The first step whose row ends below `y`.
  std::size_t firstBelow(float y) const;

 private:
  std::vector<float> tops_;
  std::vector<std::int64_t> jumps_;
};

/// Draws one step's arrow, label and time at the row that begins at `y`.
void drawLaneRow(Ui const& ui, LaneGeometry const& geometry, timeline::StepRecord const& record,
                 float y, bool current, bool shown);
void drawTimeJump(Ui const& ui, LaneGeometry const& geometry, std::int64_t ms, float y);

}  // namespace aplus::ui
