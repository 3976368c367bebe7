#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "ui/findings.h"
#include "ui/language.h"
#include "ui/panels/inspector_tabs.h"
#include "ui/panels/note_card.h"
#include "ui/panels/panels.h"
#include "ui/shortcuts.h"
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
    ImVec2 const text = measure(theme, Role::small, tr(title(who)));
    drawPartyGlyph(list, who, {x + size / 2.0F, at.y + text.y / 2.0F}, size, theme.lane(who));
    x += size + theme.px(5.0F);
    drawText(list, theme, Role::small, {x, at.y}, theme.colors.muted, tr(title(who)));
    x += text.x + theme.px(space::kS);
  };
  party(envelope.from);
  if (envelope.from == envelope.to) return;
  drawText(list, theme, Role::small, {x, at.y}, theme.colors.muted, "\xE2\x86\x92");
  x += measure(theme, Role::small, "\xE2\x86\x92").x + theme.px(space::kS);
  party(envelope.to);
}

/// For those who cannot reach the narrow column beside the messages.
void drawBreakpointSwitch(Ui const& ui, std::size_t step, ImVec2 at, float side) {
  ImGui::SetCursorScreenPos(at);
  ButtonOptions options;
  options.icon = Icon::breakpoint;
  options.look = ButtonLook::plain;
  options.iconOnly = true;
  options.height = options.width = side;
  options.selected = ui.state.breakpoints.count(step) > 0;
  options.tooltip = options.selected ? tr("Playing stops here; touch to go on (B)") : tr("Stop here when playing (B)");
  if (button(ui, "break-here", tr("Breakpoint"), options)) toggleBreakpoint(ui, step);
}

/// The phones' room for what is looked at closely, and back.
void drawStretch(Ui const& ui, ImVec2 at, float side) {
  bool const tall = ui.state.inspectorTall;
  ImGui::SetCursorScreenPos(at);
  ButtonOptions options;
  options.icon = tall ? Icon::chevronDown : Icon::chevronUp;
  options.look = ButtonLook::plain;
  options.iconOnly = true;
  options.height = options.width = side;
  options.selected = tall;
  options.tooltip = tall ? tr("Show the phones again (I)") : tr("More room, in place of the phones (I)");
  if (button(ui, "inspector-stretch", tall ? tr("Less room") : tr("More room"), options)) ui.state.inspectorTall = !tall;
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
  float const side = theme.smallControl();
  drawTextFit(list, theme, Role::title, {x, at.y}, c.text, stepTitle(record),
              at.x + width - x - reserved - side - theme.px(space::kS));
  drawBreakpointSwitch(ui, static_cast<std::size_t>(record.n),
                       {at.x + width - reserved - side - theme.px(4.0F), at.y - (side - theme.px(20.0F)) / 2.0F}, side);
  ImGui::SetCursorScreenPos({at.x + width - reserved, at.y - theme.px(!elsewhere ? 0.0F : theme.touch ? 10.0F : 3.0F)});
  if (elsewhere) {
    ButtonOptions options;
    options.look = ButtonLook::soft;
    options.height = theme.smallControl();
    options.width = reserved;
    options.tooltip = tr("Move the run to this message (Enter)");
    if (button(ui, "go-to-step", tr("Go here"), options)) ui.ask(intent::Seek{ui.state.selected});
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
  text(theme, Role::heading, theme.colors.text, tr("Nothing to look at yet"));
  gap(theme, space::kS);
  text(theme, Role::small, theme.colors.muted,
       tr("Take a step: its exact bytes, what was signed and why it went so appear here."));
}

/// Each tab begins at its top for another message, and keeps its place for the same one.
std::string areaName(Ui const& ui) {
  InspectorTab const tab = ui.state.inspectorTab;
  std::size_t const step = tab == InspectorTab::provenance ? 0 : ui.shownStep();
  return fmt::format("inspector-{}-{}", static_cast<int>(tab), tab == InspectorTab::state ? 0 : step);
}

void drawTab(Ui const& ui) {
  timeline::StepRecord const* record = ui.shownRecord();
  InspectorTab const tab = ui.state.inspectorTab;
  if (ui.run() != nullptr && tab == InspectorTab::state) return drawStateTab(ui);
  if (ui.run() != nullptr && tab == InspectorTab::provenance) return drawProvenanceTab(ui);
  if (record == nullptr) return drawNothing(ui);
  drawHeading(ui, *record);
  gap(ui.theme, space::kM);
  if (tab == InspectorTab::message) drawMessageTab(ui, *record);
  if (tab == InspectorTab::signature) drawSignatureTab(ui, *record);
  if (tab == InspectorTab::why) drawWhyTab(ui, *record);
  if (tab == InspectorTab::diff) drawDiffTab(ui, *record);
}

}  // namespace

