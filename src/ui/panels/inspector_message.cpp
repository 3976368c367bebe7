#include <string>
#include <vector>

#include <fmt/format.h>

#include "inspect/pretty_json.h"
#include "ui/panels/inspector_tabs.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/key_values.h"
#include "ui/widgets/text_view.h"

namespace aplus::ui {
namespace {

std::vector<ColorRun> colorJson(Palette const& c, inspect::PrettyJson const& json) {
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
    runs.push_back({span.begin, span.end, color, 0});
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
    text(theme, Role::caption, c.muted, "Response to");
    gap(theme, 2.0F);
  }
  text(theme, Role::mono, request ? c.text : c.muted,
       envelope.message.method + " " + envelope.message.uri);
}

void drawHeaders(Ui const& ui, protocol::HttpMessage const& message) {
  gap(ui.theme, space::kM);
  text(ui.theme, Role::smallStrong, ui.theme.colors.muted, "Headers");
  gap(ui.theme, space::kXs);
  std::size_t index = 0;
  for (protocol::Header const& header : message.headers) {
    keyValue(ui, fmt::format("header-{}", index++), header.name, header.value);
  }
  gap(ui.theme, space::kM);
}

void drawBody(Ui const& ui, std::string const& body) {
  Theme const& theme = ui.theme;
  auto const view = segmented(ui, "body", {"Pretty", "Exact", "Hex"},
                              static_cast<int>(ui.state.bodyView));
  ui.state.bodyView = static_cast<BodyView>(view);
  ImVec2 const after = ImGui::GetItemRectMax();
  ImVec2 const before = ImGui::GetItemRectMin();
  drawText(*ImGui::GetWindowDrawList(), theme, Role::caption,
           {after.x + theme.px(10.0F), (before.y + after.y) / 2.0F - theme.px(7.0F)}, theme.colors.muted,
           fmt::format("{} bytes", body.size()));
  switch (ui.state.bodyView) {
    case BodyView::pretty: {
      auto const json = inspect::prettyJson(body);
      if (!json.wellFormed) {
        text(theme, Role::small, theme.colors.warn, "This is not well-formed JSON; shown as it is.");
      }
      textView(ui, "body-pretty", json.text, colorJson(theme.colors, json));
      break;
    }
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
    drawHeaders(ui, envelope.message);
  }
  std::string const& body = envelope.message.body;
  if (!http) {
    text(theme, Role::smallStrong, theme.colors.muted,
         envelope.kind == Kind::fault ? "What the network did" : "Arguments");
    gap(theme, space::kXs);
  }
  if (body.empty() || body == "{}") {
    text(theme, Role::small, theme.colors.muted, http ? "The body is empty." : "There are none.");
  } else {
    drawBody(ui, body);
  }
  gap(theme, space::kS);
  copyButton(ui, "copy-body", http ? "Body" : "Arguments", body);
  if (http) {
    ImGui::SameLine();
    copyButton(ui, "copy-message", "Whole message", wholeMessage(envelope));
  }
}

}  // namespace aplus::ui
