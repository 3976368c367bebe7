#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "ui/branch_text.h"
#include "ui/panels/dialog.h"
#include "ui/panels/panels.h"
#include "ui/shortcuts.h"
#include "ui/widgets/controls.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

/// The branch that is shown may have a name of one's own.
void drawBranchName(Ui const& ui) {
  Theme const& theme = ui.theme;
  timeline::Timeline const& timeline = ui.run()->timeline();
  std::size_t const branch = timeline.currentBranch();
  std::string const id = fmt::format("branch-name-{}", branch);
  ButtonOptions options;
  options.icon = Icon::pencil;
  options.height = theme.smallControl();
  std::string_view const label = tr("Rename");
  float const button_ = measure(theme, Role::strong, label).x + theme.px(20.0F + 2.0F * space::kM);
  gap(theme, space::kM);
  std::string const typed = field(ui, id, tr("Name of the branch that is shown"), timeline.branchName(branch),
                                  ImGui::GetContentRegionAvail().x - button_ - theme.px(space::kS));
  bool const entered = ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  float const bottom = ImGui::GetItemRectMax().y;
  ImGui::SameLine(0.0F, theme.px(space::kS));
  ImGui::SetCursorScreenPos({ImGui::GetCursorScreenPos().x, bottom - options.height});
  if (typed == timeline.branchName(branch)) options.disabledReason = tr("It has this name already");
  if (!button(ui, "branch-rename", label, options) && !(entered && options.disabledReason.empty())) return;
  ui.ask(intent::RenameBranch{branch, typed});
  ui.state.fields.erase(id);
}

/// What was done before a person acted in the past is kept, and can be gone back to.
void drawBranchList(Ui const& ui) {
  timeline::Timeline const& timeline = ui.run()->timeline();
  if (beginDialog(ui, "branches-dialog", tr("Branches of this run"), 420.0F)) {
    for (std::size_t i = 0; i < timeline.branchCount(); ++i) {
      std::string const sentence = branchSentence(*ui.run(), i);
      CardOptions options;
      options.open = i == timeline.currentBranch();
      if (choiceCard(ui, fmt::format("branch-{}", i), timeline.branchName(i), sentence, options)) {
        ui.ask(intent::SwitchBranch{i});
      }
      gap(ui.theme, space::kS);
    }
    drawBranchName(ui);
  }
  ImGui::End();
}

void drawKeys(Ui const& ui) {
  Theme const& theme = ui.theme;
  if (beginDialog(ui, "keys-dialog", tr("Keyboard"), 460.0F)) {
    for (Shortcut const& one : shortcuts()) {
      ImVec2 const at = ImGui::GetCursorScreenPos();
      ImDrawList& list = *ImGui::GetWindowDrawList();
      ImVec2 const size = measure(theme, Role::mono, one.keys);
      float const cap = size.y + theme.px(8.0F);
      list.AddRectFilled(at, {at.x + size.x + theme.px(16.0F), at.y + cap}, theme.colors.raised,
                         theme.px(6.0F));
      drawText(list, theme, Role::mono, {at.x + theme.px(8.0F), at.y + theme.px(4.0F)},
               theme.colors.text, one.keys);
      std::string_view const meaning = tr(one.meaning);
      float const indent = theme.px(136.0F);
      float const wrap = std::max(ImGui::GetContentRegionAvail().x - indent, 1.0F);
      float const lines = measure(theme, Role::small, meaning, wrap).y;
      float const height = std::max(cap, lines);
      drawText(list, theme, Role::small, {at.x + indent, at.y + (height - lines) / 2.0F}, theme.colors.muted, meaning, wrap);
      ImGui::Dummy({1.0F, height});
    }
    gap(theme, space::kM);
    text(theme, Role::caption, theme.colors.muted,
         tr("Zoom, reload, find, Tab and the function keys stay the browser's."));
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
    text(theme, Role::heading, c.bad, tr(problem.title));
    gap(theme, space::kS);
    bool const place = problem.where.find_first_of(":/$") != std::string::npos;
    bool const subject = !place && problem.where.find(' ') != std::string::npos;  // `The link's seed` must be …
    text(theme, Role::body, c.text, (subject ? worldWords(problem.where) + " " : "") + reasonWords(problem.message));
    if (place) {
      gap(theme, space::kS);
      text(theme, Role::mono, c.muted, problem.where);
    }
    gap(theme, space::kM);
    if (ui.run() != nullptr) {
      text(theme, Role::caption, c.muted, tr("The run before stays as it was."));
      gap(theme, space::kS);
    }
    ButtonOptions close;
    close.height = theme.smallControl();
    if (button(ui, "problem-dismiss", tr("Close"), close)) ui.ask(intent::DismissProblem{});
    ImGui::SameLine();
    copyButton(ui, "problem-copy", tr("Copy"), problem.code + " " + problem.where + ": " + problem.message);
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
  bool const undo = ui.state.toastUndo && !ui.view.undo.empty();
  std::string_view const label = tr("Take back");
  float const pad = theme.px(space::kL);
  float const buttonWidth = undo ? measure(theme, Role::strong, label).x + theme.px(28.0F) : 0.0F;
  float const most = std::min(theme.px(560.0F), ImGui::GetIO().DisplaySize.x - 2.0F * pad) - 2.0F * pad - buttonWidth;
  ImVec2 const size = measure(theme, Role::smallStrong, ui.state.toast, std::max(theme.px(80.0F), most));
  Rect const& below = ui.layout.transport.empty() ? ui.layout.tabs : ui.layout.transport;
  float const bottom = (below.empty() ? ImGui::GetIO().DisplaySize.y : below.y) - theme.px(10.0F);
  float const width = size.x + 2.0F * pad + buttonWidth;
  float const side = theme.smallControl();
  float const height = std::max(size.y, undo ? side : 0.0F) + theme.px(12.0F);
  Rect const box{std::round((ImGui::GetIO().DisplaySize.x - width) / 2.0F), bottom - height, width, height};
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize(box.size());
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0.0F, 0.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.px(12.0F));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, theme.colors.text);
  if (ImGui::Begin("toast", nullptr, kOverlayFlags | ImGuiWindowFlags_NoFocusOnAppearing)) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    drawText(list, theme, Role::smallStrong, {box.x + pad, box.y + (height - size.y) / 2.0F}, theme.colors.page,
             ui.state.toast, std::max(theme.px(80.0F), most));
    if (undo) {
      ImGui::SetCursorScreenPos({box.x + width - buttonWidth - theme.px(6.0F), box.y + (height - side) / 2.0F});
      ButtonOptions options;
      options.height = side;
      options.look = ButtonLook::soft;
      if (button(ui, "toast-undo", label, options)) takeBack(ui);
    }
  }
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
}

}  // namespace

void drawOverlays(Ui const& ui) {
  switch (ui.state.dialog) {
    case Dialog::none: break;
    case Dialog::scenarios: drawScenarioList(ui); break;
    case Dialog::keys: drawKeys(ui); break;
    case Dialog::branches:
      if (ui.run() != nullptr) drawBranchList(ui);
      break;
    case Dialog::settings: drawSettings(ui); break;
    case Dialog::magicValues: drawMagicValues(ui); break;
    case Dialog::commands:
    case Dialog::search: drawFinder(ui); break;
  }
  if (ui.view.problem != nullptr) drawProblem(ui, *ui.view.problem);
  drawToast(ui);
}

}  // namespace aplus::ui
