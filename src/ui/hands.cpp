#include "ui/hands.h"

#include <algorithm>
#include <cctype>
#include <variant>

#include <fmt/format.h>

#include "participants/user/browser.h"
#include "protocol/client_sdk/merchant_presented_calls.h"
#include "ui/language.h"
#include "ui/step_text.h"
#include "ui/world_words.h"

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

ScreenText titled(std::string_view title) { return {std::string(title), {}}; }

ScreenText receiptText(wallet::app::Receipt const& receipt) {
  ScreenText out{std::string(receipt.paid ? tr("Paid") : tr("Not paid")), {}};
  if (receipt.paid) {
    out.lines.push_back({Kind::large, format(receipt.payToAmount)});
    if (receipt.paymentAmount.currency != receipt.payToAmount.currency) {
      out.lines.push_back({Kind::text, trf("for {}", format(receipt.paymentAmount))});
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
      if (asks) out.lines.push_back({Kind::text, std::string(tr("How much do you want to pay?"))});
      return out;
    }
    case client_sdk::Page::error: {
      if (!view.error) break;
      client_sdk::ErrorText const words = client_sdk::errorText(*view.error);
      return {words.title, {{Kind::text, words.text}, {Kind::code, view.error->reason}}};
    }
    case client_sdk::Page::problem: return {std::string(tr("The page was not opened")), {{Kind::problem, view.message}}};
    default: break;
  }
  return titled(tr("Opening the page"));
}

ScreenText codeText(wallet::app::State const& app, SimTime now) {
  ScreenText out = titled(tr("Payment code"));
  if (!app.code) return out;
  std::int64_t const left = app.code->expiresAt - now;
  out.lines.push_back({Kind::code, inFours(app.code->paymentCode.value)});
  if (left > 0) out.lines.push_back({Kind::text, trf("valid for {}", formatCountdown(left))});
  else out.lines.push_back({Kind::problem, std::string(tr("expired"))});
  return out;
}

ScreenText confirmText(wallet::app::State const& app) {
  ScreenText out = titled(tr("Pay this order?"));
  if (!app.scan.order) return out;
  wallet::app::ScannedOrder const& order = *app.scan.order;
  out.lines.push_back({Kind::large, format(order.payToAmount)});
  if (order.paymentAmount.currency != order.payToAmount.currency) {
    out.lines.push_back({Kind::text, trf("for {}", format(order.paymentAmount))});
  }
  out.lines.push_back({Kind::text, order.merchantName});
  out.lines.push_back({Kind::text, order.orderDescription});
  return out;
}

