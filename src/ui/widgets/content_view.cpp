#include "ui/widgets/content_view.h"
#include "ui/language.h"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "ui/widgets/text.h"
#include "ui/widgets/text_view.h"

namespace aplus::ui {
namespace {

constexpr std::array<Underline, 5> kLines{Underline::solid, Underline::twice, Underline::dashed, Underline::dotted,
                                          Underline::none};

/// What the parts are called where they are explained.
std::string nameOf(inspect::ContentPart const& part) {
  if (part.origin == "method") return std::string(tr("method"));
  if (part.origin == "uri") return std::string(tr("path"));
  if (part.origin == "body") return trf("body ({} bytes)", part.text.size());
  return std::string(part.origin);
}

void drawLegend(Ui const& ui, std::vector<inspect::ContentPart> const& parts) {
  Theme const& theme = ui.theme;
  ImVec2 at = ImGui::GetCursorScreenPos();
  float const left = at.x;
  float const right = at.x + ImGui::GetContentRegionAvail().x;
  float const lineHeight = theme.px(22.0F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  std::size_t index = 0;
  for (inspect::ContentPart const& part : parts) {
    if (part.origin.empty() || index == kLines.size()) continue;
    std::string const name = nameOf(part);
    ImU32 const color = theme.colors.origins[index];
    ImVec2 const size = measure(theme, Role::caption, name);
    float const width = size.x + theme.px(12.0F);
    if (at.x + width > right && at.x > left) at = {left, at.y + lineHeight};
    drawText(list, theme, Role::caption, {at.x, at.y + theme.px(2.0F)}, color, name);
    drawUnderline(list, theme, kLines[index], {at.x, at.y + theme.px(19.0F)}, size.x, color);
    at.x += width + theme.px(4.0F);
    ++index;
  }
  ImGui::SetCursorScreenPos({left, at.y + lineHeight + theme.px(2.0F)});
  ImGui::Dummy({0.0F, 0.0F});
}

}  // namespace

void contentView(Ui const& ui, std::string_view id, std::vector<inspect::ContentPart> const& parts) {
  constexpr std::size_t kLongestShown = 4 * 1024;
  Theme const& theme = ui.theme;
  drawLegend(ui, parts);
  std::string content;
  std::vector<ColorRun> runs;
  std::size_t index = 0, hidden = 0;
  for (inspect::ContentPart const& part : parts) {
    std::size_t const begin = content.size();
    std::string_view const shown = std::string_view(part.text).substr(0, kLongestShown);
    content += shown;
    hidden += part.text.size() - shown.size();
    if (part.origin.empty() || index == kLines.size()) continue;
    ImU32 const color = theme.colors.origins[index];
    bool const last = index + 1 == kLines.size();
    runs.push_back({begin, content.size(), color, last ? 0U : withAlpha(color, theme.dark ? 0.16F : 0.10F), kLines[index]});
    ++index;
  }
  textView(ui, id, content, runs);
  if (hidden > 0) text(theme, Role::small, theme.colors.muted, trf("{} more bytes are signed; Copy takes all of them.", hidden));
}

}  // namespace aplus::ui
