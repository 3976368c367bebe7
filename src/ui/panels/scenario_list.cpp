#include <string>
#include <vector>

#include "ui/finder.h"
#include "ui/flows.h"
#include "ui/panels/dialog.h"
#include "ui/panels/panels.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/search_field.h"

namespace aplus::ui {
namespace {

/// A pill of the row of flows. Breaks the row where it would leave the dialog.
bool flowPill(Ui const& ui, std::string const& id, std::string_view label, bool chosen, bool first) {
  Theme const& theme = ui.theme;
  ButtonOptions options;
  options.height = theme.smallControl();
  options.selected = chosen;
  float const width = measure(theme, Role::strong, label).x + 2.0F * theme.px(space::kM);
  float const right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - theme.px(space::kL);
  if (!first) {
    ImGui::SameLine(0.0F, theme.px(6.0F));
    if (ImGui::GetCursorScreenPos().x + width > right) ImGui::NewLine();
  }
  return button(ui, id, label, options);
}

void drawPills(Ui const& ui) {
  std::optional<scenario::Flow>& chosen = ui.state.flow;
  if (flowPill(ui, "flow-all", tr("All"), !chosen, true)) chosen.reset();
  for (scenario::Flow flow : scenario::kFlows) {
    if (lessonsOf(*ui.view.scenarios, flow).empty()) continue;
    bool const on = chosen == flow;
    if (flowPill(ui, "flow-" + std::string(name(flow)), tr(flowText(flow).title), on, false)) {
      if (on) chosen.reset();
      else chosen = flow;
    }
  }
}

void drawLesson(Ui const& ui, ScenarioEntry const& entry) {
  CardOptions options;
  options.open = ui.run() != nullptr && ui.run()->scenario().id == entry.id;
  options.done = ui.state.kept.finished.contains(entry.id);
  if (!choiceCard(ui, "scenario-" + entry.id, tr(entry.title), tr(entry.summary), options)) return;
  ui.ask(intent::LoadScenario{entry.id});
  ui.state.homeOpen = false;
  ui.state.deskOpen = false;
}

/// The lessons of a flow that fit what was typed, below the flow's name. Returns how many.
std::size_t drawFlow(Ui const& ui, scenario::Flow flow, std::string_view query) {
  std::size_t shown = 0;
  for (ScenarioEntry const* entry : lessonsOf(*ui.view.scenarios, flow)) {
    std::string const details = entry->id + " " + entry->title + " " + std::string(tr(entry->summary));
    if (rankOf(query, tr(entry->title), details) < 0) continue;
    if (shown++ == 0) {
      gap(ui.theme, space::kM);
      text(ui.theme, Role::smallStrong, ui.theme.colors.muted, tr(flowText(flow).title));
      gap(ui.theme, space::kXs);
    }
    drawLesson(ui, *entry);
  }
  return shown;
}

}  // namespace

void drawScenarioList(Ui const& ui) {
  Theme const& theme = ui.theme;
  Finder& finder = ui.state.finder;
  if (beginDialog(ui, "scenarios", tr("Lessons"), 720.0F)) {
    bool const wantsKeys = finder.fresh && !theme.touch;  // no soft keyboard before it is asked for
    finder.fresh = false;
    searchField(ui, "scenario-search", tr("Find a lesson"), finder.query, wantsKeys);
    gap(theme, space::kS);
    drawPills(ui);
    std::size_t shown = 0;
    for (scenario::Flow flow : scenario::kFlows) {
      if (!ui.state.flow || ui.state.flow == flow) shown += drawFlow(ui, flow, finder.query);
    }
    if (shown == 0) {
      gap(theme, space::kL);
      text(theme, Role::body, theme.colors.muted, tr("No lesson has all these words. Try fewer, or another flow."));
    }
  }
  ImGui::End();
}

}  // namespace aplus::ui
