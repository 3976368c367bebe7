#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "ui/branch_text.h"
#include "ui/panels/panels.h"
#include "ui/shortcuts.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

constexpr ImGuiWindowFlags kOverlayFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoScrollWithMouse;

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

/// A dialog over a dimmed page; touching beside it closes it.
bool beginDialog(Ui const& ui, char const* id, std::string_view heading, float widthCss) {
  Theme const& theme = ui.theme;
  ImVec2 const display = ImGui::GetIO().DisplaySize;
  float const margin = theme.px(space::kM);
  float const width = std::min(theme.px(widthCss), display.x - 2.0F * margin);
  ImGui::SetNextWindowPos({0.0F, 0.0F});
  ImGui::SetNextWindowSize(display);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, 0x820E0A08U);
  ImGui::Begin("dim", nullptr, kOverlayFlags);
  ImGui::PopStyleColor();
  ImGui::InvisibleButton("dim-close", display);
  if (ImGui::IsItemClicked()) ui.state.dialog = Dialog::none;
  ImGui::End();

  float const top = theme.px(ui.layout.shape == Shape::narrow ? 56.0F : 60.0F);
  ImGui::SetNextWindowPos({std::floor((display.x - width) / 2.0F), top});
  ImGui::SetNextWindowSizeConstraints({width, 0.0F}, {width, display.y - top - margin});
  ImGui::SetNextWindowFocus();
  pushOverlayStyle(theme, space::kL);
  bool const open = ImGui::Begin(id, nullptr, kOverlayFlags | ImGuiWindowFlags_AlwaysAutoResize);
  popOverlayStyle();
  if (!open) return false;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const side = theme.control();
  drawText(*ImGui::GetWindowDrawList(), theme, Role::title, {at.x, at.y + theme.px(6.0F)},
           theme.colors.text, heading);
  ImGui::SetCursorScreenPos({at.x + width - 2.0F * theme.px(space::kL) - side, at.y});
  ButtonOptions options;
  options.icon = Icon::close;
  options.look = ButtonLook::plain;
  options.iconOnly = true;
  options.tooltip = "Close (Esc)";
  if (button(ui, "dialog-close", "Close", options)) ui.state.dialog = Dialog::none;
  gap(theme, space::kS);
  return true;
}

/// A choice with a title and a sentence. True when it was touched.
bool card(Ui const& ui, std::string const& id, std::string_view title, std::string_view sentence, bool open) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  float const width = ImGui::GetContentRegionAvail().x;
  float const pad = theme.px(space::kM);
  float const wrap = width - 2.0F * pad;
  ImVec2 const titleSize = measure(theme, Role::heading, title, wrap);
  ImVec2 const summarySize = measure(theme, Role::small, sentence, wrap);
  float const height = titleSize.y + summarySize.y + 2.0F * pad + theme.px(4.0F);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  bool const pressed = ImGui::InvisibleButton(id.c_str(), {width, height});
  ui.item(id, title);
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImVec2 const end{at.x + width, at.y + height};
  float const rounding = theme.px(10.0F);
  list.AddRectFilled(at, end, open ? c.accentSoft : hovered ? c.raised : c.surface, rounding);
  list.AddRect(at, end, open ? c.accent : c.border, rounding, 0, theme.hairline());
  drawText(list, theme, Role::heading, {at.x + pad, at.y + pad}, c.text, title, wrap);
  drawText(list, theme, Role::small, {at.x + pad, at.y + pad + titleSize.y + theme.px(4.0F)}, c.muted,
           sentence, wrap);
  if (pressed) ui.state.dialog = Dialog::none;
  return pressed;
}

void drawScenarios(Ui const& ui) {
  if (beginDialog(ui, "scenarios", "Scenarios", 560.0F)) {
    for (ScenarioEntry const& entry : *ui.view.scenarios) {
      bool const open = ui.run() != nullptr && ui.run()->scenario().id == entry.id;
      if (card(ui, "scenario-" + entry.id, entry.title, entry.summary, open)) {
        ui.ask(intent::LoadScenario{entry.id});
      }
    }
  }
  ImGui::End();
}

/// What was done before a person acted in the past is kept, and can be gone back to.
void drawBranchList(Ui const& ui) {
  timeline::Timeline const& timeline = ui.run()->timeline();
  if (beginDialog(ui, "branches-dialog", "Branches of this run", 420.0F)) {
    for (std::size_t i = 0; i < timeline.branchCount(); ++i) {
      std::string const sentence = branchSentence(*ui.run(), i);
      bool const open = i == timeline.currentBranch();
      if (card(ui, fmt::format("branch-{}", i), timeline.branchName(i), sentence, open)) {
        ui.ask(intent::SwitchBranch{i});
      }
    }
  }
  ImGui::End();
}

