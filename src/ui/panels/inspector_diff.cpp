#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ui/findings.h"
#include "ui/language.h"
#include "ui/panels/inspector_tabs.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/text_view.h"

namespace aplus::ui {
namespace {

constexpr std::size_t kMostRows = 400;

/// The step to compare with: the chosen one, or the message's answer or question.
std::size_t otherStep(Ui const& ui, std::size_t shown) {
  std::size_t const chosen = ui.state.inspector.comparedWith;
  std::size_t const cursor = ui.run()->cursor();
  if (chosen > 0 && chosen <= cursor && chosen != shown) return chosen;
  return counterpart(ui.run()->timeline(), shown, cursor);
}

void drawChoices(Ui const& ui, std::size_t shown) {
  Theme const& theme = ui.theme;
  InspectorChoices& choices = ui.state.inspector;
  ButtonOptions options;
  options.height = theme.smallControl();
  options.selected = choices.choosing;
  options.tooltip = tr("Then touch any message in the diagram");
  if (button(ui, "diff-choose", choices.choosing ? tr("Touch a message") : tr("Choose the other"), options)) {
    choices.choosing = !choices.choosing;
    if (choices.choosing && ui.layout.shape == Shape::narrow) ui.state.panel = Panel::lanes;
  }
  ImGui::SameLine();
  options.selected = false;
  std::size_t const same = sameBefore(ui.run()->timeline(), shown);
  options.tooltip = tr("The last message of the same name before this one");
  options.disabledReason = same == 0 ? tr("There is none of the same name before") : "";
  if (button(ui, "diff-same-before", tr("Same before"), options)) choices.comparedWith = same;
  ImGui::SameLine();
  options.tooltip = tr("Request and response");
  options.disabledReason = choices.comparedWith == 0 ? tr("That is what is compared") : "";
  if (button(ui, "diff-answer", tr("Its answer"), options)) choices.comparedWith = 0;
}

/// One side of a difference: a sign, and the value on its colour.
void drawSide(Ui const& ui, char const* sign, std::string const& value, ImU32 color, ImU32 behind) {
  Theme const& theme = ui.theme;
  constexpr std::size_t kLongest = 400;
  std::string shown = value.substr(0, kLongest);
  if (value.size() > kLongest) shown += "\xE2\x80\xA6";
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  float const indent = theme.px(22.0F);
  float const wrap = width - indent - theme.px(space::kS);
  ImVec2 const size = measure(theme, Role::mono, shown, wrap);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + size.y + theme.px(2.0F)}, behind, theme.px(4.0F));
  drawText(list, theme, Role::mono, {at.x + theme.px(7.0F), at.y + theme.px(3.0F)}, color, sign);
  drawText(list, theme, Role::mono, {at.x + indent, at.y}, color == 0 ? theme.colors.text : color, shown, wrap);
  ImGui::Dummy({width, size.y + theme.px(2.0F)});
  gap(theme, 2.0F);
}

void drawField(Ui const& ui, inspect::FieldDiff const& row, std::size_t index) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImVec2 const top = ImGui::GetCursorScreenPos();
  text(theme, Role::caption, c.muted, row.place);
  gap(theme, 2.0F);
  if (row.same()) {
    drawSide(ui, "=", *row.left, c.muted, c.surface);
  } else {
    if (row.left) drawSide(ui, "\xE2\x88\x92", *row.left, c.bad, c.badSoft);
    if (row.right) drawSide(ui, "+", *row.right, c.good, c.goodSoft);
  }
  ImVec2 const end = ImGui::GetCursorScreenPos();
  ui.item(fmt::format("diff-row-{}", index), row.place, {top.x, top.y, ImGui::GetContentRegionAvail().x, end.y - top.y});
  gap(theme, space::kXs);
}

void drawFields(Ui const& ui, std::vector<inspect::FieldDiff> const& rows) {
  Theme const& theme = ui.theme;
  bool const only = ui.state.inspector.onlyDifferences;
  std::size_t shown = 0, same = 0, left = 0;
  for (inspect::FieldDiff const& row : rows) {
    if (row.same()) ++same;
    if (only && row.same()) continue;
    if (shown < kMostRows) drawField(ui, row, shown++);
    else ++left;
  }
  if (shown == 0) text(theme, Role::small, theme.colors.muted, tr("They have the same fields with the same values."));
  if (left > 0) text(theme, Role::small, theme.colors.muted, trf("{} more fields differ.", left));
  if (only && same > 0) text(theme, Role::caption, theme.colors.muted, trf("{} fields are equal and not shown.", same));
}

void drawBytes(Ui const& ui, std::vector<inspect::DiffPiece> const& pieces) {
  using Kind = inspect::DiffPiece::Kind;
  Palette const& c = ui.theme.colors;
  std::string all;
  std::vector<ColorRun> runs;
  std::size_t removed = 0, added = 0;
  for (inspect::DiffPiece const& piece : pieces) {
    std::size_t const begin = all.size();
    all += piece.bytes;
    if (piece.kind == Kind::onlyLeft) {
      runs.push_back({begin, all.size(), c.bad, c.badSoft, Underline::dashed});
      removed += piece.bytes.size();
    } else if (piece.kind == Kind::onlyRight) {
      runs.push_back({begin, all.size(), c.good, c.goodSoft, Underline::solid});
      added += piece.bytes.size();
    }
  }
  text(ui.theme, Role::caption, c.muted,
       trf("The bodies: {} bytes only in the first (dashed), {} only in the second (underlined).", removed, added));
  gap(ui.theme, space::kXs);
  textView(ui, "diff-bytes", all, runs);
}

}  // namespace

void drawDiffTab(Ui const& ui, timeline::StepRecord const& record) {
  Theme const& theme = ui.theme;
  InspectorChoices& choices = ui.state.inspector;
  auto const shown = static_cast<std::size_t>(record.n);
  drawChoices(ui, shown);
  gap(theme, space::kM);
  std::size_t const other = otherStep(ui, shown);
  if (other == 0) {
    banner(ui, Tone::neutral, Icon::inspector, tr("Nothing to compare with"),
           tr("This message has no answer so far. Choose another one: touch the button above, then a message in the diagram."));
    return;
  }
  std::size_t const first = std::min(shown, other), second = std::max(shown, other);
  std::size_t looked = 0;
  if (messageRow(ui, "diff-first", first, tr("\xE2\x88\x92 the first"), first == shown)) looked = first;
  if (messageRow(ui, "diff-second", second, tr("+ the second"), second == shown)) looked = second;
  if (looked > 0) {
    choices.comparedWith = looked == shown ? other : shown;  // the pair stays
    ui.state.selected = looked == ui.run()->cursor() ? 0 : looked;
  }
  gap(theme, space::kM);
  auto const view = segmented(ui, "diff-view", {tr("Fields"), tr("Bytes")}, static_cast<int>(choices.diffView));
  choices.diffView = static_cast<DiffView>(view);
  if (choices.diffView == DiffView::fields) {
    ImGui::SameLine(0.0F, theme.px(space::kS));
    ButtonOptions only;
    only.height = theme.smallControl();
    only.selected = choices.onlyDifferences;
    if (button(ui, "diff-only", tr("Only differences"), only)) choices.onlyDifferences = !choices.onlyDifferences;
  }
  gap(theme, space::kM);
  MessageDifference const& found = ui.state.findings->difference(ui.view, first, second);
  if (choices.diffView == DiffView::fields) drawFields(ui, found.fields);
  else drawBytes(ui, found.bytes);
}

}  // namespace aplus::ui
