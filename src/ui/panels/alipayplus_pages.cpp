// The pages of Alipay+: the authorization and payment page, and the cashier.
#include <algorithm>

#include "ui/language.h"
#include "ui/panels/web_sheet.h"
#include "ui/step_text.h"
#include "ui/widgets/codes.h"
#include "ui/widgets/digits_field.h"

namespace aplus::ui {
namespace {

constexpr char const* kDigits = "web-otp";

void drawHead(WebSheet& sheet) {
  Rect const row = sheet.take(sheet.theme().px(20.0F));
  float const middle = row.y + row.h / 2.0F;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImVec2 const size = measure(sheet.theme(), Role::strong, "Alipay+");
  drawPartyGlyph(list, Party::alipayplus, {row.x + sheet.theme().px(6.0F), middle}, sheet.theme().px(12.0F),
                 sheet.theme().lane(Party::alipayplus));
  drawText(list, sheet.theme(), Role::strong, {row.x + sheet.theme().px(20.0F), middle - size.y / 2.0F},
           sheet.colors().text, "Alipay+");
  auto const left = sheet.until("expiresAt");
  bool const saysItBelow = sheet.page().name == "cashier";
  if (!left || saysItBelow) return;
  std::string const text = *left > 0 ? formatCountdown(*left) : std::string(tr("expired"));
  ImVec2 const wide = measure(sheet.theme(), Role::small, text);
  drawText(list, sheet.theme(), Role::small, {row.x + row.w - wide.x, middle - wide.y / 2.0F},
           *left > 0 ? sheet.colors().muted : sheet.colors().bad, text);
}

/// What it is for: a payment, or an authorization.
void drawPurpose(WebSheet& sheet) {
  Palette const& c = sheet.colors();
  sheet.skip(space::kXs);
  if (sheet.fact("purpose") == "bind") {
    sheet.write(Role::title, c.text, trf("Link {}", sheet.fact("walletName")));
    sheet.write(Role::small, c.muted, trf("for {}", sheet.fact("merchantName")));
  } else {
    sheet.write(Role::display, c.text, sheet.fact("amount"));
    std::string const goods(sheet.fact("orderDescription"));
    sheet.write(Role::small, c.muted, std::string(sheet.fact("merchantName")) + (goods.empty() ? "" : ", " + goods));
  }
  sheet.line();
}

void drawBusy(WebSheet& sheet, std::string_view text) {
  sheet.writeRow(text, "");
  sheet.write(Role::caption, sheet.colors().muted, tr("Step on to see how."));
}

void drawAccountPage(WebSheet& sheet) {
  Palette const& c = sheet.colors();
  bool const asks = sheet.is("asksForLoginId");
  user::Command confirm{"confirmAccount", {}};
  if (asks) {
    sheet.argumentField("web-login-id", trf("Your {} login id", sheet.fact("walletName")),
                        sheet.ui().run()->world().user.ownLoginId, "userLoginId", confirm);
  } else {
    sheet.write(Role::caption, c.muted, trf("Your {} account", sheet.fact("walletName")));
    sheet.write(Role::mono, c.text, sheet.fact("userLoginId"));
    sheet.skip(space::kS);
  }
  sheet.write(Role::small, c.bad, sheet.words("message"));
  if (sheet.is("busy")) return drawBusy(sheet, tr("Asking the wallet"));
  sheet.commandButton("web-confirm-account", asks ? tr("Go on") : tr("This is my account"), confirm, ButtonLook::primary);
}

/// The digits in the short message on the screen, one tap away.
void offerSmsCode(WebSheet& sheet, std::string& digits) {
  timeline::World const& world = sheet.ui().run()->world();
  std::string const shown = user::shownPassword(world.user, world.now);
  if (shown.empty() || digits == shown) return;
  ButtonOptions options;
  options.icon = Icon::message;
  options.look = ButtonLook::soft;
  options.width = sheet.width();
  options.height = sheet.theme().smallControl();
  if (button(sheet.ui(), "web-otp-from-sms", trf("{} from the SMS", shown), options)) digits = shown;
  sheet.skip(space::kXs);
}

void drawResend(WebSheet& sheet) {
  std::int64_t const left = sheet.until("resendAt").value_or(0);
  bool const soon = left > 0;
  std::string const label = soon ? trf("Send again in {}", formatCountdown(left)) : std::string(tr("Send another password"));
  sheet.commandButton("web-resend", label, {"resendOtp", {}}, ButtonLook::plain, Icon::none,
                      soon ? tr("Another password can be sent when the time is up") : std::string_view());
}

void drawOtpPage(WebSheet& sheet) {
  Ui const& ui = sheet.ui();
  bool const pays = sheet.fact("purpose") != "bind";
  sheet.writeRow(sheet.fact("walletName"), sheet.fact("userLoginId"));
  sheet.write(Role::small, sheet.colors().text, sheet.words("message"));
  sheet.skip(space::kXs);
  if (sheet.is("busy")) return drawBusy(sheet, pays ? tr("The wallet verifies and pays") : tr("The wallet verifies"));
  std::string& digits = sheet.typed(kDigits);
  bool const entered = digitsField(ui, kDigits, tr("One-time password"), digits, sheet.width());
  sheet.skip(space::kXs);
  offerSmsCode(sheet, digits);
  user::Command enter{"enterOtp", {{"otpCode", digits}}};
  if (!pays) sheet.write(Role::small, sheet.colors().text, sheet.words("agreement"));
  else if (sheet.tick(kAgreeField, sheet.words("agreement"))) enter.arguments["agree"] = "true";
  sheet.skip(space::kXs);
  std::size_t const asked = ui.intents.size();
  sheet.commandButton("web-enter-otp", pays ? tr("Agree and pay") : tr("Agree and link"), enter, ButtonLook::primary, Icon::lock,
                      digits.empty() ? tr("Type the one-time password first") : std::string_view());
  if (entered && !digits.empty() && ui.intents.size() == asked) ui.ask(intent::Act{enter});
  if (ui.intents.size() > asked) digits.clear();
  drawResend(sheet);
}

struct CashierLook {
  std::string_view view;
  Tone tone;
  Icon icon;
};

/// Every view of the cashier but the code.
CashierLook lookOf(std::string_view view) {
  static constexpr CashierLook kLooks[] = {
      {"scanned", Tone::neutral, Icon::phone}, {"paid", Tone::good, Icon::check},
      {"closed", Tone::bad, Icon::cross},      {"error", Tone::warn, Icon::warning},
      {"systemError", Tone::warn, Icon::warning},
  };
  auto const found = std::find_if(std::begin(kLooks), std::end(kLooks), [&](CashierLook const& look) { return look.view == view; });
  return found == std::end(kLooks) ? CashierLook{view, Tone::neutral, Icon::clock} : *found;
}

void drawCashierCode(WebSheet& sheet) {
  Palette const& c = sheet.colors();
  sheet.writeCentered(Role::heading, c.text, sheet.words("title"));
  sheet.writeCentered(Role::small, c.muted, sheet.words("message"));
  sheet.skip(space::kXs);
  float const room = std::max(ImGui::GetContentRegionAvail().y - sheet.theme().px(24.0F), sheet.theme().px(120.0F));
  float const side = std::min({sheet.width(), room, sheet.theme().px(240.0F)});
  Rect const row = sheet.take(side);
  Rect const code{row.x + (row.w - side) / 2.0F, row.y, side, side};
  drawQr(*ImGui::GetWindowDrawList(), sheet.theme(), sheet.fact("codeValue"), code);
  sheet.ui().item("web-cashier-code", sheet.fact("codeValue"), code);
  sheet.skip(space::kXs);
  std::int64_t const left = sheet.until("expiresAt").value_or(0);
  sheet.writeCentered(Role::strong, left > 60 * kSecondMs ? c.text : c.bad, trf("Pay within {}", formatCountdown(left)));
}

void drawCashier(WebSheet& sheet) {
  Palette const& c = sheet.colors();
  std::string_view const view = sheet.fact("view");
  sheet.writeRow(sheet.fact("merchantName"), sheet.fact("amount"));
  sheet.line();
  if (!sheet.fact("codeValue").empty()) return drawCashierCode(sheet);
  CashierLook const look = lookOf(view);
  drawOutcome(sheet, look.tone, look.icon, sheet.words("title"));
  sheet.writeCentered(Role::small, c.muted, sheet.words("message"));
  if (view == "closed") sheet.writeCentered(Role::monoSmall, c.bad, sheet.fact("resultCode"));
  if (view != "systemError") return;
  sheet.skip(space::kM);
  sheet.commandButton("web-reload", tr("Clear the cache and reload"), {"reloadPage", {}}, ButtonLook::primary, Icon::refresh);
}

}  // namespace

void drawAlipayplusPage(WebSheet& sheet) {
  drawHead(sheet);
  if (sheet.page().name == "cashier") return drawCashier(sheet);
  drawPurpose(sheet);
  if (sheet.page().name == "otp") drawOtpPage(sheet);
  else drawAccountPage(sheet);
}

}  // namespace aplus::ui
