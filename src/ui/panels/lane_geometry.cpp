#include "ui/panels/lane_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace aplus::ui {
namespace {

/// Heights of a row, from the densest to the most spacious.
constexpr std::array<float, 4> kRowCss{26.0F, 38.0F, 52.0F, 70.0F};
constexpr float kTwoLinesFromCss = 44.0F;

}  // namespace

float LaneGeometry::laneWidth() const { return (rect.w - gutter) / static_cast<float>(kParties.size()); }

float LaneGeometry::laneX(Party party) const {
  return std::round(rect.x + gutter + laneWidth() * (static_cast<float>(party) + 0.5F));
}

LaneGeometry laneGeometry(Ui const& ui) {
  Theme const& theme = ui.theme;
  LaneGeometry geometry;
  geometry.rect = ui.layout.lanes;
  geometry.compact = geometry.rect.w < theme.px(560.0F);
  geometry.gutter = theme.px(geometry.compact ? 58.0F : 86.0F);
  geometry.marks = theme.px(geometry.compact ? 14.0F : 18.0F);
  geometry.head = theme.px(64.0F);
  auto const zoom = static_cast<std::size_t>(std::clamp(ui.state.lanes.zoom, 0, kMostLaneZoom));
  float const css = kRowCss[zoom];
  geometry.row = theme.px(css);
  geometry.jump = theme.px(30.0F);
  geometry.line = geometry.row - theme.px(css >= kTwoLinesFromCss ? 18.0F : 8.0F);
  return geometry;
}

}  // namespace aplus::ui
