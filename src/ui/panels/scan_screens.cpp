// The phone when the merchant shows the code: the camera, the merchant's page and the error page of the
// client SDK, and what the wallet asks and says.
#include <algorithm>
#include <cmath>
#include <string>

#include "participants/user/browser.h"
#include "protocol/client_sdk/merchant_presented_calls.h"
#include "ui/panels/device.h"
#include "ui/widgets/codes.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

using client_sdk::Page;
using client_sdk::WebView;
using wallet::app::State;

constexpr char const* kTyped = "page-amount";
constexpr std::size_t kMostTyped = 12;

user::Command command(std::string name) { return {std::move(name), {}}; }

void drawWaiting(Screen& screen, std::string_view title, std::string_view text) {
  Palette const& c = screen.theme().colors;
  screen.commandButton("phone-back", tr("Back"), command("goBack"), ButtonLook::plain);
  screen.skipPart(0.28F);
  screen.icon(Icon::clock, 52.0F, c.accent, c.accentSoft);
  screen.write(Role::strong, c.text, title);
  screen.skip(space::kXs);
  screen.write(Role::small, c.muted, text);
}

/// Corners around what the camera looks at.
void drawFinder(Screen const& screen, Rect const& rect) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const arm = rect.w * 0.18F;
  float const thick = screen.theme().px(3.0F);
  ImU32 const color = screen.theme().colors.accent;
  for (float const sx : {0.0F, 1.0F}) {
    for (float const sy : {0.0F, 1.0F}) {
      ImVec2 const corner{rect.x + sx * rect.w, rect.y + sy * rect.h};
      float const dx = sx > 0.0F ? -arm : arm;
      float const dy = sy > 0.0F ? -arm : arm;
      list.AddLine(corner, {corner.x + dx, corner.y}, color, thick);
      list.AddLine(corner, {corner.x, corner.y + dy}, color, thick);
    }
  }
}

void drawCamera(Screen& screen) {
  Ui const& ui = screen.ui();
  Palette const& c = screen.theme().colors;
  std::string const code = user::visibleCode(ui.run()->world().user);
  screen.commandButton("phone-back", tr("Back"), command("goBack"), ButtonLook::plain);
  if (screen.plainButton("phone-picture", tr("Use a picture"), ButtonLook::quiet)) ui.state.pictureRequested = true;
  screen.commandButton("phone-scan", tr("Scan"), command("scanCode"), ButtonLook::primary, Icon::scan);
  screen.skip(space::kS);
  screen.write(Role::small, c.muted, code.empty() ? tr("There is no code in sight. Let the shop show one, or use a picture.")
                                                  : tr("The shop's code is in sight."));
  screen.skip(space::kS);
  float const side = std::max(std::min(screen.width(), screen.room()) - screen.theme().px(space::kS), 1.0F);
  Rect const row = screen.take(side);
  Rect const finder{std::round(row.x + (row.w - side) / 2.0F), row.y, side, side};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(finder.min(), finder.max(), mix(c.page, c.text, 0.10F), screen.theme().px(10.0F));
  float const inset = side * 0.14F;
  Rect const seen{finder.x + inset, finder.y + inset, side - 2.0F * inset, side - 2.0F * inset};
  if (!code.empty()) drawQr(list, screen.theme(), code, seen);
  drawFinder(screen, finder);
}

/// A sign, what happened, why, and its code. Where there is little room the sign goes first, then the code; the words stay.
void drawWarning(Screen& screen, std::string_view title, std::string_view text, std::string_view code) {
  constexpr float kSignCss = 52.0F;
  Palette const& c = screen.theme().colors;
  float const coded = screen.heightOf(Role::monoSmall, code) + screen.theme().px(space::kXs);
  float const words = screen.heightOf(Role::strong, title) + screen.heightOf(Role::small, text) + screen.theme().px(space::kXs);
  float const sign = screen.theme().px(kSignCss + space::kS);
  float const spare = screen.room() - words - coded - sign;
  if (spare > 0.0F) {
    screen.skipPart(spare / screen.room() * 0.35F);
    screen.icon(Icon::warning, kSignCss, c.warn, c.warnSoft);
  }
  screen.write(Role::strong, c.text, title);
  screen.skip(space::kXs);
  screen.write(Role::small, c.muted, text);
  if (screen.room() < coded) return;
  screen.skip(space::kXs);
  screen.write(Role::monoSmall, c.muted, code);
}

