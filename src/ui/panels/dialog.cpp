#include "ui/panels/dialog.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

/// Touching the dimmed page beside a dialog closes it.
void dimPage(Ui const& ui) {
  ImVec2 const display = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0.0F, 0.0F});
  ImGui::SetNextWindowSize(display);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, 0x820E0A08U);
  ImGui::Begin("dim", nullptr, kOverlayFlags);
  ImGui::PopStyleColor();
  ImGui::InvisibleButton("dim-close", display);
  if (ImGui::IsItemClicked()) ui.state.dialog = Dialog::none;
  ImGui::End();
}

}  // namespace

void openDialog(Ui const& ui, Dialog dialog) {
  ui.state.dialog = dialog;
  ui.state.finder = {};
}

void pushOverlayStyle(Theme const& theme, float paddingCss) {
  float const padding = theme.px(paddingCss);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{padding, padding});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.px(14.0F));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, theme.hairline());
  ImGui::PushStyleColor(ImGuiCol_WindowBg, theme.colors.surface);
}

void popOverlayStyle() {
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
}

bool beginBareDialog(Ui const& ui, char const* id, float widthCss) {
  Theme const& theme = ui.theme;
  ImVec2 const display = ImGui::GetIO().DisplaySize;
  float const margin = theme.px(space::kM);
  float const width = std::min(theme.px(widthCss), display.x - 2.0F * margin);
  dimPage(ui);
  float const top = theme.px(ui.layout.shape == Shape::narrow ? 56.0F : 60.0F);
  ImGui::SetNextWindowPos({std::floor((display.x - width) / 2.0F), top});
  ImGui::SetNextWindowSizeConstraints({width, 0.0F}, {width, std::max(1.0F, display.y - top - margin)});
  ImGui::SetNextWindowFocus();
  pushOverlayStyle(theme, space::kL);
  bool const open = ImGui::Begin(id, nullptr, kOverlayFlags | ImGuiWindowFlags_AlwaysAutoResize);
  popOverlayStyle();
  // A field has the keys, so the page's shortcuts do not see this one.
  if (ImGui::GetIO().WantTextInput && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.state.dialog = Dialog::none;
  return open;
}

bool beginDialog(Ui const& ui, char const* id, std::string_view heading, float widthCss) {
  Theme const& theme = ui.theme;
  if (!beginBareDialog(ui, id, widthCss)) return false;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const side = theme.control();
  float const right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - theme.px(space::kL);
  drawText(*ImGui::GetWindowDrawList(), theme, Role::title, {at.x, at.y + (side - measure(theme, Role::title, heading).y) / 2.0F},
           theme.colors.text, heading);
  ImGui::SetCursorScreenPos({right - side, at.y});
  ButtonOptions options;
  options.icon = Icon::close;
  options.look = ButtonLook::plain;
  options.iconOnly = true;
  options.tooltip = tr("Close (Esc)");
  if (button(ui, "dialog-close", tr("Close"), options)) ui.state.dialog = Dialog::none;
  gap(theme, space::kS);
  return true;
}

bool choiceCard(Ui const& ui, std::string_view id, std::string_view title, std::string_view sentence,
                CardOptions const& options) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  float const width = ImGui::GetContentRegionAvail().x;
  float const pad = theme.px(space::kM);
  float const mark = options.done ? theme.px(20.0F) : 0.0F;
  float const wrap = width - 2.0F * pad;
  ImVec2 const titleSize = measure(theme, Role::heading, title, wrap - mark);
  ImVec2 const sentenceSize = measure(theme, Role::small, sentence, wrap);
  float const height = titleSize.y + sentenceSize.y + 2.0F * pad + theme.px(4.0F);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImGui::PushID(id.data(), id.data() + id.size());
  bool const pressed = ImGui::InvisibleButton("##card", {width, height});
  ImGui::PopID();
  ui.item(id, title);
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImVec2 const end{at.x + width, at.y + height};
  if (ImGui::IsRectVisible(at, end)) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float const rounding = theme.px(10.0F);
    list.AddRectFilled(at, end, options.open ? c.accentSoft : hovered ? c.raised : c.surface, rounding);
    list.AddRect(at, end, options.open ? c.accent : c.border, rounding, 0, theme.hairline());
    drawText(list, theme, Role::heading, {at.x + pad, at.y + pad}, c.text, title, wrap - mark);
    drawText(list, theme, Role::small, {at.x + pad, at.y + pad + titleSize.y + theme.px(4.0F)}, c.muted,
             sentence, wrap);
    if (options.done) {
      drawIcon(list, Icon::check, {end.x - pad - theme.px(6.0F), at.y + pad + titleSize.y / 2.0F}, theme.px(12.0F), c.good);
    }
  }
  if (pressed) ui.state.dialog = Dialog::none;
  return pressed;
}

}  // namespace aplus::ui
