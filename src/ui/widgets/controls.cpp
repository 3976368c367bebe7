#include "ui/widgets/controls.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

namespace aplus::ui {
namespace {

struct ButtonColors {
  ImU32 fill = 0;
  ImU32 border = 0;
  ImU32 text = 0;
};

ButtonColors colorsOf(Palette const& c, ButtonOptions const& options, bool hovered, bool held) {
  ButtonColors colors;
  switch (options.look) {
    case ButtonLook::primary:
      colors = {hovered ? mix(c.accent, c.text, held ? 0.25F : 0.12F) : c.accent, 0, c.onAccent};
      break;
    case ButtonLook::soft:
      colors = {hovered ? mix(c.accentSoft, c.accent, 0.18F) : c.accentSoft, 0, c.accent};
      break;
    case ButtonLook::quiet: colors = {hovered ? c.raised : c.surface, c.border, c.text}; break;
    case ButtonLook::plain: colors = {hovered ? c.raised : 0, 0, c.muted}; break;
  }
  if (options.selected) colors = {c.accentSoft, 0, c.accent};
  if (!options.disabledReason.empty()) {
    colors.text = withAlpha(c.muted, 0.65F);
    colors.fill = options.look == ButtonLook::plain ? 0U : c.raised;
    colors.border = options.look == ButtonLook::plain ? 0U : c.border;
  }
  return colors;
}

}  // namespace

bool button(Ui const& ui, std::string_view id, std::string_view label,
            ButtonOptions const& options) {
  Theme const& theme = ui.theme;
  bool const disabled = !options.disabledReason.empty();
  bool const hasIcon = options.icon != Icon::none;
  float const height = options.height > 0.0F ? options.height : theme.control();
  float const iconSize = theme.px(14.0F);
  float const pad = theme.px(space::kM);
  ImVec2 const labelSize = options.iconOnly ? ImVec2{} : measure(theme, Role::strong, label);
  float const between = hasIcon && !options.iconOnly ? theme.px(6.0F) : 0.0F;
  float const content = labelSize.x + between + (hasIcon ? iconSize : 0.0F);
  float const natural = options.iconOnly ? height : std::max(content + 2.0F * pad, theme.least());
  ImVec2 const size{options.width > 0.0F ? options.width : natural, height};

  ImGui::PushID(id.data(), id.data() + id.size());
  bool const pressed = ImGui::InvisibleButton("##button", size);
  ImGui::PopID();
  bool const hovered = ImGui::IsItemHovered();
  bool const held = ImGui::IsItemActive();
  ImVec2 const min = ImGui::GetItemRectMin();
  ImVec2 const max = ImGui::GetItemRectMax();
  ui.item(id, label);

  ButtonColors const colors = colorsOf(theme.colors, options, hovered && !disabled, held);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const rounding = theme.px(8.0F);
  if (colors.fill != 0) list.AddRectFilled(min, max, colors.fill, rounding);
  if (colors.border != 0) list.AddRect(min, max, colors.border, rounding, 0, theme.hairline());
  float x = (min.x + max.x - content) / 2.0F;
  float const y = (min.y + max.y) / 2.0F;
  if (hasIcon) {
    drawIcon(list, options.icon, {x + iconSize / 2.0F, y}, iconSize, colors.text);
    x += iconSize + between;
  }
  if (!options.iconOnly) {
    drawTextFit(list, theme, Role::strong, {x, y - labelSize.y / 2.0F}, colors.text, label,
                max.x - x - theme.px(2.0F));
  }
  if (hovered && disabled) tooltip(ui, options.disabledReason);
  if (hovered && !disabled && !options.tooltip.empty()) tooltip(ui, options.tooltip);
  if (hovered && !disabled) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return pressed && !disabled;
}

int segmented(Ui const& ui, std::string_view id, std::initializer_list<std::string_view> labels,
              int chosen, float width) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  auto const count = static_cast<float>(labels.size());
  float widest = 0.0F;
  for (std::string_view label : labels) {
    widest = std::max(widest, measure(theme, Role::small, label).x);
  }
  float const each = width > 0.0F ? std::floor(width / count) : widest + theme.px(20.0F);
  float const height = theme.smallControl();
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const rounding = theme.px(7.0F);
  list.AddRectFilled(at, {at.x + each * count, at.y + height}, c.raised, rounding);
  int index = 0;
  int result = chosen;
  for (std::string_view label : labels) {
    std::string const itemId = std::string(id) + "-" + std::string(label);
    ImVec2 const min{at.x + each * static_cast<float>(index), at.y};
    ImVec2 const max{min.x + each, at.y + height};
    ImGui::SetCursorScreenPos(min);
    if (ImGui::InvisibleButton(itemId.c_str(), {each, height})) result = index;
    ui.item(itemId, label);
    bool const on = index == chosen;
    if (on) {
      float const inset = theme.px(2.0F);
      ImVec2 const a{min.x + inset, min.y + inset};
      ImVec2 const b{max.x - inset, max.y - inset};
      list.AddRectFilled(a, b, c.surface, rounding - inset);
      list.AddRect(a, b, c.border, rounding - inset, 0, theme.hairline());
    }
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImU32 const color = on || ImGui::IsItemHovered() ? c.text : c.muted;
    drawTextCentered(list, theme, on ? Role::smallStrong : Role::small,
                     {(min.x + max.x) / 2.0F, (min.y + max.y) / 2.0F}, color, label);
    ++index;
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({each * count, height});
  return result;
}

int tabs(Ui const& ui, std::string_view idPrefix, std::initializer_list<std::string_view> ids,
         std::initializer_list<std::string_view> labels, int chosen, float room) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  float const height = std::max(theme.px(36.0F), theme.least());
  float texts = 0.0F;
  for (std::string_view label : labels) texts += measure(theme, Role::strong, label).x;
  // Closer together where there is little room, and in two lines where that is not enough.
  float const most = theme.px(20.0F), least = theme.px(10.0F);
  float const left = (room - texts) / static_cast<float>(labels.size());
  float const around = room > 0.0F ? std::clamp(std::floor(left), least, most) : most;
  ImVec2 const start = ImGui::GetCursorScreenPos();
  ImVec2 at = start;
  float widest = 0.0F;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  int result = chosen;
  int index = 0;
  auto id = ids.begin();
  for (std::string_view label : labels) {
    std::string const itemId = std::string(idPrefix) + "-" + std::string(*id++);
    float const width = std::max(measure(theme, Role::strong, label).x + around, theme.least());
    if (room > 0.0F && at.x > start.x && at.x + width > start.x + room) at = {start.x, at.y + height};
    ImGui::SetCursorScreenPos(at);
    if (ImGui::InvisibleButton(itemId.c_str(), {width, height})) result = index;
    ui.item(itemId, label);
    bool const on = index == chosen;
    bool const hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImU32 const color = on ? c.accent : hovered ? c.text : c.muted;
    drawTextCentered(list, theme, on ? Role::strong : Role::body,
                     {at.x + width / 2.0F, at.y + height / 2.0F}, color, label);
    if (on) {
      float const thick = theme.px(2.0F);
      list.AddRectFilled({at.x + around / 2.0F, at.y + height - thick},
                         {at.x + width - around / 2.0F, at.y + height}, c.accent, thick);
    }
    at.x += width;
    widest = std::max(widest, at.x - start.x);
    ++index;
  }
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy({widest, at.y + height - start.y});
  return result;
}

