#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ui/deadlines.h"
#include "ui/language.h"
#include "ui/panels/lane_geometry.h"
#include "ui/step_text.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

constexpr std::size_t kMostShown = 6;
constexpr float kHeadingCss = 34.0F;
constexpr float kRowCss = 30.0F;

/// A text that the lines of the participants do not run through.
void drawOnLanes(Ui const& ui, ImDrawList& list, Role role, ImVec2 at, std::string_view content) {
  Theme const& theme = ui.theme;
  ImVec2 const size = measure(theme, role, content);
  float const around = theme.px(2.0F);
  list.AddRectFilled({at.x - around, at.y}, {at.x + size.x + around, at.y + size.y}, theme.colors.surface);
  drawText(list, theme, role, at, theme.colors.muted, content);
}

/// A stopwatch on the owner's lane, and what it will ring for.
void drawDeadline(Ui const& ui, LaneGeometry const& geometry, Deadline const& deadline, std::size_t index, float y) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  float const height = theme.px(kRowCss);
  ImGui::SetCursorScreenPos({geometry.rect.x, y});
  std::string const id = fmt::format("deadline-{}", index);
  if (ImGui::InvisibleButton(id.c_str(), {geometry.rect.w, height})) ui.ask(intent::NextDeadline{});
  ui.item(id, deadline.timer->name);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    list.AddRectFilled({geometry.rect.x, y}, {geometry.rect.x + geometry.rect.w, y + height}, withAlpha(c.muted, 0.07F));
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    tooltip(ui, trf("{} of {} runs out at {}. Touch: let time pass until the first deadline (N).", deadline.timer->name,
                    tr(title(deadline.timer->owner)), formatIso8601(deadline.due, kChinaTime).substr(11, 12)));
  }
  float const x = geometry.laneX(deadline.timer->owner);
  float const middle = y + height / 2.0F;
  float const radius = theme.px(9.0F);
  ImU32 const color = theme.lane(deadline.timer->owner);
  for (int i = 0; i < 8; i += 2) {  // dashed: it has not happened
    list.PathArcTo({x, middle}, radius, 0.785F * static_cast<float>(i), 0.785F * static_cast<float>(i + 1));
    list.PathStroke(color, 0, theme.px(1.5F));
  }
  drawIcon(list, Icon::clock, {x, middle}, theme.px(11.0F), color);
  std::string const left = formatJump(std::max<std::int64_t>(0, deadline.due - ui.run()->world().now));
  drawText(list, theme, Role::monoSmall, {geometry.rect.x + geometry.marks + theme.px(2.0F), middle - theme.px(6.0F)}, c.warn, left);
  ImVec2 const size = measure(theme, Role::small, deadline.timer->name);
  float const right = geometry.rect.x + geometry.rect.w - theme.px(6.0F);
  bool const beside = x + theme.px(16.0F) + size.x <= right;
  float const textX = beside ? x + theme.px(16.0F) : x - theme.px(16.0F) - size.x;
  drawOnLanes(ui, list, Role::small, {textX, middle - size.y / 2.0F}, deadline.timer->name);
}

}  // namespace

float deadlinesHeight(Ui const& ui) {
  Deadlines const found = pendingDeadlines(ui.run()->world(), kMostShown);
  if (found.first.empty()) return 0.0F;
  float const rows = static_cast<float>(found.first.size()) + (found.more ? 1.0F : 0.0F);
  return ui.theme.px(kHeadingCss) + ui.theme.px(kRowCss) * rows;
}

float drawDeadlines(Ui const& ui, LaneGeometry const& geometry, float y) {
  Deadlines const found = pendingDeadlines(ui.run()->world(), kMostShown);
  if (found.first.empty()) return 0.0F;
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const left = geometry.rect.x + geometry.marks + theme.px(2.0F);
  list.AddLine({geometry.rect.x, y}, {geometry.rect.x + geometry.rect.w, y}, c.border, theme.hairline());
  drawOnLanes(ui, list, Role::caption, {left, y + theme.px(12.0F)}, tr("Timers that are set now"));
  float at = y + theme.px(kHeadingCss);
  for (std::size_t i = 0; i < found.first.size(); ++i) {
    drawDeadline(ui, geometry, found.first[i], i, at);
    at += theme.px(kRowCss);
  }
  if (found.more) drawOnLanes(ui, list, Role::caption, {left, at + theme.px(8.0F)}, tr("and more, later"));
  return deadlinesHeight(ui);
}

}  // namespace aplus::ui
