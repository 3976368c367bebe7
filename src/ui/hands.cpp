#include "ui/hands.h"

#include <algorithm>
#include <cctype>
#include <variant>

#include <fmt/format.h>

#include "protocol/client_sdk/merchant_presented_calls.h"
#include "ui/step_text.h"

namespace aplus::ui {
namespace {

using acquirer::Till;
using wallet::app::Screen;
using Kind = ScreenLine::Kind;

acquirer::Order const* orderOnTill(acquirer::State const& shop) {
  if (!shop.lastPaymentRequestId) return nullptr;
  auto const order = shop.orders.find(*shop.lastPaymentRequestId);
  return order == shop.orders.end() ? nullptr : &order->second;
}

std::int64_t refundable(acquirer::State const& shop) {
  acquirer::Order const* order = orderOnTill(shop);
  return order == nullptr ? 0 : order->sale.amount.amountMinor - acquirer::refunded(*order).amountMinor;
}

std::string inFours(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 4 == 0) out += ' ';
    out += digits[i];
  }
  return out;
}

ScreenText receiptText(wallet::app::Receipt const& receipt) {
  ScreenText out{receipt.paid ? "Paid" : "Not paid", {}};
  if (receipt.paid) {
    out.lines.push_back({Kind::large, format(receipt.payToAmount)});
    if (receipt.paymentAmount.currency != receipt.payToAmount.currency) {
      out.lines.push_back({Kind::text, "for " + format(receipt.paymentAmount)});
    }
  } else {
    out.lines.push_back({Kind::problem, receipt.resultCode});
    if (!receipt.paymentAmount.currency.empty()) out.lines.push_back({Kind::text, format(receipt.paymentAmount)});
  }
  out.lines.push_back({Kind::text, receipt.merchantName});
  return out;
}

ScreenText sdkPageText(client_sdk::WebView const& view) {
  switch (view.page) {
    case client_sdk::Page::merchant: {
      ScreenText out{view.merchantName, {}};
      bool const asks = view.content == protocol::kAmountPage;
      if (!view.message.empty()) out.lines.push_back({asks ? Kind::problem : Kind::text, view.message});
      if (asks) out.lines.push_back({Kind::text, "How much do you want to pay?"});
      return out;
    }
    case client_sdk::Page::error: {
      if (!view.error) break;
      client_sdk::ErrorText const words = client_sdk::errorText(*view.error);
      return {words.title, {{Kind::text, words.text}, {Kind::code, view.error->reason}}};
    }
    case client_sdk::Page::problem: return {"The page was not opened", {{Kind::problem, view.message}}};
    default: break;
  }
  return {"Opening the page", {}};
}

ScreenText codeText(wallet::app::State const& app, SimTime now) {
  ScreenText out{"Payment code", {}};
  if (!app.code) return out;
  std::int64_t const left = app.code->expiresAt - now;
  out.lines.push_back({Kind::code, inFours(app.code->paymentCode.value)});
  if (left > 0) out.lines.push_back({Kind::text, "valid for " + formatCountdown(left)});
  else out.lines.push_back({Kind::problem, "expired"});
  return out;
}

ScreenText confirmText(wallet::app::State const& app) {
  ScreenText out{"Pay this order?", {}};
  if (!app.scan.order) return out;
  wallet::app::ScannedOrder const& order = *app.scan.order;
  out.lines.push_back({Kind::large, format(order.payToAmount)});
  if (order.paymentAmount.currency != order.payToAmount.currency) {
    out.lines.push_back({Kind::text, "for " + format(order.paymentAmount)});
  }
  out.lines.push_back({Kind::text, order.merchantName});
  out.lines.push_back({Kind::text, order.orderDescription});
  return out;
}

ScreenText problemText(wallet::app::State const& app) {
  if (!app.scan.problem) return {"The scan came to nothing", {}};
  return {app.scan.problem->title, {{Kind::text, app.scan.problem->text}, {Kind::problem, app.scan.problem->code}}};
}