void drawProblem(Screen& screen, State const& app) {
  screen.commandButton("phone-back", tr("Home"), command("goBack"), ButtonLook::plain);
  screen.commandButton("phone-open-scanner", tr("Scan again"), command("openScanner"), ButtonLook::primary, Icon::scan);
  if (!app.scan.problem) return;
  drawWarning(screen, worldWords(app.scan.problem->title), worldWords(app.scan.problem->text), app.scan.problem->code);
}

void drawConfirm(Screen& screen, State const& app) {
  Palette const& c = screen.theme().colors;
  screen.commandButton("phone-back", tr("Back"), command("goBack"), ButtonLook::plain);
  screen.commandButton("phone-confirm", tr("Pay"), command("confirmPayment"), ButtonLook::primary, Icon::check);
  if (!app.scan.order) return;
  wallet::app::ScannedOrder const& order = *app.scan.order;
  screen.skipPart(0.16F);
  screen.write(Role::small, c.muted, order.merchantName);
  screen.skip(space::kXs);
  screen.write(Role::display, c.text, format(order.payToAmount));
  if (order.paymentAmount.currency != order.payToAmount.currency) {
    screen.skip(2.0F);
    screen.write(Role::small, c.muted, trf("for {}", format(order.paymentAmount)));
  }
  screen.skip(space::kM);
  screen.write(Role::small, c.muted, order.orderDescription);
  screen.skip(space::kM);
  screen.write(Role::strong, c.text, tr("Pay this order?"));
}

/// What a key does to the typed amount. It may become no amount at all: the merchant's page says so.
void press(std::string& typed, char key) {
  if (key == '<') {
    if (!typed.empty()) typed.pop_back();
  } else if (typed.size() < kMostTyped && (key != '.' || typed.find('.') == typed.npos)) {
    typed += key;
  }
}

void drawKeypad(Screen& screen, std::string& typed) {
  static constexpr char kKeys[] = {'1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', '<'};
  Ui const& ui = screen.ui();
  float const gap = screen.theme().px(4.0F);
  float const most = screen.theme().px(screen.theme().touch ? 46.0F : 38.0F);
  float const height = std::clamp((screen.room() - 4.0F * gap) / 4.0F, 1.0F, most);
  float const width = (screen.width() - 2.0F * gap) / 3.0F;
  for (int row = 0; row < 4; ++row) {
    Rect const line = screen.take(height);
    for (int column = 0; column < 3; ++column) {
      char const key = kKeys[row * 3 + column];
      bool const erases = key == '<';
      std::string const label = erases ? std::string(tr("Erase")) : std::string(1, key);
      std::string const id = erases ? "page-key-erase" : key == '.' ? "page-key-point" : "page-key-" + label;
      ButtonOptions options;
      options.look = ButtonLook::quiet;
      options.width = width;
      options.height = line.h;
      ImGui::SetCursorScreenPos({line.x + float(column) * (width + gap), line.y});
      if (button(ui, id, label, options)) press(typed, key);
    }
    screen.skip(4.0F);
  }
}

/// The merchant's page where the amount is typed.
void drawAmountPage(Screen& screen, WebView const& view) {
  Ui const& ui = screen.ui();
  Palette const& c = screen.theme().colors;
  std::string& typed = ui.state.fields[kTyped];
  user::Command enter = command("enterAmount");
  if (!typed.empty()) enter.arguments["amount"] = typed;
  screen.commandButton("page-close", tr("Close"), command("closeSdkPage"), ButtonLook::plain);
  std::size_t const asked = ui.intents.size();
  screen.commandButton("page-confirm", tr("Confirm"), enter, ButtonLook::primary, Icon::check);
  bool const sent = ui.intents.size() > asked;
  screen.skip(space::kXs);
  screen.write(Role::strong, c.text, view.merchantName);
  screen.skip(space::kXs);
  screen.write(Role::small, view.message.empty() ? c.muted : c.bad,
               view.message.empty() ? std::string(tr("How much do you want to pay?")) : worldWords(view.message));
  screen.skip(space::kXs);
  screen.write(Role::display, typed.empty() ? c.muted : c.text, (typed.empty() ? std::string("0.00") : typed) + " CNY");
  screen.skip(space::kS);
  drawKeypad(screen, typed);
  if (sent) typed.clear();
}