float badgeWidth(Theme const& theme, std::string_view label, Icon icon) {
  float const iconRoom = icon == Icon::none ? 0.0F : theme.px(14.0F);
  return measure(theme, Role::smallStrong, label).x + theme.px(16.0F) + iconRoom;
}

void badge(Theme const& theme, std::string_view label, ImU32 color, ImU32 background, Icon icon) {
  float const height = theme.px(22.0F);
  float const width = badgeWidth(theme, label, icon);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + height}, background, height / 2.0F);
  float x = at.x + theme.px(8.0F);
  if (icon != Icon::none) {
    drawIcon(list, icon, {x + theme.px(5.0F), at.y + height / 2.0F}, theme.px(11.0F), color);
    x += theme.px(14.0F);
  }
  ImVec2 const size = measure(theme, Role::smallStrong, label);
  drawText(list, theme, Role::smallStrong, {x, at.y + (height - size.y) / 2.0F}, color, label);
  ImGui::Dummy({width, height});
}

void copyButton(Ui const& ui, std::string_view id, std::string_view label,
                std::string_view content) {
  ButtonOptions options;
  options.icon = Icon::copy;
  options.height = ui.theme.smallControl();
  if (content.empty()) options.disabledReason = tr("There is nothing to copy");
  if (button(ui, id, label, options)) {
    ImGui::SetClipboardText(std::string(content).c_str());
    ui.toast(std::string(tr("Copied")));
  }
}

