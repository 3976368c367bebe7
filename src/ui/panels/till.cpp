#include <algorithm>
#include <string>

#include "ui/hands.h"
#include "ui/language.h"
#include "ui/panels/device.h"
#include "ui/panels/dialog.h"

namespace aplus::ui {
namespace {

using acquirer::State;

constexpr char const* kRingUp = "ringUp";

user::CommandSpec const* ringUpSpec() {
  auto const& all = user::commands();
  auto const found = std::find_if(all.begin(), all.end(),
                                  [](user::CommandSpec const& spec) { return spec.name == kRingUp; });
  return found == all.end() ? nullptr : &*found;
}

std::string_view labelOf(std::string_view argument) {
  if (argument == "value") return tr("Amount in minor units");
  if (argument == "currency") return tr("Currency");
  if (argument == "orderDescription") return tr("What is sold");
  return argument;
}

/// A field for every argument that the command takes.
void drawSaleForm(Screen& screen) {
  Ui const& ui = screen.ui();
  user::CommandSpec const* spec = ringUpSpec();
  if (spec == nullptr) return;
  user::Command command = proposedSale(*ui.run());
  for (user::ArgumentSpec const& argument : spec->arguments) {
    std::string const id = "till-" + std::string(argument.name);
    auto const typed = ui.state.fields.find(id);
    if (typed != ui.state.fields.end()) command.arguments[std::string(argument.name)] = typed->second;
  }
  std::size_t const asked = ui.intents.size();
  screen.commandButton("till-ring-up", tr("Ring up"), command, ButtonLook::primary);
  if (ui.run()->world().acquirer.merchant.region == "CN") {
    user::Command order = command;
    order.name = "placeOrder";
    screen.commandButton("till-place-order", tr("Show an order code"), order, ButtonLook::quiet);
    screen.commandButton("till-entry-code", tr("Show the shop's own code"), {"showEntryCode", {}}, ButtonLook::quiet);
  }
  if (ui.intents.size() > asked) ui.state.fields.erase(kNewSale);
  bool const room = screen.room() > screen.theme().px(190.0F);  // the fields come first
  if (room && screen.plainButton("till-magic-values", tr("Magic values"), ButtonLook::plain)) {
    openDialog(ui, Dialog::magicValues);
  }

  float y = screen.top();
  for (user::ArgumentSpec const& argument : spec->arguments) {
    std::string const name(argument.name);
    ImGui::SetCursorScreenPos({screen.left(), y});
    field(ui, "till-" + name, labelOf(argument.name), command.arguments[name], screen.width());
    y = ImGui::GetItemRectMax().y + screen.theme().px(6.0F);
  }
}

void drawAwaiting(Screen& screen, State const& shop) {
  Palette const& c = screen.theme().colors;
  screen.commandButton("till-scan", tr("Scan the code"), {"presentPaymentCode", {}}, ButtonLook::primary,
                       Icon::scan);
  if (!shop.sale) return;
  screen.skipPart(0.1F);
  screen.write(Role::small, c.muted, shop.sale->orderDescription);
  screen.skip(space::kXs);
  screen.write(Role::display, c.text, format(shop.sale->amount));
  screen.skip(space::kM);
  screen.icon(Icon::scan, 52.0F, c.accent, c.accentSoft);
  screen.write(Role::small, c.muted, tr("Waiting for the customer's code"));
}

/// How the till shows what it is at.
struct Look {
  Icon icon;
  ImU32 color;
  ImU32 soft;
  std::string_view title;
};

Look lookOf(Palette const& c, acquirer::Till till) {
  switch (till) {
    case acquirer::Till::paid: return {Icon::check, c.good, c.goodSoft, tr("Paid")};
    case acquirer::Till::failed: return {Icon::cross, c.bad, c.badSoft, tr("Declined")};
    case acquirer::Till::cancelled: return {Icon::cross, c.warn, c.warnSoft, tr("Cancelled")};
    case acquirer::Till::cancelling: return {Icon::clock, c.accent, c.accentSoft, tr("Cancelling")};
    case acquirer::Till::refunding: return {Icon::clock, c.accent, c.accentSoft, tr("Refunding")};
    default: return {Icon::clock, c.accent, c.accentSoft, tr("Asking Alipay+")};
  }
}

constexpr char const* kRefundValue = "till-refund-value";
constexpr char const* kRefunding = "till-refund-form";

std::int64_t refundable(acquirer::Order const& order) {
  return order.sale.amount.amountMinor - acquirer::refunded(order).amountMinor;
}

/// How much of the payment is given back: all that is left, or what is typed.
void drawRefundForm(Screen& screen, acquirer::Order const& order) {
  Ui const& ui = screen.ui();
  if (screen.plainButton("till-refund-back", tr("Back"), ButtonLook::quiet)) ui.state.fields.erase(kRefunding);
  auto const typed = ui.state.fields.find(kRefundValue);
  bool const any = typed != ui.state.fields.end() && !typed->second.empty();
  std::string const value = any ? typed->second : std::to_string(refundable(order));
  std::size_t const asked = ui.intents.size();
  screen.commandButton("till-refund", tr("Refund"), {"refund", {{"value", value}}}, ButtonLook::primary);
  if (ui.intents.size() > asked) {
    ui.state.fields.erase(kRefundValue);
    ui.state.fields.erase(kRefunding);
  }
  screen.write(Role::strong, screen.theme().colors.text, tr("Refund"));
  screen.skip(space::kS);
  ImGui::SetCursorScreenPos({screen.left(), screen.top()});
  field(ui, kRefundValue, tr("Amount in minor units"), std::to_string(refundable(order)), screen.width());
}

void drawOrder(Screen& screen, State const& shop, acquirer::Order const& order) {
  Palette const& c = screen.theme().colors;
  Look const look = lookOf(c, shop.till);
  bool const paid = shop.till == acquirer::Till::paid;
  bool const paying = shop.till == acquirer::Till::paying;
  if (!paying && screen.plainButton("till-next", tr("Next customer"), ButtonLook::quiet)) {
    screen.ui().state.fields[kNewSale] = "1";
  }
  if (paid || paying) {
    screen.commandButton("till-cancel", tr("Cancel the payment"), {"cancelPayment", {}}, ButtonLook::plain);
  }
  bool const refundOffered = paid && refundable(order) > 0;
  if (refundOffered && screen.plainButton("till-refunding", tr("Refund"), ButtonLook::plain)) {
    screen.ui().state.fields[kRefunding] = "1";
  }
  screen.skipPart(0.08F);
  screen.icon(look.icon, 52.0F, look.color, look.soft);
  screen.write(Role::strong, c.text, look.title);
  screen.skip(space::kXs);
  screen.write(Role::display, c.text, format(order.sale.amount));
  screen.skip(space::kXs);
  if (paid) screen.write(Role::small, c.muted, order.sale.orderDescription);
  if (Money const back = acquirer::refunded(order); back.amountMinor > 0) {
    screen.write(Role::small, c.muted, trf("refunded {}", format(back)));
  }
  if (shop.till == acquirer::Till::failed) {
    screen.write(Role::monoSmall, c.bad, order.result.resultCode);
    screen.skip(space::kXs);
    screen.write(Role::small, c.muted, order.result.resultMessage);
  }
}

void drawShopName(Ui const& ui, Rect const& body, State const& shop) {
  Theme const& theme = ui.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const pad = theme.px(space::kM);
  float const height = theme.px(32.0F);
  drawPartyGlyph(list, Party::acquirer, {body.x + pad + theme.px(6.0F), body.y + height / 2.0F},
                 theme.px(12.0F), theme.lane(Party::acquirer));
  ImVec2 const size = measure(theme, Role::smallStrong, "X");
  std::string const& name =
      shop.merchant.storeName.empty() ? shop.merchant.merchantName : shop.merchant.storeName;
  drawTextFit(list, theme, Role::smallStrong,
              {body.x + pad + theme.px(20.0F), body.y + (height - size.y) / 2.0F}, theme.colors.text, name,
              body.w - 2.0F * pad - theme.px(20.0F));
  list.AddLine({body.x, body.y + height}, {body.x + body.w, body.y + height}, theme.colors.border,
               theme.hairline());
}

}  // namespace

void drawTill(Ui const& ui, Rect const& rect) {
  Theme const& theme = ui.theme;
  Rect const body = drawTillBody(ui, rect);
  State const& shop = ui.run()->world().acquirer;
  drawShopName(ui, body, shop);
  float const pad = theme.px(space::kM);
  float const bar = theme.px(40.0F);
  Screen screen(ui, {body.x + pad, body.y + bar, body.w - 2.0F * pad, body.h - bar - pad});
  bool const newSale = ui.state.fields.count(kNewSale) > 0;
  auto const order = shop.lastPaymentRequestId ? shop.orders.find(*shop.lastPaymentRequestId)
                                               : shop.orders.end();
  bool const showsCode = shop.till == acquirer::Till::showingCode && !shop.presented.codeValue.empty();
  if (showsCode && !newSale) {
    drawMerchantCode(screen, shop, order == shop.orders.end() ? nullptr : &order->second);
  } else if (shop.till == acquirer::Till::awaitingCode) {
    drawAwaiting(screen, shop);
  } else if (shop.till == acquirer::Till::idle || order == shop.orders.end() ||
             (newSale && shop.till != acquirer::Till::paying)) {
    drawSaleForm(screen);
  } else if (shop.till == acquirer::Till::paid && ui.state.fields.count(kRefunding) > 0) {
    drawRefundForm(screen, order->second);
  } else {
    drawOrder(screen, shop, order->second);
  }
}

}  // namespace aplus::ui
