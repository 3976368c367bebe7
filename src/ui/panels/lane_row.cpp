#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "ui/language.h"
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
  float const right = row.geometry.rect.x + row.geometry.rect.w - theme.px(14.0F);
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
  bool const twoLines = row.geometry.row >= theme.px(38.0F);
  std::int64_t const elapsed = row.record.time - run.scenario().setup.clock;
  float const left = row.geometry.rect.x + row.geometry.marks + theme.px(2.0F);
  float const first = top + (twoLines ? row.geometry.row * 0.5F - theme.px(15.0F) : theme.px(6.0F));
  std::string const number = std::to_string(row.record.n);
  drawText(row.list, theme, Role::smallStrong, {left, first}, current ? c.accent : c.text, number);
  if (!twoLines) return;
  std::string time = formatElapsed(elapsed);
  if (row.geometry.compact && time.size() > 2 && time.substr(time.size() - 2) == " s") {
    time.resize(time.size() - 2);
  }
  drawText(row.list, theme, Role::monoSmall, {left, first + theme.px(16.0F)}, c.muted, time);
}

/// What lies beneath a row: where the cursor is, what a search found.
void drawGround(Row const& row, float top, RowLook const& look) {
  Theme const& theme = row.ui.theme;
  Palette const& c = theme.colors;
  Rect const band{row.geometry.rect.x, top, row.geometry.rect.w, row.geometry.row};
  if (look.current) {
    row.list.AddRectFilled(band.min(), band.max(), c.accentSoft);
    for (Party party : kParties) {
      float const x = row.geometry.laneX(party);
      row.list.AddLine({x, band.y}, {x, band.y + band.h}, withAlpha(theme.lane(party), 0.32F), theme.hairline());
    }
  }
  if (look.hit) {
    row.list.AddRectFilled(band.min(), band.max(), withAlpha(c.warn, 0.12F));
    row.list.AddRectFilled({band.x + band.w - theme.px(4.0F), band.y}, band.max(), c.warn);
  }
  if (look.selected) {
    float const inset = theme.px(3.0F);
    row.list.AddRect({band.x + inset, band.y + inset}, {band.x + band.w - inset, band.y + band.h - inset}, c.accent,
                     theme.px(8.0F), 0, theme.px(1.5F));
  }
}

/// In the time column: a breakpoint, a person's act, another future.
void drawMarks(Row const& row, float top, RowLook const& look) {
  Theme const& theme = row.ui.theme;
  Palette const& c = theme.colors;
  Rect const& rect = row.geometry.rect;
  float const middle = top + row.geometry.row / 2.0F;
  if (look.breakpoint) {
    drawIcon(row.list, Icon::breakpoint, {rect.x + row.geometry.marks / 2.0F, middle}, theme.px(11.0F), c.bad);
  }
  float const x = rect.x + row.geometry.gutter - theme.px(9.0F);
  float const y = top + (row.geometry.row >= theme.px(38.0F) ? row.geometry.row * 0.5F - theme.px(7.0F) : row.geometry.row * 0.5F);
  if (look.edited) drawIcon(row.list, Icon::pencil, {x - (look.forked ? theme.px(14.0F) : 0.0F), y}, theme.px(11.0F), c.accent);
  if (look.forked) drawIcon(row.list, Icon::branch, {x, y}, theme.px(12.0F), c.muted);
  if (look.traced) {
    float const r = theme.px(5.0F);
    ImVec2 const at{rect.x + rect.w - theme.px(20.0F), middle};  // beside the scroll bar
    row.list.AddQuadFilled({at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}, c.accent);
  }
}

/// An arrow begins and ends at the edge of the bar of who is busy.
void shortenForBars(Row& row, Activity const& activity) {
  Envelope const& envelope = row.record.envelope;
  if (envelope.from == envelope.to) return;
  auto const n = static_cast<std::size_t>(row.record.n);
  auto const busy = [&](Party party) {
    auto const p = static_cast<std::size_t>(party);
    return activity.after(n)[p] > 0 || activity.after(n - 1)[p] > 0;
  };
  float const half = row.ui.theme.px(4.0F) * direction(row);
  if (busy(envelope.from)) row.from += half;
  if (busy(envelope.to)) row.to -= half;
}

}  // namespace

