#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ui/lesson.h"
#include "ui/panels/note_card.h"
#include "ui/panels/panels.h"
#include "ui/step_text.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

enum class Progress { done, current, ahead };

constexpr float kIndentCss = 32.0F;  // of the texts beside their marks

void drawProgressMark(Ui const& ui, ImVec2 center, Progress progress, std::size_t number) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const radius = theme.px(10.0F);
  if (progress == Progress::done) {
    list.AddCircleFilled(center, radius, c.goodSoft);
    drawIcon(list, Icon::check, center, theme.px(11.0F), c.good);
    return;
  }
  bool const current = progress == Progress::current;
  list.AddCircleFilled(center, radius, current ? c.accent : c.surface);
  if (!current) list.AddCircle(center, radius, c.faint, 0, theme.px(1.5F));
  drawTextCentered(list, theme, Role::caption, center, current ? c.onAccent : c.muted,
                   std::to_string(number));
}

float scriptStepHeight(Ui const& ui, Role role, std::string_view say, float width) {
  Theme const& theme = ui.theme;
  ImVec2 const size = measure(theme, role, say, width - theme.px(kIndentCss));
  return std::max(size.y, theme.px(20.0F)) + theme.px(14.0F);
}

std::vector<float> const& scriptHeights(Ui const& ui, float width) {
  ScriptHeights& cache = ui.state.scriptHeights;
  if (cache.run == ui.view.runId && cache.width == width && cache.scale == ui.theme.scale) {
    return cache.heights;
  }
  cache = {ui.view.runId, width, ui.theme.scale, {}};
  for (scenario::ScriptStep const& step : ui.run()->scenario().steps) {
    cache.heights.push_back(scriptStepHeight(ui, Role::small, step.say, width));
  }
  return cache.heights;
}

void drawScriptStep(Ui const& ui, std::size_t index, Progress progress, bool last) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  scenario::ScriptStep const& step = ui.run()->scenario().steps[index];
  float const indent = theme.px(kIndentCss);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  bool const current = progress == Progress::current;
  Role const role = current ? Role::body : Role::small;
  float const height = current ? scriptStepHeight(ui, role, step.say, width)
                               : scriptHeights(ui, width)[index];
  if (!current && !ImGui::IsRectVisible(at, {at.x + width, at.y + height})) {
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    return;
  }
  std::string const id = "script-" + step.id;
  bool const pressed = ImGui::InvisibleButton(id.c_str(), {width, height});
  ui.item(id, step.say);
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImVec2 const mark{at.x + theme.px(10.0F), at.y + theme.px(10.0F)};
  if (!last) {
    list.AddLine({mark.x, mark.y + theme.px(12.0F)}, {mark.x, at.y + height - theme.px(3.0F)}, c.border,
                 theme.px(1.5F));
  }
  drawProgressMark(ui, mark, progress, index + 1);
  ImU32 const color = current || hovered ? c.text : c.muted;
  drawText(list, theme, role, {at.x + indent, at.y + theme.px(1.0F)}, color, step.say, width - indent);
  ImGui::SetCursorScreenPos({at.x, at.y + height});
  ImGui::Dummy({0.0F, 0.0F});
  ImGui::SetCursorScreenPos({at.x, at.y + height});
  if (pressed) {  // to where this step of the script begins
    if (std::size_t const n = firstStepOf(*ui.run(), index); n > 0) ui.ask(intent::Seek{n});
  }
}

/// Why the step that is looked at went as it did, beneath the part of the script that it belongs to.
void drawWhy(Ui const& ui, float indent) {
  timeline::StepRecord const* record = ui.shownRecord();
  if (record == nullptr || record->notes.empty()) return;
  Theme const& theme = ui.theme;
  ImGui::Indent(indent);
  text(theme, Role::smallStrong, theme.colors.text,
       fmt::format("{}. {}", record->n, stepTitle(*record)));
  gap(theme, 6.0F);
  std::size_t index = 0;
  for (Note const& note : record->notes) {
    drawNote(ui, fmt::format("guide-note-{}", index++), note);
  }
  ImGui::Unindent(indent);
  gap(theme, space::kS);
}

