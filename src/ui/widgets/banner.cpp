#include "ui/widgets/banner.h"

#include "ui/widgets/text.h"

namespace aplus::ui {

void banner(Ui const& ui, Tone tone, Icon icon, std::string_view heading, std::string_view detail) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImU32 const color = tone == Tone::good ? c.good : tone == Tone::bad ? c.bad : tone == Tone::warn ? c.warn : c.muted;
  ImU32 const behind =
      tone == Tone::good ? c.goodSoft : tone == Tone::bad ? c.badSoft : tone == Tone::warn ? c.warnSoft : c.raised;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  float const pad = theme.px(space::kM);
  float const indent = theme.px(30.0F);
  float const wrap = width - 2.0F * pad - indent;
  ImVec2 const headingSize = measure(theme, Role::heading, heading, wrap);
  float const detailHeight = detail.empty() ? 0.0F : measure(theme, Role::small, detail, wrap).y + theme.px(3.0F);
  float const height = headingSize.y + detailHeight + 2.0F * pad;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + height}, behind, theme.px(10.0F));
  drawIcon(list, icon, {at.x + pad + theme.px(9.0F), at.y + pad + theme.px(10.0F)}, theme.px(15.0F), color);
  drawText(list, theme, Role::heading, {at.x + pad + indent, at.y + pad}, color, heading, wrap);
  drawText(list, theme, Role::small, {at.x + pad + indent, at.y + pad + headingSize.y + theme.px(3.0F)}, c.text, detail, wrap);
  ImGui::Dummy({width, height});
}

}  // namespace aplus::ui
