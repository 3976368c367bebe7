#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "ui/panels/desk_parts.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/editor.h"

namespace aplus::ui {
namespace {

using intent::DeskAct;
using intent::KeyAct;

ButtonOptions small(Theme const& theme, ButtonLook look = ButtonLook::quiet) {
  ButtonOptions options;
  options.look = look;
  options.height = theme.smallControl();
  return options;
}

std::string about(DeskKey const& key) {
  return trf("{} bits, {}\xE2\x80\xA6{}{}", key.key.bits(), key.key.fingerprint().substr(0, 8),
                     key.clientId.empty() ? std::string_view() : tr(", client "), key.clientId);
}

/// The circle of a choice, with its dot when it holds.
void drawRadio(ImDrawList& list, Theme const& theme, ImVec2 center, bool on) {
  Palette const& c = theme.colors;
  list.AddCircle(center, theme.px(8.0F), on ? c.accent : c.muted, 0, theme.px(1.5F));
  if (on) list.AddCircleFilled(center, theme.px(4.0F), c.accent);
}

void drawKeyRow(Ui const& ui, std::size_t index) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  DeskKey const& key = ui.view.desk->keys()[index];
  bool const on = ui.view.desk->chosenKey() == index;
  std::string const id = fmt::format("desk-key-{}", index);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  float const height = theme.px(theme.touch ? 56.0F : 48.0F);
  ButtonOptions options = small(theme, ButtonLook::plain);
  float const actions = key.line ? measure(theme, Role::strong, tr("Sign with")).x + theme.px(2.0F * space::kM)
                                 : 2.0F * options.height + theme.px(space::kXs);
  float const room = width - actions - theme.px(space::kS);
  if (ImGui::InvisibleButton(id.c_str(), {room, height})) ui.ask(intent::DeskKey{KeyAct::choose, index});
  std::string const name = key.title();
  ui.item(id, name);
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (on || hovered) list.AddRectFilled(at, {at.x + width, at.y + height}, on ? c.accentSoft : c.raised, theme.px(8.0F));
  drawRadio(list, theme, {at.x + theme.px(16.0F), at.y + height / 2.0F}, on);
  float const x = at.x + theme.px(34.0F);
  float const wide = room - theme.px(38.0F);
  float const middle = at.y + height / 2.0F;
  drawTextFit(list, theme, Role::strong, {x, middle - theme.px(17.0F)}, c.text, name, wide);
  drawTextFit(list, theme, Role::caption, {x, middle + theme.px(3.0F)}, c.muted, about(key), wide);

