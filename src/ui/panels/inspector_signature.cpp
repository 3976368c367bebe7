#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ui/panels/inspector_tabs.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/key_values.h"
#include "ui/widgets/text_view.h"

namespace aplus::ui {
namespace {

constexpr std::array<std::string_view, 5> kOriginNames{"method", "URI", "Client-Id", "time", "body"};

/// Where the parts of the signed text end: method, URI, client, time, body.
std::array<std::size_t, 5> partEnds(std::string_view content, protocol::HttpMessage const& message) {
  std::size_t const size = content.size();
  auto find = [&](char c, std::size_t from) { return std::min(content.find(c, from), size); };
  std::array<std::size_t, 5> ends{};
  ends[0] = find(' ', 0);
  ends[1] = find('\n', ends[0]);
  ends[2] = find('.', ends[1]);
  std::string const* time = message.header("Request-Time");
  if (time == nullptr) time = message.header("Response-Time");
  std::size_t const from = std::min(ends[2] + 1, size);
  bool const known = time != nullptr && content.substr(from, time->size()) == *time;
  ends[3] = known ? from + time->size() : find('.', from);
  ends[4] = size;
  return ends;
}

std::vector<ColorRun> colorContent(Theme const& theme, std::string_view content,
                                   protocol::HttpMessage const& message) {
  std::vector<ColorRun> runs;
  std::size_t begin = 0;
  auto const ends = partEnds(content, message);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (ends[i] > begin) {
      ImU32 const color = theme.colors.origins[i];
      ImU32 const behind = i + 1 < ends.size() ? withAlpha(color, theme.dark ? 0.16F : 0.10F) : 0;
      runs.push_back({begin, ends[i], color, behind});
    }
    begin = std::min(ends[i] + 1, content.size());
  }
  return runs;
}

void drawLegend(Ui const& ui) {
  Theme const& theme = ui.theme;
  ImVec2 at = ImGui::GetCursorScreenPos();
  float const left = at.x;
  float const right = at.x + ImGui::GetContentRegionAvail().x;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const lineHeight = theme.px(20.0F);
  for (std::size_t i = 0; i < kOriginNames.size(); ++i) {
    float const width = measure(theme, Role::caption, kOriginNames[i]).x + theme.px(26.0F);
    if (at.x + width > right && at.x > left) at = {left, at.y + lineHeight};
    list.AddRectFilled({at.x, at.y + theme.px(4.0F)}, {at.x + theme.px(9.0F), at.y + theme.px(13.0F)},
                       theme.colors.origins[i], theme.px(2.0F));
    drawText(list, theme, Role::caption, {at.x + theme.px(13.0F), at.y + theme.px(2.0F)},
             theme.colors.muted, kOriginNames[i]);
    at.x += width;
  }
  ImGui::SetCursorScreenPos({left, at.y + lineHeight});
  ImGui::Dummy({0.0F, 0.0F});
}

void drawVerdict(Ui const& ui, protocol::SignatureCheck const& check, Party receiver) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  std::string const heading = check.valid ? "Signature valid" : "Signature not valid";
  std::string const detail =
      check.valid ? fmt::format("{} verified it with key version {} of {}.", title(receiver),
                                check.keyVersion, check.signer)
                  : fmt::format("{} refused it with {}: {}", title(receiver), check.code, check.reason);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  float const pad = theme.px(space::kM);
  float const indent = theme.px(30.0F);
  ImVec2 const headingSize = measure(theme, Role::heading, heading);
  ImVec2 const detailSize = measure(theme, Role::small, detail, width - 2.0F * pad - indent);
  float const height = headingSize.y + detailSize.y + 2.0F * pad + theme.px(3.0F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImU32 const color = check.valid ? c.good : c.bad;
  list.AddRectFilled(at, {at.x + width, at.y + height}, check.valid ? c.goodSoft : c.badSoft,
                     theme.px(10.0F));
  drawIcon(list, check.valid ? Icon::check : Icon::cross,
           {at.x + pad + theme.px(9.0F), at.y + pad + headingSize.y / 2.0F}, theme.px(15.0F), color);
  drawText(list, theme, Role::heading, {at.x + pad + indent, at.y + pad}, color, heading);
  drawText(list, theme, Role::small, {at.x + pad + indent, at.y + pad + headingSize.y + theme.px(3.0F)},
           c.text, detail, width - 2.0F * pad - indent);
  ImGui::Dummy({width, height});
}

void drawUnsigned(Ui const& ui, Envelope const& envelope) {
  Theme const& theme = ui.theme;
  std::string_view const why =
      envelope.kind == Kind::http
          ? "This line is the wallet's own, between its app and its server. Alipay+ does not say how "
            "it is protected, so nothing is signed here by its rules."
      : envelope.kind == Kind::sdk
          ? "Calls of the client SDK are not signed: they stay inside the phone, or go over the SDK's "
            "own line to Alipay+."
          : "Only HTTP messages between servers carry a signature.";
  text(theme, Role::heading, theme.colors.text, "Not signed");
  gap(theme, space::kS);
  text(theme, Role::small, theme.colors.muted, why);
}

}  // namespace

void drawSignatureTab(Ui const& ui, timeline::StepRecord const& record) {
  if (!record.signature) {
    drawUnsigned(ui, record.envelope);
    return;
  }
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  protocol::SignatureCheck const& check = *record.signature;
  protocol::HttpMessage const& message = record.envelope.message;
  drawVerdict(ui, check, record.envelope.to);
  gap(theme, space::kM);
  text(theme, Role::smallStrong, c.muted, "Content to sign");
  gap(theme, space::kXs);
  drawLegend(ui);
  if (check.content.empty()) {
    text(theme, Role::small, c.muted, "It could not be put together; the reason stands above.");
  } else {
    textView(ui, "content-to-sign", check.content, colorContent(theme, check.content, message));
  }
  copyButton(ui, "copy-content", "Content to sign", check.content);
  gap(theme, space::kM);
  text(theme, Role::smallStrong, c.muted, "Signature header");
  gap(theme, space::kXs);
  std::string const* header = message.header("Signature");
  if (header == nullptr) {
    text(theme, Role::small, c.bad, "There is none.");
  } else {
    textView(ui, "signature-header", *header);
    copyButton(ui, "copy-signature", "Signature header", *header);
  }
  gap(theme, space::kM);
  keyValue(ui, "sig-signer", "Key of", check.signer.empty() ? "none that is known" : check.signer);
  keyValue(ui, "sig-version", "Key version", std::to_string(check.keyVersion));
  keyValue(ui, "sig-algorithm", "Algorithm", "RSA256: SHA-256 with RSA, PKCS#1 v1.5");
}

}  // namespace aplus::ui
