#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "ui/branch_text.h"
#include "ui/deadlines.h"
#include "ui/language.h"
#include "ui/panels/panels.h"
#include "ui/panels/scrubber.h"
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

/// Puts buttons beside each other and knows where the next one goes.
class ButtonRow {
 public:
  ButtonRow(Ui const& ui, float x, float middle) : ui_(ui), x_(x), middle_(middle) {}

  bool add(std::string_view id, std::string_view label, ButtonOptions const& options) {
    ImGui::SetCursorScreenPos({x_, middle_ - ui_.theme.control() / 2.0F});
    bool const pressed = button(ui_, id, label, options);
    x_ += ImGui::GetItemRectSize().x + ui_.theme.px(2.0F);
    return pressed;
  }
  float end() const { return x_; }

 private:
  Ui const& ui_;
  float x_;
  float middle_;
};

float drawButtons(Ui const& ui, float x, float middle) {
  Theme const& theme = ui.theme;
  scenario::Playback const* run = ui.run();
  bool const narrow = ui.layout.shape == Shape::narrow;
  std::string_view const none = run == nullptr ? tr("Choose a scenario first") : "";
  std::string_view const atStart =
      !none.empty() ? none : run->cursor() == 0 ? tr("This is the beginning") : "";
  std::string_view const atEnd =
      !none.empty() ? none : run->finished() ? tr("This is the end; act at the phone or the till to go on") : "";
  ButtonRow row(ui, x, middle);
  if (row.add("to-start", tr("To the beginning"), iconButton(Icon::toStart, tr("To the beginning (Home)"), atStart))) {
    ui.ask(intent::Seek{0});
  }
  if (row.add("back", tr("Back"), iconButton(Icon::stepBack, tr("One step back (\xE2\x86\x90)"), atStart))) {
    ui.ask(intent::Back{});
  }
  bool const playing = ui.state.playing;
  auto const play = iconButton(playing ? Icon::pause : Icon::play, playing ? tr("Pause (Space)") : tr("Play (Space)"), none);
  if (row.add("play", playing ? tr("Pause") : tr("Play"), play)) togglePlaying(ui);
  ButtonOptions step;
  step.icon = Icon::stepForward;
  step.look = ButtonLook::primary;
  step.tooltip = tr("One step on (\xE2\x86\x92)");
  step.disabledReason = atEnd;
  step.width = theme.px(narrow ? 84.0F : 92.0F);
  if (row.add("step", tr("Step"), step)) {
    ui.state.playing = false;
    ui.ask(intent::Step{});
  }
  if (!narrow) {
    std::string_view const unset = theme.touch ? tr("There is no breakpoint: set one in the inspector, beside a message's name")
                                               : tr("There is no breakpoint: set one at the left of a message, or with B");
    std::string_view const noBreakpoint = !none.empty() ? none : ui.state.breakpoints.empty() ? unset : "";
    auto const next = iconButton(Icon::breakpoint, tr("Run to the next breakpoint (Shift+\xE2\x86\x92)"), noBreakpoint);
    if (row.add("next-breakpoint", tr("Next breakpoint"), next)) runToBreakpoint(ui);
  }
  if (row.add("to-end", tr("To the end"), iconButton(Icon::toEnd, tr("To the end (End)"), atEnd))) {
    ui.ask(intent::RunToEnd{});
  }
  return row.end();
}

/// The clock of the run and how far it has come; returns where it begins.
float drawReadout(Ui const& ui, float right, float middle) {
  Theme const& theme = ui.theme;
  scenario::Playback const& run = *ui.run();
  std::string const count = fmt::format("{} / {}", run.cursor(), run.length());
  std::string const now = formatIso8601(run.world().now, kChinaTime);
  std::string const time = now.substr(11, 12);
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
  float const height = std::max(theme.px(36.0F), theme.least());
  ImGui::SetCursorScreenPos({x, middle - height / 2.0F});
  ImGui::InvisibleButton("clock", {width, height});
  ui.item("clock", now);
  if (ImGui::IsItemHovered()) {
    tooltip(ui, trf("The clock of the run: {}. It moves only when something happens, and goes back with you.", now));
  }
  return x;
}

