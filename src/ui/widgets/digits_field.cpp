#include "ui/widgets/digits_field.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace aplus::ui {
namespace {

/// Passwords are six digits as a rule; more than this is none.
constexpr std::size_t kMost = 12;

/// Keeps ASCII digits, and those that Chinese and Japanese input makes.
int onlyDigits(ImGuiInputTextCallbackData* data) {
  ImWchar const c = data->EventChar;
  constexpr ImWchar kFullWidthZero = 0xFF10, kFullWidthNine = 0xFF19;
  if (c >= '0' && c <= '9') return 0;
  if (c < kFullWidthZero || c > kFullWidthNine) return 1;
  data->EventChar = static_cast<ImWchar>('0' + (c - kFullWidthZero));
  return 0;
}

}  // namespace

bool digitsField(Ui const& ui, std::string_view id, std::string_view label, std::string& digits, float width) {
  Theme const& theme = ui.theme;
  std::array<char, kMost + 1> buffer{};
  std::memcpy(buffer.data(), digits.data(), std::min(digits.size(), kMost));
  Typeface const face = digits.empty() ? theme.typeface(Role::body) : theme.typeface(Role::title);
  float const height = theme.px(theme.touch ? 48.0F : 40.0F);
  ImGui::PushFont(face.font, face.size);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{theme.px(space::kM), (height - face.size) / 2.0F});
  ImGui::SetNextItemWidth(width);
  std::string const name = "##" + std::string(id);
  constexpr ImGuiInputTextFlags kFlags = ImGuiInputTextFlags_CallbackCharFilter | ImGuiInputTextFlags_EnterReturnsTrue;
  bool const done = ImGui::InputTextWithHint(name.c_str(), std::string(label).c_str(), buffer.data(), buffer.size(),
                                             kFlags, onlyDigits);
  ImGui::PopStyleVar();
  ImGui::PopFont();
  ui.item(id, label);
  digits = buffer.data();
  return done;
}

}  // namespace aplus::ui