void copyAtLineEnd(Ui const& ui, std::string_view id, std::string_view label, std::string_view content) {
  Theme const& theme = ui.theme;
  ImVec2 const min = ImGui::GetItemRectMin();
  ImVec2 const max = ImGui::GetItemRectMax();
  ImVec2 const next = ImGui::GetCursorScreenPos();
  float const right = next.x + ImGui::GetContentRegionAvail().x;
  float const height = theme.smallControl();
  float const width = measure(theme, Role::strong, label).x + theme.px(2.0F * space::kM + 20.0F);
  ImGui::SetCursorScreenPos({right - width, std::round((min.y + max.y - height) / 2.0F)});
  copyButton(ui, id, label, content);
  float const bottom = std::max(next.y, ImGui::GetCursorScreenPos().y);
  ImGui::SetCursorScreenPos({next.x, bottom});
  ImGui::Dummy({0.0F, 0.0F});
  ImGui::SetCursorScreenPos({next.x, bottom});
}

void copyHeading(Ui const& ui, std::string_view label, std::string_view id, std::string_view copyLabel,
                 std::string_view content) {
  Theme const& theme = ui.theme;
  float const height = theme.smallControl();
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImVec2 const size = measure(theme, Role::smallStrong, label);
  drawText(*ImGui::GetWindowDrawList(), theme, Role::smallStrong, {at.x, at.y + (height - size.y) / 2.0F},
           theme.colors.muted, label);
  ImGui::Dummy({size.x, height});
  copyAtLineEnd(ui, id, copyLabel, content);
}

std::string const& field(Ui const& ui, std::string_view id, std::string_view label,
                         std::string_view initial, float width) {
  constexpr std::size_t kLongest = 256;
  Theme const& theme = ui.theme;
  auto const found = ui.state.fields.try_emplace(std::string(id), initial).first;
  ImGui::BeginGroup();  // the field stands below its label, wherever that is
  text(theme, Role::caption, theme.colors.muted, label);
  gap(theme, 2.0F);
  std::array<char, kLongest> buffer{};
  std::size_t const length = std::min(found->second.size(), kLongest - 1);
  std::memcpy(buffer.data(), found->second.data(), length);
  Typeface const face = theme.typeface(Role::body);
  ImGui::PushFont(face.font, face.size);
  ImGui::SetNextItemWidth(width);
  std::string const itemId = "##" + std::string(id);
  if (ImGui::InputText(itemId.c_str(), buffer.data(), buffer.size())) {
    found->second = buffer.data();
  }
  ImGui::PopFont();
  ui.item(id, label);
  ImGui::EndGroup();
  return found->second;
}

void drawSurface(ImDrawList& list, Theme const& theme, Rect const& rect, float roundingCss) {
  float const rounding = theme.px(roundingCss);
  list.AddRectFilled(rect.min(), rect.max(), theme.colors.surface, rounding);
  list.AddRect(rect.min(), rect.max(), theme.colors.border, rounding, 0, theme.hairline());
}

void tooltip(Ui const& ui, std::string_view content) {
  if (ui.theme.touch && ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen) return;
  Theme const& theme = ui.theme;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{theme.px(10.0F), theme.px(8.0F)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.px(8.0F));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, theme.hairline());
  float const widest = theme.px(320.0F);
  ImVec2 const size = measure(theme, Role::small, content, widest);
  // Told beforehand: there may be no second frame in which ImGui would fit it to another text than the last.
  ImGui::SetNextWindowSize({size.x + theme.px(20.0F), size.y + theme.px(16.0F)});
  if (ImGui::BeginTooltip()) {
    drawText(*ImGui::GetWindowDrawList(), theme, Role::small, ImGui::GetCursorScreenPos(),
             theme.colors.text, content, widest);
    ImGui::Dummy(size);
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar(3);
}

void beginArea(Ui const& ui, char const* id, Rect const& rect, float paddingCss) {
  float const padding = paddingCss > 0.0F ? ui.theme.px(paddingCss) : 0.0F;
  ImGui::SetCursorScreenPos(rect.min());
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{padding, padding});
  ImGui::BeginChild(id, rect.size(), ImGuiChildFlags_AlwaysUseWindowPadding,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
}

void endArea() { ImGui::EndChild(); }

}  // namespace aplus::ui
