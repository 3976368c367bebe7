#include "participants/user/browser.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/messages.h"
#include "protocol/codec/codec.h"

namespace aplus::user {
namespace {

std::string textOf(WebPage const& page, std::string_view name) {
  auto const found = page.texts.find(std::string(name));
  return found == page.texts.end() ? "" : found->second;
}

/// Sandbox choice: nobody leaves a message with a password on the screen once the page that asked for it has gone on.
void goOn(State& state, WebPage page, SimTime now) {
  bool const asked = state.browser && state.browser->name == "otp" && page.name != "otp";
  if (asked && showsSms(state, now)) state.sms->shownUntil = now;
  state.browser = std::move(page);
}

/// What only tells something does not stay. Sandbox choice.
constexpr std::int64_t kNewsStaysMs = kMinuteMs;

void takeSms(State& state, codec::Texts texts, SimTime now) {
  auto const expires = parseIso8601(texts["expiresAt"]);
  state.sms = Sms{texts["text"], texts["otpCode"], now, expires ? *expires : now + kNewsStaysMs};
  if (!state.sms->otpCode.empty()) state.passwords.push_back(state.sms->otpCode);
}

/// The browser fetches the page that it was sent to. Only the page that it shows can send it anywhere.
void follow(State& state, Party from, codec::Texts const& texts, Context& context) {
  auto const host = partyByName(texts.at("host"));
  bool const shown = state.browser && state.browser->host == from;
  if (!host || !shown) return;
  goOn(state, WebPage{*host, "loading", texts.at("url"), {}}, context.now());
  Envelope request;
  request.kind = Kind::ui;
  request.phase = Phase::event;
  request.from = Party::user;
  request.to = *host;
  request.name = std::string(kOpenWebPage);
  request.message.body = codec::encodeTexts({{"url", texts.at("url")}});
  context.send(std::move(request));
}

/// A page is shown when it was asked for, and changed only while it is the one that is shown.
void showPage(State& state, Party host, codec::Texts texts, bool onlyUpdate, SimTime now) {
  bool const shown = state.browser && state.browser->host == host && state.browser->url == texts["url"];
  if (onlyUpdate && !shown) return;
  WebPage page{host, texts["page"], texts["url"], {}};
  texts.erase("page");
  texts.erase("url");
  page.texts = std::move(texts);
  goOn(state, std::move(page), now);
}

std::string const* given(std::map<std::string, std::string> const& arguments, char const* name) {
  auto const found = arguments.find(name);
  return found == arguments.end() || found->second.empty() ? nullptr : &found->second;
}

/// What is typed, or the password of a message on the phone: of the last one, unless its number is given.
Result<void> completePassword(State const& state, std::map<std::string, std::string>& arguments) {
  std::string const* const which = given(arguments, "sms");
  std::string const number = which == nullptr ? std::to_string(state.passwords.size()) : *which;
  arguments.erase("sms");
  if (given(arguments, "otpCode") != nullptr) return {};
  for (std::size_t i = 0; i < state.passwords.size(); ++i) {
    if (std::to_string(i + 1) != number) continue;
    arguments["otpCode"] = state.passwords[i];
    return {};
  }
  return fail("NOT_POSSIBLE", "", state.passwords.empty()
                                      ? "There is no one-time password on the phone; type one or have one sent"
                                      : fmt::format("The phone has {} one-time passwords; sms counts them from 1", state.passwords.size()));
}

/// The step of choosing a stored authorization depends on how it was made.
DocStep choiceStep(State const& state, std::string const& method) {
  if (method == "easyPay") return {kEasyPayFlow, "1"};
  if (method == "bindAccount") return {kBindingFlow, "1"};
  if (method != "storedToken" || !state.browser) return {};
  return bindingStep(textOf(*state.browser, "storedBy") == "bindAccount", "15", "24");
}

}  // namespace

bool onWebMessage(State& state, Envelope const& message, Context& context) {
  codec::Texts texts = codec::decodeTexts(message.message.body);
  if (message.name == kShowWebPage) showPage(state, message.from, std::move(texts), false, context.now());
  else if (message.name == kUpdateWebPage) showPage(state, message.from, std::move(texts), true, context.now());
  else if (message.name == kRedirectBrowser) follow(state, message.from, texts, context);
  else if (message.name == kSendSms) takeSms(state, std::move(texts), context.now());
  else return false;
  return true;
}

Result<void> checkBrowser(State const& state, std::string_view command) {
  struct Row {
    std::string_view command;
    Party host;
    std::string_view pages;  ///< with blanks around each
    std::string_view message;
  };
  static constexpr Row kRows[] = {
      {"choosePaymentMethod", Party::acquirer, " checkout ",
       "The browser does not show a checkout page; use checkOut first"},
      {"confirmAccount", Party::alipayplus, " account ", "No page asks to confirm a wallet account"},
      {"enterOtp", Party::alipayplus, " otp ", "No page asks for a one-time password"},
      {"agreeToAuthorization", Party::walletServer, " authorize ", "No page of the wallet asks to agree"},
      {"refuseAuthorization", Party::walletServer, " authorize ", "No page of the wallet asks to agree"},
      {"reloadPage", Party::alipayplus, " cashier ", "The browser shows no cashier page"},
      {"resendOtp", Party::alipayplus, " otp ", "No page offers another one-time password"},
  };
  for (Row const& row : kRows) {
    if (row.command != command) continue;
    bool const shown = state.browser && state.browser->host == row.host &&
                       row.pages.find(" " + state.browser->name + " ") != row.pages.npos;
    if (!shown) return fail("NOT_POSSIBLE", "", std::string(row.message));
    if (textOf(*state.browser, "busy") == "true") {
      return fail("NOT_POSSIBLE", "", "The page waits for an answer; let it come first");
    }
  }
  return {};
}

Result<void> completeWebArguments(State const& state, std::string_view command,
                                  std::map<std::string, std::string>& arguments) {
  bool const asks = command == "choosePaymentMethod" || command == "confirmAccount";
  if (asks && given(arguments, "userLoginId") == nullptr &&
      textOf(*state.browser, "asksForLoginId") == "true") {
    arguments["userLoginId"] = state.ownLoginId;
  }
  bool const onPage = command == "reloadPage" || command == "agreeToAuthorization" || command == "refuseAuthorization";
  if (onPage) arguments["url"] = state.browser->url;
  if (command == "agreeToAuthorization" && given(arguments, "userLoginId") == nullptr) {
    arguments["userLoginId"] = state.ownLoginId;
  }
  return command == "enterOtp" ? completePassword(state, arguments) : Result<void>{};
}

DocStep webStepOf(State const& state, std::string_view command,
                  std::map<std::string, std::string> const& arguments) {
  if (command == "choosePaymentMethod") return choiceStep(state, arguments.at("method"));
  if (command == "enterOtp") return bindingStep(textOf(*state.browser, "purpose") == "bind", "8", "11");
  return {};
}

std::string visibleCode(State const& state) {
  std::string onPage = state.browser ? textOf(*state.browser, "codeValue") : "";
  return onPage.empty() ? state.merchantCode : onPage;
}

Command withoutSecrets(State const& state, Command command) {
  std::string const* const typed = given(command.arguments, "otpCode");
  if (command.name != "enterOtp" || typed == nullptr) return command;
  auto const came = std::find(state.passwords.rbegin(), state.passwords.rend(), *typed);
  if (came == state.passwords.rend()) return command;
  command.arguments.erase("otpCode");
  command.arguments.erase("sms");
  if (came != state.passwords.rbegin()) command.arguments["sms"] = std::to_string(state.passwords.rend() - came);
  return command;
}

bool showsSms(State const& state, SimTime now) { return state.sms && now < state.sms->shownUntil; }

std::string shownPassword(State const& state, SimTime now) { return showsSms(state, now) ? state.sms->otpCode : ""; }

void describeBrowser(State const& state, SimTime now, StateWriter& out) {
  if (state.browser) {
    out.beginObject("browser");
    out.text("host", name(state.browser->host));
    out.text("page", state.browser->name);
    out.text("url", state.browser->url);
    for (auto const& [key, text] : state.browser->texts) out.text(key, text);
    out.endObject();
  }
  if (!state.sms) return;
  bool const readable = state.sms->otpCode.empty() || showsSms(state, now);
  out.beginObject("sms");
  out.text("text", readable ? state.sms->text : "A one-time password; it is not on the screen any more.");
  out.text("arrivedAt", formatIso8601(state.sms->arrivedAt, kChinaTime));
  out.text("shownUntil", formatIso8601(state.sms->shownUntil, kChinaTime));
  out.endObject();
}

}  // namespace aplus::user
