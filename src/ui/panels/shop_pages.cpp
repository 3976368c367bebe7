// The pages of the merchant's web shop.
#include <algorithm>
#include <charconv>

#include "base/currency.h"
#include "ui/hands.h"
#include "ui/language.h"
#include "ui/panels/web_sheet.h"

namespace aplus::ui {
namespace {

void drawShopName(WebSheet& sheet) {
  Rect const row = sheet.take(sheet.theme().px(20.0F));
  float const middle = row.y + row.h / 2.0F;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawIcon(list, Icon::bag, {row.x + sheet.theme().px(7.0F), middle}, sheet.theme().px(14.0F),
           sheet.theme().lane(Party::acquirer));
  std::string_view const shown = sheet.fact("merchantName");
  std::string_view const name = shown.empty() ? std::string_view(sheet.ui().run()->world().acquirer.merchant.merchantName) : shown;
  ImVec2 const size = measure(sheet.theme(), Role::strong, name);
  drawTextFit(list, sheet.theme(), Role::strong, {row.x + sheet.theme().px(22.0F), middle - size.y / 2.0F},
              sheet.colors().text, name, row.w - sheet.theme().px(22.0F));
  sheet.skip(space::kXs);
}

user::Command choose(std::string_view method, std::string const& loginId) {
  user::Command command{"choosePaymentMethod", {{"method", std::string(method)}}};
  if (!loginId.empty()) command.arguments["userLoginId"] = loginId;
  return command;
}

void drawMethod(WebSheet& sheet, std::string_view method, std::string const& loginId) {
  std::string const id = "web-method-" + std::string(method);
  std::string const wallet(sheet.fact("walletName"));
  if (method == "storedToken") {
    std::string_view const account = sheet.fact("storedLoginId");
    std::string const title = account.empty() ? wallet : wallet + " " + std::string(account);
    return sheet.choice(id, Icon::check, title, tr("Linked to this shop: no password needed"), choose(method, ""));
  }
  if (method == "easyPay") {
    return sheet.choice(id, Icon::message, wallet, tr("Pay with a one-time password by SMS"), choose(method, loginId));
  }
  if (method == "bindAccount") {
    return sheet.choice(id, Icon::link, trf("Link {}", wallet), tr("Agree once, then pay without a password"),
                        choose(method, loginId));
  }
  if (method == "authorize") {
    return sheet.choice(id, Icon::lockOpen, trf("Link {} on its own page", wallet), tr("Log in to the wallet and agree there"),
                        choose(method, ""));
  }
  if (method == "cashier") {
    return sheet.choice(id, Icon::scan, tr("QR code"), tr("Scan it with a wallet app on your phone"), choose(method, ""));
  }
  sheet.choice(id, Icon::coins, method, "", choose(method, ""));
}

void drawUnlink(WebSheet& sheet) {
  sheet.commandButton("web-unbind", tr("Unlink the wallet account"), {"unbindAccount", {}}, ButtonLook::plain);
}

void drawCheckout(WebSheet& sheet) {
  Palette const& c = sheet.colors();
  drawShopName(sheet);
  sheet.writeRow(sheet.fact("orderDescription"), sheet.fact("amount"));
  sheet.line();
  sheet.write(Role::small, c.bad, sheet.words("message"));
  std::string loginId;
  if (sheet.is("asksForLoginId")) {
    user::Command typed;
    sheet.argumentField("web-login-id", trf("Your {} login id", sheet.fact("walletName")),
                        sheet.ui().run()->world().user.ownLoginId, "userLoginId", typed);
    loginId = typed.arguments["userLoginId"];
  }
  sheet.write(Role::smallStrong, c.muted, tr("How do you want to pay?"));
  sheet.skip(space::kXs);
  std::string_view methods = sheet.fact("methods");
  while (!methods.empty()) {
    std::size_t const blank = std::min(methods.find(' '), methods.size());
    if (blank > 0) drawMethod(sheet, methods.substr(0, blank), loginId);
    methods.remove_prefix(std::min(blank + 1, methods.size()));
  }
  if (!sheet.fact("storedLoginId").empty() || !sheet.fact("storedBy").empty()) drawUnlink(sheet);
}

void drawWaiting(WebSheet& sheet) {
  drawShopName(sheet);
  drawOutcome(sheet, Tone::neutral, Icon::clock, sheet.words("title"));
  sheet.writeCentered(Role::body, sheet.colors().muted, sheet.fact("amount"));
}

void drawBuyMore(WebSheet& sheet) {
  if (sheet.plainButton("web-buy-more", tr("Buy something else"), ButtonLook::quiet)) {
    sheet.ui().state.fields[kNewBasket] = "1";
  }
}

/// How it ended, with the code that says so where it did not end well.
void drawEnd(WebSheet& sheet, bool good) {
  Palette const& c = sheet.colors();
  drawShopName(sheet);
  drawOutcome(sheet, good ? Tone::good : Tone::bad, good ? Icon::check : Icon::cross, sheet.words("title"));
  sheet.writeCentered(Role::display, c.text, sheet.fact("amount"));
  sheet.writeCentered(Role::small, c.muted, sheet.fact("orderDescription"));
  sheet.skip(space::kXs);
  if (!good) sheet.writeCentered(Role::monoSmall, c.bad, sheet.fact("resultCode"));
  sheet.writeCentered(Role::small, c.muted, sheet.words("message"));
}

void drawPaymentResult(WebSheet& sheet) {
  drawEnd(sheet, sheet.is("paid"));
  if (std::string const agreement = sheet.words("agreement"); !agreement.empty()) {
    sheet.skip(space::kS);
    sheet.writeCentered(Role::small, sheet.colors().good, agreement);
  }
  sheet.skip(space::kM);
  drawBuyMore(sheet);
}

void drawBindingResult(WebSheet& sheet) {
  bool const linked = sheet.is("linked");
  drawEnd(sheet, linked);
  sheet.writeCentered(Role::mono, sheet.colors().text, sheet.fact("userLoginId"));
  sheet.skip(space::kM);
  drawBuyMore(sheet);
  if (linked) drawUnlink(sheet);
}

/// `2000`, `HKD` -> `20.00 HKD`; empty when it is no price.
std::string price(std::string const& value, std::string const& currency) {
  std::int64_t minor = 0;
  auto const end = value.data() + value.size();
  bool const number = std::from_chars(value.data(), end, minor).ptr == end && !value.empty();
  return number && minor > 0 && minorUnits(currency) ? format(Money{minor, currency}) : "";
}

}  // namespace

void drawShopFront(WebSheet& sheet) {
  Ui const& ui = sheet.ui();
  Palette const& c = sheet.colors();
  user::Command order = proposedSale(*ui.run());
  order.name = "checkOut";
  auto take = [&](char const* argument) {
    auto const typed = ui.state.fields.find(std::string("web-") + argument);
    if (typed != ui.state.fields.end()) order.arguments[argument] = typed->second;
    return order.arguments[argument];
  };
  std::string const goods = take("orderDescription");
  std::string const cost = price(take("value"), take("currency"));
  drawShopName(sheet);
  sheet.icon(Icon::bag, c.accent, c.accentSoft);
  sheet.writeCentered(Role::heading, c.text, goods);
  sheet.writeCentered(Role::display, cost.empty() ? c.muted : c.text, cost.empty() ? std::string_view(tr("no price")) : std::string_view(cost));
  sheet.skip(space::kS);
  std::size_t const asked = ui.intents.size();
  sheet.commandButton("web-check-out", tr("Go to the checkout"), order, ButtonLook::primary, Icon::bag);
  if (ui.intents.size() > asked) ui.state.fields.erase(kNewBasket);
  sheet.skip(space::kS);
  field(ui, "web-orderDescription", tr("What is bought"), goods, sheet.width());
  sheet.skip(6.0F);
  field(ui, "web-value", tr("Amount in minor units"), order.arguments["value"], sheet.width());
  sheet.skip(6.0F);
  field(ui, "web-currency", tr("Currency"), order.arguments["currency"], sheet.width());
}

void drawShopPage(WebSheet& sheet) {
  std::string const& name = sheet.page().name;
  if (name == "checkout") drawCheckout(sheet);
  else if (name == "paymentResult") drawPaymentResult(sheet);
  else if (name == "bindingResult") drawBindingResult(sheet);
  else drawWaiting(sheet);
}

}  // namespace aplus::ui
