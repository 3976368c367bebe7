#include <array>
#include <string>

#include <fmt/format.h>

#include "inspect/desk.h"
#include "ui/findings.h"
#include "ui/language.h"
#include "ui/panels/inspector_tabs.h"
#include "ui/step_text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/content_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/prose.h"
#include "ui/widgets/text_view.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

constexpr std::size_t kDigestHex = 64;  // so many characters has a SHA-256

void drawVerdict(Ui const& ui, protocol::SignatureCheck const& check, Party receiver) {
  std::string const detail =
      check.valid ? trf("{} verified it with key version {} of {}.", tr(title(receiver)), check.keyVersion, check.signer)
                  : trf("{} refused it with {}: {}", tr(title(receiver)), check.code, reasonWords(check.reason));
  banner(ui, check.valid ? Tone::good : Tone::bad, check.valid ? Icon::check : Icon::cross,
         check.valid ? tr("Signature valid") : tr("Signature not valid"), detail);
}

/// The message goes to the signing desk with its bytes and its keys; the run stays as it is.
void takeToDesk(Ui const& ui, bool diagnose) {
  ui.ask(intent::DeskTake{ui.shownStep()});
  if (diagnose) ui.ask(intent::Desk{intent::DeskAct::diagnose});
  ui.state.deskOpen = true;
  ui.state.deskTab = DeskTab::check;
}

void drawContentHeading(Ui const& ui, std::string const& content) {
  Theme const& theme = ui.theme;
  std::string_view const label = tr("Take to the desk");
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const right = at.x + ImGui::GetContentRegionAvail().x;
  copyHeading(ui, tr("Content to sign"), "copy-content", tr("Copy"), content);
  ImVec2 const next = ImGui::GetCursorScreenPos();
  float const extra = theme.px(2.0F * space::kM + 20.0F);
  ButtonOptions options;
  options.icon = Icon::lock;
  options.look = ButtonLook::soft;
  options.height = theme.smallControl();
  options.width = measure(theme, Role::strong, label).x + extra;
  options.tooltip = tr("Take this message to the signing desk: verify, change, sign and diagnose it there");
  float const copy = measure(theme, Role::strong, tr("Copy")).x + extra;
  ImGui::SetCursorScreenPos({right - copy - theme.px(space::kS) - options.width, at.y});
  if (button(ui, "to-desk", label, options)) takeToDesk(ui, false);
  ImGui::SetCursorScreenPos(next);
  ImGui::Dummy({0.0F, 0.0F});
  ImGui::SetCursorScreenPos(next);
}

void drawUnsigned(Ui const& ui, Envelope const& envelope) {
  Theme const& theme = ui.theme;
  text(theme, Role::heading, theme.colors.text, tr("Not signed"));
  gap(theme, space::kS);
  text(theme, Role::small, theme.colors.muted, notSignedBecause(envelope));
}

/// Every link from the key to the verdict, each with what was found and a way to copy it.
void drawChain(Ui const& ui) {
  constexpr std::array<char const*, 6> kTitles{phrase("Signature header"), phrase("Key"), phrase("Decoded signature"),
                                               phrase("Digest in the signature"), phrase("Digest of the content"),
                                               phrase("The two digests")};
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  text(theme, Role::smallStrong, c.muted, tr("Link by link"));
  gap(theme, space::kS);
  auto const& links = ui.state.findings->signatureChain(ui.view, ui.shownStep());
  float const indent = theme.px(26.0F);
  for (std::size_t i = 0; i < links.size() && i < kTitles.size(); ++i) {
    inspect::ChainLink const& link = links[i];
    using State = inspect::ChainLink::State;
    ImU32 const color = link.state == State::good ? c.good : link.state == State::bad ? c.bad : c.muted;
    ImVec2 const top = ImGui::GetCursorScreenPos();
    ImGui::Indent(indent);
    text(theme, Role::smallStrong, c.text, tr(kTitles[i]));
    if (!link.value.empty()) copyAtLineEnd(ui, fmt::format("copy-link-{}", i), tr("Copy"), link.value);
    std::string const found = worldWords(link.text);
    prose(ui, fmt::format("link-{}-text", i), Role::small, link.state == State::bad ? c.bad : c.muted, found);
    if (link.value.size() == kDigestHex) {
      gap(theme, 2.0F);
      prose(ui, fmt::format("link-{}-value", i), Role::monoSmall, c.text, link.value);
    }
    ImGui::Unindent(indent);
    ImVec2 const end = ImGui::GetCursorScreenPos();
    ui.item(fmt::format("link-{}", i), found, {top.x, top.y, ImGui::GetContentRegionAvail().x, end.y - top.y});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 const mark{top.x + theme.px(9.0F), top.y + theme.px(9.0F)};
    if (i + 1 < links.size()) {
      list.AddLine({mark.x, mark.y + theme.px(11.0F)}, {mark.x, end.y + theme.px(4.0F)}, c.border, theme.px(1.5F));
    }
    list.AddCircleFilled(mark, theme.px(9.0F), link.state == State::open ? c.raised : color);
    drawIcon(list, link.state == State::good ? Icon::check : link.state == State::bad ? Icon::cross : Icon::minus, mark,
             theme.px(10.0F), link.state == State::open ? c.muted : c.surface);
    gap(theme, space::kS);
  }
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
  if (!check.valid) {
    ButtonOptions doctor;
    doctor.icon = Icon::scan;
    doctor.look = ButtonLook::primary;
    doctor.tooltip = tr("The signature doctor looks for the mistake, on the signing desk");
    if (button(ui, "to-doctor", tr("Find the mistake"), doctor)) takeToDesk(ui, true);
    gap(theme, space::kM);
  }
  drawContentHeading(ui, check.content);
  bool const isResponse = record.envelope.phase == Phase::response;
  auto const parts = inspect::contentParts(
      {isResponse ? protocol::Direction::response : protocol::Direction::request, message, ""});
  if (check.content.empty() || !parts) {
    text(theme, Role::small, c.muted, tr("It could not be put together; the reason stands above."));
  } else {
    contentView(ui, "content-to-sign", *parts);
  }
  gap(theme, space::kM);
  drawChain(ui);
  std::string const* header = message.header("Signature");
  copyHeading(ui, tr("Signature header"), "copy-signature", tr("Copy"), header == nullptr ? "" : *header);
  if (header == nullptr) {
    text(theme, Role::small, c.bad, tr("There is none."));
  } else {
    textView(ui, "signature-header", *header);
  }
}

}  // namespace aplus::ui