/// Lets time pass until the next timer runs out; says which and when.
float drawDeadline(Ui const& ui, float right, float middle) {
  Theme const& theme = ui.theme;
  scenario::Playback const& run = *ui.run();
  bool const narrow = ui.layout.shape == Shape::narrow;
  Deadlines const pending = pendingDeadlines(run.world(), 1);
  std::string label(tr("Deadline"));
  std::string tip(tr("Let time pass until the next timer runs out (N)"));
  if (!pending.first.empty()) {
    Deadline const& next = pending.first.front();
    label = formatJump(std::max<std::int64_t>(0, next.due - run.world().now));
    tip = trf("Let time pass until the next timer runs out (N). Set now: {} of {}, at {}.", next.timer->name,
              tr(title(next.timer->owner)), formatIso8601(next.due, kChinaTime).substr(11, 12));
  }
  ButtonOptions options;
  options.icon = Icon::clock;
  options.tooltip = tip;
  options.iconOnly = narrow;
  options.disabledReason = pending.first.empty() && run.finished() ? tr("No timer is set, so no deadline comes") : "";
  float const width = narrow ? theme.control() : measure(theme, Role::strong, label).x + theme.px(46.0F);
  options.width = width;
  float const x = right - width;
  ImGui::SetCursorScreenPos({x, middle - theme.control() / 2.0F});
  if (button(ui, "next-deadline", label, options)) ui.ask(intent::NextDeadline{});
  return x;
}

/// Only there once a person has acted in the past.
float drawBranches(Ui const& ui, float right, float middle) {
  timeline::Timeline const& timeline = ui.run()->timeline();
  if (timeline.branchCount() < 2) return right;
  Theme const& theme = ui.theme;
  bool const narrow = ui.layout.shape == Shape::narrow;
  std::string const label = branchTitle(*ui.run(), timeline.currentBranch());
  ButtonOptions options;
  options.icon = Icon::branch;
  options.tooltip = tr("Another future: what was done before is kept as a branch");
  options.iconOnly = narrow;
  float const most = theme.px(ui.layout.shape == Shape::wide ? 220.0F : 110.0F);
  float const width = narrow ? theme.control() : std::min(measure(theme, Role::strong, label).x + theme.px(48.0F), most);
  options.width = width;
  float const x = right - width;
  ImGui::SetCursorScreenPos({x, middle - theme.control() / 2.0F});
  if (button(ui, "branch", label, options)) ui.state.dialog = Dialog::branches;
  return x;
}

/// One row: buttons, the scrubber, and what is known about the place.
void drawOneRow(Ui const& ui, Rect const& bar) {
  Theme const& theme = ui.theme;
  float const middle = std::round(bar.y + bar.h / 2.0F);
  float const left = drawButtons(ui, bar.x + theme.px(space::kL), middle) + theme.px(space::kM);
  if (ui.run() == nullptr) return;
  float right = bar.x + bar.w - theme.px(space::kL);
  right = drawReadout(ui, right, middle) - theme.px(space::kM);
  right = drawDeadline(ui, right, middle) - theme.px(space::kS);
  right = drawBranches(ui, right, middle) - theme.px(space::kS);
  float const height = theme.px(48.0F);
  if (right - left > theme.px(40.0F)) drawScrubber(ui, {left, middle - height / 2.0F, right - left, height});
}

/// The scrubber and the clock over the buttons.
void drawTwoRows(Ui const& ui, Rect const& bar) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(bar.min(), bar.max(), theme.colors.surface);
  list.AddLine(bar.min(), {bar.x + bar.w, bar.y}, theme.colors.border, theme.hairline());
  float const over = theme.px(44.0F);
  float const middle = std::round(bar.y + over + (bar.h - over) / 2.0F);
  drawButtons(ui, bar.x + theme.px(6.0F), middle);
  if (ui.run() == nullptr) return;
  float right = drawDeadline(ui, bar.x + bar.w - theme.px(6.0F), middle) - theme.px(2.0F);
  drawBranches(ui, right, middle);
  float const inset = theme.px(space::kS);
  right = drawReadout(ui, bar.x + bar.w - theme.px(10.0F), std::round(bar.y + over / 2.0F)) - theme.px(space::kS);
  drawScrubber(ui, {bar.x + inset, bar.y, std::max(right - bar.x - inset, theme.px(20.0F)), over});
}

}  // namespace

void drawTransport(Ui const& ui) {
  if (ui.layout.shape == Shape::narrow) drawTwoRows(ui, ui.layout.transport);
  else drawOneRow(ui, ui.layout.transport);
}

}  // namespace aplus::ui
