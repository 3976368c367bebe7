#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "ui/panels/desk_parts.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/editor.h"

namespace aplus::ui {
namespace {

using intent::DeskAct;
using protocol::Direction;

void drawPasted(Ui const& ui) {
  Theme const& theme = ui.theme;
  Desk const& desk = *ui.view.desk;
  text(theme, Role::small, theme.colors.muted,
       tr("Paste a message as it was sent: raw HTTP with its headers, or a cURL command. It is taken apart at once, and "
       "stays in this page."));
  gap(theme, space::kM);
  std::string const complaint = desk.complaint(DeskField::pasted);
  EditorOptions options;
  options.rows = 10;
  options.mostRows = 22;
  options.hint = "POST /aps/api/v1/payments/pay HTTP/1.1\nClient-Id: ...\nRequest-Time: ...\nSignature: algorithm=RSA256,keyVersion=1,signature=...\n\n{\"paymentRequestId\": ...}";
  options.complaint = complaint;
  options.replaceOnPaste = true;
  if (auto edited = editor(ui, "desk-pasted", "", desk.text(DeskField::pasted), options)) {
    bool const pasted = edited->pasted;
    ui.ask(intent::DeskEdit{DeskField::pasted, std::move(edited->text)});
    if (pasted) ui.ask(intent::Desk{DeskAct::readPasted});
  }
  gap(theme, space::kM);
  ButtonOptions read;
  read.look = ButtonLook::primary;
  if (desk.text(DeskField::pasted).empty()) read.disabledReason = tr("There is nothing to take apart yet");
  if (button(ui, "desk-read", tr("Take apart"), read)) ui.ask(intent::Desk{DeskAct::readPasted});
  ImGui::SameLine();
  ButtonOptions other;
  if (button(ui, "desk-paste", tr("Paste"), other)) ui.ask(intent::DeskPasteInto{DeskField::pasted});
  ImGui::SameLine();
  other.tooltip = tr("A message of the sandbox whose signature does not fit");
  if (button(ui, "desk-example", tr("Example"), other)) ui.ask(intent::Desk{DeskAct::example});
}

void drawFields(Ui const& ui) {
  Theme const& theme = ui.theme;
  Desk const& desk = *ui.view.desk;
  bool const isResponse = desk.message().direction == Direction::response;
  int const chosen = segmented(ui, "desk-direction", {tr("Request"), tr("Response")}, isResponse ? 1 : 0);
  if ((chosen == 1) != isResponse) ui.ask(intent::DeskDirection{chosen == 1 ? Direction::response : Direction::request});
  gap(theme, space::kM);

  float const width = ImGui::GetContentRegionAvail().x;
  EditorOptions method;
  method.width = theme.px(92.0F);
  method.hint = "POST";
  deskField(ui, DeskField::method, "desk-method", tr("Method"), method);
  ImGui::SameLine();
  EditorOptions uri;
  uri.width = width - method.width - theme.px(space::kS);
  uri.hint = "/aps/api/v1/payments/pay";
  deskField(ui, DeskField::uri, "desk-uri", isResponse ? tr("URI of the request") : "URI", uri);
  gap(theme, space::kM);
  deskField(ui, DeskField::clientId, "desk-client", "Client-Id", {});
  gap(theme, space::kM);
  EditorOptions time;
  time.hint = "2026-01-01T09:00:00+09:00";
  deskField(ui, DeskField::time, "desk-time", protocol::timeHeader(desk.message().direction), time);
  gap(theme, space::kM);
  EditorOptions signature;
  signature.rows = 2;
  signature.mostRows = 8;
  signature.hint = "algorithm=RSA256,keyVersion=1,signature=...";
  deskField(ui, DeskField::signature, "desk-signature", tr("Signature"), signature);
  gap(theme, space::kM);
  EditorOptions body;
  body.rows = 5;
  body.mostRows = 26;
  body.hint = tr("The exact bytes that were sent");
  deskField(ui, DeskField::body, "desk-body", trf("Body, {} bytes", desk.text(DeskField::body).size()), body);
}

}  // namespace

void deskField(Ui const& ui, DeskField field, std::string_view id, std::string_view label, EditorOptions options) {
  std::string const complaint = ui.view.desk->complaint(field);
  options.complaint = complaint;
  if (auto edited = editor(ui, id, label, ui.view.desk->text(field), options)) {
    ui.ask(intent::DeskEdit{field, std::move(edited->text)});
  }
}

void drawDeskMessage(Ui const& ui) {
  Theme const& theme = ui.theme;
  int const view = segmented(ui, "desk-view", {tr("As a whole"), tr("In fields")}, ui.state.deskFields ? 1 : 0);
  ui.state.deskFields = view == 1;
  if (!ui.view.desk->blank()) {
    ImGui::SameLine();
    ButtonOptions clear;
    clear.look = ButtonLook::plain;
    clear.height = ImGui::GetItemRectSize().y;
    clear.tooltip = tr("Takes the message off the desk; the keys stay");
    if (button(ui, "desk-clear", tr("Clear"), clear)) {
      ui.ask(intent::Desk{DeskAct::clear});
      ui.state.deskFields = false;
    }
  }
  gap(theme, space::kM);
  ui.state.deskFields ? drawFields(ui) : drawPasted(ui);
}

}  // namespace aplus::ui
