#include <optional>
#include <string>

#include <fmt/format.h>

#include "inspect/field_notes.h"
#include "inspect/provenance.h"
#include "ui/language.h"
#include "ui/panels/inspector_tabs.h"
#include "ui/panels/note_card.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

constexpr std::string_view kHeader = "header ";

/// The note of a value in a message; states have none.
std::optional<inspect::FieldNote> noteOf(Ui const& ui, PickedValue const& picked) {
  if (picked.tab != InspectorTab::message) return std::nullopt;
  if (picked.place.rfind(kHeader, 0) == 0) return inspect::headerNote(picked.place.substr(kHeader.size()));
  return inspect::fieldNote(ui.run()->timeline().record(picked.step).envelope, picked.place);
}

void drawHeadingLine(Ui const& ui, PickedValue const& picked) {
  Theme const& theme = ui.theme;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  float const side = theme.px(theme.touch ? 44.0F : 26.0F);
  drawTextFit(*ImGui::GetWindowDrawList(), theme, Role::smallStrong, {at.x, at.y + theme.px(4.0F)}, theme.colors.muted,
              picked.place, width - side - theme.px(space::kS));
  ImGui::SetCursorScreenPos({at.x + width - side, at.y - theme.px(2.0F)});
  ButtonOptions close;
  close.icon = Icon::close;
  close.look = ButtonLook::plain;
  close.iconOnly = true;
  close.height = side;
  close.tooltip = tr("Close (Esc)");
  if (button(ui, "picked-close", tr("Close"), close)) ui.state.inspector.picked.reset();
  ImGui::SetCursorScreenPos({at.x, at.y + theme.px(24.0F)});
  ImGui::Dummy({0.0F, 0.0F});
  ImGui::SetCursorScreenPos({at.x, at.y + theme.px(24.0F)});
}

void drawButtons(Ui const& ui, PickedValue const& picked) {
  Theme const& theme = ui.theme;
  copyButton(ui, "picked-copy", tr("Copy"), picked.value);
  ImGui::SameLine();
  std::string const refused = inspect::whyNotTraceable(picked.value);
  ButtonOptions trace;
  trace.icon = Icon::branch;
  trace.look = ButtonLook::soft;
  trace.height = theme.px(theme.touch ? 44.0F : 28.0F);
  trace.tooltip = tr("Where this value was born, and everywhere it went");
  trace.disabledReason = refused;
  if (button(ui, "picked-trace", tr("Where it comes from"), trace)) {
    ui.state.inspector.traced = picked.value;
    ui.state.inspectorTab = InspectorTab::provenance;
  }
}

void drawNoteOf(Ui const& ui, PickedValue const& picked) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  if (!picked.before.empty()) {
    text(theme, Role::small, c.warn, trf("Before this step: {}", picked.before));
    gap(theme, space::kXs);
  }
  auto const note = noteOf(ui, picked);
  if (!note) {
    if (picked.tab == InspectorTab::message) {
      text(theme, Role::caption, c.muted, tr("No table of the protocol knows this field."));
    }
    return;
  }
  text(theme, Role::caption, c.muted, fmt::format("{} \xC2\xB7 {}", note->type, presenceWord(note->presence)));
  if (!note->meaning.empty()) {
    gap(theme, 2.0F);
    text(theme, Role::small, c.text, note->meaning);
  }
  if (!note->choice.empty()) {
    gap(theme, 2.0F);
    text(theme, Role::small, c.warn, trf("Sandbox choice: {}.", note->choice));
  }
  drawSource(ui, "picked-source", note->source);
}

}  // namespace

std::string presenceWord(std::string_view presence) {
  constexpr std::string_view kWhen = "required when ";
  if (presence == "required") return std::string(tr("required"));
  if (presence == "optional") return std::string(tr("optional"));
  if (presence.rfind(kWhen, 0) == 0) return trf("required when {}", presence.substr(kWhen.size()));
  return std::string(presence);
}

bool isPickShown(Ui const& ui) {
  auto const& picked = ui.state.inspector.picked;
  return picked && ui.run() != nullptr && picked->tab == ui.state.inspectorTab && picked->step == ui.shownStep();
}

bool isPicked(Ui const& ui, std::string_view place) {
  return isPickShown(ui) && ui.state.inspector.picked->place == place;
}

void pick(Ui const& ui, std::string place, std::string value, std::string before) {
  ui.state.inspector.picked =
      PickedValue{ui.shownStep(), ui.state.inspectorTab, std::move(place), std::move(value), std::move(before)};
}

void drawPickedValue(Ui const& ui, Rect const& rect) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  PickedValue const picked = *ui.state.inspector.picked;  // a button may close it
  list.AddRectFilled(rect.min(), rect.max(), theme.colors.raised, theme.px(11.0F), ImDrawFlags_RoundCornersBottom);
  list.AddLine(rect.min(), {rect.x + rect.w, rect.y}, theme.colors.border, theme.hairline());
  beginArea(ui, "picked-value", rect, space::kM);
  drawHeadingLine(ui, picked);
  constexpr std::size_t kLongest = 240;  // the rest is copied, not shown
  std::string shown = picked.value.substr(0, kLongest);
  if (picked.value.size() > kLongest) shown += "\xE2\x80\xA6";
  text(theme, Role::mono, theme.colors.text, shown.empty() ? "\"\"" : shown);
  gap(theme, space::kS);
  drawButtons(ui, picked);
  gap(theme, space::kS);
  drawNoteOf(ui, picked);
  endArea();
}

}  // namespace aplus::ui
