#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "ui/language.h"
#include "ui/panels/lane_geometry.h"
#include "ui/shortcuts.h"
#include "ui/step_text.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

std::uint8_t bit(Party party) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(party)); }

/// A participant's mark and name; touched, only its messages are shown, or not any more.
void drawParticipant(Ui const& ui, LaneGeometry const& geometry, Party party) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  std::uint8_t& only = ui.state.lanes.only;
  float const lane = geometry.laneWidth();
  float const x = geometry.laneX(party);
  Rect const rect{x - lane / 2.0F, geometry.rect.y, lane, geometry.head};
  std::string const id = "lane-" + std::string(name(party));
  ImGui::SetCursorScreenPos(rect.min());
  if (ImGui::InvisibleButton(id.c_str(), rect.size())) {
    only = static_cast<std::uint8_t>(only ^ bit(party));
    ui.state.scrollToCursor = true;
  }
  ui.item(id, tr(title(party)));
  bool const chosen = (only & bit(party)) != 0;
  bool const dimmed = only != 0 && !chosen;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    tooltip(ui, chosen ? trf("{}: touch to show the messages of others again", tr(title(party)))
                       : trf("{}: touch to show only its messages", tr(title(party))));
  }
  if (chosen || ImGui::IsItemHovered()) {
    float const inset = theme.px(3.0F);
    list.AddRectFilled({rect.x + inset, rect.y + theme.px(5.0F)}, {rect.x + rect.w - inset, rect.y + rect.h - theme.px(4.0F)},
                       chosen ? c.accentSoft : c.raised, theme.px(8.0F));
  }
  float const y = geometry.rect.y + theme.px(22.0F);
  drawPartyGlyph(list, party, {x, y}, theme.px(18.0F), withAlpha(theme.lane(party), dimmed ? 0.4F : 1.0F));
  std::string_view label = tr(title(party));
  Role const role = geometry.compact ? Role::caption : Role::smallStrong;
  if (measure(theme, role, label).x > lane - theme.px(10.0F)) label = tr(shortTitle(party));
  drawTextCentered(list, theme, role, {x, y + theme.px(24.0F)}, dimmed ? c.muted : c.text, label);
}

/// For a mouse closer and further side by side; there is room for one finger, so for it further until it begins anew.
void drawZoom(Ui const& ui, LaneGeometry const& geometry) {
  Theme const& theme = ui.theme;
  int const zoom = ui.state.lanes.zoom;
  bool const touch = theme.touch;
  bool const most = zoom == kMostLaneZoom;
  float const side = std::max(theme.px(24.0F), theme.least());
  float const x = geometry.rect.x + (geometry.gutter - (touch ? 1.0F : 2.0F) * side) / 2.0F;
  float const y = geometry.rect.y + theme.px(touch ? 10.0F : 6.0F);
  ButtonOptions options;
  options.look = ButtonLook::plain;
  options.iconOnly = true;
  options.height = options.width = side;
  ImGui::SetCursorScreenPos({x, y});
  if (touch) {
    options.icon = most ? Icon::minus : Icon::plus;
    std::string_view const label = most ? tr("Closer together") : tr("Further apart");
    if (button(ui, "lanes-zoom", label, options)) zoomLanes(ui, most ? -kMostLaneZoom : 1);
    return;
  }
  options.icon = Icon::minus;
  options.tooltip = tr("Closer together (-)");
  options.disabledReason = zoom == 0 ? tr("They are as close as they can be") : "";
  if (button(ui, "lanes-zoom-out", tr("Closer together"), options)) zoomLanes(ui, -1);
  options.icon = Icon::plus;
  options.tooltip = tr("Further apart (+)");
  options.disabledReason = most ? tr("They are as far apart as they can be") : "";
  ImGui::SetCursorScreenPos({x + side, y});
  if (button(ui, "lanes-zoom-in", tr("Further apart"), options)) zoomLanes(ui, 1);
}

/// Says that something is hidden, and shows it again.
void drawFilter(Ui const& ui, LaneGeometry const& geometry, std::size_t rowCount) {
  Theme const& theme = ui.theme;
  std::string const label = fmt::format("{}/{}", rowCount, ui.run()->cursor());
  float const width = geometry.gutter - theme.px(6.0F);
  ButtonOptions options;
  options.look = ButtonLook::soft;
  options.height = std::max(theme.px(22.0F), theme.least());
  options.width = width;
  options.tooltip = tr("Only some messages are shown; touch for all");
  ImGui::SetCursorScreenPos({geometry.rect.x + theme.px(3.0F), geometry.rect.y + theme.px(theme.touch ? 10.0F : 34.0F)});
  if (button(ui, "lanes-show-all", label, options)) {
    ui.state.lanes.only = 0;
    ui.state.scrollToCursor = true;
  }
}

}  // namespace

void drawLaneHead(Ui const& ui, LaneGeometry const& geometry, std::size_t rowCount) {
  for (Party party : kParties) drawParticipant(ui, geometry, party);
  bool const filtered = ui.state.lanes.only != 0 && ui.run() != nullptr;
  if (!filtered || !ui.theme.touch) drawZoom(ui, geometry);  // for fingers there is room for one of the two
  if (filtered) drawFilter(ui, geometry, rowCount);
  float const y = geometry.rect.y + geometry.head;
  ImGui::GetWindowDrawList()->AddLine({geometry.rect.x, y}, {geometry.rect.x + geometry.rect.w, y}, ui.theme.colors.border,
                                      ui.theme.hairline());
}

}  // namespace aplus::ui