/// On which screens of the phone a tap is offered.
bool offeredByPhone(std::string_view command, Screen screen) {
  using enum Screen;
  auto const on = [screen](std::initializer_list<Screen> screens) {
    return std::find(screens.begin(), screens.end(), screen) != screens.end();
  };
  if (command == "openPaymentPage" || command == "logOut") return on({home});
  if (command == "openScanner") return on({home, scanProblem});
  if (command == "logIn") return on({loggedOut});
  if (command == "refreshPaymentCode" || command == "switchRegion") return on({paymentCode, codeError});
  if (command == "closePaymentPage") return on({loadingCode, paymentCode, codeError, paymentResult});
  if (command == "presentPaymentCode") return on({paymentCode});
  if (command == "scanCode") return on({camera});
  if (command == "goBack") return on({camera, identifying, scanProblem, confirmPayment, paying});
  return true;  // what is left is possible exactly where it is shown
}

bool offeredByTill(std::string_view command, acquirer::State const& shop) {
  bool const busy = shop.till == Till::paying || shop.till == Till::cancelling || shop.till == Till::refunding;
  bool const order = orderOnTill(shop) != nullptr;
  if (command == "ringUp") return !busy;
  if (command == "showEntryCode" || command == "placeOrder" || command == "showPrivateOrderCode") {
    return !busy && shop.merchant.region == "CN";
  }
  if (command == "cancelPayment") return order && (shop.till == Till::paid || shop.till == Till::paying || shop.till == Till::showingCode);
  if (command == "refund") return shop.till == Till::paid && refundable(shop) > 0;
  return true;
}

std::string labelOf(std::string_view command) {
  if (command == "ringUp") return "Ring up";
  if (command == "scanCode") return "Scan the code";
  if (command == "presentPaymentCode") return "Show the code to the cashier";
  if (command == "openPaymentPage") return "Pay in store";
  if (command == "openScanner") return "Scan a code";
  if (command == "refreshPaymentCode") return "Get a new code";
  if (command == "closeSdkPage") return "Close the page";
  if (command == "setAccountStatus") return "Set the account's status";
  // openPaymentPage -> Open payment page
  std::string out;
  for (char const c : command) {
    bool const capital = c >= 'A' && c <= 'Z';
    if (capital) out += ' ';
    out += capital ? char(c - 'A' + 'a') : c;
  }
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = char(out[0] - 'a' + 'A');
  return out;
}

user::Command proposal(scenario::Playback const& run, std::string_view name) {
  user::Command command{std::string(name), {}};
  timeline::World const& world = run.world();
  if (name == "ringUp" || name == "placeOrder" || name == "showPrivateOrderCode") {
    command.arguments = proposedSale(run).arguments;
  } else if (name == "openPaymentPage" && !world.walletApp.region.empty()) {
    command.arguments["region"] = world.walletApp.region;
  } else if (name == "switchRegion") {
    command.arguments["region"] = world.walletApp.region == "JP" ? "SG" : "JP";
  } else if (name == "refund") {
    command.arguments["value"] = std::to_string(std::max<std::int64_t>(0, refundable(world.acquirer)));
  } else if (name == "topUp") {
    command.arguments["value"] = "10000";
  } else if (name == "setAccountStatus") {
    command.arguments["status"] = "frozen";
  }
  return command;
}

}  // namespace

