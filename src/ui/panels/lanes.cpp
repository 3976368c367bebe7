#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/findings.h"
#include "ui/language.h"
#include "ui/panels/lane_geometry.h"
#include "ui/panels/panels.h"
#include "ui/shortcuts.h"
#include "ui/step_text.h"
#include "ui/widgets/controls.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

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
                   theme.colors.text, none ? tr("Choose a scenario") : tr("Nothing has happened yet"));
  drawTextCentered(list, theme, Role::small, {center.x, center.y + theme.px(12.0F)},
                   theme.colors.muted,
                   none ? tr("The list opens at the top left.")
                        : tr("Step on, or touch the phone or the till."));
}

void tooltipFor(Ui const& ui, timeline::StepRecord const& record, RowLook const& look) {
  std::string content = stepSentence(record);
  std::int64_t const underWay = record.time - record.sentAt;
  if (underWay > 0) content += " " + trf("{} ms under way.", underWay);
  if (record.signature && !record.signature->valid) content += " " + reasonWords(record.signature->reason);
  if (look.edited) content += "\n" + std::string(tr("A person acted here: this is no part of the script."));
  if (look.forked) content += "\n" + std::string(tr("Another future leaves the run after this step."));
  if (look.traced) content += "\n" + std::string(tr("It holds the value whose provenance is shown."));
  tooltip(ui, content);
}

/// What one touch of a message does: look at it, or compare with it.
void touch(Ui const& ui, std::size_t n) {
  InspectorChoices& inspector = ui.state.inspector;
  if (!inspector.choosing) {
    ui.state.selected = n == ui.run()->cursor() ? 0 : n;
    return;
  }
  inspector.choosing = false;
  inspector.comparedWith = n == ui.shownStep() ? 0 : n;
  if (ui.layout.shape == Shape::narrow) ui.state.panel = Panel::inspector;
}

/// For a mouse only: a strip this narrow would be touched by mistake, and the inspector has the same switch.
void touchBreakpoint(Ui const& ui, LaneGeometry const& geometry, std::size_t n, float y) {
  ImGui::SetCursorScreenPos({geometry.rect.x, y});
  bool const pressed = ImGui::InvisibleButton("##breakpoint", {geometry.marks, geometry.row});
  if (ui.state.collectItems) ui.item("breakpoint-" + std::to_string(n), tr("Breakpoint"));
  if (pressed) toggleBreakpoint(ui, n);
  if (!ImGui::IsItemHovered()) return;
  ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  drawIcon(*ImGui::GetWindowDrawList(), Icon::breakpoint, {geometry.rect.x + geometry.marks / 2.0F, y + geometry.row / 2.0F},
           ui.theme.px(11.0F), withAlpha(ui.theme.colors.bad, 0.4F));
  tooltip(ui, ui.state.breakpoints.count(n) > 0 ? tr("Playing stops here; touch to go on (B)") : tr("Stop here when playing (B)"));
}

void touchRow(Ui const& ui, LaneGeometry const& geometry, std::size_t n, float y, RowLook const& look) {
  scenario::Playback const& run = *ui.run();
  ImGui::PushID(static_cast<int>(n));
  float const strip = ui.theme.touch ? 0.0F : geometry.marks;
  if (strip > 0.0F) touchBreakpoint(ui, geometry, n, y);
  ImGui::SetCursorScreenPos({geometry.rect.x + strip, y});
  ImGui::InvisibleButton("##row", {geometry.rect.w - strip, geometry.row});
  ImGui::PopID();
  if (ui.state.collectItems) ui.item("step-row-" + std::to_string(n), run.timeline().record(n).envelope.name);
  if (ImGui::IsItemClicked()) touch(ui, n);
  if (!ImGui::IsItemHovered()) return;
  ImGui::GetWindowDrawList()->AddRectFilled({geometry.rect.x, y},
                                            {geometry.rect.x + geometry.rect.w, y + geometry.row},
                                            withAlpha(ui.theme.colors.muted, 0.07F));
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) ui.ask(intent::Seek{n});
  tooltipFor(ui, run.timeline().record(n), look);
}

void followScroll(Ui const& ui, LaneRows const& rows, LaneGeometry const& geometry, float below) {
  if (!ui.state.scrollToCursor) return;
  ui.state.scrollToCursor = false;
  float const height = ImGui::GetWindowHeight();
  float const scroll = ImGui::GetScrollY();
  std::size_t const n = ui.shownStep();
  LaneRows::Row const* row = rows.of(n);
  if (row == nullptr) {
    if (n == 0) ImGui::SetScrollY(0.0F);
    return;
  }
  float const margin = geometry.row * 0.6F;
  float const top = row->top - margin;
  // At the cursor the timers beneath it are worth seeing as well.
  float const extra = n == ui.run()->cursor() ? std::min(below, height * 0.3F) : 0.0F;
  float const bottom = row->top + geometry.row + margin + extra;
  if (top < scroll) ImGui::SetScrollY(std::max(0.0F, top));
  if (bottom > scroll + height) ImGui::SetScrollY(bottom - height);
}

/// The steps that stand out beside the one that is looked at, all in order.
struct Notable {
  std::vector<std::size_t> edited;
  std::vector<std::size_t> forked;
  std::vector<std::size_t> traced;

