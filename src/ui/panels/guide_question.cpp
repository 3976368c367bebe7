#include "ui/panels/guide_question.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

enum class Verdict { open, right, wrong, missed };

Verdict verdictOn(scenario::Question const& question, std::size_t answer, std::optional<std::size_t> chosen) {
  if (!chosen) return Verdict::open;
  if (answer == question.right) return *chosen == answer ? Verdict::right : Verdict::missed;
  return *chosen == answer ? Verdict::wrong : Verdict::open;
}

/// One answer. True when it was touched.
bool drawAnswer(Ui const& ui, std::size_t index, std::string_view answer, Verdict verdict) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  float const width = ImGui::GetContentRegionAvail().x;
  float const pad = theme.px(space::kM);
  float const mark = theme.px(22.0F);
  ImVec2 const size = measure(theme, Role::small, answer, width - 2.0F * pad - mark);
  float const height = std::max(theme.control(), size.y + theme.px(12.0F));
  ImVec2 const at = ImGui::GetCursorScreenPos();
  std::string const id = "answer-" + std::to_string(index);
  bool const pressed = ImGui::InvisibleButton(id.c_str(), {width, height});
  ui.item(id, answer);
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  bool const good = verdict == Verdict::right || verdict == Verdict::missed;
  ImU32 const fill = good ? c.goodSoft : verdict == Verdict::wrong ? c.badSoft : hovered ? c.raised : c.surface;
  ImU32 const line = good ? c.good : verdict == Verdict::wrong ? c.bad : c.border;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImVec2 const end{at.x + width, at.y + height};
  list.AddRectFilled(at, end, fill, theme.px(8.0F));
  list.AddRect(at, end, line, theme.px(8.0F), 0, theme.hairline());
  drawText(list, theme, Role::small, {at.x + pad, at.y + (height - size.y) / 2.0F}, c.text, answer, width - 2.0F * pad - mark);
  if (verdict != Verdict::open) {
    drawIcon(list, good ? Icon::check : Icon::cross, {end.x - pad, at.y + height / 2.0F}, theme.px(12.0F), line);
  }
  return pressed;
}

}  // namespace

void drawQuestion(Ui const& ui) {
  scenario::Scenario const& lesson = ui.run()->scenario();
  if (!lesson.check || ui.state.skipped.contains(lesson.id)) return;
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  scenario::Question const& question = *lesson.check;
  auto const kept = ui.state.kept.answers.find(lesson.id);
  std::optional<std::size_t> chosen;
  if (kept != ui.state.kept.answers.end() && kept->second < question.answers.size()) chosen = kept->second;
  gap(theme, space::kXs);
  text(theme, Role::smallStrong, c.accent, tr("Check yourself"));
  gap(theme, space::kXs);
  text(theme, Role::strong, c.text, tr(question.question));
  gap(theme, space::kXs);
  for (std::size_t i = 0; i < question.answers.size(); ++i) {
    if (drawAnswer(ui, i, tr(question.answers[i]), verdictOn(question, i, chosen))) ui.state.kept.answers[lesson.id] = i;
  }
  if (chosen) {
    text(theme, Role::small, c.text, fmt::format("{} {}", *chosen == question.right ? tr("Right.") : tr("Not quite."), tr(question.why)));
  } else {
    ButtonOptions options;
    options.look = ButtonLook::plain;
    options.height = theme.smallControl();
    if (button(ui, "question-skip", tr("Skip"), options)) ui.state.skipped.insert(lesson.id);
  }
  gap(theme, space::kM);
}

}  // namespace aplus::ui
