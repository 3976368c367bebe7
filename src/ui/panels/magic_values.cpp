// The inputs that force an outcome, listed from the wallet server's own table, and how to use each.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "participants/wallet/server/magic_values.h"
#include "ui/language.h"
#include "ui/panels/dialog.h"
#include "ui/panels/panels.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

using wallet::server::MagicBy;
using wallet::server::MagicValue;

struct Section {
  MagicBy by;
  char const* title;
  char const* use;      ///< how a person brings such a value about
  char const* lesson;   ///< the scenario that shows it
};

constexpr Section kSections[] = {
    {MagicBy::amount, phrase("By amount"),
     phrase("The price in minor units, whatever the currency. Touch a line to ring it up, then pay."), "upm-magic-values"},
    {MagicBy::code, phrase("By payment code"),
     phrase("The last six digits of the code. A scenario has all its codes end so with alipayplus.paymentCodeEnding."),
     "upm-magic-code"},
    {MagicBy::user, phrase("By user"), phrase("The customerId. A scenario has such a user with wallet.customerId."),
     "upm-magic-user"},
};

bool knowsThem(Ui const& ui) { return ui.run() != nullptr && ui.run()->world().walletServer.conduct.magicValues; }

/// In the currency that the run sells in, so that there is a rate for it.
user::Command sale(scenario::Playback const& run, std::string_view value) {
  std::string currency = run.world().acquirer.merchant.region == "CN" ? "CNY" : "JPY";
  for (scenario::ScriptStep const& step : run.scenario().steps) {
    auto const* command = std::get_if<user::Command>(&step.action);
    if (command == nullptr || command->arguments.count("currency") == 0) continue;
    currency = command->arguments.at("currency");
    break;
  }
  return {"ringUp", {{"value", std::string(value)}, {"currency", currency}, {"orderDescription", "TRIAL"}}};
}

/// One value, its result code and what it stands for. An amount can be touched where the wallet knows it.
void drawRow(Ui const& ui, MagicValue const& value) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  float const pad = theme.px(space::kS);
  float const column = theme.px(value.by == MagicBy::user ? 148.0F : 76.0F);
  float const wrap = width - column - 2.0F * pad;
  ImVec2 const code = measure(theme, Role::mono, value.code, wrap);
  ImVec2 const meaning = measure(theme, Role::small, tr(value.meaning), wrap);
  float const height = std::max(code.y + meaning.y + theme.px(10.0F), theme.least());
  std::string const id = fmt::format("magic-{}-{}", name(value.by), value.value);
  bool const usable = value.by == MagicBy::amount && knowsThem(ui);
  ImGui::InvisibleButton(id.c_str(), {width, height});
  ui.item(id, value.value);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (usable && ImGui::IsItemHovered()) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    list.AddRectFilled(at, {at.x + width, at.y + height}, c.raised, theme.px(8.0F));
  }
  float const y = at.y + theme.px(4.0F);
  drawText(list, theme, Role::mono, {at.x + pad, y}, usable ? c.accent : c.text, value.value);
  drawText(list, theme, Role::mono, {at.x + pad + column, y}, c.text, value.code, wrap);
  drawText(list, theme, Role::small, {at.x + pad + column, y + code.y}, c.muted, tr(value.meaning), wrap);
  if (!usable || !ImGui::IsItemClicked()) return;
  ui.state.playing = false;
  ui.state.dialog = Dialog::none;
  ui.ask(intent::RunToEnd{});  // else the lesson's own next sale would take its place
  ui.ask(intent::Act{sale(*ui.run(), value.value)});
  ui.toast(trf("Rung up {}: {} will come of it", value.value, value.code));
}

void drawSection(Ui const& ui, Section const& section) {
  Theme const& theme = ui.theme;
  gap(theme, space::kM);
  text(theme, Role::heading, theme.colors.text, tr(section.title));
  gap(theme, space::kXs);
  text(theme, Role::small, theme.colors.muted, tr(section.use));
  gap(theme, space::kXs);
  bool const shown = ui.run() != nullptr && ui.run()->scenario().id == section.lesson;
  ButtonOptions options;
  options.look = ButtonLook::soft;
  options.height = theme.smallControl();
  if (!shown && button(ui, std::string("magic-lesson-") + section.lesson, tr("Open the lesson"), options)) {
    ui.state.dialog = Dialog::none;
    ui.state.homeOpen = ui.state.deskOpen = false;
    ui.ask(intent::LoadScenario{section.lesson});
  }
  for (MagicValue const& value : wallet::server::magicValues()) {
    if (value.by == section.by) drawRow(ui, value);
  }
}

}  // namespace

void drawMagicValues(Ui const& ui) {
  Theme const& theme = ui.theme;
  if (beginDialog(ui, "magic-values", tr("Magic values"), 520.0F)) {
    text(theme, Role::small, theme.colors.muted,
         tr("Inputs that force an outcome of pay, to try how till and app behave. They are the playground's own: no real "
            "wallet knows them."));
    if (!knowsThem(ui)) {
      gap(theme, space::kXs);
      text(theme, Role::small, theme.colors.text,
           tr("The wallet of this run decides by its accounts and takes no notice of them; open one of the lessons."));
    }
    for (Section const& section : kSections) drawSection(ui, section);
  }
  ImGui::End();
}

}  // namespace aplus::ui
