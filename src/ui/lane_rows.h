#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "ui/memo.h"
#include "ui/sandbox_view.h"

namespace aplus::ui {

/// What decides how high the rows of the diagram are and which ones there are.
struct LaneRowRules {
  float row = 0.0F;         ///< height of a step
  float jump = 0.0F;        ///< height of a jump in time, and of a place where steps are hidden
  std::uint8_t only = 0;    ///< one bit per party: steps of other parties are hidden; 0 shows all
  std::size_t always = 0;   ///< a step that is shown in any case; 0 for none

  bool operator==(LaneRowRules const&) const = default;
};

/// The rows of the diagram: which step is where.
class LaneRows {
 public:
  struct Row {
    std::size_t step = 0;
    float top = 0.0F;           ///< below the jump, if there is one
    std::int64_t jumpMs = 0;    ///< so much time was jumped over before it; 0 for little
    std::size_t hidden = 0;     ///< so many steps are hidden before it
    bool hasGap() const { return jumpMs > 0 || hidden > 0; }
  };

  LaneRows() = default;
  /// Rows of the steps 1 to `cursor`.
  LaneRows(timeline::Timeline const& run, std::size_t cursor, LaneRowRules const& rules);

  /// The same for another cursor on the same branch: only the rows between are added or dropped.
  void moveTo(timeline::Timeline const& run, std::size_t cursor);

  std::vector<Row> const& rows() const { return rows_; }
  float total() const { return total_; }
  /// The index of the first row that ends below `y`.
  std::size_t firstBelow(float y) const;
  /// Null when the step has no row.
  Row const* of(std::size_t step) const;

 private:
  LaneRowRules rules_;
  std::size_t cursor_ = 0;
  std::vector<Row> rows_;
  float total_ = 0.0F;
};

/// Who is busy with a request or a call, after each step: from the step in which it arrived to the one in
/// which its answer did. What is never answered keeps nobody busy.
class Activity {
 public:
  using Depths = std::array<std::uint8_t, kParties.size()>;

  Activity() = default;
  explicit Activity(timeline::Timeline const& run);

  /// How many requests a party works on after step `n`.
  Depths const& after(std::size_t n) const { return depths_[n]; }

 private:
  std::vector<Depths> depths_;
};

/// The diagram's rows and bars, worked out anew only when something about them changed.
class LaneView {
 public:
  LaneRows const& rows(SandboxView const& view, LaneRowRules const& rules);
  Activity const& activity(SandboxView const& view);

 private:
  std::optional<std::pair<RunPlace, LaneRowRules>> rowsOf_;  ///< the place without its step
  LaneRows rows_;
  Memo<RunPlace, Activity> activity_;
};

}  // namespace aplus::ui
