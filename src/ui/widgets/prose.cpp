#include "ui/widgets/prose.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/widgets/selection.h"
#include "ui/widgets/text.h"

namespace aplus::ui {
namespace {

/// A wrapped text at its place.
struct Prose {
  Theme const& theme;
  Role role;
  std::string_view text;
  std::vector<std::string_view> lines;
  float lineHeight = 1.0F;
  ImVec2 at;

  std::size_t beginOf(std::string_view line) const { return static_cast<std::size_t>(line.data() - text.data()); }

  /// The byte between two characters that is nearest.
  std::size_t hit(ImVec2 mouse) const {
    float const row = (mouse.y - at.y) / lineHeight;
    if (row < 0.0F || lines.empty()) return 0;
    if (row >= static_cast<float>(lines.size())) return text.size();
    std::string_view const line = lines[static_cast<std::size_t>(row)];
    float const x = mouse.x - at.x;
    std::size_t before = 0;
    float left = 0.0F;
    while (before < line.size()) {
      std::size_t const next = nextCharacter(line, before);
      float const right = measure(theme, role, line.substr(0, next)).x;
      if (x < (left + right) / 2.0F) break;
      before = next;
      left = right;
    }
    return beginOf(line) + before;
  }

  void drawSelected(ImDrawList& list, Selected selected) const {
    float y = at.y;
    for (std::string_view line : lines) {
      std::size_t const begin = beginOf(line);
      std::size_t const from = std::max(selected.from, begin), to = std::min(selected.to, begin + line.size());
      if (from < to) {
        float const left = at.x + measure(theme, role, line.substr(0, from - begin)).x;
        float const right = at.x + measure(theme, role, line.substr(0, to - begin)).x;
        list.AddRectFilled({left, y}, {right, y + lineHeight}, selectionColor(theme));
      }
      y += lineHeight;
    }
  }
};

}  // namespace

void prose(Ui const& ui, std::string_view id, Role role, ImU32 color, std::string_view text, float width) {
  if (text.empty()) return;
  Theme const& theme = ui.theme;
  float const wrap = std::max(width > 0.0F ? width : ImGui::GetContentRegionAvail().x, 1.0F);
  ImVec2 const size = measure(theme, role, text, wrap);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  std::string const name(id);
  ImGui::InvisibleButton(name.c_str(), size);
  ui.item(id, text);
  // Where its lines end matters only to whoever points at it or has selected some of it.
  bool const mine = ui.state.selection.owner == ImGui::GetItemID();
  if (mine || ImGui::IsItemHovered() || ImGui::IsItemActive()) {
    Prose const shown{theme, role, text, wrappedLines(theme, role, text, wrap), wrappedLineHeight(theme, role), at};
    shown.drawSelected(*ImGui::GetWindowDrawList(), followSelection(ui, text, [&](ImVec2 mouse) { return shown.hit(mouse); }));
  }
  if (ImGui::IsItemVisible()) drawText(*ImGui::GetWindowDrawList(), theme, role, at, color, text, wrap);
}

}  // namespace aplus::ui
