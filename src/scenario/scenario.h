#pragma once

#include <array>
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

/// Who the user is, unless told. Sandbox choice.
inline constexpr std::string_view kDefaultCustomerId = "2160220000000001";

/// Another customer of the same wallet.
struct OtherAccount {
  wallet::server::Account account;
  Money balance;
};

/// The wallet and the account of the user who pays.
struct WalletSetup {
  std::string currency;
  Money balance;
  /// What the wallet knows of the user; ids and ledger account are the sandbox's unless given.
  wallet::server::Account account;
  std::vector<OtherAccount> others;  ///< as whom somebody may log in on the same phone
  wallet::server::Conduct conduct;
  wallet::app::Integration integration = wallet::app::Integration::session;
  std::int64_t codeQuantity = 1;  ///< codes that the server integration fetches at once
  bool callsInit = true;
  wallet::server::Lifetimes lifetimes;
};

/// What Alipay+ does of its own in this world.
struct AlipayplusSetup {
  alipayplus::Lifetimes lifetimes;
  std::string paymentCodeEnding;  ///< digits that all payment codes end in
  std::int64_t responseTimeoutMs = 4 * kSecondMs;
  std::int32_t cashierErrors = 0;  ///< how many cashier pages come as a system error
};

/// What differs from world to world when merchants show the code.
struct MerchantPresentedSetup {
  alipayplus::RegulationLimits limits;
  bool overLimitIsSuccess = false;
  wallet::server::ActionFormConduct actionForm = wallet::server::ActionFormConduct::obeyed;
  std::map<CustomerId, std::string> individuals;
  std::vector<alipayplus::EarlierPayment> earlier;  ///< without a customerId: of the user of this world
};

/// What the acquirer asks for and does wrong in this world.
struct AcquirerSetup {
  /// Which half of the production's access it uses in the sandbox.
  enum class MixUp : std::uint8_t { none, productionKey, productionClientId };

  acquirer::Mistakes mistakes;
  MixUp mixUp = MixUp::none;
  std::int64_t cashierExpiryMs = 0;  ///< what it asks for in a cashier payment; 0: nothing
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
  AcquirerSetup acquirer;
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

/// Let things happen until a timer has run out, and what follows from it has come to rest.
struct RunUntilTimer {
  bool operator==(RunUntilTimer const&) const = default;
};

using Action = std::variant<user::Command, RunUntilIdle, RunUntilMessage, RunFor, RunUntilTimer>;

/// What a lesson is about; the start page has a card for each.
enum class Flow : std::uint8_t {
  session,      ///< sessions, tokens and payment codes
  pay,          ///< pay at the wallet's server
  signatures,
  faults,       ///< lost, slow and late messages, cancellations
  refund,       ///< refunds, promotions, surcharges
  limits,       ///< codes that merchants show, and the limits of the mainland
  easyPay,
  binding,
  cashier,
  acquirer,
  free,         ///< nothing in particular: a world to play in
};

inline constexpr std::array<Flow, 11> kFlows{
    Flow::session, Flow::pay,     Flow::signatures, Flow::faults,   Flow::refund, Flow::limits,
    Flow::easyPay, Flow::binding, Flow::cashier,    Flow::acquirer, Flow::free};

/// As scenario files name it: `easy-pay`.
std::string_view name(Flow flow);

/// One step of the script.
struct ScriptStep {
  std::string id;
  std::string say;  ///< what happens here and why, for people
  Action action;
  std::string yourWallet = {};  ///< what a wallet must do here; empty where the protocol's own duties say it
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

/// What a reader can try to answer before going on.
struct Question {
  std::string step;  ///< id of the script's step after which it is asked; empty for the end
  std::string question;
  std::vector<std::string> answers;
  std::size_t right = 0;
  std::string why;
};

struct Scenario {
  std::string id;
  std::string title;
  std::string summary;
  Flow flow = Flow::free;
  std::string source;  ///< address of the official page that it shows
  /// Ids of the rules of that page that it shows, see docs/protocol/rules.
  std::vector<std::string> shows;
  Setup setup;
  std::vector<ScriptStep> steps;
  std::vector<Expectation> expectations;
  std::optional<Question> check;
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
