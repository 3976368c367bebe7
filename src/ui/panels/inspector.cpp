#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "ui/panels/inspector_tabs.h"
#include "ui/panels/note_card.h"
#include "ui/panels/panels.h"
#include "ui/step_text.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

/// `● Alipay+ → ■ Wallet server`.
void drawRoute(Ui const& ui, Envelope const& envelope, ImVec2 at) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float x = at.x;
  auto party = [&](Party who) {
    float const size = theme.px(12.0F);
    ImVec2 const text = measure(theme, Role::small, title(who));
    drawPartyGlyph(list, who, {x + size / 2.0F, at.y + text.y / 2.0F}, size, theme.lane(who));
    x += size + theme.px(5.0F);
    drawText(list, theme, Role::small, {x, at.y}, theme.colors.muted, title(who));
    x += text.x + theme.px(space::kS);
  };
  party(envelope.from);
  if (envelope.from == envelope.to) return;
  drawText(list, theme, Role::small, {x, at.y}, theme.colors.muted, "\xE2\x86\x92");
  x += measure(theme, Role::small, "\xE2\x86\x92").x + theme.px(space::kS);
  party(envelope.to);
}

/// Which step is shown, and the way back to the run's place when it is another.
void drawHeading(Ui const& ui, timeline::StepRecord const& record) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  std::string const number = std::to_string(record.n);
  ImVec2 const numberSize = measure(theme, Role::title, number);
  drawText(list, theme, Role::title, at, c.muted, number);
  float const x = at.x + numberSize.x + theme.px(10.0F);
  bool const elsewhere = ui.state.selected != 0;
  float const reserved = elsewhere ? theme.px(96.0F) : badgeWidth(theme, kindWord(record.envelope));
  drawTextFit(list, theme, Role::title, {x, at.y}, c.text, stepTitle(record),
              at.x + width - x - reserved - theme.px(space::kS));
  ImGui::SetCursorScreenPos({at.x + width - reserved, at.y - theme.px(elsewhere ? 3.0F : 0.0F)});
  if (elsewhere) {
    ButtonOptions options;
    options.look = ButtonLook::soft;
    options.height = theme.px(28.0F);
    options.width = reserved;
    options.tooltip = "Move the run to this message (Enter)";
    if (button(ui, "go-to-step", "Go here", options)) ui.ask(intent::Seek{ui.state.selected});
  } else {
    badge(theme, kindWord(record.envelope), c.muted, c.raised);
  }
  ImVec2 const second{at.x, at.y + numberSize.y + theme.px(5.0F)};
  drawRoute(ui, record.envelope, second);
  ImGui::SetCursorScreenPos({at.x, second.y + measure(theme, Role::small, "X").y + theme.px(4.0F)});
  ImGui::Dummy({0.0F, 0.0F});
}

void drawNothing(Ui const& ui) {
  Theme const& theme = ui.theme;
  text(theme, Role::heading, theme.colors.text, "Nothing to look at yet");
  gap(theme, space::kS);
  text(theme, Role::small, theme.colors.muted,
       "Take a step: its exact bytes, what was signed and why it went so appear here.");
}

}  // namespace

void drawWhyTab(Ui const& ui, timeline::StepRecord const& record) {
  Theme const& theme = ui.theme;
  if (!record.envelope.docStep.section.empty()) {
    text(theme, Role::small, theme.colors.muted,
         fmt::format("In the document: {}, step {}", record.envelope.docStep.section,
                     record.envelope.docStep.step));
    gap(theme, space::kM);
  }
  if (record.notes.empty()) {
    text(theme, Role::small, theme.colors.muted,
         "Nothing was decided here: the message was passed on or shown as it came.");
  }
  std::size_t index = 0;
  for (Note const& note : record.notes) {
    drawNote(ui, fmt::format("why-note-{}", index++), note);
  }
}

void drawInspector(Ui const& ui) {
  Theme const& theme = ui.theme;
  Rect const& rect = ui.layout.inspector;
  bool const narrow = ui.layout.shape == Shape::narrow;
  drawSurface(*ImGui::GetWindowDrawList(), theme, rect, narrow ? 0.0F : 12.0F);
  timeline::StepRecord const* record = ui.shownRecord();
  bool const aboutStep = ui.state.inspectorTab != InspectorTab::state;

  ImGui::SetCursorScreenPos({rect.x + theme.px(6.0F), rect.y + theme.px(2.0F)});
  int const tab = tabs(ui, "inspector", {"message", "signature", "why", "state"},
                       {"Message", "Signature", "Why", "State"},
                       static_cast<int>(ui.state.inspectorTab));
  ui.state.inspectorTab = static_cast<InspectorTab>(tab);
  float const top = ImGui::GetItemRectMax().y;
  ImGui::GetWindowDrawList()->AddLine({rect.x, top}, {rect.x + rect.w, top}, theme.colors.border,
                                      theme.hairline());
  float const inset = theme.hairline();
  Rect const body{rect.x + inset, top + inset, rect.w - 2.0F * inset, rect.y + rect.h - top - 2.0F * inset};
  // A scroll position per tab and step: another message begins at its top.
  std::string const area = fmt::format("inspector-{}-{}", tab, aboutStep ? ui.shownStep() : 0);
  beginArea(ui, area.c_str(), body);
  if (aboutStep && record == nullptr) {
    drawNothing(ui);
  } else if (!aboutStep) {
    if (ui.run() != nullptr) drawStateTab(ui);
  } else {
    drawHeading(ui, *record);
    gap(theme, space::kM);
    if (ui.state.inspectorTab == InspectorTab::message) drawMessageTab(ui, *record);
    if (ui.state.inspectorTab == InspectorTab::signature) drawSignatureTab(ui, *record);
    if (ui.state.inspectorTab == InspectorTab::why) drawWhyTab(ui, *record);
  }
  endArea();
}

}  // namespace aplus::ui