void drawErrorPage(Screen& screen, WebView const& view) {
  Palette const& c = screen.theme().colors;
  screen.commandButton("page-close", tr("Close"), command("closeSdkPage"), ButtonLook::primary);
  screen.skip(space::kS);
  screen.write(Role::caption, c.muted, "Alipay+");
  if (!view.error) return;
  client_sdk::ErrorText const words = client_sdk::errorText(*view.error);
  drawWarning(screen, worldWords(words.title), worldWords(words.text), view.error->reason);
}

void drawMerchantPage(Screen& screen, WebView const& view) {
  Palette const& c = screen.theme().colors;
  if (view.content == protocol::kAmountPage) return drawAmountPage(screen, view);
  screen.commandButton("page-close", tr("Close"), command("closeSdkPage"), ButtonLook::primary);
  screen.skipPart(0.28F);
  screen.write(Role::strong, c.text, view.merchantName);
  screen.skip(space::kXs);
  screen.write(Role::small, c.muted, view.message.empty() ? std::string(tr("One moment")) : worldWords(view.message));
}

void drawSdkPage(Screen& screen, WebView const& view) {
  Palette const& c = screen.theme().colors;
  switch (view.page) {
    case Page::merchant: return drawMerchantPage(screen, view);
    case Page::error: return drawErrorPage(screen, view);
    case Page::problem:
      screen.commandButton("page-close", tr("Close"), command("closeSdkPage"), ButtonLook::primary);
      screen.skipPart(0.2F);
      screen.icon(Icon::cross, 52.0F, c.bad, c.badSoft);
      return screen.write(Role::strong, c.text, worldWords(view.message));
    case Page::none:
    case Page::loading:
    case Page::decoding: break;
  }
  drawWaiting(screen, tr("Opening the page"), tr("Step on to see how."));
}

}  // namespace

void drawScanScreen(Screen& screen, State const& app) {
  switch (app.screen) {
    case wallet::app::Screen::camera: return drawCamera(screen);
    case wallet::app::Screen::scanProblem: return drawProblem(screen, app);
    case wallet::app::Screen::confirmPayment: return drawConfirm(screen, app);
    case wallet::app::Screen::paying: return drawWaiting(screen, tr("Paying"), tr("Step on to see how."));
    case wallet::app::Screen::sdkPage: return drawSdkPage(screen, screen.ui().run()->world().clientSdk.webView);
    default: return drawWaiting(screen, tr("Looking at the code"), tr("Step on to see how."));
  }
}

void drawMerchantCode(Screen& screen, acquirer::State const& shop, acquirer::Order const* order) {
  Palette const& c = screen.theme().colors;
  if (order != nullptr) {
    screen.commandButton("till-cancel", tr("Cancel the payment"), {"cancelPayment", {}}, ButtonLook::plain);
  }
  if (screen.plainButton("till-next", tr("Next customer"), ButtonLook::quiet)) screen.ui().state.fields[kNewSale] = "1";
  bool const entry = shop.presented.kind == acquirer::CodeKind::entryCode;
  screen.write(Role::small, c.muted, entry ? tr("Scan, type the amount, pay") : tr("Scan to pay"));
  if (order != nullptr) screen.write(Role::heading, c.text, format(order->sale.amount));
  screen.skip(space::kXs);
  float const side = std::max(std::min(screen.width(), screen.room() - screen.theme().px(18.0F)), 1.0F);
  Rect const row = screen.take(side);
  drawQr(*ImGui::GetWindowDrawList(), screen.theme(), shop.presented.codeValue,
         {row.x + (row.w - side) / 2.0F, row.y, side, side});
  Rect const below = screen.take(screen.theme().px(16.0F));
  drawTextFit(*ImGui::GetWindowDrawList(), screen.theme(), Role::caption, {below.x, below.y}, c.muted,
              shop.presented.codeValue, below.w);
}

}  // namespace aplus::ui
