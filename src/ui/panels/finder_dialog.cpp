#include <algorithm>
#include <cmath>
#include <string>

#include "ui/finder.h"
#include "ui/panels/dialog.h"
#include "ui/panels/panels.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/search_field.h"

namespace aplus::ui {
namespace {

constexpr float kRowCss = 46.0F;

/// Looks anew when the query or the run is another.
void refresh(Ui const& ui, bool commands) {
  Finder& finder = ui.state.finder;
  if (!finder.fresh && finder.foundFor == finder.query && finder.revision == ui.view.revision) return;
  finder.found = commands ? findAnything(ui, finder.query) : findInRun(ui, finder.query);
  if (finder.foundFor != finder.query) finder.chosen = 0;
  finder.foundFor = finder.query;
  finder.revision = ui.view.revision;
  finder.chosen = std::min(finder.chosen, finder.found.empty() ? 0 : finder.found.size() - 1);
}

/// True when the person wants the chosen one. The keys come past the field, which has no use for them.
bool chooseByKeys(Finder& finder) {
  if (finder.found.empty()) return false;
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow, true)) finder.chosen = std::min(finder.chosen + 1, finder.found.size() - 1);
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow, true) && finder.chosen > 0) --finder.chosen;
  return ImGui::IsKeyPressed(ImGuiKey_Enter, false);
}

bool drawFinding(Ui const& ui, Finding const& finding, std::size_t index, bool chosen) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  float const width = ImGui::GetContentRegionAvail().x;
  float const height = theme.px(kRowCss);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImGui::PushID(static_cast<int>(index));
  bool const pressed = ImGui::InvisibleButton("##finding", {width, height});
  ImGui::PopID();
  ui.item("finding-" + std::to_string(index), finding.title);
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImVec2 const end{at.x + width, at.y + height};
  if (!ImGui::IsRectVisible(at, end)) return pressed;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (chosen || hovered) list.AddRectFilled(at, end, chosen ? c.accentSoft : c.raised, theme.px(8.0F));
  drawIcon(list, finding.icon, {at.x + theme.px(18.0F), at.y + height / 2.0F}, theme.px(14.0F), chosen ? c.accent : c.muted);
  float const tag = measure(theme, Role::caption, finding.tag).x;
  float const left = at.x + theme.px(40.0F);
  float const room = end.x - left - tag - theme.px(28.0F);
  bool const alone = finding.detail.empty();
  drawTextFit(list, theme, Role::strong, {left, at.y + theme.px(alone ? 15.0F : 7.0F)}, c.text, finding.title, room);
  if (!alone) drawTextFit(list, theme, Role::small, {left, at.y + theme.px(25.0F)}, c.muted, finding.detail, room);
  drawText(list, theme, Role::caption, {end.x - tag - theme.px(space::kM), at.y + height / 2.0F - theme.px(6.0F)}, c.muted,
           finding.tag);
  return pressed;
}

/// Keeps the chosen row in sight while it is moved by keys.
void showChosen(Ui const& ui, std::size_t chosen) {
  float const row = ui.theme.px(kRowCss) + ImGui::GetStyle().ItemSpacing.y;
  float const top = row * static_cast<float>(chosen);
  if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
  if (top + row > ImGui::GetScrollY() + ImGui::GetWindowHeight()) ImGui::SetScrollY(top + row - ImGui::GetWindowHeight());
}

void drawFindings(Ui const& ui, bool commands) {
  Theme const& theme = ui.theme;
  Finder& finder = ui.state.finder;
  std::size_t const before = finder.chosen;
  std::size_t taken = chooseByKeys(finder) ? finder.chosen : finder.found.size();
  if (finder.found.empty()) {
    bool const nothingAsked = finder.query.find_first_not_of(' ') == std::string::npos;
    text(theme, Role::body, theme.colors.muted,
         nothingAsked ? tr("Type a few letters: a name, an id, an amount, a result code.")
                      : commands ? tr("Nothing is called that. Press / to look into the messages of the run.")
                                 : tr("No message, body or reason of this run has all these words."));
    return;
  }
  float const most = std::floor((ImGui::GetIO().DisplaySize.y - theme.px(180.0F)) * 0.9F);
  float const row = theme.px(kRowCss) + ImGui::GetStyle().ItemSpacing.y;
  float const height = std::clamp(row * static_cast<float>(finder.found.size()), row, std::max(row, most));
  ImGui::BeginChild("findings", {0.0F, height}, ImGuiChildFlags_None, ImGuiWindowFlags_NoBackground);
  if (finder.chosen != before) showChosen(ui, finder.chosen);
  for (std::size_t i = 0; i < finder.found.size(); ++i) {
    if (drawFinding(ui, finder.found[i], i, i == finder.chosen)) taken = i;
  }
  ImGui::EndChild();
  if (taken == finder.found.size()) return;
  ui.state.dialog = Dialog::none;
  auto const take = finder.found[taken].take;  // it may open another dialog and empty the list
  take(ui);
}

}  // namespace

void drawFinder(Ui const& ui) {
  bool const commands = ui.state.dialog == Dialog::commands;
  Finder& finder = ui.state.finder;
  if (beginBareDialog(ui, commands ? "commands" : "search", 640.0F)) {
    refresh(ui, commands);
    searchField(ui, "finder", commands ? tr("Do, open or go to anything") : tr("Search names, bodies and reasons"), finder.query,
                finder.fresh);
    finder.fresh = false;
    gap(ui.theme, space::kS);
    refresh(ui, commands);
    drawFindings(ui, commands);
  }
  ImGui::End();
}

}  // namespace aplus::ui
