#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "ui/panels/device.h"
#include "ui/step_text.h"
#include "ui/widgets/codes.h"

namespace aplus::ui {
namespace {

using wallet::app::State;

constexpr float kScreenPad = space::kM;

user::Command command(std::string name) { return {std::move(name), {}}; }

user::Command openPage(State const& app) {
  user::Command open = command("openPaymentPage");
  if (!app.region.empty()) open.arguments["region"] = app.region;
  return open;
}

void drawStatusBar(Ui const& ui, Rect const& screen) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  scenario::Playback const& run = *ui.run();
  std::string const time = formatIso8601(run.world().now, kChinaTime).substr(11, 5);
  float const y = screen.y + theme.px(8.0F);
  float const pad = theme.px(16.0F);
  drawText(list, theme, Role::caption, {screen.x + pad, y}, theme.colors.text, time);
  std::string const& region = run.world().walletApp.region;
  ImVec2 const size = measure(theme, Role::caption, region);
  drawText(list, theme, Role::caption, {screen.x + screen.w - pad - size.x, y}, theme.colors.muted, region);
}

void drawHome(Screen& screen, State const& app) {
  Palette const& c = screen.theme().colors;
  UiState& state = screen.ui().state;
  std::size_t const shops = linkedShops(screen.ui().run()->world());
  if (shops == 0) state.fields.erase(kLinkedOpen);
  if (state.fields.contains(kLinkedOpen)) return drawLinkedShops(screen);
  screen.commandButton("phone-log-out", tr("Log out"), command("logOut"), ButtonLook::plain);
  bool const opens = shops > 0 && screen.plainButton("phone-linked", trf("Linked shops ({})", shops), ButtonLook::plain);
  if (opens) state.fields[kLinkedOpen] = "1";
  screen.commandButton("phone-pay", tr("Pay in store"), openPage(app), ButtonLook::primary, Icon::scan);
  screen.commandButton("phone-open-scanner", tr("Scan a code"), command("openScanner"), ButtonLook::quiet, Icon::scan);
  screen.skipPart(0.16F);
  // a card, as wallets have
  float const height = std::min(screen.theme().px(92.0F), screen.room() * 0.45F);
  Rect const card = screen.take(height);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const pad = screen.theme().px(space::kM);
  ImU32 const base = screen.theme().lane(Party::walletServer);
  list.AddRectFilled(card.min(), card.max(), base, screen.theme().px(12.0F));
  ImU32 const ink = screen.theme().colors.surface;
  drawText(list, screen.theme(), Role::heading, {card.x + pad, card.y + pad}, ink, tr("My Wallet"));
  ImVec2 const size = measure(screen.theme(), Role::caption, "X");
  drawTextFit(list, screen.theme(), Role::caption, {card.x + pad, card.y + card.h - pad - size.y},
              withAlpha(ink, 0.85F), app.customerId.value, card.w - 2.0F * pad);
  screen.skip(space::kM);
  screen.write(Role::small, c.muted, trf("Hello. Where you are: {}", app.region));
}

void drawLoggedOut(Screen& screen) {
  Palette const& c = screen.theme().colors;
  screen.commandButton("phone-log-in", tr("Log in"), command("logIn"), ButtonLook::primary);
  screen.skipPart(0.28F);
  screen.write(Role::strong, c.text, tr("My Wallet"));
  screen.skip(space::kXs);
  screen.write(Role::small, c.muted, tr("Nobody is logged in."));
}

/// The two regions that are offered by hand: where the user is, and a neighbour.
std::string_view otherRegion(State const& app) { return app.region == "JP" ? "SG" : "JP"; }

void regionButton(Screen& screen, State const& app, ButtonLook look) {
  std::string const region(otherRegion(app));
  screen.commandButton("phone-region", trf("Region {}", region), {"switchRegion", {{"region", region}}}, look);
}

void drawLoading(Screen& screen) {
  Palette const& c = screen.theme().colors;
  screen.commandButton("phone-close", tr("Cancel"), command("closePaymentPage"), ButtonLook::quiet);
  screen.skipPart(0.28F);
  screen.icon(Icon::clock, 52.0F, c.accent, c.accentSoft);
  screen.write(Role::strong, c.text, tr("Getting a payment code"));
  screen.skip(space::kXs);
  screen.write(Role::small, c.muted, tr("Step on to see how."));
}

void drawCode(Screen& screen, State const& app) {
  Ui const& ui = screen.ui();
  Theme const& theme = screen.theme();
  Palette const& c = theme.colors;
  screen.commandButton("phone-close", tr("Close"), command("closePaymentPage"), ButtonLook::plain);
  screen.pair();
  regionButton(screen, app, ButtonLook::quiet);
  screen.commandButton("phone-refresh", tr("New code"), command("refreshPaymentCode"), ButtonLook::quiet);
  screen.commandButton("phone-present", tr("Show to cashier"), command("presentPaymentCode"),
                       ButtonLook::primary, Icon::scan);
  if (!app.code) return;
  std::string const& digits = app.code->paymentCode.value;
  float const line = theme.px(17.0F);
  float const barcode = std::clamp(screen.room() * 0.2F, theme.px(30.0F), theme.px(64.0F));
  float const side = std::min(screen.width(), screen.room() - barcode - 2.0F * line - theme.px(14.0F));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // From edge to edge: 24 digits and their quiet zones are 187 modules, each at least one whole pixel.
  Rect bars = screen.take(barcode);
  bars.x -= theme.px(kScreenPad);
  bars.w += theme.px(2.0F * kScreenPad);
  drawCode128(list, theme, digits, bars);
  screen.skip(space::kXs);
  Rect const row = screen.take(side);
  drawQr(list, theme, digits, {row.x + (row.w - side) / 2.0F, row.y, side, side});
  screen.skip(space::kXs);
  std::string const grouped = groupedDigits(digits);
  bool const fits = measure(theme, Role::mono, grouped).x <= screen.width();
  Rect const text = screen.take(line);
  drawTextCentered(list, theme, fits ? Role::mono : Role::monoSmall,
                   {text.x + text.w / 2.0F, text.y + line / 2.0F}, c.text, grouped);
  std::int64_t const left = app.code->expiresAt - ui.run()->world().now;
  Rect const below = screen.take(line);
  drawTextCentered(list, theme, Role::caption, {below.x + below.w / 2.0F, below.y + line / 2.0F},
                   left > 0 ? c.muted : c.bad,
                   left > 0 ? trf("valid for {}", formatCountdown(left)) : std::string(tr("expired")));
}

void drawError(Screen& screen, State const& app) {
  Palette const& c = screen.theme().colors;
  screen.commandButton("phone-close", tr("Close"), command("closePaymentPage"), ButtonLook::plain);
  regionButton(screen, app, ButtonLook::plain);
  screen.commandButton("phone-refresh", tr("Try again"), command("refreshPaymentCode"), ButtonLook::primary,
                       Icon::refresh);
  screen.skipPart(0.18F);
  screen.icon(Icon::warning, 52.0F, c.warn, c.warnSoft);
  screen.write(Role::strong, c.text, tr("No code this time"));
  if (!app.codeError) return;
  screen.skip(space::kXs);
  screen.write(Role::small, c.muted, app.codeError->errorMessage);
  screen.skip(space::kXs);
  screen.write(Role::monoSmall, c.muted, app.codeError->errorCode);
  screen.skip(space::kXs);
  screen.write(Role::caption, c.muted, tr("The app tries again by itself."));
}

void drawReceipt(Screen& screen, State const& app) {
  Palette const& c = screen.theme().colors;
  screen.commandButton("phone-close", tr("Done"), command("closePaymentPage"), ButtonLook::primary);
  if (!app.receipt) return;
  wallet::app::Receipt const& receipt = *app.receipt;
  screen.skipPart(0.12F);
  screen.icon(receipt.paid ? Icon::check : Icon::cross, 56.0F, receipt.paid ? c.good : c.bad,
              receipt.paid ? c.goodSoft : c.badSoft);
  screen.write(Role::strong, c.text, receipt.paid ? tr("Paid") : tr("Not paid"));
  screen.skip(space::kXs);
  if (receipt.paid) {
    screen.write(Role::display, c.text, format(receipt.payToAmount));
    if (receipt.paymentAmount.currency != receipt.payToAmount.currency) {
      screen.skip(2.0F);
      screen.write(Role::small, c.muted, trf("for {}", format(receipt.paymentAmount)));
    }
  } else {
    screen.write(Role::monoSmall, c.bad, receipt.resultCode);
    screen.skip(space::kXs);
    if (!receipt.paymentAmount.currency.empty()) {
      screen.write(Role::small, c.muted, format(receipt.paymentAmount));
    }
  }
  screen.skip(space::kXs);
  screen.write(Role::small, c.muted, receipt.merchantName);
}

}  // namespace

void drawWalletPhone(Ui const& ui, Rect const& rect) {
  Theme const& theme = ui.theme;
  Rect const body = drawPhoneBody(ui, rect);
  drawStatusBar(ui, body);
  float const pad = theme.px(kScreenPad);
  float const bar = theme.px(28.0F);
  Screen screen(ui, {body.x + pad, body.y + bar, body.w - 2.0F * pad, body.h - bar - pad});
  State const& app = ui.run()->world().walletApp;
  switch (app.screen) {
    case wallet::app::Screen::home: drawHome(screen, app); break;
    case wallet::app::Screen::loadingCode: drawLoading(screen); break;
    case wallet::app::Screen::paymentCode: drawCode(screen, app); break;
    case wallet::app::Screen::codeError: drawError(screen, app); break;
    case wallet::app::Screen::paymentResult: drawReceipt(screen, app); break;
    case wallet::app::Screen::loggedOut: drawLoggedOut(screen); break;
    default: drawScanScreen(screen, app); break;
  }
  drawSms(ui, body);
}

}  // namespace aplus::ui