ScreenText phoneText(timeline::World const& world) {
  wallet::app::State const& app = world.walletApp;
  switch (app.screen) {
    case Screen::home: return {"My Wallet", {{Kind::text, "Where you are: " + app.region}}};
    case Screen::loggedOut: return {"My Wallet", {{Kind::text, "Nobody is logged in."}}};
    case Screen::loadingCode: return {"Getting a payment code", {}};
    case Screen::paymentCode: return codeText(app, world.now);
    case Screen::codeError:
      if (!app.codeError) break;
      return {"No code this time",
              {{Kind::text, app.codeError->errorMessage},
               {Kind::problem, app.codeError->errorCode},
               {Kind::text, "The app tries again by itself."}}};
    case Screen::paymentResult:
      if (!app.receipt) break;
      return receiptText(*app.receipt);
    case Screen::camera:
      return {"Camera", {{Kind::text, world.user.merchantCode.empty() ? "There is no code in sight. Let the shop show one."
                                                                      : "The shop's code is in sight."}}};
    case Screen::identifying: return {"Looking at the code", {}};
    case Screen::scanProblem: return problemText(app);
    case Screen::sdkPage: return sdkPageText(world.clientSdk.webView);
    case Screen::confirmPayment: return confirmText(app);
    case Screen::paying: return {"Paying", {}};
    default: break;
  }
  return {world.user.phoneSays.empty() ? "My Wallet" : world.user.phoneSays, {}};
}

ScreenText tillText(timeline::World const& world) {
  acquirer::State const& shop = world.acquirer;
  acquirer::Order const* order = orderOnTill(shop);
  ScreenText out;
  switch (shop.till) {
    case Till::idle: out.title = "Ready for the next customer"; return out;
    case Till::awaitingCode:
      out.title = "Waiting for the customer's code";
      if (!shop.sale) return out;
      out.lines.push_back({Kind::large, format(shop.sale->amount)});
      out.lines.push_back({Kind::text, shop.sale->orderDescription});
      return out;
    case Till::showingCode:
      out.title = shop.presented.kind == acquirer::CodeKind::entryCode ? "Scan, type the amount, pay" : "Scan to pay";
      if (order != nullptr) out.lines.push_back({Kind::large, format(order->sale.amount)});
      out.lines.push_back({Kind::code, shop.presented.codeValue});
      return out;
    case Till::paying: out.title = "Asking Alipay+"; break;
    case Till::paid: out.title = "Paid"; break;
    case Till::failed: out.title = "Declined"; break;
    case Till::cancelling: out.title = "Cancelling"; break;
    case Till::cancelled: out.title = "Cancelled"; break;
    case Till::refunding: out.title = "Refunding"; break;
  }
  if (order == nullptr) return out;
  out.lines.push_back({Kind::large, format(order->sale.amount)});
  if (!order->sale.orderDescription.empty()) out.lines.push_back({Kind::text, order->sale.orderDescription});
  if (Money const back = acquirer::refunded(*order); back.amountMinor > 0) {
    out.lines.push_back({Kind::text, "refunded " + format(back)});
  }
  if (shop.till == Till::failed) {
    out.lines.push_back({Kind::problem, order->result.resultCode});
    out.lines.push_back({Kind::text, order->result.resultMessage});
  }
  return out;
}

user::Command proposedSale(scenario::Playback const& run) {
  for (scenario::ScriptStep const& step : run.scenario().steps) {
    auto const* command = std::get_if<user::Command>(&step.action);
    bool const sells = command != nullptr && command->arguments.count("currency") > 0;
    if (sells) return {"ringUp", command->arguments};
  }
  bool const yuan = run.world().acquirer.merchant.region == "CN";
  return {"ringUp",
          {{"value", yuan ? "1250" : "100"}, {"currency", yuan ? "CNY" : "JPY"}, {"orderDescription", "Goods"}}};
}

std::vector<Hand> hands(scenario::Playback const& run) {
  timeline::World const& world = run.world();
  std::vector<Hand> out;
  for (user::CommandSpec const& spec : user::commands()) {
    Hand hand{&spec, labelOf(spec.name), proposal(run, spec.name), false, ""};
    bool const phone = spec.actor == Party::user;
    auto const possible = timeline::possible(world, hand.proposal);
    if (!possible) hand.reason = possible.error().message + ".";
    else if (phone && !offeredByPhone(spec.name, world.walletApp.screen)) hand.reason = "The phone does not show this now.";
    else if (!phone && !offeredByTill(spec.name, world.acquirer)) hand.reason = "The till does not offer this now.";
    hand.offered = hand.reason.empty();
    out.push_back(std::move(hand));
  }
  return out;
}

}  // namespace aplus::ui
