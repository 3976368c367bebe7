#include "ui/widgets/selection.h"

#include <algorithm>
#include <string>

namespace aplus::ui {
namespace {

bool isWordByte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

void selectWord(std::string_view text, TextSelection& selection) {
  std::size_t from = selection.caret;
  std::size_t to = selection.caret;
  while (from > 0 && isWordByte(text[from - 1])) --from;
  while (to < text.size() && isWordByte(text[to])) ++to;
  selection.anchor = from;
  selection.caret = to;
}

void followMouse(std::string_view text, std::function<std::size_t(ImVec2)> const& hit, ImGuiID id, TextSelection& selection) {
  ImGuiIO const& io = ImGui::GetIO();
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (ImGui::IsItemActivated()) {
    std::size_t const at = hit(io.MousePos);
    bool const extend = io.KeyShift && selection.owner == id;
    selection = {id, extend ? selection.anchor : at, at};
  } else if (ImGui::IsItemActive() && selection.owner == id && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 2.0F)) {
    selection.caret = hit(io.MousePos);
  }
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    selection.caret = hit(io.MousePos);
    selectWord(text, selection);
  }
}

Selected selected(std::string_view text, TextSelection const& selection) {
  std::size_t const limit = text.size();
  return {std::min({selection.anchor, selection.caret, limit}), std::min(std::max(selection.anchor, selection.caret), limit)};
}

void followKeys(std::string_view text, Selected now, TextSelection& selection) {
  if (ImGui::GetIO().WantTextInput) return;
  if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_A)) {
    selection.anchor = 0;
    selection.caret = text.size();
  }
  if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_C) && now.from < now.to) {
    ImGui::SetClipboardText(std::string(text.substr(now.from, now.to - now.from)).c_str());
  }
}

}  // namespace

Selected followSelection(Ui const& ui, std::string_view text, std::function<std::size_t(ImVec2)> const& hit) {
  ImGuiID const id = ImGui::GetItemID();
  TextSelection& selection = ui.state.selection;
  followMouse(text, hit, id, selection);
  if (selection.owner != id) return {};
  Selected const now = selected(text, selection);
  followKeys(text, now, selection);
  return now;
}

ImU32 selectionColor(Theme const& theme) { return withAlpha(theme.colors.accent, 0.28F); }

}  // namespace aplus::ui
