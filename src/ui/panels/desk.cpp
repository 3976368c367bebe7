#include <algorithm>
#include <cmath>

#include "ui/panels/desk_parts.h"
#include "ui/panels/panels.h"
#include "ui/panels/tab_bar.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

// CSS pixels.
constexpr float kHeading = 44.0F;
constexpr float kThreeColumnsFrom = 1400.0F;

using DrawPart = void (*)(Ui const&);

/// A surface with a heading that stays, and what scrolls below it.
void drawColumn(Ui const& ui, char const* id, std::string_view heading, Rect const& rect, DrawPart part) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  bool const narrow = ui.layout.shape == Shape::narrow;
  drawSurface(list, theme, rect, narrow ? 0.0F : 12.0F);
  float top = rect.y;
  if (!heading.empty()) {
    float const height = theme.px(kHeading);
    ImVec2 const size = measure(theme, Role::title, heading);
    drawText(list, theme, Role::title, {rect.x + theme.px(space::kL), rect.y + (height - size.y) / 2.0F}, theme.colors.text,
             heading);
    top += height;
    list.AddLine({rect.x, top}, {rect.x + rect.w, top}, theme.colors.border, theme.hairline());
  }
  float const inset = theme.hairline();
  beginArea(ui, id, {rect.x + inset, top + inset, rect.w - 2.0F * inset, rect.y + rect.h - top - 2.0F * inset});
  part(ui);
  gap(theme, space::kXl);
  endArea();
}

/// Message and keys in one column, one at a time.
void drawLeftColumn(Ui const& ui, Rect const& rect) {
  Theme const& theme = ui.theme;
  drawSurface(*ImGui::GetWindowDrawList(), theme, rect);
  ImGui::SetCursorScreenPos({rect.x + theme.px(6.0F), rect.y + theme.px(4.0F)});
  bool const keys = ui.state.deskTab == DeskTab::keys;
  int const chosen = tabs(ui, "desk-tab", {"message", "keys"}, {tr("Message"), tr("Keys")}, keys ? 1 : 0);
  if (chosen != (keys ? 1 : 0)) ui.state.deskTab = chosen == 1 ? DeskTab::keys : DeskTab::message;
  float const top = std::max(ImGui::GetItemRectMax().y, rect.y + theme.px(kHeading));
  ImGui::GetWindowDrawList()->AddLine({rect.x, top}, {rect.x + rect.w, top}, theme.colors.border, theme.hairline());
  float const inset = theme.hairline();
  beginArea(ui, keys ? "desk-keys" : "desk-message",
            {rect.x + inset, top + inset, rect.w - 2.0F * inset, rect.y + rect.h - top - 2.0F * inset});
  keys ? drawDeskKeys(ui) : drawDeskMessage(ui);
  gap(theme, space::kXl);
  endArea();
}

void drawOneColumn(Ui const& ui) {
  DeskTab const tab = ui.state.deskTab;
  if (tab == DeskTab::message) drawColumn(ui, "desk-message", "", ui.layout.desk, drawDeskMessage);
  if (tab == DeskTab::keys) drawColumn(ui, "desk-keys", "", ui.layout.desk, drawDeskKeys);
  if (tab == DeskTab::check) drawColumn(ui, "desk-check", "", ui.layout.desk, drawDeskCheck);
  ui.state.deskTab = static_cast<DeskTab>(tabBar(ui,
                                                 {{"desk-tab-message", tr("Message"), Icon::list},
                                                  {"desk-tab-keys", tr("Keys"), Icon::lock},
                                                  {"desk-tab-check", tr("Check"), Icon::check}},
                                                 static_cast<std::size_t>(tab)));
}

}  // namespace

void drawDesk(Ui const& ui) {
  Theme const& theme = ui.theme;
  // Whatever way it came, a message that lies on the desk is shown taken apart.
  if (ui.view.desk->arrivals() != ui.state.seenArrivals) {
    ui.state.seenArrivals = ui.view.desk->arrivals();
    ui.state.deskFields = true;
  }
  if (ui.layout.shape == Shape::narrow) return drawOneColumn(ui);
  Rect const& all = ui.layout.desk;
  float const between = theme.px(space::kS);
  if (all.w / theme.scale < kThreeColumnsFrom) {
    float const left = std::round((all.w - between) * 0.46F);
    drawLeftColumn(ui, {all.x, all.y, left, all.h});
    drawColumn(ui, "desk-check", tr("Check"), {all.x + left + between, all.y, all.w - left - between, all.h}, drawDeskCheck);
    return;
  }
  float const message = std::round((all.w - 2.0F * between) * 0.34F);
  float const keys = std::round((all.w - 2.0F * between) * 0.26F);
  float const check = all.x + message + keys + 2.0F * between;
  drawColumn(ui, "desk-message", tr("Message"), {all.x, all.y, message, all.h}, drawDeskMessage);
  drawColumn(ui, "desk-keys", tr("Keys"), {all.x + message + between, all.y, keys, all.h}, drawDeskKeys);
  drawColumn(ui, "desk-check", tr("Check"), {check, all.y, all.x + all.w - check, all.h}, drawDeskCheck);
}

}  // namespace aplus::ui
