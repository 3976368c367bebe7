#include "ui/panels/note_card.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "ui/widgets/controls.h"
#include "ui/widgets/prose.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

/// `docs.alipayplus.com/…/accept_payment`: enough to know the page, short enough for a line.
std::string shortAddress(std::string_view address) {
  std::size_t const scheme = address.find("://");
  if (scheme == address.npos) return std::string(address);
  std::string_view const rest = address.substr(scheme + 3);
  std::size_t const host = rest.find('/');
  std::size_t const last = rest.rfind('/');
  if (host == rest.npos || host == last) return std::string(rest);
  return std::string(rest.substr(0, host)) + "/\xE2\x80\xA6" + std::string(rest.substr(last));
}

}  // namespace

void drawSource(Ui const& ui, std::string_view id, std::string_view source) {
  if (source.empty()) return;
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  if (source == kSandboxChoice) {
    badge(theme, tr("sandbox choice"), c.warn, c.warnSoft);
    return;
  }
  std::string const shown = shortAddress(source);
  ImVec2 const size = measure(theme, Role::caption, shown);
  float const width = std::min(size.x, ImGui::GetContentRegionAvail().x);
  float const height = std::max(size.y + theme.px(6.0F), theme.least());
  ImVec2 const at = ImGui::GetCursorScreenPos();
  std::string const name(id);
  if (ImGui::InvisibleButton(name.c_str(), {std::max(width, 1.0F), height})) {
    ImGui::SetClipboardText(std::string(source).c_str());
    ui.toast(std::string(tr("Copied: the page's address")));
  }
  ui.item(id, source);
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    tooltip(ui, trf("Copy {}", source));
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const middle = std::round(at.y + height / 2.0F);
  drawTextFit(list, theme, Role::caption, {at.x, middle - size.y / 2.0F}, c.accent, shown, width);
  if (hovered) {
    float const under = middle + size.y / 2.0F + theme.px(1.0F);
    list.AddLine({at.x, under}, {at.x + width, under}, c.accent, theme.hairline());
  }
}

void drawNote(Ui const& ui, std::string_view id, Note const& note) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const indent = theme.px(space::kM);
  ImGui::Indent(indent);
  if (!note.docStep.step.empty()) {
    text(theme, Role::caption, c.muted,
         trf("{}, step {}", note.docStep.section, note.docStep.step));
  }
  prose(ui, fmt::format("{}-text", id), Role::small, c.text, worldWords(note.text));
  gap(theme, space::kXs);
  drawSource(ui, id, note.source);
  ImGui::Unindent(indent);
  float const bottom = ImGui::GetItemRectMax().y;
  float const bar = theme.px(3.0F);
  bool const ours = note.source == kSandboxChoice;
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y}, {at.x + bar, bottom},
                                            ours ? c.warn : c.accent, bar);
  gap(theme, space::kS);
}

void drawWalletCard(Ui const& ui, std::string_view id, WalletSentence const& sentence) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  float const pad = theme.px(space::kM);
  float const width = ImGui::GetContentRegionAvail().x;
  ImVec2 const title = measure(theme, Role::smallStrong, tr("Your wallet"));
  ImVec2 const size = measure(theme, Role::small, sentence.text, width - 2.0F * pad);
  float const height = title.y + size.y + 2.0F * pad + theme.px(space::kXs);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + height}, c.accentSoft, theme.px(8.0F));
  drawIcon(list, Icon::phone, {at.x + pad + theme.px(5.0F), at.y + pad + title.y / 2.0F}, theme.px(13.0F), c.accent);
  drawText(list, theme, Role::smallStrong, {at.x + pad + theme.px(18.0F), at.y + pad}, c.accent, tr("Your wallet"));
  if (sentence.source == kSandboxChoice) {
    ImVec2 const mark = measure(theme, Role::caption, tr("sandbox choice"));
    drawText(list, theme, Role::caption, {at.x + width - pad - mark.x, at.y + pad + (title.y - mark.y) / 2.0F}, c.warn, tr("sandbox choice"));
  }
  ImGui::SetCursorScreenPos({at.x + pad, at.y + pad + title.y + theme.px(space::kXs)});
  prose(ui, fmt::format("{}-text", id), Role::small, c.text, sentence.text, width - 2.0F * pad);
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, height});
  gap(theme, space::kM);
}

}  // namespace aplus::ui
