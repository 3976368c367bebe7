#include <optional>
#include <string>

#include <fmt/format.h>

#include "inspect/field_notes.h"
#include "inspect/provenance.h"
#include "ui/language.h"
#include "ui/panels/inspector_tabs.h"
#include "ui/panels/note_card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/prose.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

constexpr std::string_view kHeader = "header ";

/// The note of a value in a message; states have none.
std::optional<inspect::FieldNote> noteOf(Ui const& ui, PickedValue const& picked) {
  if (picked.tab != InspectorTab::message) return std::nullopt;
  if (picked.place.rfind(kHeader, 0) == 0) return inWords(inspect::headerNote(picked.place.substr(kHeader.size())));
  return inWords(inspect::fieldNote(ui.run()->timeline().record(picked.step).envelope, picked.place));
}

/// Where the value stands, and what can be done with it.
void drawHeadingLine(Ui const& ui, PickedValue const& picked) {
  Theme const& theme = ui.theme;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  float const side = theme.smallControl();
  std::string_view const follow = tr("Where it comes from");
  bool const worded = width >= theme.px(400.0F) && !theme.touch;
  float const trace = worded ? measure(theme, Role::strong, follow).x + theme.px(20.0F + 2.0F * space::kM) : side;
  float const buttons = trace + 2.0F * side + 2.0F * theme.px(space::kXs);
  ImVec2 const size = measure(theme, Role::smallStrong, picked.place);
  drawTextFit(*ImGui::GetWindowDrawList(), theme, Role::smallStrong, {at.x, at.y + (side - size.y) / 2.0F}, theme.colors.muted,
              picked.place, width - buttons - theme.px(space::kS));
  ImGui::SetCursorScreenPos({at.x + width - buttons, at.y});
  ButtonOptions options;
  options.look = ButtonLook::plain;
  options.iconOnly = true;
  options.height = side;
  options.icon = Icon::copy;
  options.tooltip = tr("Copy the value");
  if (button(ui, "picked-copy", tr("Copy"), options)) {
    ImGui::SetClipboardText(picked.value.c_str());
    ui.toast(std::string(tr("Copied")));
  }
  ImGui::SameLine(0.0F, theme.px(space::kXs));
  std::string const refused = reasonWords(inspect::whyNotTraceable(picked.value));
  options.icon = Icon::branch;
  options.tooltip = tr("Where this value was born, and everywhere it went");
  options.disabledReason = refused;
  options.iconOnly = !worded;
  options.width = trace;
  if (button(ui, "picked-trace", follow, options)) {
    ui.state.inspector.traced = picked.value;
    ui.state.inspectorTab = InspectorTab::provenance;
  }
  ImGui::SameLine(0.0F, theme.px(space::kXs));
  options.icon = Icon::close;
  options.tooltip = tr("Close (Esc)");
  options.disabledReason = {};
  options.iconOnly = true;
  options.width = 0.0F;
  if (button(ui, "picked-close", tr("Close"), options)) ui.state.inspector.picked.reset();
}

/// Its type, whether it has to be there, and where that is written: in one line, so that the link is always in sight.
void drawTypeLine(Ui const& ui, inspect::FieldNote const& note) {
  Theme const& theme = ui.theme;
  std::string const says = fmt::format("{} \xC2\xB7 {}", note.type, note.presence);
  float const size = measure(theme, Role::caption, says).x;
  bool const fits = size < ImGui::GetContentRegionAvail().x * 0.6F;
  text(theme, Role::caption, theme.colors.muted, says);
  if (fits) ImGui::SameLine(0.0F, theme.px(space::kM));
  drawSource(ui, "picked-source", note.source);
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
  drawTypeLine(ui, *note);
  if (!note->meaning.empty()) {
    gap(theme, 2.0F);
    prose(ui, "picked-meaning", Role::small, c.text, note->meaning);
  }
  if (!note->choice.empty()) {
    gap(theme, 2.0F);
    prose(ui, "picked-choice", Role::small, c.warn, trf("Sandbox choice: {}.", note->choice));
  }
}

std::string presenceWord(std::string_view presence) {
  constexpr std::string_view kWhen = "required when ";
  if (presence == "required") return std::string(tr("required"));
  if (presence == "optional") return std::string(tr("optional"));
  if (presence.rfind(kWhen, 0) == 0) return trf("required when {}", tr(presence.substr(kWhen.size())));
  return std::string(presence);
}

}  // namespace

std::optional<inspect::FieldNote> inWords(std::optional<inspect::FieldNote> note) {
  if (!note) return note;
  note->type = worldWords(note->type);
  note->presence = presenceWord(note->presence);
  note->meaning = tr(note->meaning);
  note->choice = tr(note->choice);
  return note;
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
  drawNoteOf(ui, picked);
  gap(theme, space::kS);
  text(theme, Role::mono, theme.colors.text, shown.empty() ? "\"\"" : shown);
  endArea();
}

}  // namespace aplus::ui
