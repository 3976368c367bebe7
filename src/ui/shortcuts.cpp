#include "ui/shortcuts.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "ui/language.h"
#include "ui/panels/dialog.h"

namespace aplus::ui {
namespace {

bool pressed(ImGuiKey key, bool repeat = false, ImGuiKeyChord modifiers = ImGuiMod_None) {
  return ImGui::GetIO().KeyMods == modifiers && ImGui::IsKeyPressed(key, repeat);
}

/// A character, whichever key makes it.
bool typed(ImWchar character) {
  ImVector<ImWchar> const& queue = ImGui::GetIO().InputQueueCharacters;
  return std::find(queue.begin(), queue.end(), character) != queue.end();
}

/// Looks at the step before or after the one that is shown; the run stays where it is.
void lookAt(Ui const& ui, int by) {
  if (ui.run() == nullptr || ui.run()->cursor() == 0) return;
  auto const cursor = static_cast<std::int64_t>(ui.run()->cursor());
  std::int64_t const wanted = std::clamp<std::int64_t>(static_cast<std::int64_t>(ui.shownStep()) + by, 1, cursor);
  ui.state.selected = wanted == cursor ? 0 : static_cast<std::size_t>(wanted);
  ui.state.scrollToCursor = true;
}

/// What is pasted beside any field is a message for the desk.
void pasteMessage(Ui const& ui) {
  char const* text = ImGui::GetClipboardText();
  if (text == nullptr || *text == '\0') return;
  ui.ask(intent::DeskEdit{DeskField::pasted, text});
  ui.ask(intent::Desk{intent::DeskAct::readPasted});
  ui.state.deskTab = DeskTab::message;
  ui.state.deskFields = false;
}

void handleDeskKeys(Ui const& ui) {
  if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_V)) pasteMessage(ui);
  bool const undo = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Z);
  if (undo && ui.view.desk->canUndo()) ui.ask(intent::Desk{intent::DeskAct::undoTamper});
  if (typed('v')) ui.ask(intent::Desk{intent::DeskAct::verify});
  if (typed('w')) ui.ask(intent::Desk{intent::DeskAct::diagnose});
}

void leaveOneThing(Ui const& ui) {
  UiState& state = ui.state;
  if (state.dialog != Dialog::none) {
    state.dialog = Dialog::none;
  } else if (ui.view.problem != nullptr) {
    ui.ask(intent::DismissProblem{});
  } else if (state.selection.owner != 0 && state.selection.anchor != state.selection.caret) {
    state.selection = {};
  } else if (state.deskOpen) {
    state.deskOpen = false;
  } else if (state.homeOpen) {
    state.homeOpen = false;
  } else if (state.inspector.choosing) {
    state.inspector.choosing = false;
  } else if (state.inspector.picked) {
    state.inspector.picked.reset();
  } else if (state.lanes.only != 0) {
    state.lanes.only = 0;
  } else if (state.selected != 0) {
    state.selected = 0;
  } else if (!state.searchHits.empty()) {
    state.searchHits.clear();
  } else {
    state.leaveRequested = true;
  }
}

}  // namespace

std::vector<Shortcut> const& shortcuts() {
  static std::vector<Shortcut> const all{
      {"\xE2\x86\x92", phrase("one step on")},
      {"\xE2\x86\x90", phrase("one step back")},
      {"Space  .", phrase("play, pause")},
      {"Shift + \xE2\x86\x92", phrase("run to the next breakpoint")},
      {"B", phrase("a breakpoint on the message that is looked at, or none")},
      {"N", phrase("let time pass until the next deadline")},
      {"Home", phrase("to the beginning")},
      {"End", phrase("to the end")},
      {"\xE2\x86\x91  \xE2\x86\x93", phrase("look at the message before or after")},
      {"Page Up  Page Down", phrase("the same, ten messages further")},
      {"+  -", phrase("messages further apart, closer together")},
      {"Enter", phrase("move the run to the message that is looked at")},
      {"Ctrl/Cmd + Z", phrase("take back what was done last")},
      {"Ctrl/Cmd + K", phrase("do, open or go to anything")},
      {"/", phrase("search the messages of the run")},
      {"I", phrase("more room for the inspector, in place of the phones")},
      {"R", phrase("rename the branch that is shown")},
      {"L", phrase("all lessons")},
      {"H", phrase("the start page, and back to the run")},
      {"D", phrase("the signing desk, and back to the run")},
      {"T", phrase("the text view: the same as a plain page")},
      {"Ctrl/Cmd + V", phrase("at the desk: put the message there")},
      {"V  W", phrase("at the desk: verify, find out why")},
      {"Ctrl/Cmd + C", phrase("copy the selected text")},
      {"?", phrase("this list")},
      {"Esc", phrase("close, deselect, then leave the canvas")},
  };
  return all;
}

void toggleBreakpoint(Ui const& ui, std::size_t step) {
  if (step == 0) return;
  if (ui.state.breakpoints.erase(step) == 0) ui.state.breakpoints.insert(step);
}

