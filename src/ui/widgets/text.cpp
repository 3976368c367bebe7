#include "ui/widgets/text.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <string>

namespace aplus::ui {
namespace {

ImVec2 onGrid(ImVec2 at) { return {std::round(at.x), std::round(at.y)}; }

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

bool continuesCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

ImVec2 measure(Theme const& theme, Role role, std::string_view text, float wrap) {
  Typeface const face = theme.typeface(role);
  ImVec2 const size = face.font->CalcTextSizeA(face.size, FLT_MAX, wrap, text.data(),
                                               text.data() + text.size());
  return {std::ceil(size.x), std::ceil(size.y)};
}

void drawText(ImDrawList& list, Theme const& theme, Role role, ImVec2 at, ImU32 color,
              std::string_view text, float wrap) {
  if (text.empty()) return;
  Typeface const face = theme.typeface(role);
  list.AddText(face.font, face.size, onGrid(at), color, text.data(), text.data() + text.size(),
               wrap);
}

void drawTextCentered(ImDrawList& list, Theme const& theme, Role role, ImVec2 center, ImU32 color,
                      std::string_view text) {
  ImVec2 const size = measure(theme, role, text);
  drawText(list, theme, role, {center.x - size.x / 2.0F, center.y - size.y / 2.0F}, color, text);
}

void drawTextFit(ImDrawList& list, Theme const& theme, Role role, ImVec2 at, ImU32 color,
                 std::string_view text, float width) {
  if (measure(theme, role, text).x <= width) {
    drawText(list, theme, role, at, color, text);
    return;
  }
  Typeface const face = theme.typeface(role);
  float const room = width - measure(theme, role, kEllipsis).x;
  char const* end = text.data();
  face.font->CalcTextSizeA(face.size, room, 0.0F, text.data(), text.data() + text.size(), &end);
  auto count = static_cast<std::size_t>(end - text.data());
  while (count > 0 && count < text.size() && continuesCharacter(text[count])) --count;
  drawText(list, theme, role, at, color, std::string(text.substr(0, count)).append(kEllipsis));
}

void text(Theme const& theme, Role role, ImU32 color, std::string_view text) {
  float const wrap = std::max(ImGui::GetContentRegionAvail().x, 1.0F);
  ImVec2 const size = measure(theme, role, text, wrap);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  if (ImGui::IsRectVisible(at, {at.x + size.x, at.y + size.y})) {
    drawText(*ImGui::GetWindowDrawList(), theme, role, at, color, text, wrap);
  }
  ImGui::Dummy(size);
}

void gap(Theme const& theme, float css) {
  float const spacing = ImGui::GetStyle().ItemSpacing.y;
  float const height = theme.px(css) - spacing;
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + height);
  ImGui::Dummy({0.0F, 0.0F});
}

}  // namespace aplus::ui
