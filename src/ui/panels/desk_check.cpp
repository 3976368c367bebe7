#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "ui/desk/desk_text.h"
#include "ui/panels/desk_parts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/content_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/text_view.h"

namespace aplus::ui {
namespace {

using intent::DeskAct;

void act(Ui const& ui, std::string_view id, std::string_view label, DeskAct what, std::string const& whyNot, ButtonLook look,
         std::string_view tip) {
  ButtonOptions options;
  options.look = look;
  options.disabledReason = whyNot;
  options.tooltip = tip;
  if (button(ui, id, label, options)) ui.ask(intent::Desk{what});
}

/// The three acts, and beside them why one cannot be done.
void drawActs(Ui const& ui) {
  Theme const& theme = ui.theme;
  Desk const& desk = *ui.view.desk;
  act(ui, "desk-verify", tr("Verify"), DeskAct::verify, desk.whyNotVerify(), ButtonLook::primary, tr("Does the signature fit?"));
  ImGui::SameLine();
  act(ui, "desk-diagnose", tr("Diagnose"), DeskAct::diagnose, desk.examining() ? std::string(tr("It is being examined")) : desk.whyNotDiagnose(),
      ButtonLook::soft, tr("Why does it not fit?"));
  ImGui::SameLine();
  act(ui, "desk-sign", tr("Sign"), DeskAct::sign, desk.whyNotSign(), ButtonLook::quiet, tr("Gives the message a new Signature header"));
  std::string const why = desk.whyNotDiagnose();
  if (desk.blank() || why.empty()) return;
  gap(theme, space::kS);
  text(theme, Role::small, theme.colors.muted, why + ".");
}

void drawVerdict(Ui const& ui) {
  Desk const& desk = *ui.view.desk;
  auto const& verdict = desk.verdict();
  if (!verdict) return;
  gap(ui.theme, space::kM);
  if (desk.stale(verdict->revision)) {
    banner(ui, Tone::neutral, Icon::refresh, tr("Verdict withdrawn"), staleSentence(*verdict));
  } else {
    banner(ui, verdict->valid ? Tone::good : Tone::bad, verdict->valid ? Icon::check : Icon::cross,
           verdict->valid ? tr("Signature valid") : tr("Signature not valid"),
           trf("{} Verified with {}.", verdict->reason, verdict->keyName));
  }
  ui.item("desk-verdict", desk.stale(verdict->revision) ? "stale" : verdict->valid ? "valid" : "not valid");
}

void drawNews(Ui const& ui) {
  if (ui.view.desk->news().empty()) return;
  Theme const& theme = ui.theme;
  gap(theme, space::kM);
  text(theme, Role::small, theme.colors.text, ui.view.desk->news());
  ui.item("desk-news", ui.view.desk->news());
}

void drawTamper(Ui const& ui) {
  Theme const& theme = ui.theme;
  Desk const& desk = *ui.view.desk;
  std::string_view const time = protocol::timeHeader(desk.message().direction);
  std::array<std::pair<std::string_view, std::string_view>, 6> const parts{
      {{"method", tr("method")}, {"uri", "URI"}, {"Client-Id", "Client-Id"}, {time, time}, {"body", tr("body")}, {"Signature", tr("signature")}}};
  text(theme, Role::smallStrong, theme.colors.muted, tr("Tamper: change one character of"));
  gap(theme, space::kXs);
  ButtonOptions options;
  options.height = theme.smallControl();
  float const right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
  auto const place = [&](std::string_view label) {
    float const width = measure(theme, Role::strong, label).x + theme.px(2.0F * space::kM);
    float const x = ImGui::GetItemRectMax().x + theme.px(space::kS);
    if (x + width <= right) ImGui::SameLine();
  };
  bool first = true;
  for (auto const& part : parts) {
    if (!first) place(part.second);
    first = false;
    if (button(ui, fmt::format("desk-tamper-{}", part.first), part.second, options)) {
      ui.ask(intent::DeskTamper{std::string(part.first)});
    }
  }
  if (!desk.canUndo()) return;
  place(tr("Put it back"));
  options.look = ButtonLook::soft;
  if (button(ui, "desk-undo", tr("Put it back"), options)) ui.ask(intent::Desk{DeskAct::undoTamper});
}

/// `00 01 ff … 00`, the DigestInfo's head and the digest, told apart by colour and line.
void drawBlock(Ui const& ui, inspect::SignatureSteps const& steps) {
  Palette const& c = ui.theme.colors;
  std::size_t const info = steps.block.size() - steps.digestInfo.size();
  std::size_t const digest = steps.block.size() - steps.digest.size();
  textView(ui, "desk-block", steps.block,
           {{0, info, c.muted, 0, Underline::none},
            {info, digest, c.warn, 0, Underline::dashed},
            {digest, steps.block.size(), c.accent, 0, Underline::solid}});
}

void drawSteps(Ui const& ui) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  inspect::SignatureSteps const& steps = ui.view.desk->steps();
  copyHeading(ui, tr("SHA-256 of the content"), "desk-copy-digest", tr("Copy"), steps.digest);
  textView(ui, "desk-digest", steps.digest, {{0, steps.digest.size(), c.accent, 0, Underline::solid}});
  gap(theme, space::kM);
  copyHeading(ui, tr("DigestInfo: the name of SHA-256, then the digest"), "desk-copy-info", tr("Copy"), steps.digestInfo);
  std::size_t const head = steps.digestInfo.size() - steps.digest.size();
  textView(ui, "desk-info", steps.digestInfo,
           {{0, head, c.warn, 0, Underline::dashed}, {head, steps.digestInfo.size(), c.accent, 0, Underline::solid}});
  gap(theme, space::kM);
  copyHeading(ui, trf("Padded block, {} bytes: what the private key works on", steps.block.size() / 2), "desk-copy-block",
              tr("Copy"), steps.block);
  drawBlock(ui, steps);
}

void drawNothing(Ui const& ui) {
  Theme const& theme = ui.theme;
  gap(theme, space::kL);
  text(theme, Role::heading, theme.colors.text, tr("Nothing lies on the desk"));
  gap(theme, space::kS);
  text(theme, Role::small, theme.colors.muted,
       tr("Paste a request or a response beside this, choose the key that should fit, and verify. When it does not fit, "
       "Diagnose finds out what was signed instead."));
  gap(theme, space::kM);
  ButtonOptions options;
  options.look = ButtonLook::soft;
  if (button(ui, "desk-try", tr("Try it with an example"), options)) ui.ask(intent::Desk{DeskAct::example});
}

}  // namespace

void drawDeskCheck(Ui const& ui) {
  Theme const& theme = ui.theme;
  Desk const& desk = *ui.view.desk;
  drawActs(ui);
  drawNews(ui);
  drawDeskCode(ui);
  if (desk.blank() && desk.codeCheck()) return;
  if (desk.blank()) return drawNothing(ui);
  gap(theme, space::kM);
  drawTamper(ui);
  drawVerdict(ui);
  drawDeskDiagnosis(ui);
  gap(theme, space::kL);
  copyHeading(ui, tr("Content to sign"), "desk-copy-content", tr("Copy"), desk.content());
  if (!desk.incomplete().empty()) {
    text(theme, Role::small, theme.colors.bad, desk.incomplete());
    return;
  }
  contentView(ui, "desk-content", desk.parts());
  gap(theme, space::kM);
  drawSteps(ui);
}

}  // namespace aplus::ui
