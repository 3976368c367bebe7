#include "ui/widgets/key_values.h"
#include "ui/language.h"

#include <algorithm>
#include <string>

#include "ui/language.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/text.h"

namespace aplus::ui {

bool keyValueRow(Ui const& ui, std::string_view id, std::string_view key, std::string_view value, Icon icon,
                 bool marked, float keyWidthCss) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  float const keyWidth = std::min(theme.px(keyWidthCss), width * 0.42F);
  float const valueWidth = std::max(width - keyWidth - theme.px(space::kS), theme.px(40.0F));
  ImVec2 const keySize = measure(theme, Role::small, key, keyWidth);
  constexpr std::size_t kLongest = 110;  // the rest is copied, not shown
  std::string shown(value.substr(0, kLongest));
  if (value.size() > kLongest) shown += "\xE2\x80\xA6";
  ImVec2 const valueSize = measure(theme, Role::mono, shown, valueWidth);
  float const padY = theme.px(3.0F);
  float const height = std::max(keySize.y, valueSize.y) + 2.0F * padY;

  ImGui::SetCursorScreenPos({at.x, at.y + height});
  ImGui::Dummy({0.0F, 0.0F});
  ImGui::SetCursorScreenPos(at);
  std::string const name(id);
  bool const pressed = ImGui::InvisibleButton(name.c_str(), {width, height});
  ui.item(id, key);
  bool const hovered = ImGui::IsItemHovered();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const out = theme.px(6.0F);
  if (hovered || marked) {
    list.AddRectFilled({at.x - out, at.y}, {at.x + width + out, at.y + height}, marked ? c.accentSoft : c.raised,
                       theme.px(6.0F));
  }
  if (hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    drawIcon(list, icon, {at.x + width - theme.px(6.0F), at.y + theme.px(12.0F)},
             theme.px(12.0F), c.muted);
  }
  drawText(list, theme, Role::small, {at.x, at.y + padY}, c.muted, key, keyWidth);
  drawText(list, theme, Role::mono, {at.x + keyWidth + theme.px(space::kS), at.y + padY}, c.text,
           shown, valueWidth);
  ImGui::SetCursorScreenPos({at.x, at.y + height});
  return pressed;
}

void keyValue(Ui const& ui, std::string_view id, std::string_view key, std::string_view value, float keyWidthCss) {
  if (!keyValueRow(ui, id, key, value, Icon::copy, false, keyWidthCss)) return;
  ImGui::SetClipboardText(std::string(value).c_str());
  ui.toast(trf("Copied: {}", key));
}

}  // namespace aplus::ui
