#include <map>
#include <set>

#include <gtest/gtest.h>

#include "inspect/export.h"
#include "scenario/playback.h"
#include "support/files.h"

namespace aplus::scenario {
namespace {

Playback play(std::string_view id, std::uint64_t seed = 1) {
  auto playback = Playback::load(*findBuiltin(id), seed);
  EXPECT_TRUE(playback) << playback.error().message;
  return std::move(*playback);
}

TEST(BuiltinScenarios, HoldWhatTheyPromiseForManySeeds) {
  ASSERT_GE(builtinScenarios().size(), 4u);
  for (Scenario const& scenario : builtinScenarios()) {
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
      auto const playback = Playback::load(scenario, seed);
      ASSERT_TRUE(playback) << scenario.id << ": " << playback.error().message;
      EXPECT_FALSE(playback->expectations().empty());
      for (auto const& checks : {playback->expectations(), playback->invariants()}) {
        for (Check const& check : checks) {
          EXPECT_TRUE(check.ok) << scenario.id << " seed " << seed << ": " << check.subject << " " << check.text;
        }
      }
    }
  }
}

TEST(BuiltinScenarios, HaveNewcomersInMind) {
  for (Scenario const& scenario : builtinScenarios()) {
    EXPECT_FALSE(scenario.title.empty());
    EXPECT_GE(scenario.summary.size(), 60u) << scenario.id;
    EXPECT_TRUE(scenario.source.starts_with("https://docs.alipayplus.com/")) << scenario.id;
    for (ScriptStep const& step : scenario.steps) EXPECT_GE(step.say.size(), 20u) << step.id;
  }
}

// The message flow as a person reads it; the diff of this file is the review of a change.
// APLUS_RECORD=1 writes it anew.
TEST(BuiltinScenarios, FollowTheRecordedFlow) {
  for (Scenario const& scenario : builtinScenarios()) {
    Playback playback = play(scenario.id);
    playback.runToEnd();
    std::string const table = inspect::toTable(
        playback.timeline(), {scenario.id, 1, playback.expectations(), playback.invariants()});
    test::expectGolden("tests/scenarios/golden/" + scenario.id + ".txt", table);
  }
}

TEST(DocumentSteps, OfCodesFromTheWalletsOwnServerAreSeen) {
  Playback playback = play("upm-server-codes");
  std::map<std::string, Party> steps;
  for (std::size_t n = 1; n <= playback.length(); ++n) {
    Envelope const& envelope = playback.timeline().record(n).envelope;
    if (envelope.docStep.section == "Make a payment") steps.emplace(envelope.docStep.step, envelope.from);
  }
  using enum Party;
  EXPECT_EQ(steps, (std::map<std::string, Party>{
                       {"6", walletApp}, {"7", walletServer}, {"8", alipayplus}, {"9", walletServer}, {"10", walletApp}}));
}

// A refusal is an answer like any other, and a refreshed token no session.
TEST(DocumentSteps, OfAnswersAreInTheSectionOfTheirRequests) {
  std::set<std::string> const sections{"Establish session", "Refresh access token", "Process the payment"};
  for (Scenario const& scenario : builtinScenarios()) {
    Playback playback = play(scenario.id);
    std::map<SequenceNo, std::string> asked;
    for (std::size_t n = 1; n <= playback.length(); ++n) {
      Envelope const& envelope = playback.timeline().record(n).envelope;
      std::string const section(envelope.docStep.section);
      if (envelope.phase == Phase::request) asked[envelope.id] = section;
      if (envelope.phase != Phase::response || !sections.contains(asked[envelope.inReplyTo])) continue;
      EXPECT_EQ(section, asked[envelope.inReplyTo]) << scenario.id << " step " << n;
    }
  }
}

TEST(UpmPay, SignsAndVerifiesEveryMessageBetweenServers) {
  Playback playback = play("upm-pay");
  playback.runToEnd();
  int checked = 0;
  for (std::size_t n = 1; n <= playback.length(); ++n) {
    timeline::StepRecord const& step = playback.timeline().record(n);
    bool const ownLine = step.envelope.from == Party::walletApp || step.envelope.to == Party::walletApp;
    bool const signedLine = step.envelope.kind == Kind::http && !ownLine;
    EXPECT_EQ(step.signature.has_value(), signedLine) << step.envelope.name;
    if (!step.signature) continue;
    EXPECT_TRUE(step.signature->valid) << step.signature->reason;
    EXPECT_EQ(step.signature->signer, name(step.envelope.from));
    ++checked;
  }
  EXPECT_EQ(checked, 8) << "applyToken, the acquirer's pay, the wallet's pay and the notification, each both ways";
}

TEST(UpmPay, EndsOtherwiseWhenTheBalanceIsLower) {
  Scenario scenario = *findBuiltin("upm-pay");
  scenario.setup.wallet.balance.amountMinor = 999;
  auto playback = *Playback::load(scenario, 1);
  playback.runToEnd();
  auto const& orders = playback.world().acquirer.orders;
  ASSERT_EQ(orders.size(), 1u);
  EXPECT_EQ(orders.begin()->second.result.resultCode, "USER_BALANCE_NOT_ENOUGH");
  EXPECT_EQ(playback.world().walletServer.ledger.balance("user:2160220000000001").amountMinor, 999);

  scenario.setup.wallet.balance.amountMinor = 1000;
  auto enough = *Playback::load(scenario, 1);
  enough.runToEnd();
  EXPECT_EQ(enough.world().acquirer.orders.begin()->second.result.resultCode, "SUCCESS");
  EXPECT_EQ(enough.world().walletServer.ledger.balance("user:2160220000000001").amountMinor, 0);
}

TEST(UpmPay, EndsOtherwiseWhenTheAccountIsFrozen) {
  Scenario scenario = *findBuiltin("upm-pay");
  scenario.setup.wallet.account.status = wallet::server::AccountStatus::frozen;
  auto playback = *Playback::load(scenario, 1);
  playback.runToEnd();
  EXPECT_EQ(playback.world().acquirer.orders.begin()->second.result.resultCode, "USER_STATUS_ABNORMAL");
}

TEST(UpmPay, EndsOtherwiseWithoutAQuote) {
  Scenario scenario = *findBuiltin("upm-pay");
  scenario.setup.quotes.clear();
  auto playback = *Playback::load(scenario, 1);
  playback.runToEnd();
  EXPECT_EQ(playback.world().acquirer.orders.begin()->second.result.resultCode, "CURRENCY_NOT_SUPPORT");
  EXPECT_TRUE(playback.world().walletServer.payments.empty()) << "the wallet was never asked";
}

/// What becomes of the payment when the network does something to one message.
std::string outcomeWith(network::FaultRule const& fault) {
  Scenario scenario = *findBuiltin("upm-pay");
  scenario.setup.faults = {fault};
  scenario.steps[5].action = RunFor{10 * kMinuteMs};
  auto playback = *Playback::load(scenario, 1);
  playback.runToEnd();
  for (Check const& check : playback.invariants()) EXPECT_TRUE(check.ok) << check.subject << check.text;
  auto const& ledger = playback.world().walletServer.ledger;
  return playback.world().acquirer.orders.begin()->second.result.resultCode + " " +
         std::to_string(50000 - ledger.balance("user:2160220000000001").amountMinor);
}

network::FaultRule onPayTo(Party to, Phase phase, network::FaultKind kind) {
  network::FaultRule rule;
  rule.match.to = to;
  rule.match.name = "pay";
  rule.match.phase = phase;
  rule.kind = kind;
  return rule;
}

TEST(Faults, ARequestThatComesTwiceDebitsOnce) {
  auto rule = onPayTo(Party::walletServer, Phase::request, network::FaultKind::duplicate);
  rule.delayMs = 5;
  EXPECT_EQ(outcomeWith(rule), "SUCCESS 1000");
}

TEST(Faults, ALateAnswerStillCounts) {
  auto rule = onPayTo(Party::alipayplus, Phase::response, network::FaultKind::delay);
  rule.delayMs = 5000;
  EXPECT_EQ(outcomeWith(rule), "SUCCESS 1000");
}

// shows: upm-cancel-expiry
TEST(Faults, ALostRequestIsCancelledAtItsExpiry) {
  EXPECT_EQ(outcomeWith(onPayTo(Party::walletServer, Phase::request, network::FaultKind::drop)),
            "ORDER_IS_CLOSED 0");
}

// shows: upm-lost-answer, upm-inquiry-polling
TEST(Faults, ALostAnswerIsInquiredAndDebitsOnce) {
  EXPECT_EQ(outcomeWith(onPayTo(Party::alipayplus, Phase::response, network::FaultKind::drop)),
            "SUCCESS 1000");
}

TEST(Faults, AnAlteredAnswerIsNotBelievedButInquired) {
  auto rule = onPayTo(Party::alipayplus, Phase::response, network::FaultKind::alter);
  rule.find = "SUCCESS";
  rule.replace = "FAILURE";
  EXPECT_EQ(outcomeWith(rule), "SUCCESS 1000");
}

// shows: upm-pay-illegal
TEST(Faults, AFaultySenderSignsWhatItHasSpoilt) {
  Playback run = play("upm-amounts-contradict");
  run.runToEnd();
  std::size_t altered = 0;
  std::size_t good = 0;
  for (std::size_t n = 1; n <= run.length(); ++n) {
    timeline::StepRecord const& step = run.timeline().record(n);
    bool const fault = step.envelope.kind == Kind::fault;
    altered += fault ? 1U : 0U;
    if (fault) {
      EXPECT_NE(step.notes.front().text.find("Alipay+ is faulty: before signing it replaces"), std::string::npos);
    }
    if (step.envelope.name != "pay" || step.envelope.to != Party::walletServer || fault) continue;
    ASSERT_TRUE(step.signature);
    good += step.signature->valid ? 1U : 0U;
    EXPECT_NE(step.signature->content.find(step.envelope.message.body), std::string::npos) << "it is signed as it came";
  }
  EXPECT_EQ(altered, 3u);
  EXPECT_EQ(good, 4u);
}

TEST(Faults, AnAlteredRequestOfTheAcquirerIsRefused) {
  auto rule = onPayTo(Party::alipayplus, Phase::request, network::FaultKind::alter);
  rule.find = "\"value\":\"100\"";
  rule.replace = "\"value\":\"1\"";
  EXPECT_EQ(outcomeWith(rule), "INVALID_SIGNATURE 0");
}

}  // namespace
}  // namespace aplus::scenario
