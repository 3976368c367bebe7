#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ui/findings.h"
#include "ui/language.h"
#include "ui/panels/inspector_tabs.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

void drawChips(Ui const& ui) {
  Theme const& theme = ui.theme;
  float const left = ImGui::GetCursorScreenPos().x;
  float const right = left + ImGui::GetContentRegionAvail().x;
  float x = left;
  float y = ImGui::GetCursorScreenPos().y;
  float const height = theme.smallControl();
  float const spacing = theme.px(space::kXs);
  for (Party party : kParties) {
    std::string_view const label = tr(title(party));
    float const width = measure(theme, Role::small, label).x + theme.px(36.0F);
    if (x + width > right && x > left) {
      x = left;
      y += height + spacing;
    }
    ImGui::SetCursorScreenPos({x, y});
    std::string const id = "state-" + std::string(name(party));
    if (ImGui::InvisibleButton(id.c_str(), {width, height})) ui.state.stateParty = party;
    ui.item(id, label);
    bool const on = ui.state.stateParty == party;
    bool const hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    Palette const& c = theme.colors;
    ImU32 const fill = on ? c.accentSoft : hovered ? c.raised : c.surface;
    list.AddRectFilled({x, y}, {x + width, y + height}, fill, height / 2.0F);
    list.AddRect({x, y}, {x + width, y + height}, on ? c.accent : c.border, height / 2.0F, 0,
                 theme.hairline());
    drawPartyGlyph(list, party, {x + theme.px(15.0F), y + height / 2.0F}, theme.px(11.0F),
                   theme.lane(party));
    ImVec2 const size = measure(theme, Role::small, label);
    drawText(list, theme, Role::small, {x + theme.px(25.0F), y + (height - size.y) / 2.0F},
             on ? c.accent : c.text, label);
    x += width + spacing;
  }
  ImGui::SetCursorScreenPos({left, y + height});
  ImGui::Dummy({0.0F, 0.0F});
}

std::string foldKey(Party party, StateRow const& row) { return std::string(name(party)) + " / " + row.path; }

/// Which rows are shown: not those inside folded objects, and only what changed when that is asked for.
std::vector<std::size_t> shownRows(Ui const& ui, std::vector<StateRow> const& rows, Party party) {
  InspectorChoices const& choices = ui.state.inspector;
  std::vector<std::size_t> shown;
  shown.reserve(rows.size());
  int foldedBelow = -1;  // the depth of the folded object that we are in
  for (std::size_t i = 0; i < rows.size(); ++i) {
    StateRow const& row = rows[i];
    if (foldedBelow >= 0 && row.depth > foldedBelow) continue;
    foldedBelow = -1;
    if (choices.onlyChanges && ui.shownStep() > 0 && !row.touched) continue;
    shown.push_back(i);
    if (row.isObject && !choices.folded.empty() && choices.folded.count(foldKey(party, row)) > 0) foldedBelow = row.depth;
  }
  return shown;
}

/// A sign and a colour for what the step did to it.
void drawChange(Ui const& ui, StateRow const& row, Rect const& rect) {
  using Change = StateRow::Change;
  Palette const& c = ui.theme.colors;
  if (row.change == Change::same) return;
  bool const gone = row.change == Change::removed;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const out = ui.theme.px(6.0F);
  list.AddRectFilled({rect.x - out, rect.y}, {rect.x + rect.w + out, rect.y + rect.h}, gone ? c.badSoft : c.warnSoft);
  list.AddRectFilled({rect.x - out, rect.y}, {rect.x - out + ui.theme.px(3.0F), rect.y + rect.h}, gone ? c.bad : c.warn);
}

/// `49000  was 50000`, the old one struck through.
void drawValue(Ui const& ui, StateRow const& row, ImVec2 at, float room) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  bool const gone = row.change == StateRow::Change::removed;
  float x = at.x;
  if (!gone) {
    float const width = measure(theme, Role::mono, row.value).x;
    drawTextFit(list, theme, Role::mono, at, c.text, row.value, room);
    x += width + theme.px(space::kM);
  }
  if (row.before.empty()) return;
  float const left = at.x + room - x;
  if (left < theme.px(30.0F)) return;  // the tooltip has it
  float const width = std::min(left, measure(theme, Role::monoSmall, row.before).x);
  drawTextFit(list, theme, Role::monoSmall, {x, at.y + theme.px(2.0F)}, c.muted, row.before, left);
  float const y = at.y + theme.px(9.0F);
  list.AddLine({x, y}, {x + width, y}, c.muted, theme.hairline());
}

void touchRow(Ui const& ui, StateRow const& row, Party party) {
  if (!row.isObject) {
    bool const gone = row.change == StateRow::Change::removed;
    return pick(ui, row.path, gone ? row.before : row.value, gone ? "" : row.before);
  }
  auto& folded = ui.state.inspector.folded;
  std::string const key = foldKey(party, row);
  if (folded.erase(key) == 0) folded.insert(key);
}

