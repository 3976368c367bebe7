#include <string>

#include <fmt/format.h>

#include "ui/findings.h"
#include "ui/language.h"
#include "ui/panels/inspector_tabs.h"
#include "ui/step_text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/text_view.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

void drawBirth(Ui const& ui, inspect::Sighting const& birth) {
  if (birth.step == 0) {
    banner(ui, Tone::neutral, Icon::guide, tr("It was there before the first step"),
           trf("The world of this scenario gives it to {}: {}.", tr(title(birth.party)), birth.place));
    return;
  }
  timeline::StepRecord const& record = ui.run()->timeline().record(birth.step);
  banner(ui, Tone::neutral, Icon::branch, trf("Born in step {}", birth.step),
         trf("{} was the first to send it, in {}, at {}.", tr(title(birth.party)), stepTitle(record), birth.place));
}

/// In whose state it stands: a line that leads to that state.
void drawHolder(Ui const& ui, std::string const& id, inspect::Sighting const& holder) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  float const height = theme.smallControl();
  float const width = ImGui::GetContentRegionAvail().x;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  if (ImGui::InvisibleButton(id.c_str(), {width, height})) {
    ui.state.stateParty = holder.party;
    ui.state.inspectorTab = InspectorTab::state;
    if (holder.step == ui.run()->cursor()) ui.state.selected = 0;
  }
  ui.item(id, holder.place);
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const glyph = theme.px(12.0F);
  drawPartyGlyph(list, holder.party, {at.x + glyph / 2.0F, at.y + height / 2.0F}, glyph, theme.lane(holder.party));
  float x = at.x + glyph + theme.px(space::kS);
  float const y = at.y + (height - theme.px(15.0F)) / 2.0F;
  drawText(list, theme, Role::small, {x, y}, hovered ? c.text : c.muted, tr(title(holder.party)));
  x += measure(theme, Role::small, tr(title(holder.party))).x + theme.px(space::kS);
  drawTextFit(list, theme, Role::monoSmall, {x, y + theme.px(1.0F)}, hovered ? c.text : c.muted, holder.place, at.x + width - x);
}

void drawSightings(Ui const& ui, inspect::Provenance const& found) {
  Theme const& theme = ui.theme;
  text(theme, Role::smallStrong, theme.colors.muted, trf("Where it stands, in order ({})", found.seen.size()));
  gap(theme, space::kXs);
  std::size_t index = 0;
  for (inspect::Sighting const& sighting : found.seen) {
    std::string const id = fmt::format("trace-{}", index++);
    if (sighting.step == 0) {
      drawHolder(ui, id, sighting);
    } else if (messageRow(ui, id, sighting.step, sighting.place, sighting.step == ui.shownStep())) {
      ui.state.selected = sighting.step == ui.run()->cursor() ? 0 : sighting.step;
      ui.state.scrollToCursor = true;
    }
  }
  if (found.cut) text(theme, Role::caption, theme.colors.muted, tr("There are more; these are the first ones."));
  gap(theme, space::kM);
  text(theme, Role::smallStrong, theme.colors.muted, tr("Who keeps it now"));
  gap(theme, space::kXs);
  if (found.kept.empty()) text(theme, Role::small, theme.colors.muted, tr("Nobody: it stands in no state."));
  index = 0;
  for (inspect::Sighting const& holder : found.kept) drawHolder(ui, fmt::format("kept-{}", index++), holder);
}

}  // namespace

void drawProvenanceTab(Ui const& ui) {
  Theme const& theme = ui.theme;
  std::string const value = ui.state.inspector.traced;
  if (value.empty()) {
    text(theme, Role::heading, theme.colors.text, tr("Where does a value come from?"));
    gap(theme, space::kS);
    text(theme, Role::small, theme.colors.muted,
         tr("Touch a value under Message or State, then \xE2\x80\x9CWhere it comes from\xE2\x80\x9D: its birth and every later use up "
            "to here are listed."));
    return;
  }
  copyHeading(ui, tr("The value"), "trace-copy", tr("Copy"), value);
  textView(ui, "trace-value", value);
  gap(theme, space::kM);
  inspect::Provenance const& found = ui.state.findings->provenance(ui.view, value);
  if (!found.refused.empty()) {
    banner(ui, Tone::warn, Icon::warning, tr("This value cannot be followed"), worldWords(found.refused));
    return;
  }
  if (found.seen.empty()) {
    banner(ui, Tone::neutral, Icon::scan, tr("Not seen up to here"), tr("It appears in no message and no state before the cursor."));
    return;
  }
  drawBirth(ui, found.seen.front());
  gap(theme, space::kM);
  drawSightings(ui, found);
}

}  // namespace aplus::ui
