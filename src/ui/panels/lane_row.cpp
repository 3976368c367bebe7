#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "ui/panels/lane_geometry.h"
#include "ui/step_text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

namespace aplus::ui {
namespace {

/// One row while it is being drawn.
struct Row {
  Ui const& ui;
  LaneGeometry const& geometry;
  timeline::StepRecord const& record;
  ImDrawList& list;
  float y = 0.0F;      ///< of the line
  float from = 0.0F;
  float to = 0.0F;
  ImU32 color = 0;
  float width = 0.0F;  ///< of the line
};

float direction(Row const& row) { return row.to >= row.from ? 1.0F : -1.0F; }

void drawHead(Row const& row, bool open) {
  float const size = row.ui.theme.px(8.0F);
  float const d = direction(row);
  ImVec2 const tip{row.to - d * row.ui.theme.px(1.0F), row.y};
  ImVec2 const a{tip.x - d * size, tip.y - size * 0.6F};
  ImVec2 const b{tip.x - d * size, tip.y + size * 0.6F};
  if (open) {
    row.list.PathLineTo(a);
    row.list.PathLineTo(tip);
    row.list.PathLineTo(b);
    row.list.PathStroke(row.color, 0, row.width);
  } else {
    row.list.AddTriangleFilled(tip, a, b, row.color);
  }
}

void drawDashes(Row const& row) {
  float const dash = row.ui.theme.px(6.0F);
  float const d = direction(row);
  float const length = std::fabs(row.to - row.from);
  for (float at = 0.0F; at < length; at += dash * 1.7F) {
    float const end = std::min(at + dash, length);
    row.list.AddLine({row.from + d * at, row.y}, {row.from + d * end, row.y}, row.color, row.width);
  }
}

void drawZigzag(Row const& row) {
  float const tooth = row.ui.theme.px(6.0F);
  float const d = direction(row);
  int const teeth = std::max(2, static_cast<int>(std::fabs(row.to - row.from) / tooth));
  for (int i = 0; i <= teeth; ++i) {
    float const up = i % 2 == 0 ? -1.0F : 1.0F;
    bool const inner = i > 0 && i < teeth;
    row.list.PathLineTo({row.from + d * tooth * static_cast<float>(i),
                         row.y + (inner ? up * tooth * 0.5F : 0.0F)});
  }
  row.list.PathStroke(row.color, 0, row.width);
}

/// What a party does with itself: timers, and the cashier's hand on the till.
void drawSelf(Row const& row) {
  Theme const& theme = row.ui.theme;
  float const reach = theme.px(22.0F);
  float const height = theme.px(14.0F);
  bool const last = row.record.envelope.to == Party::acquirer;
  float const d = last ? -1.0F : 1.0F;
  ImVec2 const a{row.from, row.y - height / 2.0F};
  ImVec2 const b{row.from, row.y + height / 2.0F};
  row.list.PathLineTo(a);
  row.list.PathBezierCubicCurveTo({a.x + d * reach * 1.5F, a.y - height * 0.2F},
                                  {b.x + d * reach * 1.5F, b.y + height * 0.2F}, b);
  row.list.PathStroke(row.color, 0, row.width);
  float const size = theme.px(6.0F);
  row.list.AddTriangleFilled(b, {b.x + d * size, b.y - size * 0.9F}, {b.x + d * size, b.y + size * 0.5F},
                             row.color);
  Icon const icon = row.record.envelope.kind == Kind::timer ? Icon::clock : Icon::tap;
  row.list.AddCircleFilled({row.from, row.y}, theme.px(9.0F), theme.colors.surface);
  drawIcon(row.list, icon, {row.from, row.y}, theme.px(15.0F), row.color);
}

void drawLine(Row const& row) {
  Theme const& theme = row.ui.theme;
  Envelope const& envelope = row.record.envelope;
  if (envelope.kind == Kind::fault && envelope.from != envelope.to) {
    drawZigzag(row);
    drawIcon(row.list, Icon::cross, {row.to, row.y}, theme.px(12.0F), row.color);
    return;
  }
  if (envelope.from == envelope.to) return drawSelf(row);
  bool const answer = envelope.phase == Phase::response || envelope.phase == Phase::callback;
  float const d = direction(row);
  if (envelope.kind == Kind::sdk) {
    drawDashes(row);
    drawHead(row, answer);
  } else if (envelope.kind == Kind::ui) {
    row.list.AddLine({row.from, row.y}, {row.to - d * theme.px(6.0F), row.y}, row.color,
                     row.width * 1.6F);
    row.list.AddCircleFilled({row.from, row.y}, theme.px(4.0F), row.color);
    row.list.AddCircleFilled({row.to - d * theme.px(5.0F), row.y}, theme.px(5.0F), theme.colors.surface);
    drawIcon(row.list, Icon::tap, {row.to - d * theme.px(5.0F), row.y}, theme.px(12.0F), row.color);
  } else {
    row.list.AddLine({row.from, row.y}, {row.to - d * theme.px(2.0F), row.y}, row.color, row.width);
    drawHead(row, answer);
  }
}

/// Locked and right, locked and wrong, or a line that the protocol does not sign.
void drawSignature(Row const& row) {
  if (row.record.envelope.kind != Kind::http) return;
  Theme const& theme = row.ui.theme;
  Palette const& c = theme.colors;
  float const d = direction(row);
  ImVec2 const at{row.to - d * theme.px(20.0F), row.y};
  float const radius = theme.px(8.0F);
  if (!row.record.signature) {
    row.list.AddCircleFilled(at, radius, c.surface);
    drawIcon(row.list, Icon::lockOpen, at, theme.px(11.0F), c.muted);
    return;
  }
  bool const valid = row.record.signature->valid;
  row.list.AddCircleFilled(at, radius + theme.px(2.0F), c.surface);
  if (valid) {
    row.list.AddCircleFilled(at, radius, c.good);
  } else {  // another shape as well as another colour
    float const r = radius * 0.92F;
    row.list.AddRectFilled({at.x - r, at.y - r}, {at.x + r, at.y + r}, c.bad, theme.px(2.0F));
  }
  drawIcon(row.list, valid ? Icon::check : Icon::cross, at, theme.px(9.0F), c.surface);
}

ImU32 codeColor(Palette const& c, std::string_view code) {
  if (code == "SUCCESS") return c.good;
  return code == "PAYMENT_IN_PROCESS" || code == "UNKNOWN_EXCEPTION" ? c.warn : c.bad;
}

void drawLabel(Row const& row, bool current) {
  Theme const& theme = row.ui.theme;
  Palette const& c = theme.colors;
  Envelope const& envelope = row.record.envelope;
  Role const role = row.geometry.compact ? Role::caption : current ? Role::smallStrong : Role::small;
  std::string_view const code = resultCodeOf(envelope);
  ImVec2 const nameSize = measure(theme, role, envelope.name);
  float const codeWidth =
      code.empty() ? 0.0F : measure(theme, Role::caption, code).x + theme.px(6.0F);
  float const width = nameSize.x + codeWidth;
  bool const self = envelope.from == envelope.to;
  float const middle = self ? row.from : (row.from + row.to) / 2.0F;
  float const left = row.geometry.rect.x + row.geometry.gutter;
  float const right = row.geometry.rect.x + row.geometry.rect.w - theme.px(4.0F);
  float const x = std::clamp(middle - width / 2.0F, left, std::max(left, right - width));
  bool const marked = envelope.kind == Kind::http;  // leaves room for the signature's mark
  float const lift = theme.px(self || marked ? 11.0F : 7.0F);
  float const top = row.y - lift - nameSize.y;
  float const pad = theme.px(3.0F);
  ImU32 const behind = current ? mix(c.surface, c.accentSoft, 1.0F) : c.surface;
  row.list.AddRectFilled({x - pad, top}, {x + width + pad, top + nameSize.y}, withAlpha(behind, 0.92F),
                         theme.px(3.0F));
  bool const fault = envelope.kind == Kind::fault;
  drawText(row.list, theme, role, {x, top}, fault ? c.bad : c.text, envelope.name);
  if (!code.empty()) {
    ImVec2 const codeSize = measure(theme, Role::caption, code);
    drawText(row.list, theme, Role::caption,
             {x + nameSize.x + theme.px(6.0F), top + (nameSize.y - codeSize.y) / 2.0F + theme.px(0.5F)},
             codeColor(c, code), code);
  }
}

void drawTime(Row const& row, float top, bool current) {
  Theme const& theme = row.ui.theme;
  Palette const& c = theme.colors;
  scenario::Playback const& run = *row.ui.run();
  std::int64_t const elapsed = row.record.time - run.scenario().setup.clock;
  float const left = row.geometry.rect.x + theme.px(row.geometry.compact ? 6.0F : 12.0F);
  std::string const number = std::to_string(row.record.n);
  drawText(row.list, theme, Role::smallStrong, {left, top + theme.px(12.0F)},
           current ? c.accent : c.text, number);
  std::string time = formatElapsed(elapsed);
  if (row.geometry.compact && time.size() > 2 && time.substr(time.size() - 2) == " s") {
    time.resize(time.size() - 2);
  }
  drawText(row.list, theme, Role::monoSmall, {left, top + theme.px(28.0F)}, c.muted, time);
}

}  // namespace

void drawLaneRow(Ui const& ui, LaneGeometry const& geometry, timeline::StepRecord const& record,
                 float y, bool current, bool shown) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  Envelope const& envelope = record.envelope;
  Row row{ui, geometry, record, list};
  row.y = std::round(y + theme.px(34.0F));
  row.from = geometry.laneX(envelope.from);
  row.to = geometry.laneX(envelope.to);
  row.color = envelope.kind == Kind::fault ? c.bad : theme.lane(envelope.from);
  row.width = theme.px(current ? 2.5F : 1.5F);
  bool const selectedOnly = shown && !current;
  if (selectedOnly) {
    Rect const band{geometry.rect.x, y, geometry.rect.w, geometry.row};
    float const inset = theme.px(3.0F);
    list.AddRect({band.x + inset, band.y + inset}, {band.x + band.w - inset, band.y + band.h - inset},
                 c.accent, theme.px(8.0F), 0, theme.px(1.5F));
  }
  drawLine(row);
  drawSignature(row);
  drawLabel(row, current);
  drawTime(row, y, current);
}

void drawTimeJump(Ui const& ui, LaneGeometry const& geometry, std::int64_t ms, float y) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  std::string const label = formatJump(ms) + " later";
  float const middle = y + geometry.jump / 2.0F;
  float const x = geometry.rect.x + theme.px(12.0F);
  ImVec2 const size = measure(theme, Role::caption, label);
  float const height = size.y + theme.px(6.0F);
  ImVec2 const from{x - theme.px(4.0F), middle - height / 2.0F};
  ImVec2 const to{x + size.x + theme.px(22.0F), middle + height / 2.0F};
  list.AddLine({to.x, middle}, {geometry.rect.x + geometry.rect.w - theme.px(12.0F), middle},
               theme.colors.border, theme.hairline());
  list.AddRectFilled(from, to, theme.colors.warnSoft, height / 2.0F);
  drawIcon(list, Icon::clock, {x + theme.px(5.0F), middle}, theme.px(10.0F), theme.colors.warn);
  drawText(list, theme, Role::caption, {x + theme.px(14.0F), middle - size.y / 2.0F},
           theme.colors.warn, label);
}

}  // namespace aplus::ui