ScreenText problemText(wallet::app::State const& app) {
  if (!app.scan.problem) return titled(tr("The scan came to nothing"));
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

/// What stands on the button of a command; one that is not here says its own name.
struct Label {
  std::string_view command;
  char const* text;
};
constexpr Label kLabels[] = {
    {"openPaymentPage", phrase("Pay in store")},
    {"refreshPaymentCode", phrase("Get a new code")},
    {"switchRegion", phrase("Switch the region")},
    {"logOut", phrase("Log out")},
    {"logIn", phrase("Log in")},
    {"closePaymentPage", phrase("Close the payment page")},
    {"presentPaymentCode", phrase("Show the code to the cashier")},
    {"ringUp", phrase("Ring up")},
    {"cancelPayment", phrase("Cancel the payment")},
    {"refund", phrase("Refund")},
    {"showEntryCode", phrase("Show the shop's own code")},
    {"placeOrder", phrase("Show an order code")},
    {"showPrivateOrderCode", phrase("Show a private order code")},
    {"openScanner", phrase("Scan a code")},
    {"scanCode", phrase("Scan the code in sight")},
    {"enterAmount", phrase("Confirm the amount")},
    {"confirmPayment", phrase("Pay")},
    {"goBack", phrase("Back")},
    {"closeSdkPage", phrase("Close the page")},
    {"checkOut", phrase("Go to the checkout")},
    {"choosePaymentMethod", phrase("Choose how to pay")},
    {"confirmAccount", phrase("This is my account")},
    {"enterOtp", phrase("Enter the one-time password")},
    {"resendOtp", phrase("Send another password")},
    {"unbindAccount", phrase("Unlink the wallet account")},
    {"unbindMerchant", phrase("Unlink the shop")},
    {"agreeToAuthorization", phrase("Log in and agree")},
    {"refuseAuthorization", phrase("Do not agree")},
    {"reloadPage", phrase("Clear the cache and reload")},
    {"topUp", phrase("Top up the wallet")},
    {"setAccountStatus", phrase("Set the account's status")},
};

std::string labelOf(std::string_view command) {
  for (Label const& label : kLabels) {
    if (label.command == command) return std::string(tr(label.text));
  }
  // chooseMethod -> Choose method
  std::string out;
  for (char const c : command) {
    bool const capital = c >= 'A' && c <= 'Z';
    if (capital) out += ' ';
    out += capital ? char(c - 'A' + 'a') : c;
  }
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = char(out[0] - 'a' + 'A');
  return out;
}

std::string_view screenOf(user::CommandSpec const& spec) {
  static constexpr std::string_view kInBrowser[] = {
      "checkOut",  "choosePaymentMethod", "confirmAccount",       "enterOtp",           "resendOtp",
      "unbindAccount", "reloadPage",      "agreeToAuthorization", "refuseAuthorization"};
  if (std::find(std::begin(kInBrowser), std::end(kInBrowser), spec.name) != std::end(kInBrowser)) return "browser";
  if (spec.actor == Party::user) return "phone";
  return spec.actor == Party::acquirer ? "till" : "";
}

/// The ways to pay that the checkout page offers.
std::vector<std::string> methods(user::State const& user) {
  std::vector<std::string> out;
  if (!user.browser) return out;
  auto const listed = user.browser->texts.find("methods");
  if (listed == user.browser->texts.end()) return out;
  std::string_view rest = listed->second;
  while (!rest.empty()) {
    std::size_t const end = std::min(rest.find(' '), rest.size());
    if (end > 0) out.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

std::map<std::string, std::vector<std::string>> choices(timeline::World const& world, std::string_view command) {
  if (command == "setAccountStatus") return {{"status", {"active", "frozen", "closed"}}};
  if (command == "enterOtp") return {{"agree", {"true"}}};
  if (command != "choosePaymentMethod") return {};
  auto offered = methods(world.user);
  if (offered.empty()) return {};
  return {{"method", std::move(offered)}};
}

user::Command proposal(scenario::Playback const& run, std::string_view name) {
  user::Command command{std::string(name), {}};
  timeline::World const& world = run.world();
  if (name == "ringUp" || name == "placeOrder" || name == "showPrivateOrderCode" || name == "checkOut") {
    command.arguments = proposedSale(run).arguments;
  } else if (name == "choosePaymentMethod") {
    auto const offered = methods(world.user);
    command.arguments["method"] = offered.empty() ? "easyPay" : offered.front();
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
    case Screen::home: return {std::string(tr("My Wallet")), {{Kind::text, trf("Where you are: {}", app.region)}}};
    case Screen::loggedOut: return {std::string(tr("My Wallet")), {{Kind::text, std::string(tr("Nobody is logged in."))}}};
    case Screen::loadingCode: return titled(tr("Getting a payment code"));
    case Screen::paymentCode: return codeText(app, world.now);
    case Screen::codeError:
      if (!app.codeError) break;
      return {std::string(tr("No code this time")),
              {{Kind::text, app.codeError->errorMessage},
               {Kind::problem, app.codeError->errorCode},
               {Kind::text, std::string(tr("The app tries again by itself."))}}};
    case Screen::paymentResult:
      if (!app.receipt) break;
      return receiptText(*app.receipt);
    case Screen::camera:
      return {std::string(tr("Camera")),
              {{Kind::text, std::string(user::visibleCode(world.user).empty() ? tr("There is no code in sight. Let the shop show one.")
                                                                        : tr("The shop's code is in sight."))}}};
    case Screen::identifying: return titled(tr("Looking at the code"));
    case Screen::scanProblem: return problemText(app);
    case Screen::sdkPage: return sdkPageText(world.clientSdk.webView);
    case Screen::confirmPayment: return confirmText(app);
    case Screen::paying: return titled(tr("Paying"));
    default: break;
  }
  return {world.user.phoneSays.empty() ? std::string(tr("My Wallet")) : world.user.phoneSays, {}};
}

ScreenText tillText(timeline::World const& world) {
  acquirer::State const& shop = world.acquirer;
  acquirer::Order const* order = orderOnTill(shop);
  ScreenText out;
  switch (shop.till) {
    case Till::idle: out.title = tr("Ready for the next customer"); return out;
    case Till::awaitingCode:
      out.title = tr("Waiting for the customer's code");
      if (!shop.sale) return out;
      out.lines.push_back({Kind::large, format(shop.sale->amount)});
      out.lines.push_back({Kind::text, shop.sale->orderDescription});
      return out;
    case Till::showingCode:
      out.title = shop.presented.kind == acquirer::CodeKind::entryCode ? tr("Scan, type the amount, pay") : tr("Scan to pay");
      if (order != nullptr) out.lines.push_back({Kind::large, format(order->sale.amount)});
      out.lines.push_back({Kind::code, shop.presented.codeValue});
      return out;
    case Till::paying: out.title = tr("Asking Alipay+"); break;
    case Till::paid: out.title = tr("Paid"); break;
    case Till::failed: out.title = tr("Declined"); break;
    case Till::cancelling: out.title = tr("Cancelling"); break;
    case Till::cancelled: out.title = tr("Cancelled"); break;
    case Till::refunding: out.title = tr("Refunding"); break;
  }
  if (order == nullptr) return out;
  out.lines.push_back({Kind::large, format(order->sale.amount)});
  if (!order->sale.orderDescription.empty()) out.lines.push_back({Kind::text, order->sale.orderDescription});
  if (Money const back = acquirer::refunded(*order); back.amountMinor > 0) {
    out.lines.push_back({Kind::text, trf("refunded {}", format(back))});
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
  std::string const& region = run.world().acquirer.merchant.region;
  std::string const& own = run.world().walletServer.currency;
  bool const yuan = region == "CN";
  bool const yen = region == "JP";
  return {"ringUp",
          {{"value", yuan ? "1250" : yen ? "100" : "2000"},
           {"currency", yuan ? "CNY" : yen ? "JPY" : own},
           {"orderDescription", "Goods"}}};
}

std::vector<Hand> hands(scenario::Playback const& run) {
  timeline::World const& world = run.world();
  std::vector<Hand> out;
  for (user::CommandSpec const& spec : user::commands()) {
    Hand hand{&spec, screenOf(spec), labelOf(spec.name), proposal(run, spec.name), choices(world, spec.name), false, ""};
    bool const phone = spec.actor == Party::user;
    auto const possible = timeline::possible(world, hand.proposal);
    if (!possible) hand.reason = reasonWords(possible.error().message + ".");
    else if (phone && !offeredByPhone(spec.name, world.walletApp.screen)) hand.reason = tr("The phone does not show this now.");
    else if (!phone && !offeredByTill(spec.name, world.acquirer)) hand.reason = tr("The till does not offer this now.");
    hand.offered = hand.reason.empty();
    out.push_back(std::move(hand));
  }
  return out;
}

}  // namespace aplus::ui
