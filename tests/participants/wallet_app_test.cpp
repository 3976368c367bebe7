// The payment page of the app over whole runs: retry, stock of codes, region, logging in and out.

#include <set>

#include <gtest/gtest.h>

#include "scenario/playback.h"

namespace aplus {
namespace {

using scenario::Playback;
using wallet::app::Screen;

scenario::Scenario page() {
  auto scenario = *scenario::findBuiltin("upm-second-code");
  scenario.steps.resize(1);  // the page is opened
  return scenario;
}

Playback play(scenario::Scenario scenario, std::int64_t ms) {
  scenario.steps.push_back({"rest", "", scenario::RunFor{ms}});
  auto playback = Playback::load(scenario, 1);
  EXPECT_TRUE(playback) << playback.error().message;
  playback->runToEnd();
  return std::move(*playback);
}

network::FaultRule lost(Party to, std::string name, std::int32_t nth, std::int32_t times) {
  network::FaultRule fault;
  fault.match.to = to;
  fault.match.name = std::move(name);
  fault.kind = network::FaultKind::drop;
  fault.nth = nth;
  fault.times = times;
  return fault;
}

/// When the app asked for a code, in seconds from the start.
std::vector<std::int64_t> attempts(Playback const& playback) {
  std::vector<std::int64_t> seconds;
  SimTime const start = playback.scenario().setup.clock;
  for (std::size_t n = 1; n <= playback.length(); ++n) {
    auto const& step = playback.timeline().record(n);
    if (step.envelope.name == "getPaymentCode") seconds.push_back((step.time - start) / kSecondMs);
  }
  return seconds;
}

// shows: upm-code-retry
TEST(WalletApp, TriesAgainLaterAndLater) {
  auto scenario = page();
  scenario.setup.faults = {lost(Party::alipayplus, "createSession", 1, 100)};
  auto const playback = play(scenario, 270 * kSecondMs);
  // Each attempt takes the five seconds of the SDK's time-out, and then 2, 4, 8, 16, 32, 64, 64 s pass.
  EXPECT_EQ(attempts(playback), (std::vector<std::int64_t>{0, 7, 16, 29, 50, 87, 156, 225}));
  EXPECT_EQ(playback.world().walletApp.screen, Screen::codeError);
}

// shows: upm-code-minute
TEST(WalletApp, KeepsACodeAsLongAsItIsGoodAndNoLonger) {
  auto scenario = page();
  scenario.setup.faults = {lost(Party::alipayplus, "requestPaymentCode", 2, 100)};
  auto const early = play(scenario, 59 * kSecondMs);
  EXPECT_EQ(early.world().walletApp.screen, Screen::paymentCode);
  auto const late = play(scenario, 62 * kSecondMs);
  EXPECT_EQ(late.world().walletApp.screen, Screen::codeError);
  EXPECT_FALSE(late.world().user.codeOnPhone) << "nobody can be made to pay with an ended code";
}

// shows: upm-code-server
TEST(WalletApp, FallsThroughItsStockOfCodesWhenOffline) {
  auto scenario = page();
  scenario.setup.wallet.integration = wallet::app::Integration::server;
  scenario.setup.wallet.codeQuantity = 3;
  scenario.setup.faults = {lost(Party::walletServer, "fetchPaymentCodes", 2, 100)};
  std::set<std::string> shown;
  for (int minute = 0; minute < 3; ++minute) {
    auto const playback = play(scenario, minute * kMinuteMs + 10 * kSecondMs);
    ASSERT_TRUE(playback.world().walletApp.code) << minute;
    shown.insert(playback.world().walletApp.code->paymentCode.value);
  }
  EXPECT_EQ(shown.size(), 3u);
  EXPECT_EQ(play(scenario, 3 * kMinuteMs + 10 * kSecondMs).world().walletApp.screen, Screen::codeError);
}

TEST(WalletApp, ReportsThatAlipayplusIsSilentToTheServer) {
  auto scenario = page();
  scenario.setup.wallet.integration = wallet::app::Integration::server;
  scenario.setup.faults = {lost(Party::alipayplus, "getPaymentCode", 1, 100)};
  auto const playback = play(scenario, 5 * kSecondMs);
  EXPECT_EQ(playback.world().walletApp.codeError->errorCode, "UNKNOWN_EXCEPTION");
}

// shows: upm-logout
TEST(WalletApp, ShowsNoCodeToSomebodyWhoIsNotLoggedIn) {
  auto scenario = page();
  scenario.steps.push_back({"code", "", scenario::RunUntilIdle{}});
  scenario.steps.push_back({"out", "", user::Command{"logOut", {}}});
  scenario.steps.push_back({"open", "", user::Command{"openPaymentPage", {}}});
  auto const playback = play(scenario, 5 * kMinuteMs);
  EXPECT_EQ(playback.world().walletApp.screen, Screen::loggedOut);
  EXPECT_FALSE(playback.world().user.codeOnPhone);
  EXPECT_TRUE(playback.world().alipayplus.sessions.empty());
  EXPECT_TRUE(playback.world().alipayplus.logins.empty());
}

// shows: upm-token-refresh-invalid, upm-token-retry
TEST(WalletApp, GetsACodeAgainWhenTheRefreshTokenIsRefused) {
  auto scenario = page();
  scenario.setup.wallet.lifetimes.accessTokenMs = 11 * kMinuteMs;
  auto playback = play(scenario, 10 * kMinuteMs);
  auto world = playback.world();
  world.walletServer.tokens.clear();  // the wallet's data were lost
  timeline::Timeline run(world);
  bool refused = false;
  while (run.world().now < world.now + 3 * kMinuteMs) {
    ASSERT_TRUE(run.append(timeline::DeliverNext{}));
    refused = refused || run.record(run.cursor()).envelope.message.body.find("INVALID_REFRESH_TOKEN") != std::string::npos;
  }
  EXPECT_TRUE(refused);
  EXPECT_EQ(run.world().walletApp.screen, Screen::paymentCode) << "with a new auth code";
  EXPECT_EQ(run.world().walletServer.authCodes.size(), 2u);
}

}  // namespace
}  // namespace aplus