/// Keeps the current part in view when the run moved.
void followScroll(Ui const& ui, float top, float bottom) {
  if (!ui.state.scrollGuide) return;
  ui.state.scrollGuide = false;
  float const windowTop = ImGui::GetWindowPos().y;
  float const height = ImGui::GetWindowHeight();
  float const margin = ui.theme.px(space::kL);
  float by = 0.0F;
  if (bottom + margin > windowTop + height) by = bottom + margin - windowTop - height;
  if (top - margin - by < windowTop) by = top - margin - windowTop;
  if (by != 0.0F) ImGui::SetScrollY(std::max(0.0F, ImGui::GetScrollY() + by));
}

void drawScript(Ui const& ui) {
  scenario::Playback const& run = *ui.run();
  std::size_t const position = scriptPosition(run);
  std::size_t const count = run.scenario().steps.size();
  bool const begun = run.cursor() > 0;
  for (std::size_t i = 0; i < count; ++i) {
    Progress progress = Progress::ahead;
    if (i == position) progress = run.finished() ? Progress::done : Progress::current;
    if (begun && i < position) progress = Progress::done;
    bool const here = begun && i == position;
    float const top = ImGui::GetCursorScreenPos().y;
    drawScriptStep(ui, i, progress, i + 1 == count);
    if (!here) continue;
    drawWhy(ui, ui.theme.px(kIndentCss));
    if (!run.finished()) followScroll(ui, top, ImGui::GetCursorScreenPos().y);
  }
}

void drawExpectations(Ui const& ui) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  scenario::Playback const& run = *ui.run();
  if (run.scenario().expectations.empty()) return;
  gap(theme, space::kL);
  text(theme, Role::heading, c.text, "What must hold at the end");
  gap(theme, space::kS);
  if (!run.finished()) {
    for (scenario::Expectation const& one : run.scenario().expectations) {
      ImVec2 const at = ImGui::GetCursorScreenPos();
      ImGui::GetWindowDrawList()->AddCircle({at.x + theme.px(10.0F), at.y + theme.px(9.0F)},
                                            theme.px(4.0F), c.faint, 0, theme.px(1.5F));
      ImGui::Indent(theme.px(26.0F));
      text(theme, Role::small, c.muted, one.text);
      ImGui::Unindent(theme.px(26.0F));
    }
    return;
  }
  for (Check const& check : run.expectations()) {
    ImVec2 const at = ImGui::GetCursorScreenPos();
    drawIcon(*ImGui::GetWindowDrawList(), check.ok ? Icon::check : Icon::cross,
             {at.x + theme.px(10.0F), at.y + theme.px(9.0F)}, theme.px(12.0F), check.ok ? c.good : c.bad);
    ImGui::Indent(theme.px(26.0F));
    text(theme, Role::small, check.ok ? c.text : c.bad, check.text);
    ImGui::Unindent(theme.px(26.0F));
  }
}

void drawAbout(Ui const& ui) {
  Theme const& theme = ui.theme;
  gap(theme, space::kXl);
  text(theme, Role::caption, theme.colors.muted,
       "Keys and money are make-believe, and nothing leaves this page: there is no network. "
       "Not affiliated with Alipay+.");
}

}  // namespace

void drawGuide(Ui const& ui) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  bool const narrow = ui.layout.shape == Shape::narrow;
  drawSurface(*ImGui::GetWindowDrawList(), theme, ui.layout.guide, narrow ? 0.0F : 12.0F);
  beginArea(ui, "guide", ui.layout.guide);
  if (ui.run() == nullptr) {
    text(theme, Role::title, c.text, "See a wallet pay");
    gap(theme, space::kS);
    text(theme, Role::body, c.muted, "Choose a scenario at the top to begin.");
  } else {
    scenario::Scenario const& scenario = ui.run()->scenario();
    text(theme, Role::title, c.text, scenario.title);
    gap(theme, 6.0F);
    text(theme, Role::small, c.muted, scenario.summary);
    gap(theme, space::kXs);
    text(theme, Role::caption, c.muted, integrationOf(scenario));
    gap(theme, space::kM);
    drawScript(ui);
    float const top = ImGui::GetCursorScreenPos().y;
    drawExpectations(ui);
    if (ui.run()->finished()) followScroll(ui, top, ImGui::GetCursorScreenPos().y);
    gap(theme, space::kL);
    drawSource(ui, "scenario-source", scenario.source);
  }
  drawAbout(ui);
  endArea();
}

}  // namespace aplus::ui