void runToBreakpoint(Ui const& ui) {
  scenario::Playback const* run = ui.run();
  if (run == nullptr) return;
  ui.state.playing = false;
  auto const next = ui.state.breakpoints.upper_bound(run->cursor());
  if (next != ui.state.breakpoints.end() && *next <= run->length()) return ui.ask(intent::Seek{*next});
  ui.toast(std::string(ui.state.breakpoints.empty() ? tr("There is no breakpoint; B sets one on the message that is looked at")
                                                    : tr("No breakpoint lies ahead: this is the end")));
  if (!ui.state.breakpoints.empty()) ui.ask(intent::RunToEnd{});
}

void zoomLanes(Ui const& ui, int by) {
  ui.state.lanes.zoom = std::clamp(ui.state.lanes.zoom + by, 0, kMostLaneZoom);
  ui.state.scrollToCursor = true;
}

void lookAtStep(Ui const& ui, std::size_t n) {
  UiState& state = ui.state;
  if (ui.run() == nullptr || n == 0 || n > ui.run()->length()) return;
  state.homeOpen = state.deskOpen = false;
  state.inspectorTab = InspectorTab::message;
  state.scrollToCursor = true;
  if (n > ui.run()->cursor()) return ui.ask(intent::Seek{n});
  state.selected = n == ui.run()->cursor() ? 0 : n;
}

void takeBack(Ui const& ui) {
  if (ui.view.undo.empty()) return ui.toast(std::string(tr("There is nothing to take back")));
  ui.toast(trf("Taken back: {}", ui.view.undo));
  ui.ask(intent::Undo{});
}

void goHome(Ui const& ui) {
  if (ui.run() == nullptr) return;
  ui.state.homeOpen = ui.state.deskOpen || !ui.state.homeOpen;
  ui.state.deskOpen = false;
}

void togglePlaying(Ui const& ui) {
  UiState& state = ui.state;
  if (ui.run() == nullptr) return;
  state.playing = !state.playing;
  if (!state.playing) return;
  if (ui.run()->finished()) ui.ask(intent::Seek{0});
  state.nextStepAtMs = ui.frame.timeMs + 300.0;
  ui.wakeAt(state.nextStepAtMs);
}

void handleShortcuts(Ui const& ui) {
  UiState& state = ui.state;
  if (ImGui::GetIO().WantTextInput || !state.editing.empty()) return;  // keys belong to the field
  if (pressed(ImGuiKey_Escape)) leaveOneThing(ui);
  if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_K)) {
    return openDialog(ui, state.dialog == Dialog::commands ? Dialog::none : Dialog::commands);
  }
  if (typed('?')) state.dialog = state.dialog == Dialog::keys ? Dialog::none : Dialog::keys;
  if (state.dialog != Dialog::none) return;
  if (typed('t')) state.textViewRequested = true;
  if (typed('d')) state.deskOpen = !state.deskOpen;
  if (typed('h')) goHome(ui);
  if (typed('l')) openDialog(ui, Dialog::scenarios);
  if (state.deskOpen) return handleDeskKeys(ui);
  if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Z)) takeBack(ui);
  if (state.homeOpen) return;
  if (typed('/')) openDialog(ui, Dialog::search);
  if (ui.run() == nullptr) return;
  if (pressed(ImGuiKey_RightArrow, true)) ui.ask(intent::Step{});
  if (pressed(ImGuiKey_LeftArrow, true)) ui.ask(intent::Back{});
  if (pressed(ImGuiKey_Space) || typed('.')) togglePlaying(ui);
  if (pressed(ImGuiKey_Home)) ui.ask(intent::Seek{0});
  if (pressed(ImGuiKey_End)) ui.ask(intent::RunToEnd{});
  if (pressed(ImGuiKey_RightArrow, false, ImGuiMod_Shift)) runToBreakpoint(ui);
  if (typed('i') && ui.layout.shape == Shape::wide) state.inspectorTall = !state.inspectorTall;
  if (typed('r')) return openDialog(ui, Dialog::branches);
  if (typed('b')) toggleBreakpoint(ui, ui.shownStep());
  if (typed('n')) ui.ask(intent::NextDeadline{});
  if (typed('+')) zoomLanes(ui, 1);
  if (typed('-')) zoomLanes(ui, -1);
  constexpr int kPage = 10;
  if (pressed(ImGuiKey_UpArrow, true)) lookAt(ui, -1);
  if (pressed(ImGuiKey_DownArrow, true)) lookAt(ui, 1);
  if (pressed(ImGuiKey_PageUp, true)) lookAt(ui, -kPage);
  if (pressed(ImGuiKey_PageDown, true)) lookAt(ui, kPage);
  if (pressed(ImGuiKey_Enter) && state.selected != 0) ui.ask(intent::Seek{state.selected});
}

}  // namespace aplus::ui
