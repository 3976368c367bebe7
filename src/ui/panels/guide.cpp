#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ui/findings.h"
#include "ui/lesson.h"
#include "ui/panels/guide_question.h"
#include "ui/panels/note_card.h"
#include "ui/panels/panels.h"
#include "ui/step_text.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/prose.h"

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
  return std::max(std::max(size.y, theme.px(20.0F)) + theme.px(14.0F), theme.least());
}

std::vector<float> const& scriptHeights(Ui const& ui, float width) {
  ScriptHeights& cache = ui.state.scriptHeights;
  bool const same = cache.run == ui.view.runId && cache.width == width && cache.scale == ui.theme.scale;
  if (same && cache.language == language()) {
    return cache.heights;
  }
  cache = {ui.view.runId, width, ui.theme.scale, language(), {}};
  for (scenario::ScriptStep const& step : ui.run()->scenario().steps) {
    cache.heights.push_back(scriptStepHeight(ui, Role::small, tr(step.say), width));
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
  std::string_view const say = tr(step.say);
  Role const role = current ? Role::body : Role::small;
  float const height = current ? scriptStepHeight(ui, role, say, width)
                               : scriptHeights(ui, width)[index];
  if (!current && !ImGui::IsRectVisible(at, {at.x + width, at.y + height})) {
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    return;
  }
  std::string const id = "script-" + step.id;
  bool const pressed = ImGui::InvisibleButton(id.c_str(), {width, height});
  ui.item(id, say);
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
  drawText(list, theme, role, {at.x + indent, at.y + theme.px(1.0F)}, color, say, width - indent);
  ImGui::SetCursorScreenPos({at.x, at.y + height});
  ImGui::Dummy({0.0F, 0.0F});
  ImGui::SetCursorScreenPos({at.x, at.y + height});
  if (pressed) {  // to where this step of the script begins
    if (std::size_t const n = firstStepOf(*ui.run(), index); n > 0) ui.ask(intent::Seek{n});
  }
}

/// What a wallet must do in this part of the script, or at the step that is looked at.
void drawYourWallet(Ui const& ui, std::size_t part, float indent) {
  if (ui.shownRecord() == nullptr) return;
  auto const sentence = yourWallet(*ui.run(), part, ui.state.findings->walletDuty(ui.view, ui.shownStep()));
  if (!sentence) return;
  ImGui::Indent(indent);
  drawWalletCard(ui, "guide-wallet", *sentence);
  ImGui::Unindent(indent);
}

/// Whose decision the notes tell, and in which step.
void drawWhyHeading(Ui const& ui, timeline::StepRecord const& record) {
  Theme const& theme = ui.theme;
  Party const party = record.envelope.to;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  std::string_view const who = tr(title(party));
  ImVec2 const size = measure(theme, Role::smallStrong, who);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawPartyGlyph(list, party, {at.x + theme.px(6.0F), at.y + size.y / 2.0F}, theme.px(12.0F), theme.lane(party));
  drawText(list, theme, Role::smallStrong, {at.x + theme.px(18.0F), at.y}, theme.lane(party), who);
  drawTextFit(list, theme, Role::small, {at.x + theme.px(26.0F) + size.x, at.y}, theme.colors.muted,
              fmt::format("{}. {}", record.n, stepTitle(record)), ImGui::GetContentRegionAvail().x - size.x - theme.px(26.0F));
  ImGui::Dummy({size.x, size.y});
}

/// Why the step that is looked at went as it did, beneath the part of the script that it belongs to.
void drawWhy(Ui const& ui, float indent) {
  timeline::StepRecord const* record = ui.shownRecord();
  if (record == nullptr || record->notes.empty()) return;
  Theme const& theme = ui.theme;
  ImGui::Indent(indent);
  drawWhyHeading(ui, *record);
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

/// Whether the lesson's question is asked below this part of the script.
bool asksHere(scenario::Playback const& run, std::size_t index) {
  scenario::Scenario const& lesson = run.scenario();
  if (!lesson.check) return false;
  if (lesson.check->step.empty()) return run.finished() && index + 1 == lesson.steps.size();
  return lesson.steps[index].id == lesson.check->step;
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
    if (here) drawYourWallet(ui, i, ui.theme.px(kIndentCss));
    if (here) drawWhy(ui, ui.theme.px(kIndentCss));
    if (begun && i <= position && asksHere(run, i)) {
      ImGui::Indent(ui.theme.px(kIndentCss));
      drawQuestion(ui);
      ImGui::Unindent(ui.theme.px(kIndentCss));
    }
    if (here && !run.finished()) followScroll(ui, top, ImGui::GetCursorScreenPos().y);
  }
}

void drawExpectations(Ui const& ui) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  scenario::Playback const& run = *ui.run();
  if (run.scenario().expectations.empty()) return;
  gap(theme, space::kL);
  text(theme, Role::heading, c.text, tr("What must hold at the end"));
  gap(theme, space::kS);
  if (!run.finished()) {
    for (scenario::Expectation const& one : run.scenario().expectations) {
      ImVec2 const at = ImGui::GetCursorScreenPos();
      ImGui::GetWindowDrawList()->AddCircle({at.x + theme.px(10.0F), at.y + theme.px(9.0F)},
                                            theme.px(4.0F), c.faint, 0, theme.px(1.5F));
      ImGui::Indent(theme.px(26.0F));
      text(theme, Role::small, c.muted, tr(one.text));
      ImGui::Unindent(theme.px(26.0F));
    }
    return;
  }
  for (Check const& check : run.expectations()) {
    ImVec2 const at = ImGui::GetCursorScreenPos();
    drawIcon(*ImGui::GetWindowDrawList(), check.ok ? Icon::check : Icon::cross,
             {at.x + theme.px(10.0F), at.y + theme.px(9.0F)}, theme.px(12.0F), check.ok ? c.good : c.bad);
    ImGui::Indent(theme.px(26.0F));
    text(theme, Role::small, check.ok ? c.text : c.bad, tr(check.text));
    ImGui::Unindent(theme.px(26.0F));
  }
}

void drawAbout(Ui const& ui) {
  Theme const& theme = ui.theme;
  gap(theme, space::kXl);
  text(theme, Role::caption, theme.colors.muted,
       tr("Keys and money are make-believe, and nothing leaves this page. Not affiliated with Alipay+."));
}

}  // namespace

void drawGuide(Ui const& ui) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  bool const narrow = ui.layout.shape == Shape::narrow;
  drawSurface(*ImGui::GetWindowDrawList(), theme, ui.layout.guide, narrow ? 0.0F : 12.0F);
  beginArea(ui, "guide", ui.layout.guide);
  scenario::Scenario const& scenario = ui.run()->scenario();
  prose(ui, "guide-title", Role::title, c.text, tr(scenario.title));
  gap(theme, 6.0F);
  prose(ui, "guide-summary", Role::small, c.muted, tr(scenario.summary));
  gap(theme, space::kXs);
  text(theme, Role::caption, c.muted, integrationOf(scenario));
  gap(theme, space::kM);
  drawScript(ui);
  float const top = ImGui::GetCursorScreenPos().y;
  drawExpectations(ui);
  if (ui.run()->finished()) followScroll(ui, top, ImGui::GetCursorScreenPos().y);
  gap(theme, space::kL);
  drawSource(ui, "scenario-source", scenario.source);
  drawAbout(ui);
  endArea();
}

}  // namespace aplus::ui
