#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "ui/panels/panels.h"
#include "ui/shortcuts.h"
#include "ui/step_text.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

ButtonOptions iconButton(Icon icon, std::string_view tip, std::string_view disabledReason) {
  ButtonOptions options;
  options.icon = icon;
  options.look = ButtonLook::plain;
  options.iconOnly = true;
  options.tooltip = tip;
  options.disabledReason = disabledReason;
  return options;
}

float drawButtons(Ui const& ui, float x, float middle) {
  Theme const& theme = ui.theme;
  scenario::Playback const* run = ui.run();
  float const height = theme.control();
  float const gapX = theme.px(2.0F);
  bool const narrow = ui.layout.shape == Shape::narrow;
  std::string_view const none = run == nullptr ? "Choose a scenario first" : "";
  std::string_view const atStart =
      !none.empty() ? none : run->cursor() == 0 ? "This is the beginning" : "";
  std::string_view const atEnd =
      !none.empty() ? none : run->finished() ? "This is the end; act at the phone or the till to go on" : "";
  auto place = [&] { ImGui::SetCursorScreenPos({x, middle - height / 2.0F}); };
  auto advance = [&] { x += ImGui::GetItemRectSize().x + gapX; };

  place();
  if (button(ui, "to-start", "To the beginning", iconButton(Icon::toStart, "To the beginning (Home)", atStart))) {
    ui.ask(intent::Seek{0});
  }
  advance();
  place();
  if (button(ui, "back", "Back", iconButton(Icon::stepBack, "One step back (\xE2\x86\x90)", atStart))) {
    ui.ask(intent::Back{});
  }
  advance();
  place();
  bool const playing = ui.state.playing;
  auto const playOptions = iconButton(playing ? Icon::pause : Icon::play,
                                      playing ? "Pause (Space)" : "Play (Space)", none);
  if (button(ui, "play", playing ? "Pause" : "Play", playOptions)) togglePlaying(ui);
  advance();
  place();
  ButtonOptions step;
  step.icon = Icon::stepForward;
  step.look = ButtonLook::primary;
  step.tooltip = "One step on (\xE2\x86\x92)";
  step.disabledReason = atEnd;
  step.width = theme.px(narrow ? 84.0F : 92.0F);
  if (button(ui, "step", "Step", step)) {
    ui.state.playing = false;
    ui.ask(intent::Step{});
  }
  advance();
  place();
  if (button(ui, "to-end", "To the end", iconButton(Icon::toEnd, "To the end (End)", atEnd))) {
    ui.ask(intent::RunToEnd{});
  }
  advance();
  return x;
}

ImU32 markColor(Palette const& c, timeline::StepRecord const& record) {
  if (record.envelope.kind == Kind::fault) return c.bad;
  if (record.signature && !record.signature->valid) return c.bad;
  return c.muted;
}

void drawMarks(Ui const& ui, scenario::Playback const& run, float x, float width, float y) {
  std::size_t const length = run.length();
  float const each = width / static_cast<float>(std::max<std::size_t>(1, length));
  if (each < ui.theme.px(4.0F)) return;  // they would run together
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t n = 1; n <= length; ++n) {
    timeline::StepRecord const& record = run.timeline().record(n);
    bool const past = n <= run.cursor();
    ImU32 const color = past ? markColor(ui.theme.colors, record) : ui.theme.colors.faint;
    bool const tap = record.envelope.kind == Kind::ui && record.envelope.phase == Phase::event &&
                     record.envelope.from == Party::user;
    float const half = ui.theme.px(tap ? 5.0F : 3.0F);
    float const at = std::round(x + each * static_cast<float>(n));
    list.AddLine({at, y - half}, {at, y + half}, color, ui.theme.hairline());
  }
}

void drawScrubber(Ui const& ui, float x, float width, float middle) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  scenario::Playback const& run = *ui.run();
  float const height = theme.control();
  float const knob = theme.px(7.0F);
  float const left = x + knob;
  float const span = std::max(1.0F, width - 2.0F * knob);
  Rect const rect{x, middle - height / 2.0F, width, height};
  ImGui::SetCursorScreenPos(rect.min());
  ImGui::InvisibleButton("scrubber", rect.size());
  ui.item("scrubber", "Step");
  ui.state.dragZones.push_back(rect);
  float const length = static_cast<float>(std::max<std::size_t>(1, run.length()));
  if (ImGui::IsItemActive()) {
    float const part = std::clamp((ImGui::GetIO().MousePos.x - left) / span, 0.0F, 1.0F);
    auto const wanted = static_cast<std::size_t>(std::lround(part * length));
    std::size_t const n = std::min(wanted, run.length());
    ui.state.playing = false;
    if (n != run.cursor()) ui.ask(intent::Seek{n});
  }
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);

  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const done = static_cast<float>(run.cursor()) / length * span;
  float const thick = theme.px(2.0F);
  list.AddRectFilled({left, middle - thick}, {left + span, middle + thick}, c.border, thick);
  drawMarks(ui, run, left, span, middle);
  list.AddRectFilled({left, middle - thick}, {left + done, middle + thick}, c.accent, thick);
  list.AddCircleFilled({left + done, middle}, knob, c.accent);
  list.AddCircleFilled({left + done, middle}, knob - theme.px(2.5F), c.surface);
}

