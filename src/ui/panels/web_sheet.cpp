#include "ui/panels/web_sheet.h"

#include <algorithm>
#include <cmath>

#include "ui/world_words.h"

namespace aplus::ui {

WebSheet::WebSheet(Ui const& ui, user::WebPage const& page)
    : ui_(ui), page_(page), width_(ImGui::GetContentRegionAvail().x) {}

std::string_view WebSheet::fact(std::string_view name) const {
  auto const found = page_.texts.find(std::string(name));
  return found == page_.texts.end() ? std::string_view() : std::string_view(found->second);
}

std::string WebSheet::words(std::string_view name) const { return worldWords(fact(name)); }

std::optional<std::int64_t> WebSheet::until(std::string_view name) const {
  auto const time = parseIso8601(fact(name));
  if (!time) return std::nullopt;
  return *time - ui_.run()->world().now;
}

void WebSheet::skip(float css) { ui::gap(theme(), css); }

void WebSheet::write(Role role, ImU32 color, std::string_view text) {
  if (!text.empty()) ui::text(theme(), role, color, text);
}

void WebSheet::writeCentered(Role role, ImU32 color, std::string_view text) {
  if (text.empty()) return;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const height = drawTextCenteredWrapped(*ImGui::GetWindowDrawList(), theme(), role, at, color, text, width_);
  ImGui::Dummy({width_, height});
}

void WebSheet::icon(Icon icon, ImU32 color, ImU32 background) {
  float const size = theme().px(52.0F);
  Rect const row = take(size);
  ImVec2 const center{row.x + row.w / 2.0F, row.y + size / 2.0F};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled(center, size / 2.0F, background);
  drawIcon(list, icon, center, size * 0.42F, color);
  skip(space::kS);
}

void WebSheet::writeRow(std::string_view left, std::string_view right) {
  ImVec2 const size = measure(theme(), Role::strong, right);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const room = width_ - size.x - theme().px(space::kM);
  // Side by side when both fit, else below each other.
  if (room < theme().px(60.0F)) {
    write(Role::body, colors().muted, left);
    return write(Role::strong, colors().text, right);
  }
  drawTextFit(list, theme(), Role::body, at, colors().muted, left, room);
  drawText(list, theme(), Role::strong, {at.x + width_ - size.x, at.y}, colors().text, right);
  ImGui::Dummy({width_, size.y});
}

void WebSheet::line() {
  Rect const row = take(theme().px(space::kM));
  float const y = std::round(row.y + row.h / 2.0F);
  ImGui::GetWindowDrawList()->AddLine({row.x, y}, {row.x + row.w, y}, colors().border, theme().hairline());
}

Rect WebSheet::take(float height) {
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImGui::Dummy({width_, std::round(height)});
  return {at.x, std::round(at.y), width_, std::round(height)};
}

void WebSheet::commandButton(std::string_view id, std::string_view label, user::Command const& command, ButtonLook look,
                             Icon icon, std::string_view hinder) {
  ImVec2 const at = ImGui::GetCursorScreenPos();
  commandButtonAt(ui_, {at.x, at.y, width_, theme().control()}, id, label, command, look, icon,
                  hinder);
  skip(6.0F);
}

bool WebSheet::plainButton(std::string_view id, std::string_view label, ButtonLook look) {
  ButtonOptions options;
  options.look = look;
  options.width = width_;
  bool const pressed = button(ui_, id, label, options);
  skip(6.0F);
  return pressed;
}

void WebSheet::choice(std::string_view id, Icon icon, std::string_view title, std::string_view text,
                      user::Command const& command) {
  float const pad = theme().px(10.0F);
  float const indent = pad + theme().px(26.0F);
  float const textWidth = width_ - indent - pad;
  float const above = measure(theme(), Role::strong, title).y;
  float const below = measure(theme(), Role::caption, text, textWidth).y;
  Rect const rect = [&] {
    ImVec2 const at = ImGui::GetCursorScreenPos();
    return Rect{at.x, at.y, width_, std::round(above + below + 2.0F * pad)};
  }();
  commandButtonAt(ui_, rect, id, "", command, ButtonLook::quiet);
  auto const allowed = timeline::possible(ui_.run()->world(), command);
  ImU32 const ink = allowed ? colors().text : withAlpha(colors().muted, 0.65F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawIcon(list, icon, {rect.x + pad + theme().px(8.0F), rect.y + rect.h / 2.0F}, theme().px(16.0F),
           allowed ? colors().accent : ink);
  drawTextFit(list, theme(), Role::strong, {rect.x + indent, rect.y + pad}, ink, title, textWidth);
  drawText(list, theme(), Role::caption, {rect.x + indent, rect.y + pad + above}, allowed ? colors().muted : ink, text,
           textWidth);
  skip(6.0F);
}

bool WebSheet::tick(std::string_view id, std::string_view label) {
  std::string& ticked = typed(id);
  float const box = theme().px(18.0F);
  float const indent = box + theme().px(space::kS);
  float const pad = theme().px(4.0F);
  ImVec2 const size = measure(theme(), Role::small, label, width_ - indent);
  float const least = theme().touch ? theme().px(44.0F) : 0.0F;
  float const height = std::max({size.y + 2.0F * pad, box + 2.0F * pad, least});
  ImVec2 const at = ImGui::GetCursorScreenPos();
  std::string const name = "##" + std::string(id);
  if (ImGui::InvisibleButton(name.c_str(), {width_, height})) ticked = ticked.empty() ? "true" : "";
  ui_.item(id, label);
  bool const on = !ticked.empty();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const top = std::round(at.y + pad);
  float const rounding = theme().px(4.0F);
  if (on) list.AddRectFilled({at.x, top}, {at.x + box, top + box}, colors().accent, rounding);
  else list.AddRect({at.x, top}, {at.x + box, top + box}, colors().muted, rounding, 0, theme().px(1.5F));
  if (on) drawIcon(list, Icon::check, {at.x + box / 2.0F, top + box / 2.0F}, box * 0.7F, colors().onAccent);
  drawText(list, theme(), Role::small, {at.x + indent, top}, colors().text, label, width_ - indent);
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  skip(6.0F);
  return on;
}

std::string& WebSheet::typed(std::string_view name) {
  return ui_.state.fields[std::string(name) + " " + page_.url];
}

void WebSheet::argumentField(std::string_view id, std::string_view label, std::string const& own,
                             std::string const& argument, user::Command& command) {
  std::string const& text = field(ui_, id, label, own, width_);
  if (!text.empty() && text != own) command.arguments[argument] = text;
  skip(6.0F);
}

void drawOutcome(WebSheet& sheet, Tone tone, Icon icon, std::string_view heading) {
  Palette const& c = sheet.colors();
  struct Pair {
    ImU32 strong, soft;
  };
  Pair const pair = tone == Tone::good   ? Pair{c.good, c.goodSoft}
                    : tone == Tone::bad  ? Pair{c.bad, c.badSoft}
                    : tone == Tone::warn ? Pair{c.warn, c.warnSoft}
                                         : Pair{c.accent, c.accentSoft};
  sheet.skip(space::kM);
  sheet.icon(icon, pair.strong, pair.soft);
  sheet.writeCentered(Role::heading, c.text, heading);
  sheet.skip(space::kXs);
}

}  // namespace aplus::ui
