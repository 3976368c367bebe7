#include "ui/panels/scrubber.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ui/branch_text.h"
#include "ui/language.h"
#include "ui/step_text.h"
#include "ui/timeline_marks.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

/// The line of the current branch and where its steps are. All branches share one scale.
struct Line {
  float left = 0.0F;
  float span = 1.0F;
  float y = 0.0F;
  std::size_t most = 1;  ///< steps of the longest branch

  float x(std::size_t n) const { return left + span * static_cast<float>(n) / static_cast<float>(most); }
  std::size_t step(float at) const {
    float const part = std::clamp((at - left) / span, 0.0F, 1.0F);
    return static_cast<std::size_t>(std::lround(part * static_cast<float>(most)));
  }
};

/// One mark per pair of pixels is enough, however many steps there are.
template <class Draw>
void eachMark(Line const& line, std::vector<std::size_t> const& steps, Draw draw) {
  float last = -10.0F;
  for (std::size_t n : steps) {
    float const x = std::round(line.x(n));
    if (x - last < 2.0F) continue;
    last = x;
    draw(n, x);
  }
}

void drawMarks(Ui const& ui, Line const& line, bool past, float from, float to) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  TimelineMarks const& marks = ui.state.timelineView->marks(ui.view);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  auto const inside = [&](float x) { return x > from && x <= to; };
  // Shapes tell them apart: a tap is a long stroke, a deadline a small clock's circle, trouble a cross.
  eachMark(line, marks.touches, [&](std::size_t, float x) {
    if (inside(x)) list.AddLine({x, line.y - theme.px(7.0F)}, {x, line.y + theme.px(7.0F)}, past ? c.accent : c.faint, theme.hairline());
  });
  eachMark(line, marks.deadlines, [&](std::size_t, float x) {
    if (inside(x)) list.AddCircle({x, line.y - theme.px(8.0F)}, theme.px(3.0F), past ? c.warn : c.muted, 8, theme.px(1.5F));
  });
  eachMark(line, marks.troubles, [&](std::size_t, float x) {
    if (!inside(x)) return;
    drawIcon(list, Icon::cross, {x, line.y + theme.px(8.0F)}, theme.px(8.0F), past ? c.bad : c.muted);
  });
}

void drawBreakpoints(Ui const& ui, Line const& line) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t n : ui.state.breakpoints) {
    if (n > ui.run()->length()) break;
    drawIcon(list, Icon::breakpoint, {line.x(n), line.y}, ui.theme.px(11.0F), ui.theme.colors.bad);
  }
}

/// Other futures, the latest ones first as far as there is room.
void drawOthers(Ui const& ui, Line const& line, float bottom) {
  timeline::Timeline const& run = ui.run()->timeline();
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const each = theme.px(8.0F);
  float y = line.y + theme.px(14.0F);
  for (std::size_t i = run.branchCount(); i-- > 0 && y + each / 2.0F <= bottom;) {
    if (i == run.currentBranch()) continue;
    float const from = line.x(run.sharedWith(i)), to = std::max(line.x(run.lengthOf(i)), from + theme.px(8.0F));
    ImGui::SetCursorScreenPos({from, y - each / 2.0F});
    std::string const id = fmt::format("future-{}", i);
    if (ImGui::InvisibleButton(id.c_str(), {to - from, each})) ui.ask(intent::SwitchBranch{i});
    ui.item(id, run.branchName(i));
    bool const hovered = ImGui::IsItemHovered();
    if (hovered) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      tooltip(ui, trf("{}. {}. Touch: go over to it.", branchTitle(*ui.run(), i), branchSentence(*ui.run(), i)));
    }
    ImU32 const color = hovered ? c.accent : c.faint;
    float const thick = theme.px(2.0F);
    list.PathLineTo({from, line.y});
    list.PathLineTo({from, y});
    list.PathLineTo({to, y});
    list.PathStroke(color, 0, thick);
    list.AddCircleFilled({to, y}, theme.px(2.5F), color);
    y += each;
  }
}

}  // namespace

void drawScrubber(Ui const& ui, Rect const& rect) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  scenario::Playback const& run = *ui.run();
  timeline::Timeline const& timeline = run.timeline();
  float const knob = theme.px(7.0F);
  bool const others = timeline.branchCount() > 1;
  Line line;
  line.left = rect.x + knob;
  line.span = std::max(1.0F, rect.w - 2.0F * knob);
  line.y = std::round(others ? rect.y + theme.px(15.0F) : rect.y + rect.h / 2.0F);
  for (std::size_t i = 0; i < timeline.branchCount(); ++i) line.most = std::max(line.most, timeline.lengthOf(i));

  float const reach = others ? line.y + theme.px(9.0F) - rect.y : rect.h;
  ImGui::SetCursorScreenPos(rect.min());
  ImGui::InvisibleButton("scrubber", {rect.w, reach});
  ui.item("scrubber", tr("Step"));
  ui.state.dragZones.push_back({rect.x, rect.y, rect.w, reach});
  std::size_t const pointed = std::min(line.step(ImGui::GetIO().MousePos.x), run.length());
  if (ImGui::IsItemActive()) {
    ui.state.playing = false;
    if (pointed != run.cursor()) ui.ask(intent::Seek{pointed});
  }
  if (ImGui::IsItemHovered()) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (pointed > 0) tooltip(ui, stepSentence(timeline.record(pointed)));
  }

  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const done = line.x(run.cursor()), end = line.x(run.length());
  float const thick = theme.px(2.0F);
  if (others) drawOthers(ui, line, rect.y + rect.h);
  list.AddRectFilled({line.left, line.y - thick}, {end, line.y + thick}, c.border, thick);
  drawMarks(ui, line, false, done, end);
  list.AddRectFilled({line.left, line.y - thick}, {done, line.y + thick}, c.accent, thick);
  drawMarks(ui, line, true, line.left - 1.0F, done);
  drawBreakpoints(ui, line);
  list.AddCircleFilled({done, line.y}, knob, c.accent);
  list.AddCircleFilled({done, line.y}, knob - theme.px(2.5F), c.surface);
}

}  // namespace aplus::ui
