#include "ui/panels/lane_geometry.h"

#include <algorithm>
#include <cmath>

namespace aplus::ui {
namespace {

constexpr std::int64_t kJumpFromMs = 2 * kSecondMs;

}  // namespace

float LaneGeometry::laneX(Party party) const {
  float const width = (rect.w - gutter) / static_cast<float>(kParties.size());
  return std::round(rect.x + gutter + width * (static_cast<float>(party) + 0.5F));
}

LaneGeometry laneGeometry(Ui const& ui) {
  Theme const& theme = ui.theme;
  LaneGeometry geometry;
  geometry.rect = ui.layout.lanes;
  geometry.compact = geometry.rect.w < theme.px(560.0F);
  geometry.gutter = theme.px(geometry.compact ? 46.0F : 76.0F);
  geometry.head = theme.px(64.0F);
  geometry.row = theme.px(52.0F);
  geometry.jump = theme.px(30.0F);
  return geometry;
}

RowPlaces::RowPlaces(timeline::Timeline const& timeline, std::size_t cursor,
                     LaneGeometry const& geometry) {
  tops_.reserve(cursor + 2);
  jumps_.reserve(cursor + 2);
  tops_.push_back(0.0F);
  jumps_.push_back(0);
  float y = 0.0F;
  for (std::size_t n = 1; n <= cursor; ++n) {
    std::int64_t gap = 0;
    if (n > 1) gap = timeline.record(n).time - timeline.record(n - 1).time;
    jumps_.push_back(gap >= kJumpFromMs ? gap : 0);
    if (gap >= kJumpFromMs) y += geometry.jump;
    tops_.push_back(y);
    y += geometry.row;
  }
  tops_.push_back(y);
}

std::size_t RowPlaces::firstBelow(float y) const {
  auto const begin = tops_.begin() + 1;
  auto const found = std::upper_bound(begin, tops_.end(), y);
  auto const index = static_cast<std::size_t>(found - tops_.begin());
  return std::max<std::size_t>(1, index - 1);
}

}  // namespace aplus::ui
