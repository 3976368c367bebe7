#include "ui/panels/device.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/language.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

std::string_view meaningOf(std::string_view command) {
  for (user::CommandSpec const& spec : user::commands()) {
    if (spec.name == command) return tr(spec.meaning);
  }
  return {};
}

ImU32 bodyColor(Theme const& theme) {
  return theme.dark ? mix(theme.colors.raised, theme.colors.muted, 0.25F)
                    : mix(theme.colors.text, theme.colors.surface, 0.08F);
}

/// A case with rounded corners; returns the screen within its bezel.
Rect drawCase(Theme const& theme, Rect const& rect, float rounding, float bezel) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(rect.min(), rect.max(), bodyColor(theme), rounding);
  Rect const screen{rect.x + bezel, rect.y + bezel, rect.w - 2.0F * bezel, rect.h - 2.0F * bezel};
  list.AddRectFilled(screen.min(), screen.max(), theme.colors.page, rounding - bezel);
  return screen;
}

}  // namespace

float Screen::heightOf(Role role, std::string_view text) const { return measure(theme(), role, text, rect_.w).y; }

void Screen::write(Role role, ImU32 color, std::string_view text) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  top_ += drawTextCenteredWrapped(list, theme(), role, {rect_.x, top_}, color, text, rect_.w);
}

void Screen::icon(Icon icon, float sizeCss, ImU32 color, ImU32 background) {
  float const size = theme().px(sizeCss);
  ImVec2 const center{centerX(), top_ + size / 2.0F};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled(center, size / 2.0F, background);
  drawIcon(list, icon, center, size * 0.42F, color);
  top_ += size + theme().px(space::kM);
}

Rect Screen::take(float height) {
  Rect const rect{rect_.x, std::round(top_), rect_.w, std::round(height)};
  top_ += height;
  return rect;
}

Rect Screen::nextButton() {
  float const height = theme().smallControl();
  float const gap = theme().px(6.0F);
  bottom_ -= height;
  Rect rect{rect_.x, std::round(bottom_), rect_.w, height};
  if (paired_ > 0) {
    rect.w = std::floor((rect_.w - gap) / 2.0F);
    if (paired_ == 2) {
      rect.x += rect_.w - rect.w;
      bottom_ += height;  // the other stands beside it
    }
    if (--paired_ == 1) return rect;
  }
  bottom_ -= gap;
  return rect;
}

void Screen::commandButton(std::string_view id, std::string_view label, user::Command const& command,
                           ButtonLook look, Icon icon) {
  commandButtonAt(ui_, nextButton(), id, label, command, look, icon);
}

bool Screen::plainButton(std::string_view id, std::string_view label, ButtonLook look) {
  Rect const rect = nextButton();
  ButtonOptions options;
  options.look = look;
  options.width = rect.w;
  options.height = rect.h;
  ImGui::SetCursorScreenPos(rect.min());
  return button(ui_, id, label, options);
}

void commandButtonAt(Ui const& ui, Rect const& rect, std::string_view id, std::string_view label,
                     user::Command const& command, ButtonLook look, Icon icon, std::string_view hinder) {
  auto const allowed = timeline::possible(ui.run()->world(), command);
  std::string const reason = !hinder.empty() ? std::string(hinder) : allowed ? "" : reasonWords(allowed.error().message);
  ButtonOptions options;
  options.icon = icon;
  options.look = look;
  options.width = rect.w;
  options.height = rect.h;
  options.tooltip = meaningOf(command.name);
  options.disabledReason = reason;
  ImGui::SetCursorScreenPos(rect.min());
  if (button(ui, id, label, options)) {
    ui.state.playing = false;
    ui.ask(intent::Act{command});
  }
}

Rect drawPhoneBody(Ui const& ui, Rect const& rect) {
  float const bezel = ui.theme.px(5.0F);
  return drawCase(ui.theme, rect, ui.theme.px(26.0F), bezel);
}

Rect drawTillBody(Ui const& ui, Rect const& rect) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const bezel = theme.px(5.0F);
  ImU32 const body = bodyColor(theme);
  // the foot on which it stands
  float const foot = theme.px(12.0F);
  float const half = rect.w * 0.22F;
  float const middle = rect.x + rect.w / 2.0F;
  list.AddRectFilled({middle - half, rect.y + rect.h - foot}, {middle + half, rect.y + rect.h}, body,
                     theme.px(5.0F));
  list.AddRectFilled({middle - half * 0.4F, rect.y + rect.h - 2.0F * foot},
                     {middle + half * 0.4F, rect.y + rect.h - foot}, body);
  return drawCase(theme, {rect.x, rect.y, rect.w, rect.h - 1.6F * foot}, theme.px(14.0F), bezel);
}

Rect drawBrowserBody(Ui const& ui, Rect const& rect) {
  float const edge = ui.theme.px(2.0F);
  return drawCase(ui.theme, rect, ui.theme.px(12.0F), edge);
}

}  // namespace aplus::ui
