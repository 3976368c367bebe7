#include <algorithm>
#include <cmath>
#include <string>

#include "ui/panels/lane_geometry.h"
#include "ui/panels/panels.h"
#include "ui/step_text.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

void drawParticipants(Ui const& ui, LaneGeometry const& geometry) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const lane = (geometry.rect.w - geometry.gutter) / static_cast<float>(kParties.size());
  for (Party party : kParties) {
    float const x = geometry.laneX(party);
    float const y = geometry.rect.y + theme.px(22.0F);
    drawPartyGlyph(list, party, {x, y}, theme.px(18.0F), theme.lane(party));
    std::string_view name = title(party);
    Role const role = geometry.compact ? Role::caption : Role::smallStrong;
    if (measure(theme, role, name).x > lane - theme.px(10.0F)) name = shortTitle(party);
    drawTextCentered(list, theme, role, {x, y + theme.px(24.0F)}, theme.colors.text, name);
  }
  float const y = geometry.rect.y + geometry.head;
  list.AddLine({geometry.rect.x, y}, {geometry.rect.x + geometry.rect.w, y}, theme.colors.border,
               theme.hairline());
}

void drawLifelines(Ui const& ui, LaneGeometry const& geometry, float top, float bottom) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (Party party : kParties) {
    float const x = geometry.laneX(party);
    list.AddLine({x, top}, {x, bottom}, withAlpha(ui.theme.lane(party), 0.32F), ui.theme.hairline());
  }
}

void drawEmpty(Ui const& ui, LaneGeometry const& geometry) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImVec2 const center{geometry.rect.x + geometry.rect.w / 2.0F,
                      geometry.rect.y + geometry.rect.h * 0.42F};
  ImVec2 const half{std::min(theme.px(170.0F), geometry.rect.w / 2.0F - theme.px(8.0F)), theme.px(44.0F)};
  Rect const card{center.x - half.x, center.y - half.y, half.x * 2.0F, half.y * 2.0F};
  drawSurface(list, theme, card);
  bool const none = ui.run() == nullptr;
  drawTextCentered(list, theme, Role::heading, {center.x, center.y - theme.px(13.0F)},
                   theme.colors.text, none ? "Choose a scenario" : "Nothing has happened yet");
  drawTextCentered(list, theme, Role::small, {center.x, center.y + theme.px(12.0F)},
                   theme.colors.muted,
                   none ? "The list opens at the top left."
                        : "Step on, or touch the phone or the till.");
}

void tooltipFor(Ui const& ui, timeline::StepRecord const& record) {
  std::string content = stepSentence(record);
  std::int64_t const underWay = record.time - record.sentAt;
  if (underWay > 0) content += " " + std::to_string(underWay) + " ms under way.";
  if (record.signature && !record.signature->valid) content += " " + record.signature->reason;
  tooltip(ui, content);
}

void touchRow(Ui const& ui, LaneGeometry const& geometry, std::size_t n, float y) {
  scenario::Playback const& run = *ui.run();
  ImGui::SetCursorScreenPos({geometry.rect.x, y});
  ImGui::PushID(static_cast<int>(n));
  ImGui::InvisibleButton("##row", {geometry.rect.w, geometry.row});
  ImGui::PopID();
  ui.item("step-row-" + std::to_string(n), run.timeline().record(n).envelope.name);
  if (ImGui::IsItemClicked()) ui.state.selected = n == run.cursor() ? 0 : n;
  if (!ImGui::IsItemHovered()) return;
  ImGui::GetWindowDrawList()->AddRectFilled({geometry.rect.x, y},
                                            {geometry.rect.x + geometry.rect.w, y + geometry.row},
                                            withAlpha(ui.theme.colors.muted, 0.07F));
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) ui.ask(intent::Seek{n});
  tooltipFor(ui, run.timeline().record(n));
}

void followScroll(Ui const& ui, RowPlaces const& rows, LaneGeometry const& geometry) {
  if (!ui.state.scrollToCursor) return;
  ui.state.scrollToCursor = false;
  float const height = ImGui::GetWindowHeight();
  float const scroll = ImGui::GetScrollY();
  std::size_t const n = ui.shownStep();
  if (n == 0) {
    ImGui::SetScrollY(0.0F);
    return;
  }
  float const margin = geometry.row * 0.6F;
  float const top = rows.top(n) - margin;
  float const bottom = rows.top(n) + geometry.row + margin;
  if (top < scroll) ImGui::SetScrollY(std::max(0.0F, top));
  if (bottom > scroll + height) ImGui::SetScrollY(bottom - height);
}

void drawRows(Ui const& ui, LaneGeometry const& geometry) {
  scenario::Playback const& run = *ui.run();
  std::size_t const cursor = run.cursor();
  RowPlaces const rows(run.timeline(), cursor, geometry);
  ImVec2 const origin = ImGui::GetCursorScreenPos();  // moves with the scroll
  ImVec2 const windowAt = ImGui::GetWindowPos();
  float const height = ImGui::GetWindowHeight();
  drawLifelines(ui, geometry, windowAt.y, windowAt.y + height);

  float const visibleTop = windowAt.y - origin.y;
  float const visibleBottom = visibleTop + height;
  std::size_t const shown = ui.shownStep();
  for (std::size_t n = rows.firstBelow(visibleTop - geometry.row); n <= cursor; ++n) {
    if (rows.top(n) - geometry.jump > visibleBottom) break;
    float const y = std::round(origin.y + rows.top(n));
    if (rows.jumpBefore(n)) drawTimeJump(ui, geometry, rows.jumpMs(n), y - geometry.jump);
    bool const current = n == cursor;
    if (current) {
      ImGui::GetWindowDrawList()->AddRectFilled(
          {geometry.rect.x, y}, {geometry.rect.x + geometry.rect.w, y + geometry.row},
          ui.theme.colors.accentSoft);
      drawLifelines(ui, geometry, y, y + geometry.row);
    }
    touchRow(ui, geometry, n, y);
    drawLaneRow(ui, geometry, run.timeline().record(n), y, current, n == shown);
  }
  ImGui::SetCursorScreenPos({origin.x, origin.y + rows.total()});
  ImGui::Dummy({1.0F, geometry.row * 0.5F});
  followScroll(ui, rows, geometry);
}

}  // namespace

void drawLanes(Ui const& ui) {
  LaneGeometry const geometry = laneGeometry(ui);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  bool const edgeToEdge = ui.layout.shape == Shape::narrow;
  drawSurface(list, ui.theme, geometry.rect, edgeToEdge ? 0.0F : 12.0F);
  drawParticipants(ui, geometry);
  float const inset = ui.theme.hairline();
  Rect const body{geometry.rect.x, geometry.rect.y + geometry.head + inset, geometry.rect.w,
                  geometry.rect.h - geometry.head - 2.0F * inset};
  beginArea(ui, "lanes", body, 0.0F);
  if (ui.run() != nullptr && ui.run()->cursor() > 0) {
    drawRows(ui, geometry);
  } else {
    drawLifelines(ui, geometry, body.y, body.y + body.h);
    drawEmpty(ui, geometry);
  }
  endArea();
}

}  // namespace aplus::ui
