#include <algorithm>
#include <string>
#include <variant>

#include "ui/panels/device.h"

namespace aplus::ui {
namespace {

using acquirer::State;

constexpr char const* kNewSale = "till-new-sale";
constexpr char const* kRingUp = "ringUp";

/// What the script's cashier enters, as a first proposal.
user::Command proposedSale(scenario::Playback const& run) {
  for (scenario::ScriptStep const& step : run.scenario().steps) {
    auto const* command = std::get_if<user::Command>(&step.action);
    if (command != nullptr && command->name == kRingUp) return *command;
  }
  return {kRingUp, {{"value", "100"}, {"currency", "JPY"}, {"orderDescription", "Goods"}}};
}

user::CommandSpec const* ringUpSpec() {
  auto const& all = user::commands();
  auto const found = std::find_if(all.begin(), all.end(),
                                  [](user::CommandSpec const& spec) { return spec.name == kRingUp; });
  return found == all.end() ? nullptr : &*found;
}

std::string_view labelOf(std::string_view argument) {
  if (argument == "value") return "Amount in minor units";
  if (argument == "currency") return "Currency";
  if (argument == "orderDescription") return "What is sold";
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
  screen.commandButton("till-ring-up", "Ring up", command, ButtonLook::primary);
  if (ui.intents.size() > asked) ui.state.fields.erase(kNewSale);

  ImGui::SetCursorScreenPos({screen.left(), screen.top()});
  ImGui::BeginGroup();
  for (user::ArgumentSpec const& argument : spec->arguments) {
    std::string const name(argument.name);
    field(ui, "till-" + name, labelOf(argument.name), command.arguments[name], screen.width());
    ImGui::SetCursorScreenPos({screen.left(), ImGui::GetCursorScreenPos().y - screen.theme().px(2.0F)});
  }
  ImGui::EndGroup();
}

void drawAwaiting(Screen& screen, State const& shop) {
  Palette const& c = screen.theme().colors;
  screen.commandButton("till-scan", "Scan the code", {"presentPaymentCode", {}}, ButtonLook::primary,
                       Icon::scan);
  if (!shop.sale) return;
  screen.skipPart(0.1F);
  screen.write(Role::small, c.muted, shop.sale->orderDescription);
  screen.skip(space::kXs);
  screen.write(Role::display, c.text, format(shop.sale->amount));
  screen.skip(space::kM);
  screen.icon(Icon::scan, 52.0F, c.accent, c.accentSoft);
  screen.write(Role::small, c.muted, "Waiting for the customer's code");
}

void drawOrder(Screen& screen, State const& shop, acquirer::Order const& order) {
  Palette const& c = screen.theme().colors;
  acquirer::Till const till = shop.till;
  bool const paying = till == acquirer::Till::paying;
  bool const paid = till == acquirer::Till::paid;
  if (!paying && screen.plainButton("till-next", "Next customer", ButtonLook::quiet)) {
    screen.ui().state.fields[kNewSale] = "1";
  }
  screen.skipPart(0.08F);
  Icon const icon = paying ? Icon::clock : paid ? Icon::check : Icon::cross;
  ImU32 const color = paying ? c.accent : paid ? c.good : c.bad;
  screen.icon(icon, 52.0F, color, paying ? c.accentSoft : paid ? c.goodSoft : c.badSoft);
  screen.write(Role::strong, c.text, paying ? "Asking Alipay+" : paid ? "Paid" : "Declined");
  screen.skip(space::kXs);
  screen.write(Role::display, c.text, format(order.sale.amount));
  screen.skip(space::kXs);
  if (paid) screen.write(Role::small, c.muted, order.sale.orderDescription);
  if (!paid && !paying) {
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
  if (shop.till == acquirer::Till::awaitingCode) {
    drawAwaiting(screen, shop);
  } else if (shop.till == acquirer::Till::idle || order == shop.orders.end() ||
             (newSale && shop.till != acquirer::Till::paying)) {
    drawSaleForm(screen);
  } else {
    drawOrder(screen, shop, order->second);
  }
}

}  // namespace aplus::ui
