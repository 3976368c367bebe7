#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "ui/panels/inspector_tabs.h"
#include "ui/state_rows.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

void drawChips(Ui const& ui) {
  Theme const& theme = ui.theme;
  float const left = ImGui::GetCursorScreenPos().x;
  float const right = left + ImGui::GetContentRegionAvail().x;
  float x = left;
  float y = ImGui::GetCursorScreenPos().y;
  float const height = theme.px(theme.touch ? 40.0F : 28.0F);
  float const spacing = theme.px(space::kXs);
  for (Party party : kParties) {
    std::string_view const label = title(party);
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

void drawRow(Ui const& ui, StateRow const& row, std::size_t index) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  float const indent = theme.px(14.0F) * static_cast<float>(row.depth);
  float const padY = theme.px(4.0F);
  Role const keyRole = row.isObject ? Role::smallStrong : Role::small;
  float const keyRoom = row.isObject ? width - indent : std::max(width * 0.4F - indent, theme.px(60.0F));
  ImVec2 const keySize = measure(theme, keyRole, row.key, keyRoom);
  float const valueX = indent + keyRoom + theme.px(space::kS);
  float const valueRoom = std::max(width - valueX, theme.px(40.0F));
  ImVec2 const valueSize = row.isObject ? ImVec2{} : measure(theme, Role::mono, row.value, valueRoom);
  float const height = std::max(keySize.y, valueSize.y) + 2.0F * padY;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::PushID(static_cast<int>(index));
  bool const pressed = ImGui::InvisibleButton("##row", {width, height});
  ImGui::PopID();
  bool const hovered = ImGui::IsItemHovered() && !row.isObject;
  if (row.changed && !row.isObject) {
    list.AddRectFilled({at.x - theme.px(6.0F), at.y}, {at.x + width + theme.px(6.0F), at.y + height},
                       c.warnSoft, theme.px(5.0F));
    list.AddRectFilled({at.x - theme.px(6.0F), at.y}, {at.x - theme.px(3.0F), at.y + height}, c.warn,
                       theme.px(2.0F));
  }
  if (hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    drawIcon(list, Icon::copy, {at.x + width - theme.px(4.0F), at.y + height / 2.0F}, theme.px(12.0F), c.muted);
  }
  drawText(list, theme, keyRole, {at.x + indent, at.y + padY}, row.isObject ? c.text : c.muted, row.key, keyRoom);
  if (!row.isObject) {
    drawText(list, theme, Role::mono, {at.x + valueX, at.y + padY}, c.text, row.value, valueRoom);
  }
  if (pressed && !row.isObject) {
    ImGui::SetClipboardText(row.value.c_str());
    ui.toast("Copied: " + row.key);
  }
  ImGui::SetCursorScreenPos({at.x, at.y + height});
  ImGui::Dummy({0.0F, 0.0F});
  ImGui::SetCursorScreenPos({at.x, at.y + height});
}

}  // namespace

void drawStateTab(Ui const& ui) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  drawChips(ui);
  gap(theme, space::kS);
  Party const party = ui.state.stateParty;
  auto const found = ui.state.stateRows.find(party);
  std::size_t const cursor = ui.run()->cursor();
  text(theme, Role::caption, c.muted,
       cursor == 0 ? std::string("Before the first step")
                   : fmt::format("After step {}; what it changed is marked", cursor));
  gap(theme, space::kXs);
  if (found == ui.state.stateRows.end() || found->second.empty()) {
    text(theme, Role::small, c.muted, "It keeps nothing yet.");
    return;
  }
  std::size_t index = 0;
  for (StateRow const& row : found->second) drawRow(ui, row, index++);
}

}  // namespace aplus::ui