std::string countText(scenario::Playback const& run) {
  return fmt::format("{} / {}", run.cursor(), run.length());
}

float drawReadout(Ui const& ui, float right, float middle) {
  Theme const& theme = ui.theme;
  scenario::Playback const& run = *ui.run();
  std::string const count = countText(run);
  std::string const time = formatIso8601(run.world().now, kChinaTime).substr(11, 12);
  ImVec2 const countSize = measure(theme, Role::strong, count);
  ImVec2 const timeSize = measure(theme, Role::monoSmall, time);
  ImVec2 const widest = measure(theme, Role::strong, fmt::format("{0} / {0}", run.length()));
  float const width = std::max(widest.x, timeSize.x);
  float const x = right - width;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawText(list, theme, Role::strong, {right - countSize.x, middle - countSize.y + theme.px(1.0F)},
           theme.colors.text, count);
  drawText(list, theme, Role::monoSmall, {right - timeSize.x, middle + theme.px(3.0F)},
           theme.colors.muted, time);
  return x;
}

/// Only there once a person has acted in the past.
float drawBranches(Ui const& ui, float right, float middle) {
  timeline::Timeline const& timeline = ui.run()->timeline();
  if (timeline.branchCount() < 2) return right;
  Theme const& theme = ui.theme;
  std::size_t const current = timeline.currentBranch();
  std::string const label = timeline.branchName(current);
  ButtonOptions options;
  options.icon = Icon::branch;
  options.tooltip = "Another future: what was done before is kept as a branch";
  bool const narrow = ui.layout.shape == Shape::narrow;
  options.iconOnly = narrow;
  float const width = narrow ? theme.control()
                             : measure(theme, Role::strong, label).x + theme.px(46.0F);
  options.width = width;
  float const x = right - width;
  ImGui::SetCursorScreenPos({x, middle - theme.control() / 2.0F});
  if (button(ui, "branch", label, options)) {
    ImGui::OpenPopup("branches");
  }
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{theme.px(space::kS), theme.px(space::kS)});
  if (ImGui::BeginPopup("branches")) {
    for (std::size_t i = 0; i < timeline.branchCount(); ++i) {
      std::string const text = fmt::format("{} (from step {})", timeline.branchName(i), timeline.branchForkedAt(i));
      ButtonOptions choice;
      choice.look = ButtonLook::plain;
      choice.selected = i == current;
      if (button(ui, fmt::format("branch-{}", i), text, choice)) {
        ui.ask(intent::SwitchBranch{i});
        ImGui::CloseCurrentPopup();
      }
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
  return x;
}

}  // namespace

void drawTransport(Ui const& ui) {
  Theme const& theme = ui.theme;
  Rect const& bar = ui.layout.transport;
  bool const narrow = ui.layout.shape == Shape::narrow;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (narrow) {
    list.AddRectFilled(bar.min(), bar.max(), theme.colors.surface);
    list.AddLine(bar.min(), {bar.x + bar.w, bar.y}, theme.colors.border, theme.hairline());
  }
  float const middle = std::round(bar.y + bar.h / 2.0F);
  float const margin = theme.px(narrow ? 6.0F : space::kL);
  float const left = drawButtons(ui, bar.x + margin, middle) + theme.px(narrow ? 0.0F : space::kM);
  if (ui.run() == nullptr) return;
  float right = bar.x + bar.w - theme.px(narrow ? 10.0F : space::kL);
  right = drawReadout(ui, right, middle) - theme.px(narrow ? 4.0F : space::kM);
  right = drawBranches(ui, right, middle) - theme.px(narrow ? 0.0F : space::kS);
  if (right - left > theme.px(40.0F)) drawScrubber(ui, left, right - left, middle);
}

}  // namespace aplus::ui
