#include "ui/ui.h"

#include <algorithm>

#include <imgui_internal.h>  // what ImGui will do in its next frame

#include "ui/desk/desk_text.h"
#include "ui/devices.h"
#include "ui/findings.h"
#include "ui/lane_rows.h"
#include "ui/language.h"
#include "ui/panels/panels.h"
#include "ui/shortcuts.h"
#include "ui/step_text.h"
#include "ui/timeline_marks.h"

namespace aplus::ui {
namespace {

constexpr double kPlayStepMs = 900.0;
constexpr double kToastMs = 1800.0;

Theme themeFor(Frame const& frame, UiState const& state) {
  bool const dark =
      state.kept.theme == ThemeChoice::system ? frame.dark : state.kept.theme == ThemeChoice::dark;
  bool const high = frame.highContrast || state.kept.contrast == Contrast::high;
  Theme theme;
  theme.colors = palette(dark, high);
  theme.fonts = state.fonts;
  theme.scale = frame.scale;
  theme.dark = dark;
  theme.highContrast = high;
  theme.touch = frame.coarsePointer || ImGui::GetIO().DisplaySize.x / frame.scale < 700.0F;
  return theme;
}

/// What has to be noticed when the run or its cursor is another than in the last frame.
void followRun(SandboxView const& view, UiState& state) {
  std::size_t const cursor = view.playback != nullptr ? view.playback->cursor() : 0;
  if (view.runId != state.seenRun) {
    state.playing = state.playWhenOpened;
    state.playWhenOpened = false;
    state.fields.clear();
    state.selected = 0;
    state.breakpoints.clear();
    state.searchHits.clear();
    state.lanes.only = 0;
    state.inspector.picked.reset();
    state.inspector.traced.clear();
    state.inspector.comparedWith = 0;
    state.inspector.choosing = false;
    state.seenBranches = view.playback != nullptr ? view.playback->timeline().branchCount() : 1;
    if (view.playback != nullptr) state.homeOpen = false;
  }
  if (cursor != state.seenCursor && state.breakpoints.count(cursor) > 0) state.playing = false;
  if (cursor != state.seenCursor || view.runId != state.seenRun) {
    state.selected = 0;
    state.scrollToCursor = true;
    state.scrollGuide = true;
  }
  state.seenRun = view.runId;
  state.seenCursor = cursor;
  state.selected = std::min(state.selected, cursor);
}

void play(Ui const& ui) {
  UiState& state = ui.state;
  if (!state.playing) return;
  if (ui.run() == nullptr || ui.run()->finished()) {
    state.playing = false;
    return;
  }
  if (ui.frame.timeMs >= state.nextStepAtMs) {
    ui.ask(intent::Step{});
    state.nextStepAtMs = ui.frame.timeMs + kPlayStepMs;
  }
  ui.wakeAt(state.nextStepAtMs);
}

/// An act in the past leaves the old future as a branch, which nobody expects at first.
void noticeBranches(Ui const& ui) {
  if (ui.run() == nullptr) return;
  std::size_t const count = ui.run()->timeline().branchCount();
  if (count > ui.state.seenBranches) {
    ui.toast(std::string(tr("You acted in the past. What followed before is kept as a branch.")), true);
  }
  ui.state.seenBranches = count;
}

enum class Place { run, start, desk };

/// Where the reader is; without a run there is nothing behind the start page.
Place placeOf(SandboxView const& view, UiState const& state) {
  if (state.deskOpen) return Place::desk;
  return view.playback == nullptr || state.homeOpen ? Place::start : Place::run;
}

Layout layoutFor(SandboxView const& view, UiState const& state, Theme const& theme) {
  ImVec2 const display = ImGui::GetIO().DisplaySize;
  Place const place = placeOf(view, state);
  if (place == Place::desk) return arrangeDesk(display, theme);
  if (place == Place::start) return arrangeStart(display, theme);
  return arrange(display, theme, state.panel, besidePhone(*view.playback, state) == Device::browser, state.inspectorTall);
}

void drawRun(Ui const& ui) {
  if (!ui.layout.tabs.empty()) drawTabs(ui);
  if (!ui.layout.guide.empty()) drawGuide(ui);
  if (!ui.layout.lanes.empty()) drawLanes(ui);
  if (!ui.layout.phones.empty()) drawPhones(ui);
  if (!ui.layout.inspector.empty()) drawInspector(ui);
  drawTransport(ui);
}

void drawPage(Ui const& ui) {
  ImGui::SetNextWindowPos({0.0F, 0.0F});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
      ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
  if (ImGui::Begin("page", nullptr, kFlags)) {
    drawTopBar(ui);
    // The layout holds for the whole frame, whatever was touched meanwhile.
    if (!ui.layout.desk.empty()) drawDesk(ui);
    else if (!ui.layout.start.empty()) drawStart(ui);
    else drawRun(ui);
  }
  ImGui::End();
  drawOverlays(ui);
}

/// Whether ImGui gives the keys to a field, or takes them, only in the next frame; until then no input method reaches it.
bool focusIsOnItsWay() {
  ImGuiContext const& imgui = *ImGui::GetCurrentContext();
  bool const wantsText = imgui.PlatformImeData.WantTextInput;
  return imgui.NavMoveSubmitted || imgui.NavNextActivateId != 0 || wantsText != ImGui::GetIO().WantTextInput;
}

}  // namespace

std::size_t Ui::shownStep() const {
  if (run() == nullptr) return 0;
  return state.selected > 0 ? state.selected : run()->cursor();
}

timeline::StepRecord const* Ui::shownRecord() const {
  std::size_t const n = shownStep();
  return n == 0 ? nullptr : &run()->timeline().record(n);
}

void Ui::toast(std::string text, bool undo) const {
  // Long enough to be read, and to reach for the button.
  double const readMs = kToastMs + 35.0 * static_cast<double>(text.size()) + (undo ? 2500.0 : 0.0);
  state.toast = std::move(text);
  state.toastUndo = undo;
  state.toastUntilMs = frame.timeMs + readMs;
}

void Ui::wakeAt(double timeMs) const {
  double const in = std::max(1.0, timeMs - frame.timeMs);
  state.wakeInMs = state.wakeInMs < 0.0 ? in : std::min(state.wakeInMs, in);
}

void Ui::item(std::string_view id, std::string_view label) const {
  if (!state.collectItems) return;
  ImVec2 const min = ImGui::GetItemRectMin();
  ImVec2 const size = ImGui::GetItemRectSize();
  item(id, label, {min.x, min.y, size.x, size.y});
}

void Ui::item(std::string_view id, std::string_view label, Rect const& rect) const {
  if (!state.collectItems || !ImGui::IsRectVisible(rect.min(), rect.max())) return;
  state.items.push_back({std::string(id), std::string(label), rect});
}

double draw(SandboxView const& view, Frame const& frame, UiState& state, Intents& out) {
  bool const changed = view.revision != state.seenRevision;
  if (!state.findings) state.findings = std::make_shared<Findings>();
  if (!state.laneView) state.laneView = std::make_shared<LaneView>();
  if (!state.timelineView) state.timelineView = std::make_shared<TimelineView>();
  followRun(view, state);
  state.wakeInMs = -1.0;
  state.dragZones.clear();
  state.items.clear();
  Theme const theme = themeFor(frame, state);
  applyStyle(theme);
  Place const place = placeOf(view, state);
  bool const tall = state.inspectorTall;
  Layout const layout = layoutFor(view, state, theme);
  Ui const ui{view, frame, theme, layout, state, out};
  handleShortcuts(ui);
  play(ui);
  noticeBranches(ui);
  drawPage(ui);
  state.seenRevision = view.revision;
  // What was asked for shows in the next frame, and scrolling to it in the one after that.
  bool const turned = placeOf(view, state) != place || state.inspectorTall != tall;
  bool const again = !out.empty() || changed || turned || focusIsOnItsWay() || view.desk->examining();
  return again ? 0.0 : state.wakeInMs;
}

std::string announcement(SandboxView const& view) {
  if (view.deskSpokeLast) return deskAnnouncement(*view.desk);
  if (view.problem != nullptr) return view.problem->title + ". " + view.problem->message;
  if (view.playback == nullptr) return std::string(tr("The start page. No lesson is open."));
  std::size_t const cursor = view.playback->cursor();
  if (cursor == 0) return trf("Beginning of {}.", tr(view.playback->scenario().title));
  std::string out = stepSentence(view.playback->timeline().record(cursor));
  if (view.playback->finished()) out += tr(" This was the last step.");
  return out;
}

}  // namespace aplus::ui
