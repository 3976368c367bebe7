#include "participants/user/browser.h"

#include "participants/doc_flow.h"
#include "participants/messages.h"
#include "protocol/codec/codec.h"

namespace aplus::user {
namespace {

std::string textOf(WebPage const& page, std::string_view name) {
  auto const found = page.texts.find(std::string(name));
  return found == page.texts.end() ? "" : found->second;
}

/// The browser fetches the page that it was sent to. Only the page that it shows can send it anywhere.
void follow(State& state, Party from, codec::Texts const& texts, Context& context) {
  auto const host = partyByName(texts.at("host"));
  bool const shown = state.browser && state.browser->host == from;
  if (!host || !shown) return;
  state.browser = WebPage{*host, "loading", texts.at("url"), {}};
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
void showPage(State& state, Party host, codec::Texts texts, bool onlyUpdate) {
  bool const shown = state.browser && state.browser->host == host && state.browser->url == texts["url"];
  if (onlyUpdate && !shown) return;
  WebPage page{host, texts["page"], texts["url"], {}};
  texts.erase("page");
  texts.erase("url");
  page.texts = std::move(texts);
  state.browser = std::move(page);
}

std::string const* given(std::map<std::string, std::string> const& arguments, char const* name) {
  auto const found = arguments.find(name);
  return found == arguments.end() || found->second.empty() ? nullptr : &found->second;
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
  if (message.name == kShowWebPage) showPage(state, message.from, std::move(texts), false);
  else if (message.name == kUpdateWebPage) showPage(state, message.from, std::move(texts), true);
  else if (message.name == kRedirectBrowser) follow(state, message.from, texts, context);
  else if (message.name == kSendSms) state.sms = Sms{texts["text"], texts["otpCode"], context.now()};
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
  if (command != "enterOtp" || given(arguments, "otpCode") != nullptr) return {};
  if (!state.sms || state.sms->otpCode.empty()) {
    return fail("NOT_POSSIBLE", "", "There is no one-time password on the phone; type one or have one sent");
  }
  arguments["otpCode"] = state.sms->otpCode;
  return {};
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
  auto const typed = command.arguments.find("otpCode");
  bool const onThePhone = typed != command.arguments.end() && state.sms && !typed->second.empty() &&
                          typed->second == state.sms->otpCode;
  if (command.name == "enterOtp" && onThePhone) command.arguments.erase(typed);
  return command;
}

void describeBrowser(State const& state, StateWriter& out) {
  if (state.browser) {
    out.beginObject("browser");
    out.text("host", name(state.browser->host));
    out.text("page", state.browser->name);
    out.text("url", state.browser->url);
    for (auto const& [key, text] : state.browser->texts) out.text(key, text);
    out.endObject();
  }
  if (!state.sms) return;
  out.beginObject("sms");
  out.text("text", state.sms->text);
  out.text("arrivedAt", formatIso8601(state.sms->arrivedAt, kChinaTime));
  out.endObject();
}

}  // namespace aplus::user
