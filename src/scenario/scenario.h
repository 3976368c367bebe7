#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/error.h"
#include "network/network.h"
#include "participants/acquirer/acquirer.h"
#include "participants/user/user.h"
#include "timeline/world.h"

namespace aplus::scenario {

/// The wallet and the account of the user who pays.
struct WalletSetup {
  std::string currency;
  Money balance;
  /// What the wallet knows of the user; ids and ledger account are the sandbox's unless given.
  wallet::server::Account account;
  wallet::server::Conduct conduct;
  wallet::app::Integration integration = wallet::app::Integration::session;
  std::int64_t codeQuantity = 1;  ///< codes that the server integration fetches at once
  bool callsInit = true;
  wallet::server::Lifetimes lifetimes;
};

/// What Alipay+ does of its own in this world.
struct AlipayplusSetup {
  alipayplus::Lifetimes lifetimes;
  std::int64_t responseTimeoutMs = 4 * kSecondMs;
};

/// What differs from world to world when merchants show the code.
struct MerchantPresentedSetup {
  alipayplus::RegulationLimits limits;
  bool overLimitIsSuccess = false;
  wallet::server::ActionFormConduct actionForm = wallet::server::ActionFormConduct::obeyed;
  std::map<CustomerId, std::string> individuals;
  std::vector<alipayplus::EarlierPayment> earlier;  ///< without a customerId: of the user of this world
};

/// What differs from world to world in Easy Pay and account binding.
struct EasyPaySetup {
  wallet::server::OtpRules otpRules;
  alipayplus::EasyPayMistake mistake = alipayplus::EasyPayMistake::none;
  alipayplus::AuthNotifyConduct authNotify;
  std::int64_t paymentMs = 15 * kMinuteMs;  ///< how long the user may take to pay
  bool shopAsksForLoginId = true;           ///< otherwise Alipay+ asks on its page
  std::string passThroughInfo;              ///< risk information of the merchant
  std::vector<std::string> scopes{"AGREEMENT_PAY"};  ///< what account binding asks for
};

/// How the world is before the first step.
struct Setup {
  SimTime clock;
  std::string region;  ///< where the user is, ISO 3166
  WalletSetup wallet;
  acquirer::Merchant merchant;
  AlipayplusSetup alipayplus;
  MerchantPresentedSetup merchantPresented;
  EasyPaySetup easyPay;
  std::vector<alipayplus::Quote> quotes;
  QuoteScaling quoteScaling = QuoteScaling::majorUnits;
  std::vector<alipayplus::Promotion> promotions;
  std::optional<Money> surcharge;
  std::vector<network::FaultRule> faults;
};

/// Let things happen until nothing but timers is left.
struct RunUntilIdle {};

/// Let things happen until a message has arrived.
struct RunUntilMessage {
  network::Match match;
};

/// Let things happen for a while.
struct RunFor {
  std::int64_t ms = 0;
};

using Action = std::variant<user::Command, RunUntilIdle, RunUntilMessage, RunFor>;

/// One step of the script.
struct ScriptStep {
  std::string id;
  std::string say;  ///< what happens here and why, for people
  Action action;
};

/// What should be true. `message` looks into the last matching message's body, `count` counts
/// matching messages, `state` looks into a party's state at the end of a script step or of the run.
struct Expectation {
  enum class Kind : std::uint8_t { message, count, state };

  std::string text;
  Kind kind = Kind::message;
  network::Match match;               ///< for `message` and `count`
  Party party = Party::walletServer;  ///< for `state`
  std::string step;                   ///< a script step's id; empty for the end of the run
  std::string at;                     ///< JSON pointer into the body or the state
  std::string is;                     ///< the value, compared as text
};

struct Scenario {
  std::string id;
  std::string title;
  std::string summary;
  std::string source;  ///< address of the official page that it shows
  /// Ids of the rules of that page that it shows, see docs/protocol/rules.
  std::vector<std::string> shows;
  Setup setup;
  std::vector<ScriptStep> steps;
  std::vector<Expectation> expectations;
  bool builtin = false;  ///< came with the playground, so its id is enough to find it again
};

/// Reads a scenario file. `file` is only used in error texts. Errors have the code
/// `INVALID_SCENARIO` and the path `file:line:column`.
Result<Scenario> parse(std::string_view text, std::string_view file);

/// The scenarios that come with the playground, sorted as they are meant to be read.
std::vector<Scenario> const& builtinScenarios();

/// Error `UNKNOWN_SCENARIO` lists ids that look alike.
Result<Scenario> findBuiltin(std::string_view id);

/// The world of a scenario before its first step. A run is this and a list of inputs.
timeline::World makeWorld(Scenario const& scenario, std::uint64_t seed);

}  // namespace aplus::scenario
