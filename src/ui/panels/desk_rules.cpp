// Lists of rules and what was found for each: the published checks of a signature, and the rules for codes.
#include <string>

#include <fmt/format.h>

#include "ui/language.h"
#include "ui/panels/desk_parts.h"
#include "ui/widgets/controls.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

/// Whether a rule is kept; open when that cannot be seen.
enum class Kept { yes, no, open };

void drawRule(Ui const& ui, std::string const& id, Kept kept, std::string_view rule, std::string_view found) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImU32 const color = kept == Kept::yes ? c.good : kept == Kept::no ? c.bad : c.muted;
  Icon const icon = kept == Kept::yes ? Icon::check : kept == Kept::no ? Icon::cross : Icon::minus;
  gap(theme, space::kS);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  drawIcon(*ImGui::GetWindowDrawList(), icon, {at.x + theme.px(10.0F), at.y + theme.px(9.0F)}, theme.px(12.0F), color);
  ImGui::Indent(theme.px(28.0F));
  text(theme, Role::smallStrong, kept == Kept::no ? c.bad : c.text, rule);
  text(theme, Role::small, c.muted, found);
  ImGui::Unindent(theme.px(28.0F));
  ui.item(id, fmt::format("{}: {}", kept == Kept::yes ? "kept" : kept == Kept::no ? "broken" : "open", found));
}

/// The same in one line where there is room for it.
void drawRuleInShort(Ui const& ui, std::string const& id, Kept kept, std::string_view rule, std::string_view found) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImVec2 const size = measure(theme, Role::smallStrong, rule);
  float const after = size.x + theme.px(space::kS);
  float const width = ImGui::GetContentRegionAvail().x;
  if (theme.px(28.0F) + after + measure(theme, Role::small, found).x > width) return drawRule(ui, id, kept, rule, found);
  gap(theme, space::kXs);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const height = theme.px(20.0F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawIcon(list, kept == Kept::yes ? Icon::check : Icon::minus, {at.x + theme.px(10.0F), at.y + height / 2.0F}, theme.px(12.0F),
           kept == Kept::yes ? c.good : c.muted);
  float const x = at.x + theme.px(28.0F);
  float const y = at.y + (height - size.y) / 2.0F;
  drawText(list, theme, Role::smallStrong, {x, y}, c.text, rule);
  drawText(list, theme, Role::small, {x + after, y}, c.muted, found);
  ImGui::Dummy({width, height});
  ui.item(id, fmt::format("{}: {}", kept == Kept::yes ? "kept" : "open", found));
}

}  // namespace

void drawPublishedChecks(Ui const& ui, inspect::Diagnosis const& diagnosis) {
  using State = inspect::CheckFinding::State;
  Theme const& theme = ui.theme;
  gap(theme, space::kM);
  text(theme, Role::smallStrong, theme.colors.muted, tr("The five things to check"));
  std::size_t n = 0;
  for (inspect::CheckFinding const& finding : diagnosis.checks()) {
    Kept const kept = finding.state == State::good ? Kept::yes : finding.state == State::wrong ? Kept::no : Kept::open;
    // What is as it should be takes one line, so that what is not stays in sight.
    (kept == Kept::no ? drawRule : drawRuleInShort)(ui, fmt::format("desk-check-{}", n++), kept, tr(inspect::title(finding.check)),
                                                    worldWords(finding.text));
  }
}

void drawDeskCode(Ui const& ui) {
  auto const& check = ui.view.desk->codeCheck();
  if (!check) return;
  using State = protocol::CodeRuleCheck::State;
  Theme const& theme = ui.theme;
  gap(theme, space::kL);
  bool const entry = check->kind == protocol::CheckedCode::entryCode;
  text(theme, Role::heading, theme.colors.text, entry ? tr("Entry code") : tr("Payment code"));
  text(theme, Role::small, theme.colors.muted,
       entry ? tr("The rules for an acquirer that issues it.") : tr("The rules for a scanner that reads it."));
  std::size_t n = 0;
  for (protocol::CodeRuleCheck const& rule : check->rules) {
    Kept const kept = rule.state == State::kept ? Kept::yes : rule.state == State::broken ? Kept::no : Kept::open;
    drawRule(ui, fmt::format("desk-rule-{}", n++), kept, tr(rule.rule), worldWords(rule.found));
  }
}

}  // namespace aplus::ui