  ImGui::SetCursorScreenPos({at.x + width - actions, middle - options.height / 2.0F});
  if (key.line) {
    options.tooltip = tr("Use the private half: the sandbox's keys are no secret");
    if (button(ui, id + "-sign", tr("Sign with"), options)) ui.ask(intent::DeskKey{KeyAct::signWith, index});
  } else {
    options.iconOnly = true;
    options.icon = Icon::copy;
    options.tooltip = tr("Copy the public key");
    if (button(ui, id + "-copy", tr("Copy"), options)) {
      ImGui::SetClipboardText(key.key.pem().c_str());
      ui.toast(std::string(tr("Public key copied")));
    }
    ImGui::SetCursorScreenPos({at.x + width - options.height, middle - options.height / 2.0F});
    options.icon = Icon::close;
    options.tooltip = tr("Take it off the desk");
    if (button(ui, id + "-drop", tr("Take away"), options)) ui.ask(intent::DeskKey{KeyAct::drop, index});
  }
  ImGui::SetCursorScreenPos({at.x, at.y + height + theme.px(2.0F)});
  ImGui::Dummy({0.0F, 0.0F});
  ImGui::SetCursorScreenPos({at.x, at.y + height + theme.px(2.0F)});
}

void drawAddKey(Ui const& ui) {
  Theme const& theme = ui.theme;
  Desk const& desk = *ui.view.desk;
  EditorOptions key;
  key.rows = 3;
  key.mostRows = 8;
  key.hint = tr("-----BEGIN PUBLIC KEY-----, or its Base64");
  key.replaceOnPaste = true;
  deskField(ui, DeskField::keyText, "desk-key-text", tr("Another public key"), key);
  gap(theme, space::kS);
  EditorOptions name;
  name.hint = tr("A name for it, such as: Alipay+ sandbox");
  deskField(ui, DeskField::keyName, "desk-key-name", "", name);
  gap(theme, space::kS);
  ButtonOptions add = small(theme, ButtonLook::soft);
  if (desk.text(DeskField::keyText).empty()) add.disabledReason = tr("Paste a public key first");
  if (button(ui, "desk-add-key", tr("Add the key"), add)) ui.ask(intent::Desk{DeskAct::addKey});
  ImGui::SameLine();
  if (button(ui, "desk-paste-key", tr("Paste"), small(theme))) ui.ask(intent::DeskPasteInto{DeskField::keyText});
}

void drawPrivateKey(Ui const& ui, crypto::PrivateKey const& key) {
  Theme const& theme = ui.theme;
  text(theme, Role::body, theme.colors.text, trf("The desk signs with {}.", ui.view.desk->privateKeyName()));
  text(theme, Role::caption, theme.colors.muted,
       trf("{} bits, public half {}\xE2\x80\xA6", key.publicKey().bits(), key.publicKey().fingerprint().substr(0, 8)));
  gap(theme, space::kS);
  EditorOptions version;
  version.width = theme.px(92.0F);
  deskField(ui, DeskField::keyVersion, "desk-key-version", tr("Its keyVersion"), version);
  gap(theme, space::kS);
  if (button(ui, "desk-copy-private", tr("Copy private key"), small(theme))) {
    ImGui::SetClipboardText(key.pem().c_str());
    ui.toast(std::string(tr("Private key copied: keep it to yourself")));
  }
  ImGui::SameLine();
  if (button(ui, "desk-forget", tr("Forget it"), small(theme))) ui.ask(intent::Desk{DeskAct::forgetPrivateKey});
}

void drawNoPrivateKey(Ui const& ui) {
  Theme const& theme = ui.theme;
  Desk const& desk = *ui.view.desk;
  EditorOptions key;
  key.rows = 3;
  key.mostRows = 8;
  key.hint = tr("-----BEGIN PRIVATE KEY-----, or its Base64");
  key.replaceOnPaste = true;
  deskField(ui, DeskField::privateKey, "desk-private", "", key);
  gap(theme, space::kS);
  ButtonOptions use = small(theme, ButtonLook::soft);
  if (desk.text(DeskField::privateKey).empty()) use.disabledReason = tr("Paste a private key first");
  if (button(ui, "desk-use-private", tr("Use the key"), use)) ui.ask(intent::Desk{DeskAct::usePrivateKey});
  ImGui::SameLine();
  if (button(ui, "desk-paste-private", tr("Paste"), small(theme))) ui.ask(intent::DeskPasteInto{DeskField::privateKey});
}

}  // namespace

void drawDeskKeys(Ui const& ui) {
  Theme const& theme = ui.theme;
  Desk const& desk = *ui.view.desk;
  text(theme, Role::heading, theme.colors.text, tr("Verify with"));
  gap(theme, space::kS);
  // A person's own keys come first.
  for (std::size_t i = 0; i < desk.keys().size(); ++i) {
    if (!desk.keys()[i].line) drawKeyRow(ui, i);
  }
  for (std::size_t i = 0; i < desk.keys().size(); ++i) {
    if (desk.keys()[i].line) drawKeyRow(ui, i);
  }
  gap(theme, space::kS);
  // A key that was read closes the form.
  if (desk.keys().size() != ui.state.seenDeskKeys) ui.state.deskAddsKey = false;
  ui.state.seenDeskKeys = desk.keys().size();
  if (ui.state.deskAddsKey) {
    drawAddKey(ui);
  } else if (button(ui, "desk-new-key", tr("Add a public key"), small(theme))) {
    ui.state.deskAddsKey = true;
  }
  gap(theme, space::kXl);
  text(theme, Role::heading, theme.colors.text, tr("Sign with"));
  gap(theme, space::kXs);
  text(theme, Role::small, theme.colors.muted,
       tr("A private key stays in this page: in no link, no log and no transcript. Production keys do not belong here."));
  gap(theme, space::kS);
  if (desk.privateKey()) drawPrivateKey(ui, *desk.privateKey());
  else drawNoPrivateKey(ui);
  gap(theme, space::kM);
  ButtonOptions make = small(theme);
  if (desk.makingKeys()) make.disabledReason = tr("A pair is being made");
  make.tooltip = tr("RSA, 2048 bits, from this machine's randomness");
  if (button(ui, "desk-make-pair", desk.makingKeys() ? tr("Making a key pair\xE2\x80\xA6") : tr("Make a key pair"), make)) {
    ui.ask(intent::Desk{DeskAct::makeKeyPair});
  }
}

}  // namespace aplus::ui