void drawWhyTab(Ui const& ui, timeline::StepRecord const& record) {
  Theme const& theme = ui.theme;
  DocStep const& docStep = record.envelope.docStep;
  if (!docStep.section.empty()) {
    text(theme, Role::small, theme.colors.muted,
         docStep.step.empty() ? trf("In the document: {}", docStep.section)
                              : trf("In the document: {}, step {}", docStep.section, docStep.step));
    gap(theme, space::kM);
  }
  if (auto const sentence = walletSentence(ui.state.findings->walletDuty(ui.view, ui.shownStep()))) drawWalletCard(ui, "why-wallet", *sentence);
  if (record.notes.empty()) {
    text(theme, Role::small, theme.colors.muted,
         tr("Nothing was decided here: the message was passed on or shown as it came."));
  }
  std::size_t index = 0;
  for (Note const& note : record.notes) {
    drawNote(ui, fmt::format("why-note-{}", index++), note);
  }
}

bool messageRow(Ui const& ui, std::string const& id, std::size_t step, std::string_view detail, bool marked) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  timeline::StepRecord const& record = ui.run()->timeline().record(step);
  float const height = theme.px(theme.touch ? 48.0F : 40.0F);
  float const width = ImGui::GetContentRegionAvail().x;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  bool const pressed = ImGui::InvisibleButton(id.c_str(), {width, height});
  ui.item(id, record.envelope.name);
  if (!ImGui::IsItemVisible()) return pressed;
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const out = theme.px(6.0F);
  if (marked || hovered) {
    list.AddRectFilled({at.x - out, at.y}, {at.x + width + out, at.y + height}, marked ? c.accentSoft : c.raised, theme.px(6.0F));
  }
  std::string const number = std::to_string(step);
  float x = at.x + theme.px(34.0F);
  float const line = at.y + theme.px(theme.touch ? 8.0F : 4.0F);
  drawText(list, theme, Role::smallStrong, {x - measure(theme, Role::smallStrong, number).x - theme.px(6.0F), line}, c.muted, number);
  float const glyph = theme.px(12.0F);
  drawPartyGlyph(list, record.envelope.from, {x + glyph / 2.0F, line + theme.px(8.0F)}, glyph, theme.lane(record.envelope.from));
  x += glyph + theme.px(6.0F);
  float const room = at.x + width - x;
  std::string const heading = fmt::format("{}, {}", stepTitle(record), tr(title(record.envelope.from)));
  drawTextFit(list, theme, Role::smallStrong, {x, line}, c.text, heading, room);
  drawTextFit(list, theme, Role::monoSmall, {x, line + theme.px(17.0F)}, c.muted, detail, room);
  return pressed;
}

void drawInspector(Ui const& ui) {
  Theme const& theme = ui.theme;
  Rect const& rect = ui.layout.inspector;
  bool const narrow = ui.layout.shape == Shape::narrow;
  drawSurface(*ImGui::GetWindowDrawList(), theme, rect, narrow ? 0.0F : 12.0F);

  float const margin = theme.px(6.0F);
  ImGui::SetCursorScreenPos({rect.x + margin, rect.y + theme.px(2.0F)});
  bool const stretches = ui.layout.shape == Shape::wide;
  float const side = theme.smallControl();
  float const room = rect.w - 2.0F * margin - (stretches ? side + theme.px(space::kXs) : 0.0F);
  int const tab = tabs(ui, "inspector", {"message", "signature", "why", "state", "diff", "provenance"},
                       {tr("Message"), tr("Signature"), tr("Why"), tr("State"), tr("Diff"), tr("Provenance")},
                       static_cast<int>(ui.state.inspectorTab), room);
  ui.state.inspectorTab = static_cast<InspectorTab>(tab);
  float const top = ImGui::GetItemRectMax().y;
  if (stretches) drawStretch(ui, {rect.x + rect.w - margin - side, rect.y + theme.px(theme.touch ? 2.0F : 6.0F)}, side);
  ImGui::GetWindowDrawList()->AddLine({rect.x, top}, {rect.x + rect.w, top}, theme.colors.border,
                                      theme.hairline());
  float const inset = theme.hairline();
  Rect body{rect.x + inset, top + inset, rect.w - 2.0F * inset, rect.y + rect.h - top - 2.0F * inset};
  if (isPickShown(ui)) {
    float const strip = std::min(theme.px(264.0F), std::round(body.h * 0.6F));
    body.h -= strip;
    drawPickedValue(ui, {body.x, body.y + body.h, body.w, strip});
  }
  std::string const area = areaName(ui);
  beginArea(ui, area.c_str(), body);
  drawTab(ui);
  endArea();
}

}  // namespace aplus::ui
