#include <algorithm>
#include <string>

#include "ui/panels/dialog.h"
#include "ui/panels/panels.h"
#include "ui/panels/tab_bar.h"
#include "ui/shortcuts.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

constexpr std::string_view kName = "Wallet Playground";

void drawBrand(Ui const& ui, float& x) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const middle = ui.layout.top.h / 2.0F;
  float const radius = theme.px(13.0F);
  ImVec2 const at{x + radius, middle};
  list.AddRectFilled({at.x - radius, at.y - radius}, {at.x + radius, at.y + radius},
                     theme.colors.accent, theme.px(8.0F));
  // two messages that pass each other
  float const arm = theme.px(6.5F);
  float const off = theme.px(3.5F);
  float const thick = theme.px(2.0F);
  ImU32 const ink = theme.colors.onAccent;
  list.AddLine({at.x - arm, at.y - off}, {at.x + arm, at.y - off}, ink, thick);
  list.AddLine({at.x + arm, at.y - off}, {at.x + arm - off, at.y - 2.0F * off}, ink, thick);
  list.AddLine({at.x - arm, at.y + off}, {at.x + arm, at.y + off}, ink, thick);
  list.AddLine({at.x - arm, at.y + off}, {at.x - arm + off, at.y + 2.0F * off}, ink, thick);
  float const begin = x;
  x += 2.0F * radius + theme.px(space::kS);
  bool const named = ui.layout.top.w >= theme.px(960.0F);
  ImVec2 const size = named ? measure(theme, Role::heading, kName) : ImVec2{};
  if (named) drawText(list, theme, Role::heading, {x, middle - size.y / 2.0F}, theme.colors.text, kName);
  // The sign is the way home, as everywhere.
  float const height = theme.control();
  float const width = std::max(x + size.x - begin + theme.px(6.0F), theme.least());
  ImGui::SetCursorScreenPos({begin - theme.px(6.0F), middle - height / 2.0F});
  if (ImGui::InvisibleButton("home", {width, height})) goHome(ui);
  ui.item("home", tr("Start page"));
  if (ImGui::IsItemHovered() && ui.run() != nullptr) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    tooltip(ui, ui.state.homeOpen ? tr("Back to the run (H)") : tr("Start page (H)"));
  }
  x += named ? size.x + theme.px(space::kL) : theme.px(space::kXs);
}

/// The open scenario; touching it opens the list.
void drawScenarioButton(Ui const& ui, float x, float right) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  std::string_view const label = ui.run() != nullptr
                                     ? tr(ui.run()->scenario().title)
                                     : tr("Choose a lesson");
  float const height = theme.control();
  float const natural = measure(theme, Role::strong, label).x + theme.px(44.0F);
  float const width = std::min(natural, right - x);
  float const y = (ui.layout.top.h - height) / 2.0F;
  ImGui::SetCursorScreenPos({x, y});
  if (ImGui::InvisibleButton("scenario-picker", {width, height})) {
    ui.state.flow.reset();
    openDialog(ui, Dialog::scenarios);
  }
  ui.item("scenario-picker", label);
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const rounding = theme.px(8.0F);
  list.AddRectFilled({x, y}, {x + width, y + height}, hovered ? c.raised : c.surface, rounding);
  list.AddRect({x, y}, {x + width, y + height}, c.border, rounding, 0, theme.hairline());
  ImVec2 const size = measure(theme, Role::strong, label);
  drawTextFit(list, theme, Role::strong, {x + theme.px(12.0F), y + (height - size.y) / 2.0F}, c.text,
              label, width - theme.px(42.0F));
  drawIcon(list, Icon::chevronDown, {x + width - theme.px(16.0F), y + height / 2.0F}, theme.px(11.0F),
           c.muted);
}

float deskButtonWidth(Ui const& ui) {
  Theme const& theme = ui.theme;
  if (ui.layout.shape == Shape::narrow) return theme.control();
  return measure(theme, Role::strong, tr("Signing desk")).x + theme.px(14.0F + 6.0F + 2.0F * space::kM);
}

void drawDeskButton(Ui const& ui) {
  ButtonOptions options;
  options.icon = Icon::lock;
  options.iconOnly = ui.layout.shape == Shape::narrow;
  options.selected = ui.state.deskOpen;
  options.width = deskButtonWidth(ui);
  options.tooltip = ui.state.deskOpen ? tr("Back to the run (D)")
                                      : tr("Sign, verify and diagnose messages of your own (D)");
  if (button(ui, "desk", tr("Signing desk"), options)) ui.state.deskOpen = !ui.state.deskOpen;
}

/// The same run as a plain page.
void drawTextViewButton(Ui const& ui) {
  ButtonOptions options;
  options.icon = Icon::list;
  options.look = ButtonLook::plain;
  options.iconOnly = true;
  options.tooltip = tr("Text view: the same as a plain page, for screen readers, searching and printing (T)");
  if (button(ui, "text-view", tr("Text view"), options)) ui.state.textViewRequested = true;
}