void drawKeys(Ui const& ui) {
  Theme const& theme = ui.theme;
  if (beginDialog(ui, "keys-dialog", "Keys", 420.0F)) {
    for (Shortcut const& one : shortcuts()) {
      ImVec2 const at = ImGui::GetCursorScreenPos();
      ImDrawList& list = *ImGui::GetWindowDrawList();
      ImVec2 const size = measure(theme, Role::mono, one.keys);
      float const height = size.y + theme.px(8.0F);
      list.AddRectFilled(at, {at.x + size.x + theme.px(16.0F), at.y + height}, theme.colors.raised,
                         theme.px(6.0F));
      drawText(list, theme, Role::mono, {at.x + theme.px(8.0F), at.y + theme.px(4.0F)},
               theme.colors.text, one.keys);
      ImVec2 const meaning = measure(theme, Role::small, one.meaning);
      drawText(list, theme, Role::small, {at.x + theme.px(124.0F), at.y + (height - meaning.y) / 2.0F},
               theme.colors.muted, one.meaning);
      ImGui::Dummy({1.0F, height});
    }
    gap(theme, space::kM);
    text(theme, Role::caption, theme.colors.muted,
         "Zoom, reload, find, Tab and the function keys stay the browser's.");
  }
  ImGui::End();
}

void drawProblem(Ui const& ui, Problem const& problem) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImVec2 const display = ImGui::GetIO().DisplaySize;
  float const margin = theme.px(space::kM);
  float const width = std::min(theme.px(520.0F), display.x - 2.0F * margin);
  ImGui::SetNextWindowPos({std::floor((display.x - width) / 2.0F), ui.layout.top.h + theme.px(space::kS)});
  ImGui::SetNextWindowSizeConstraints({width, 0.0F}, {width, display.y * 0.6F});
  pushOverlayStyle(theme, space::kL);
  if (ImGui::Begin("problem", nullptr, kOverlayFlags | ImGuiWindowFlags_AlwaysAutoResize)) {
    ImVec2 const at = ImGui::GetWindowPos();
    ImVec2 const size = ImGui::GetWindowSize();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + theme.px(5.0F), at.y + size.y}, c.bad,
                                              theme.px(14.0F), ImDrawFlags_RoundCornersLeft);
    text(theme, Role::heading, c.bad, problem.title);
    gap(theme, space::kS);
    text(theme, Role::body, c.text, problem.message);
    bool const place = problem.where.find_first_of(":/$") != std::string::npos;
    if (place) {
      gap(theme, space::kS);
      text(theme, Role::mono, c.muted, problem.where);
    }
    gap(theme, space::kM);
    if (ui.run() != nullptr) {
      text(theme, Role::caption, c.muted, "The run before stays as it was.");
      gap(theme, space::kS);
    }
    ButtonOptions close;
    close.height = theme.px(theme.touch ? 44.0F : 28.0F);
    if (button(ui, "problem-dismiss", "Close", close)) ui.ask(intent::DismissProblem{});
    ImGui::SameLine();
    copyButton(ui, "problem-copy", "Copy", problem.code + " " + problem.where + ": " + problem.message);
  }
  ImGui::End();
  popOverlayStyle();
}

void drawToast(Ui const& ui) {
  if (ui.state.toast.empty()) return;
  if (ui.frame.timeMs >= ui.state.toastUntilMs) {
    ui.state.toast.clear();
    return;
  }
  ui.wakeAt(ui.state.toastUntilMs);
  Theme const& theme = ui.theme;
  ImVec2 const size = measure(theme, Role::smallStrong, ui.state.toast);
  float const x = std::round(ImGui::GetIO().DisplaySize.x / 2.0F);
  Rect const& below = ui.layout.desk.empty() ? ui.layout.transport : ui.layout.tabs;
  float const bottom = below.empty() ? ImGui::GetIO().DisplaySize.y : below.y;
  float const y = bottom - theme.px(28.0F);
  float const halfW = size.x / 2.0F + theme.px(16.0F);
  float const halfH = theme.px(17.0F);
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled({x - halfW, y - halfH}, {x + halfW, y + halfH}, theme.colors.text, halfH);
  drawTextCentered(list, theme, Role::smallStrong, {x, y}, theme.colors.page, ui.state.toast);
}

}  // namespace

void drawOverlays(Ui const& ui) {
  if (ui.state.dialog == Dialog::scenarios && ui.view.scenarios != nullptr) drawScenarios(ui);
  if (ui.state.dialog == Dialog::branches && ui.run() != nullptr) drawBranchList(ui);
  if (ui.state.dialog == Dialog::keys) drawKeys(ui);
  if (ui.view.problem != nullptr) drawProblem(ui, *ui.view.problem);
  drawToast(ui);
}

}  // namespace aplus::ui
