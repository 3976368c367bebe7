#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/strong_id.h"
#include "participants/context.h"
#include "participants/state_writer.h"

namespace aplus::user {

/// A page in the user's browser.
struct WebPage {
  Party host = Party::acquirer;  ///< whose page it is: the merchant's, Alipay+'s, the wallet's
  std::string name;              ///< which one, such as "checkout"; "loading" until the host has answered
  std::string url;
  std::map<std::string, std::string> texts;  ///< all that it says, and what it needs to be drawn

  bool operator==(WebPage const&) const = default;
};

/// A short message on the phone.
struct Sms {
  std::string text;
  std::string otpCode;  ///< the one-time password in it; empty when there is none
  SimTime arrivedAt;
  /// When its notification leaves the screen: that of a password when its time is up, when another message comes, or
  /// when the page that asked for it goes on. Sandbox choice.
  SimTime shownUntil;

  bool operator==(Sms const&) const = default;
};

/// What the person has before their eyes.
struct State {
  /// The code on the phone's screen; gone when the page is closed or the code has expired.
  std::optional<PaymentCode> codeOnPhone;
  /// The last words of each screen, for the person to remember: "Paid 1000 KRW".
  std::string phoneSays;
  std::string tillSays;
  /// What kind of page the phone shows, where that decides what can be touched: "amount", "confirm".
  std::string phonePage;
  /// The code that the merchant shows, and the flow that it begins; empty when there is none.
  std::string merchantCode;
  std::string merchantFlow;
  std::optional<WebPage> browser;  ///< the browser is closed when there is none
  std::optional<Sms> sms;          ///< the last one that came
  /// The passwords of all that came, oldest first: the person can look them up, although the screen shows them no more.
  std::vector<std::string> passwords;
  std::string ownLoginId;          ///< what the user logs in to the wallet with, and knows by heart

  bool operator==(State const&) const = default;
};

/// Something that a person can do, at the phone or at the till. All arguments are texts.
struct Command {
  std::string name;
  std::map<std::string, std::string> arguments;

  bool operator==(Command const&) const = default;
};

/// One argument of a command.
struct ArgumentSpec {
  std::string_view name;
  bool required = false;
  std::string_view meaning;
};

/// A command that exists, for help texts and for checking what was asked.
struct CommandSpec {
  std::string_view name;
  Party actor = Party::user;      ///< whose hand it is; the cashier's is the acquirer's
  Party target = Party::walletApp;  ///< the screen or scanner that is touched
  std::string_view meaning;
  std::vector<ArgumentSpec> arguments;
};

/// Every command that a person or a scenario may give.
std::vector<CommandSpec> const& commands();

/// Whether there is such a command and it takes these arguments. Errors: `UNKNOWN_COMMAND`,
/// `INVALID_ARGUMENT`.
Result<void> check(Command const& command);

/// What the command puts on the way: a tap on the phone, a code held under the scanner. Nothing
/// changes here. Errors: `UNKNOWN_COMMAND` (with the names that exist), `INVALID_ARGUMENT`,
/// `NOT_POSSIBLE` when the world does not allow it, such as showing a code that is not on the screen.
Result<Envelope> act(State const& state, Command const& command);

/// The command as it is kept and shared: a one-time password that came to the phone is left out. It is taken from the
/// message, by its number when it is not the last.
Command withoutSecrets(State const& state, Command command);

/// Whether the notification of the last short message is on the screen.
bool showsSms(State const& state, SimTime now);

/// The one-time password that the phone's screen shows; empty when it shows none.
std::string shownPassword(State const& state, SimTime now);

void onMessage(State& state, Envelope const& message, Context& context);

/// A password that is not on the screen is not written.
void describe(State const& state, SimTime now, StateWriter& out);

}  // namespace aplus::user
