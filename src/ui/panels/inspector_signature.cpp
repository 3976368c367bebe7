#include <string>

#include <fmt/format.h>

#include "inspect/desk.h"
#include "ui/panels/inspector_tabs.h"
#include "ui/step_text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/content_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/key_values.h"
#include "ui/widgets/text_view.h"

namespace aplus::ui {
namespace {

void drawVerdict(Ui const& ui, protocol::SignatureCheck const& check, Party receiver) {
  std::string const detail =
      check.valid ? fmt::format("{} verified it with key version {} of {}.", title(receiver),
                                check.keyVersion, check.signer)
                  : fmt::format("{} refused it with {}: {}", title(receiver), check.code, check.reason);
  banner(ui, check.valid ? Tone::good : Tone::bad, check.valid ? Icon::check : Icon::cross,
         check.valid ? "Signature valid" : "Signature not valid", detail);
}

/// The message goes to the signing desk with its bytes and its keys; the run stays as it is.
void drawContentHeading(Ui const& ui, std::string const& content) {
  Theme const& theme = ui.theme;
  constexpr std::string_view kLabel = "Take to the desk";
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const right = at.x + ImGui::GetContentRegionAvail().x;
  copyHeading(ui, "Content to sign", "copy-content", "Copy", content);
  ImVec2 const next = ImGui::GetCursorScreenPos();
  float const extra = theme.px(2.0F * space::kM + 20.0F);
  ButtonOptions options;
  options.icon = Icon::lock;
  options.look = ButtonLook::soft;
  options.height = theme.px(theme.touch ? 44.0F : 28.0F);
  options.width = measure(theme, Role::strong, kLabel).x + extra;
  options.tooltip = "Take this message to the signing desk: verify, change, sign and diagnose it there";
  float const copy = measure(theme, Role::strong, "Copy").x + extra;
  ImGui::SetCursorScreenPos({right - copy - theme.px(space::kS) - options.width, at.y});
  if (button(ui, "to-desk", kLabel, options)) {
    ui.ask(intent::DeskTake{ui.shownStep()});
    ui.state.deskOpen = true;
    ui.state.deskTab = DeskTab::check;
  }
  ImGui::SetCursorScreenPos(next);
  ImGui::Dummy({0.0F, 0.0F});
  ImGui::SetCursorScreenPos(next);
}

void drawUnsigned(Ui const& ui, Envelope const& envelope) {
  Theme const& theme = ui.theme;
  text(theme, Role::heading, theme.colors.text, "Not signed");
  gap(theme, space::kS);
  text(theme, Role::small, theme.colors.muted, notSignedBecause(envelope));
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
  drawContentHeading(ui, check.content);
  bool const isResponse = record.envelope.phase == Phase::response;
  auto const parts = inspect::contentParts(
      {isResponse ? protocol::Direction::response : protocol::Direction::request, message, ""});
  if (check.content.empty() || !parts) {
    text(theme, Role::small, c.muted, "It could not be put together; the reason stands above.");
  } else {
    contentView(ui, "content-to-sign", *parts);
  }
  gap(theme, space::kM);
  std::string const* header = message.header("Signature");
  copyHeading(ui, "Signature header", "copy-signature", "Copy", header == nullptr ? "" : *header);
  if (header == nullptr) {
    text(theme, Role::small, c.bad, "There is none.");
  } else {
    textView(ui, "signature-header", *header);
  }
  gap(theme, space::kM);
  keyValue(ui, "sig-signer", "Key of", check.signer.empty() ? "none that is known" : check.signer);
  keyValue(ui, "sig-version", "Key version", std::to_string(check.keyVersion));
  keyValue(ui, "sig-algorithm", "Algorithm", "RSA256: SHA-256 with RSA, PKCS#1 v1.5");
}

}  // namespace aplus::ui
