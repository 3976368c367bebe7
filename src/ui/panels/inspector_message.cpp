#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "inspect/field_notes.h"
#include "inspect/pretty_json.h"
#include "ui/findings.h"
#include "ui/language.h"
#include "ui/panels/inspector_tabs.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/key_values.h"
#include "ui/widgets/text_view.h"

namespace aplus::ui {
namespace {

std::vector<ColorRun> colorJson(Palette const& c, inspect::PrettyJson const& json, inspect::JsonField const* marked) {
  std::vector<ColorRun> runs;
  runs.reserve(json.spans.size());
  for (inspect::JsonSpan const& span : json.spans) {
    ImU32 color = c.text;
    switch (span.token) {
      case inspect::JsonToken::key: color = c.origins[1]; break;
      case inspect::JsonToken::string: color = c.origins[2]; break;
      case inspect::JsonToken::number: color = c.origins[3]; break;
      case inspect::JsonToken::literal: color = c.origins[0]; break;
      case inspect::JsonToken::punctuation: color = c.muted; break;
      case inspect::JsonToken::other: break;
    }
    bool const inside = marked != nullptr && span.begin >= marked->begin && span.end <= marked->end;
    runs.push_back({span.begin, span.end, color, inside ? c.accentSoft : 0, inside ? Underline::solid : Underline::none});
  }
  return runs;
}

/// The message as it would stand on the wire, for pasting elsewhere.
std::string wholeMessage(Envelope const& envelope) {
  protocol::HttpMessage const& message = envelope.message;
  std::string out;
  if (envelope.phase == Phase::request) {
    out = fmt::format("{} {} HTTP/1.1\r\n", message.method, message.uri);
  } else {
    out = "HTTP/1.1 200 OK\r\n";
  }
  for (protocol::Header const& header : message.headers) {
    out += fmt::format("{}: {}\r\n", header.name, header.value);
  }
  return out + "\r\n" + message.body;
}

void drawRequestLine(Ui const& ui, Envelope const& envelope) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  bool const request = envelope.phase == Phase::request;
  if (!request) {
    text(theme, Role::caption, c.muted, tr("Response to"));
    gap(theme, 2.0F);
  }
  text(theme, Role::mono, request ? c.text : c.muted,
       envelope.message.method + " " + envelope.message.uri);
}

/// What the protocol says of a field, in a few lines.
void noteTooltip(Ui const& ui, std::string_view place, std::optional<inspect::FieldNote> const& note) {
  if (!note) return tooltip(ui, trf("{}: no table of the protocol knows it", place));
  std::string line = fmt::format("{}: {}, {}", note->name, note->type, note->presence);
  if (!note->meaning.empty()) line += "\n" + note->meaning;
  if (!note->choice.empty()) line += "\n" + trf("Sandbox choice: {}.", note->choice);
  tooltip(ui, line);
}

void drawHeaders(Ui const& ui, protocol::HttpMessage const& message) {
  gap(ui.theme, space::kM);
  text(ui.theme, Role::smallStrong, ui.theme.colors.muted, tr("Headers"));
  gap(ui.theme, space::kXs);
  std::size_t index = 0;
  for (protocol::Header const& header : message.headers) {
    std::string const place = "header " + header.name;
    std::string const id = fmt::format("header-{}", index++);
    if (keyValueRow(ui, id, header.name, header.value, Icon::inspector, isPicked(ui, place))) pick(ui, place, header.value);
    if (ImGui::IsItemHovered()) noteTooltip(ui, header.name, inWords(inspect::headerNote(header.name)));
  }
  gap(ui.theme, space::kM);
}

/// The body laid out: every field says what it means, and can be touched.
void drawPretty(Ui const& ui, timeline::StepRecord const& record) {
  Theme const& theme = ui.theme;
  auto const& json = ui.state.findings->prettyBody(ui.view, static_cast<std::size_t>(record.n));
  if (!json.wellFormed) {
    text(theme, Role::small, theme.colors.warn, tr("This is not well-formed JSON; shown as it is."));
  }
  auto const& picked = ui.state.inspector.picked;
  bool const mine = picked && picked->tab == InspectorTab::message && picked->step == static_cast<std::size_t>(record.n);
  inspect::JsonField const* marked = mine ? json.find(picked->place) : nullptr;
  TextPointer const pointer = textView(ui, "body-pretty", json.text, colorJson(theme.colors, json, marked));
  if (pointer.over) {
    inspect::JsonField const* field = json.fieldAt(*pointer.over);
    if (field != nullptr && field->path != "$") noteTooltip(ui, field->path, inWords(inspect::fieldNote(record.envelope, field->path)));
  }
  if (!pointer.touched) return;
  inspect::JsonField const* field = json.fieldAt(*pointer.touched);
  if (field != nullptr && field->path != "$") pick(ui, field->path, inspect::valueOfToken(json.token(*field)));
}

void drawBody(Ui const& ui, timeline::StepRecord const& record) {
  Theme const& theme = ui.theme;
  std::string const& body = record.envelope.message.body;
  auto const view = segmented(ui, "body", {tr("Pretty"), tr("Exact"), tr("Hex")},
                              static_cast<int>(ui.state.bodyView));
  ui.state.bodyView = static_cast<BodyView>(view);
  ImVec2 const after = ImGui::GetItemRectMax();
  ImVec2 const before = ImGui::GetItemRectMin();
  drawText(*ImGui::GetWindowDrawList(), theme, Role::caption,
           {after.x + theme.px(10.0F), (before.y + after.y) / 2.0F - theme.px(7.0F)}, theme.colors.muted,
           trf("{} bytes", body.size()));
  copyAtLineEnd(ui, "copy-body", tr("Copy"), body);
  switch (ui.state.bodyView) {
    case BodyView::pretty: drawPretty(ui, record); break;
    case BodyView::bytes: textView(ui, "body-exact", body); break;
    case BodyView::hex: hexView(ui, "body-hex", body); break;
  }
}

}  // namespace

void drawMessageTab(Ui const& ui, timeline::StepRecord const& record) {
  Envelope const& envelope = record.envelope;
  Theme const& theme = ui.theme;
  bool const http = envelope.kind == Kind::http;
  if (http) {
    drawRequestLine(ui, envelope);
    copyAtLineEnd(ui, "copy-message", tr("Copy all"), wholeMessage(envelope));
    drawHeaders(ui, envelope.message);
  }
  std::string const& body = envelope.message.body;
  if (!http) {
    text(theme, Role::smallStrong, theme.colors.muted,
         envelope.kind == Kind::fault ? tr("What the network did") : tr("Arguments"));
    gap(theme, space::kXs);
  }
  if (body.empty() || body == "{}") {
    text(theme, Role::small, theme.colors.muted, http ? tr("The body is empty.") : tr("There are none."));
  } else {
    drawBody(ui, record);
  }
}

}  // namespace aplus::ui