void drawRow(Ui const& ui, StateRow const& row, Party party, float height) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  bool const pressed = ImGui::InvisibleButton("##row", {width, height});
  if (ui.state.collectItems) ui.item("state-row " + row.path, row.value);
  bool const hovered = ImGui::IsItemHovered();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawChange(ui, row, {at.x, at.y, width, height});
  if (hovered || (!row.isObject && isPicked(ui, row.path))) {
    float const out = theme.px(6.0F);
    list.AddRectFilled({at.x - out, at.y}, {at.x + width + out, at.y + height}, withAlpha(c.accent, 0.10F), theme.px(4.0F));
  }
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  float const line = std::round(at.y + (height - theme.px(16.0F)) / 2.0F);
  float x = at.x + theme.px(14.0F) * static_cast<float>(row.depth);
  bool const gone = row.change == StateRow::Change::removed;
  if (row.isObject) {
    bool const folded = ui.state.inspector.folded.count(foldKey(party, row)) > 0;
    drawIcon(list, folded ? Icon::stepForward : Icon::chevronDown, {x + theme.px(5.0F), at.y + height / 2.0F}, theme.px(9.0F), c.muted);
    x += theme.px(15.0F);
    drawTextFit(list, theme, Role::smallStrong, {x, line}, gone ? c.muted : c.text, row.key, at.x + width - x);
    if (row.touched && row.change == StateRow::Change::same && folded) {
      list.AddCircleFilled({at.x + width - theme.px(6.0F), at.y + height / 2.0F}, theme.px(3.5F), c.warn);
    }
  } else {
    float const valueX = std::max(x + theme.px(70.0F), at.x + std::round(width * 0.42F));
    drawTextFit(list, theme, Role::small, {x, line}, c.muted, row.key, valueX - x - theme.px(space::kS));
    drawValue(ui, row, {valueX, line}, at.x + width - valueX);
    if (hovered && !row.before.empty()) {
      tooltip(ui, gone ? trf("{} was {} and is gone", row.key, row.before) : trf("{} was {} and is {}", row.key, row.before, row.value));
    }
  }
  if (pressed) touchRow(ui, row, party);
}

/// All rows are equally high, so that only those in view are looked at.
void drawRows(Ui const& ui, std::vector<StateRow> const& rows, Party party) {
  std::vector<std::size_t> const shown = shownRows(ui, rows, party);
  if (shown.empty()) {
    text(ui.theme, Role::small, ui.theme.colors.muted,
         rows.empty() ? tr("It keeps nothing yet.") : tr("This step changed nothing here."));
    return;
  }
  float const height = ui.theme.smallControl();
  ImVec2 const start = ImGui::GetCursorScreenPos();
  float const viewTop = ImGui::GetWindowPos().y;
  float const viewBottom = viewTop + ImGui::GetWindowHeight();
  auto const first = static_cast<std::size_t>(std::max(0.0F, std::floor((viewTop - start.y) / height)));
  for (std::size_t i = first; i < shown.size(); ++i) {
    float const y = start.y + height * static_cast<float>(i);
    if (y > viewBottom) break;
    ImGui::SetCursorScreenPos({start.x, y});
    ImGui::PushID(static_cast<int>(shown[i]));
    drawRow(ui, rows[shown[i]], party, height);
    ImGui::PopID();
  }
  ImGui::SetCursorScreenPos({start.x, start.y + height * static_cast<float>(shown.size())});
  ImGui::Dummy({0.0F, 0.0F});
}

}  // namespace

void drawStateTab(Ui const& ui) {
  Theme const& theme = ui.theme;
  drawChips(ui);
  gap(theme, space::kS);
  Party const party = ui.state.stateParty;
  std::size_t const step = ui.shownStep();
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ButtonOptions only;
  only.height = theme.smallControl();
  only.selected = ui.state.inspector.onlyChanges;
  only.disabledReason = step == 0 ? tr("No step has changed anything yet") : "";
  if (button(ui, "state-only-changes", tr("Only what changed"), only)) {
    ui.state.inspector.onlyChanges = !ui.state.inspector.onlyChanges;
  }
  ImGui::SameLine(0.0F, theme.px(space::kS));
  ImGui::SetCursorScreenPos({ImGui::GetCursorScreenPos().x, at.y + theme.px(theme.touch ? 13.0F : 6.0F)});
  text(theme, Role::caption, theme.colors.muted,
       step == 0 ? std::string(tr("Before the first step")) : trf("After step {}; what it changed is marked", step));
  ImGui::SetCursorScreenPos({at.x, at.y + only.height + theme.px(space::kS)});
  ImGui::Dummy({0.0F, 0.0F});
  ImGui::SetCursorScreenPos({at.x, at.y + only.height + theme.px(space::kS)});
  drawRows(ui, ui.state.findings->states(ui.view, step, party), party);
}

}  // namespace aplus::ui