void drawLaneRow(Ui const& ui, LaneGeometry const& geometry, timeline::StepRecord const& record,
                 Activity const& activity, float y, RowLook const& look) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  Envelope const& envelope = record.envelope;
  Row row{ui, geometry, record, list};
  row.y = std::round(y + geometry.line);
  row.from = geometry.laneX(envelope.from);
  row.to = geometry.laneX(envelope.to);
  row.color = envelope.kind == Kind::fault ? theme.colors.bad : theme.lane(envelope.from);
  row.width = theme.px(look.current ? 2.5F : 1.5F);
  drawGround(row, y, look);
  auto const n = static_cast<std::size_t>(record.n);
  drawActivity(ui, geometry, activity.after(n - 1), y, row.y);
  drawActivity(ui, geometry, activity.after(n), row.y, y + geometry.row);
  shortenForBars(row, activity);
  drawLine(row);
  drawSignature(row);
  drawLabel(row, look.current);
  drawTime(row, y, look.current);
  drawMarks(row, y, look);
}

void drawActivity(Ui const& ui, LaneGeometry const& geometry, Activity::Depths const& depths, float top, float bottom) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (Party party : kParties) {
    int const depth = std::min<int>(depths[static_cast<std::size_t>(party)], 3);
    float const half = theme.px(4.0F);
    ImU32 const color = theme.lane(party);
    for (int i = 0; i < depth; ++i) {  // one within another is a bar beside it
      float const x = geometry.laneX(party) + theme.px(3.0F) * static_cast<float>(i);
      list.AddRectFilled({x - half, top}, {x + half, bottom}, mix(theme.colors.surface, color, 0.22F));
      list.AddLine({x - half, top}, {x - half, bottom}, color, theme.hairline());
      list.AddLine({x + half, top}, {x + half, bottom}, color, theme.hairline());
    }
  }
}

void drawLaneGap(Ui const& ui, LaneGeometry const& geometry, LaneRows::Row const& row, float y) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  std::string label;
  if (row.jumpMs > 0) label = trf("+ {}", formatJump(row.jumpMs));
  if (row.hidden > 0) label += (label.empty() ? "" : " \xC2\xB7 ") + trf("{} hidden", row.hidden);
  bool const jump = row.jumpMs > 0;
  ImU32 const color = jump ? theme.colors.warn : theme.colors.muted;
  float const middle = y + geometry.jump / 2.0F;
  float const x = geometry.rect.x + theme.px(10.0F);
  ImVec2 const size = measure(theme, Role::caption, label);
  float const height = size.y + theme.px(6.0F);
  ImVec2 const from{x - theme.px(4.0F), middle - height / 2.0F};
  ImVec2 const to{x + size.x + theme.px(22.0F), middle + height / 2.0F};
  // The paper is torn here: time does not run evenly down the page.
  float const tooth = theme.px(5.0F);
  float const right = geometry.rect.x + geometry.rect.w - theme.px(12.0F);
  if (jump) {
    int up = 0;
    for (float at = to.x; at < right; at += tooth) list.PathLineTo({at, middle + (up++ % 2 == 0 ? -1.0F : 1.0F) * theme.px(2.0F)});
    list.PathStroke(theme.colors.faint, 0, theme.hairline());
  } else {
    list.AddLine({to.x, middle}, {right, middle}, theme.colors.border, theme.hairline());
  }
  list.AddRectFilled(from, to, jump ? theme.colors.warnSoft : theme.colors.raised, height / 2.0F);
  drawIcon(list, jump ? Icon::clock : Icon::list, {x + theme.px(5.0F), middle}, theme.px(10.0F), color);
  drawText(list, theme, Role::caption, {x + theme.px(14.0F), middle - size.y / 2.0F}, color, label);
}

}  // namespace aplus::ui
