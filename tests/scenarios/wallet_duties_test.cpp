// Whoever steps through a lesson reads at each message what a wallet must do there: nothing that a wallet takes part in
// is without its sentence, and no sentence is for something that never happens.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "inspect/wallet_duties.h"
#include "participants/context.h"
#include "scenario/playback.h"
#include "ui/lesson.h"

namespace aplus {
namespace {

using inspect::walletDuties;
using inspect::WalletDuty;
using inspect::walletDuty;
using scenario::Playback;
using scenario::Scenario;

bool isWallets(Party party) { return party == Party::walletApp || party == Party::walletServer; }

/// The line that speaks of it, of those that stand there even when there is nothing to do.
WalletDuty const* lineOf(Envelope const& envelope) {
  for (WalletDuty const& duty : walletDuties()) {
    if (duty.isOf(envelope)) return &duty;
  }
  return nullptr;
}

Scenario lesson(std::string_view id) { return *scenario::findBuiltin(id); }

network::FaultRule lost(Party from, Party to, std::string name, Phase phase) {
  network::FaultRule rule;
  rule.match = {from, to, std::move(name), phase};
  rule.kind = network::FaultKind::drop;
  return rule;
}

/// What no lesson shows, but a person who plays can come to.
std::vector<Scenario> alsoPossible() {
  using enum Party;
  Scenario camera = lesson("mpm-order-code");
  camera.steps = {camera.steps[0], camera.steps[1],
                  {"camera", "", user::Command{"openScanner", {}}},
                  {"scan", "", user::Command{"scanCode", {}}},
                  {"silence", "", scenario::RunFor{11 * kSecondMs}}};
  camera.setup.faults = {lost(walletServer, alipayplus, "inquiryCodeRules", Phase::request),
                         lost(walletServer, walletApp, "identifyCode", Phase::response)};
  Scenario codes = lesson("upm-server-codes");
  codes.setup.faults = {lost(walletServer, alipayplus, "getPaymentCode", Phase::request)};
  codes.steps = {{"open", "", user::Command{"openPaymentPage", {{"region", "JP"}}}},
                 {"silence", "", scenario::RunFor{6 * kSecondMs}}};
  Scenario stranger = lesson("acq-auto-debit");
  for (std::size_t i = 0; i < stranger.steps.size(); ++i) {
    if (stranger.steps[i].id != "agree") continue;
    stranger.steps.resize(i);
    stranger.steps.push_back({"agree", "", user::Command{"agreeToAuthorization", {{"userLoginId", "82-1000000000"}}}});
    stranger.steps.push_back({"no", "", scenario::RunUntilIdle{}});
  }
  return {camera, codes, stranger};
}

template <class Look>
void lookAtAll(Look&& look) {
  auto const play = [&](Scenario const& scenario) {
    auto const run = Playback::load(scenario, 1);
    ASSERT_TRUE(run) << scenario.id << ": " << run.error().message;
    for (std::size_t n = 1; n <= run->length(); ++n) look(scenario, run->timeline().record(n).envelope);
  };
  for (Scenario const& scenario : scenario::builtinScenarios()) play(scenario);
  for (Scenario const& scenario : alsoPossible()) play(scenario);
}

TEST(WalletDuties, AreSaidOfAllThatAWalletTakesPartInAndOfNothingElse) {
  std::set<WalletDuty const*> met;
  lookAtAll([&](Scenario const& scenario, Envelope const& envelope) {
    if (envelope.kind == Kind::fault) {
      EXPECT_EQ(lineOf(envelope), nullptr) << "what the network does is nobody's duty";
      return;
    }
    WalletDuty const* duty = lineOf(envelope);
    EXPECT_EQ(duty != nullptr, isWallets(envelope.from) || isWallets(envelope.to))
        << scenario.id << ": " << name(envelope.from) << " -> " << name(envelope.to) << ' ' << envelope.name << ' '
        << name(envelope.phase);
    if (duty != nullptr) met.insert(duty);
  });
  for (WalletDuty const& duty : walletDuties()) {
    EXPECT_TRUE(met.contains(&duty)) << "never happens: " << duty.name << ' ' << name(duty.phase) << ": " << duty.text;
  }
}

TEST(WalletDuties, AreSentencesWithASource) {
  for (WalletDuty const& duty : walletDuties()) {
    if (duty.text.empty()) {
      EXPECT_EQ(duty.to == Party::user || duty.name == "openScanner", true) << duty.name << ": only screens and what leads to one ask for nothing";
      EXPECT_TRUE(duty.source.empty());
      continue;
    }
    EXPECT_TRUE(duty.text.ends_with('.')) << duty.text;
    EXPECT_LE(duty.text.size(), 260U) << "to be read at a glance: " << duty.text;
    EXPECT_TRUE(duty.source == kSandboxChoice || duty.source.starts_with("https://docs.alipayplus.com/")) << duty.text;
  }
}

std::set<std::string_view> textsOf(std::string_view id, std::string_view name, Phase phase, Party to) {
  auto const run = *Playback::load(lesson(id), 1);
  std::set<std::string_view> found;
  for (std::size_t n = 1; n <= run.length(); ++n) {
    Envelope const& envelope = run.timeline().record(n).envelope;
    if (envelope.name == name && envelope.phase == phase && envelope.to == to) found.insert(walletDuty(envelope)->text);
  }
  return found;
}

TEST(WalletDuties, TellTheKindsOfOneApiApart) {
  using enum Party;
  EXPECT_EQ(textsOf("easy-pay-later", "pay", Phase::request, walletServer).size(), 4U)
      << "evaluate, order, verify and pay by the agreement";
  EXPECT_EQ(textsOf("easy-pay-first", "pay", Phase::response, alipayplus).size(), 3U);
  EXPECT_EQ(textsOf("upm-token-refreshed", "applyToken", Phase::request, walletServer).size(), 2U);
  EXPECT_TRUE(textsOf("upm-body-altered", "pay", Phase::response, alipayplus).begin()->starts_with("Refuse what you cannot trust"));
}

TEST(YourWallet, IsTheLessonsOwnSentenceOrWhatTheStepsOfThePartAskFor) {
  auto run = *Playback::load(lesson("upm-pay"), 1);
  auto const& parts = run.scenario().steps;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    EXPECT_EQ(ui::yourWallet(run, part).size(), parts[part].yourWallet.empty() ? 0U : 1U) << "nothing has happened yet";
  }
  run.runToEnd();
  for (std::size_t part = 0; part < parts.size(); ++part) {
    auto const said = ui::yourWallet(run, part);
    std::set<std::string_view> once;
    for (ui::WalletSentence const& one : said) EXPECT_TRUE(once.insert(one.text).second) << one.text;
    if (!parts[part].yourWallet.empty()) {
      ASSERT_EQ(said.size(), 1U);
      EXPECT_EQ(said[0].text, parts[part].yourWallet);
      EXPECT_EQ(ui::yourWallet(run, part, walletDuty(run.timeline().record(1).envelope))->text, parts[part].yourWallet);
    }
  }
  std::size_t const opened = ui::firstStepOf(run, 1);
  auto const& record = run.timeline().record(opened);
  EXPECT_EQ(record.envelope.name, "openPaymentPage");
  EXPECT_EQ(ui::walletSentence(walletDuty(record.envelope))->text, walletDuty(record.envelope)->text);
  EXPECT_FALSE(ui::walletSentence(walletDuty(run.timeline().record(1).envelope))) << "the cashier rings up: the wallet takes no part";
}

TEST(YourWallet, SaysEachSentenceOfAPartOnce) {
  auto run = *Playback::load(lesson("upm-token-refreshed"), 1);
  std::vector<std::size_t> grows;
  auto const part = std::size_t(1);
  for (bool more = true; more; more = run.step()) grows.push_back(ui::yourWallet(run, part).size());
  EXPECT_EQ(grows.front(), 0U);
  EXPECT_TRUE(std::is_sorted(grows.begin(), grows.end())) << "the more has happened, the more was asked for";
  auto const said = ui::yourWallet(run, part);
  ASSERT_GT(said.size(), 3U);
  for (std::size_t i = 0; i < said.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(said[i].text, said[j].text);
  }
}

}  // namespace
}  // namespace aplus
