#pragma once

#include <cstdint>
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

/// How the world is before the first step.
struct Setup {
  SimTime clock;
  std::string region;           ///< where the user is, ISO 3166
  std::string walletCurrency;
  Money userBalance;
  bool userFrozen = false;
  acquirer::Merchant merchant;
  std::vector<alipayplus::Quote> quotes;
  std::vector<network::FaultRule> faults;
};

/// Let things happen until a condition holds.
struct RunUntilIdle {};
struct RunUntilMessage {
  network::Match match;
};
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

/// A message of the run, chosen by what it is and its place among its like.
struct MessageQuery {
  network::Match match;
  std::int32_t nth = 1;
};

/// What should be true at the end.
struct Expectation {
  enum class Kind : std::uint8_t { message, count, state };

  std::string text;
  Kind kind = Kind::message;
  MessageQuery message;   ///< for `message` and `count`
  Party party = Party::walletServer;  ///< for `state`
  std::string path;       ///< JSON pointer into the body or the state
  std::string expected;   ///< compared as text
};

struct Scenario {
  std::string id;
  std::string title;
  std::string summary;
  std::string source;  ///< address and section of the official page that it shows
  Setup setup;
  std::vector<ScriptStep> steps;
  std::vector<Expectation> expectations;
};

/// Reads a scenario file. `file` is only used in error texts. Errors are of the code
/// `INVALID_SCENARIO`; their path is `file:line:column`.
Result<Scenario> parse(std::string_view text, std::string_view file);

/// The scenarios that come with the playground, sorted as they are meant to be read.
std::vector<Scenario> const& builtin();

/// Error `UNKNOWN_SCENARIO` lists ids that look alike.
Result<Scenario> findBuiltin(std::string_view id);

/// The world of a scenario before its first step. A run is this and a list of inputs.
timeline::World makeWorld(Scenario const& scenario, std::uint64_t seed);

}  // namespace aplus::scenario