  RowLook lookOf(Ui const& ui, std::size_t n) const {
    auto const in = [n](std::vector<std::size_t> const& steps) { return std::binary_search(steps.begin(), steps.end(), n); };
    std::size_t const cursor = ui.run()->cursor();
    RowLook look;
    look.current = n == cursor;
    look.selected = n == ui.shownStep() && n != cursor;
    look.hit = in(ui.state.searchHits);
    look.traced = in(traced);
    look.breakpoint = ui.state.breakpoints.count(n) > 0;
    look.edited = in(edited);
    look.forked = in(forked);
    return look;
  }
};

Notable notableSteps(Ui const& ui) {
  Notable found;
  scenario::Playback const& run = *ui.run();
  for (scenario::Edit const& edit : run.edits()) found.edited.push_back(edit.at + 1);
  timeline::Timeline const& timeline = run.timeline();
  for (std::size_t i = 0; i < timeline.branchCount(); ++i) {
    if (i != timeline.currentBranch()) found.forked.push_back(timeline.sharedWith(i));
  }
  std::sort(found.edited.begin(), found.edited.end());
  std::sort(found.forked.begin(), found.forked.end());
  InspectorChoices const& inspector = ui.state.inspector;
  if (ui.state.inspectorTab != InspectorTab::provenance || inspector.traced.empty()) return found;
  for (auto const& seen : ui.state.findings->provenance(ui.view, inspector.traced).seen) found.traced.push_back(seen.step);
  return found;
}

void drawRows(Ui const& ui, LaneGeometry const& geometry, LaneRows const& rows) {
  scenario::Playback const& run = *ui.run();
  Activity const& activity = ui.state.laneView->activity(ui.view);
  ImVec2 const origin = ImGui::GetCursorScreenPos();  // moves with the scroll
  ImVec2 const windowAt = ImGui::GetWindowPos();
  float const height = ImGui::GetWindowHeight();
  drawLifelines(ui, geometry, windowAt.y, windowAt.y + height);
  Notable const notable = notableSteps(ui);

  float const visibleTop = windowAt.y - origin.y;
  float const visibleBottom = visibleTop + height;
  for (std::size_t i = rows.firstBelow(visibleTop - geometry.row); i < rows.rows().size(); ++i) {
    LaneRows::Row const& row = rows.rows()[i];
    if (row.top - geometry.jump > visibleBottom) break;
    float const y = std::round(origin.y + row.top);
    if (row.hasGap()) {
      if (row.step > 1) drawActivity(ui, geometry, activity.after(row.step - 1), y - geometry.jump, y);
      drawLaneGap(ui, geometry, row, y - geometry.jump);
    }
    RowLook const look = notable.lookOf(ui, row.step);
    touchRow(ui, geometry, row.step, y, look);
    drawLaneRow(ui, geometry, run.timeline().record(row.step), activity, y, look);
  }
  float const below = deadlinesHeight(ui);
  if (rows.total() < visibleBottom) drawDeadlines(ui, geometry, std::round(origin.y + rows.total()));
  ImGui::SetCursorScreenPos({origin.x, origin.y + rows.total()});
  ImGui::Dummy({1.0F, geometry.row * 0.5F + below});
  followScroll(ui, rows, geometry, below);
}

/// While the other message of a comparison is being chosen.
void drawChoosing(Ui const& ui, LaneGeometry const& geometry) {
  if (!ui.state.inspector.choosing) return;
  Theme const& theme = ui.theme;
  std::string_view const label = tr("Touch the message to compare with (Esc: none)");
  float const room = geometry.rect.w - theme.px(24.0F);
  float const width = std::min(measure(theme, Role::smallStrong, label).x + theme.px(28.0F), room);
  ImVec2 const from{geometry.rect.x + (geometry.rect.w - width) / 2.0F, geometry.rect.y + geometry.head + theme.px(8.0F)};
  ImVec2 const to{from.x + width, from.y + theme.px(30.0F)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, to, theme.colors.accent, theme.px(15.0F));
  drawTextFit(list, theme, Role::smallStrong, {from.x + theme.px(14.0F), from.y + theme.px(7.0F)}, theme.colors.onAccent, label,
              width - theme.px(20.0F));
}

}  // namespace

void drawLanes(Ui const& ui) {
  LaneGeometry const geometry = laneGeometry(ui);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  bool const edgeToEdge = ui.layout.shape == Shape::narrow;
  drawSurface(list, ui.theme, geometry.rect, edgeToEdge ? 0.0F : 12.0F);
  LaneRows const none;
  std::uint8_t const only = ui.state.lanes.only;
  LaneRowRules const rules{geometry.row, geometry.jump, only, only == 0 ? 0 : ui.shownStep()};
  LaneRows const& rows = ui.run() == nullptr ? none : ui.state.laneView->rows(ui.view, rules);
  drawLaneHead(ui, geometry, rows.rows().size());
  float const inset = ui.theme.hairline();
  Rect const body{geometry.rect.x, geometry.rect.y + geometry.head + inset, geometry.rect.w,
                  geometry.rect.h - geometry.head - 2.0F * inset};
  beginArea(ui, "lanes", body, 0.0F);
  if (ui.run() != nullptr && ui.run()->cursor() > 0) {
    drawRows(ui, geometry, rows);
  } else {
    drawLifelines(ui, geometry, body.y, body.y + body.h);
    drawEmpty(ui, geometry);
  }
  drawChoosing(ui, geometry);
  endArea();
}

}  // namespace aplus::ui