/// A square button that opens a dialog.
void drawDialogButton(Ui const& ui, std::string_view id, Icon icon, std::string_view label, std::string_view tip, Dialog dialog) {
  ButtonOptions options;
  options.icon = icon;
  options.look = ButtonLook::plain;
  options.iconOnly = true;
  options.tooltip = tip;
  if (button(ui, id, label, options)) openDialog(ui, dialog);
}

}  // namespace

void drawTopBar(Ui const& ui) {
  Theme const& theme = ui.theme;
  bool const narrow = ui.layout.shape == Shape::narrow;
  float x = theme.px(narrow ? space::kM : space::kL);
  drawBrand(ui, x);
  float const side = theme.control();
  float const gapX = theme.px(space::kXs);
  // Keys help nobody without a keyboard; the palette finds everything there as well.
  float const squares = (narrow ? 3.0F : 4.0F) * (side + gapX);
  float const buttonsX = ui.layout.top.w - theme.px(space::kS) - deskButtonWidth(ui) - squares;
  float const y = (ui.layout.top.h - side) / 2.0F;
  drawScenarioButton(ui, x, buttonsX - theme.px(space::kS));
  ImGui::SetCursorScreenPos({buttonsX, y});
  drawDeskButton(ui);
  float at = buttonsX + deskButtonWidth(ui) + gapX;
  auto place = [&] {
    ImGui::SetCursorScreenPos({at, y});
    at += side + gapX;
  };
  place();
  drawDialogButton(ui, "commands", Icon::search, tr("Find"), tr("Do, open or go to anything (Ctrl/Cmd K)"), Dialog::commands);
  place();
  drawTextViewButton(ui);
  place();
  drawDialogButton(ui, "settings", Icon::settings, tr("Settings"), tr("Colours, contrast and language"), Dialog::settings);
  if (narrow) return;
  place();
  drawDialogButton(ui, "keys", Icon::keys, tr("Keyboard"), tr("Keyboard (?)"), Dialog::keys);
}

std::size_t tabBar(Ui const& ui, std::vector<TabEntry> const& tabs, std::size_t shown) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  bool const narrow = ui.layout.shape == Shape::narrow;
  Rect const& bar = ui.layout.tabs;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (narrow) {
    list.AddRectFilled(bar.min(), bar.max(), c.surface);
    list.AddLine(bar.min(), {bar.x + bar.w, bar.y}, c.border, theme.hairline());
  }
  float const width = bar.w / static_cast<float>(tabs.size());
  float x = bar.x;
  std::size_t chosen = shown;
  for (std::size_t i = 0; i < tabs.size(); ++i) {
    TabEntry const& tab = tabs[i];
    ImGui::SetCursorScreenPos({x, bar.y});
    std::string const id(tab.id);
    if (ImGui::InvisibleButton(id.c_str(), {width, bar.h})) chosen = i;
    ui.item(tab.id, tab.label);
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    bool const on = i == shown;
    ImU32 const color = on ? c.accent : c.muted;
    float const middle = x + width / 2.0F;
    if (narrow) {
      drawIcon(list, tab.icon, {middle, bar.y + theme.px(20.0F)}, theme.px(20.0F), color);
      drawTextCentered(list, theme, on ? Role::smallStrong : Role::small,
                       {middle, bar.y + theme.px(43.0F)}, color, tab.label);
    } else {
      drawTextCentered(list, theme, on ? Role::strong : Role::body, {middle, bar.y + bar.h / 2.0F},
                       color, tab.label);
      if (on) {
        float const thick = theme.px(2.0F);
        list.AddRectFilled({x + theme.px(12.0F), bar.y + bar.h - thick - theme.px(2.0F)},
                           {x + width - theme.px(12.0F), bar.y + bar.h - theme.px(2.0F)}, color, thick);
      }
    }
    x += width;
  }
  return chosen;
}

void drawTabs(Ui const& ui) {
  std::vector<Panel> panels{Panel::guide, Panel::lanes, Panel::phones, Panel::inspector};
  std::vector<TabEntry> tabs{{"tab-guide", tr("Guide"), Icon::guide},
                             {"tab-lanes", tr("Messages"), Icon::lanes},
                             {"tab-phones", tr("Phones"), Icon::phone},
                             {"tab-inspector", tr("Inspector"), Icon::inspector}};
  Panel shown = ui.state.panel;
  if (ui.layout.shape != Shape::narrow) {  // the messages are always beside it
    panels.erase(panels.begin() + 1);
    tabs.erase(tabs.begin() + 1);
    if (shown == Panel::lanes) shown = Panel::guide;
  }
  auto const at = static_cast<std::size_t>(std::find(panels.begin(), panels.end(), shown) - panels.begin());
  std::size_t const chosen = tabBar(ui, tabs, at);
  if (chosen != at) ui.state.panel = panels[chosen];
}

}  // namespace aplus::ui
