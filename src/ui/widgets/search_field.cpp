#include "ui/widgets/search_field.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "ui/widgets/controls.h"

namespace aplus::ui {

bool searchField(Ui const& ui, std::string_view id, std::string_view hint, std::string& text, bool takeKeys) {
  constexpr std::size_t kLongest = 200;
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  std::array<char, kLongest> buffer{};
  std::memcpy(buffer.data(), text.data(), std::min(text.size(), kLongest - 1));
  Typeface const face = theme.typeface(Role::body);
  float const height = theme.px(theme.touch ? 48.0F : 40.0F);
  float const inset = theme.px(36.0F);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImGui::PushFont(face.font, face.size);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{inset, (height - face.size) / 2.0F});
  ImGui::PushStyleColor(ImGuiCol_FrameBg, toVec4(c.raised));
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  if (takeKeys) ImGui::SetKeyboardFocusHere();
  std::string const name = "##" + std::string(id);
  bool const changed = ImGui::InputTextWithHint(name.c_str(), std::string(hint).c_str(), buffer.data(), buffer.size());
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  ImGui::PopFont();
  ui.item(id, hint);
  drawIcon(*ImGui::GetWindowDrawList(), Icon::search, {at.x + theme.px(18.0F), at.y + height / 2.0F}, theme.px(14.0F), c.muted);
  if (changed) text = buffer.data();
  return changed;
}

}  // namespace aplus::ui
