// A run is a seed and a list of inputs; whatever way one comes to a step, the world there is the same.

#include <gtest/gtest.h>

#include "scenario/playback.h"
#include "timeline/timeline.h"

namespace aplus::timeline {
namespace {

using scenario::builtinScenarios;
using scenario::Playback;

Timeline runOf(scenario::Scenario const& scenario, std::uint64_t seed) {
  auto playback = Playback::load(scenario, seed);
  EXPECT_TRUE(playback);
  playback->runToEnd();
  return playback->timeline();
}

TEST(Replay, SeekEqualsAStraightRun) {
  std::uint64_t seed = 0;
  for (auto const& scenario : builtinScenarios()) {
    ++seed;
    Timeline run = runOf(scenario, seed);
    Timeline straight(scenario::makeWorld(scenario, seed));
    std::vector<World> worlds{straight.world()};
    for (std::size_t n = 1; n <= run.length(); ++n) {
      ASSERT_TRUE(straight.append(run.input(n)));
      worlds.push_back(straight.world());
      ASSERT_EQ(straight.record(n), run.record(n)) << scenario.id << " step " << n;
    }
    Rng jumps(seed);
    for (int i = 0; i < 30; ++i) {
      auto const n = std::size_t(jumps.below(run.length() + 1));
      run.seek(n);
      ASSERT_EQ(run.cursor(), n);
      ASSERT_TRUE(run.world() == worlds[n]) << scenario.id << " step " << n;
    }
  }
}

TEST(Replay, TheSameSeedGivesTheSameDigestAndAnotherSeedAnother) {
  for (auto const& scenario : builtinScenarios()) {
    EXPECT_EQ(runOf(scenario, 7).digest(), runOf(scenario, 7).digest());
    bool const leftToChance = !runOf(scenario, 7).world().alipayplus.codes.empty();
    if (!leftToChance) continue;
    EXPECT_NE(runOf(scenario, 7).digest(), runOf(scenario, 8).digest()) << scenario.id;
  }
}

TEST(Replay, TheDigestSeesEveryByte) {
  auto scenario = builtinScenarios().front();
  auto const before = runOf(scenario, 1).digest();
  scenario.setup.merchant.storeName += "x";
  EXPECT_NE(runOf(scenario, 1).digest(), before);
}

/// Anything a person may do, in any order; the world refuses what makes no sense.
user::Command randomCommand(Rng& rng) {
  switch (rng.below(11)) {
    case 6: return {"cancelPayment", {}};
    case 7: return {"refund", {{"value", std::to_string(rng.below(100))}}};
    case 8: return {"switchRegion", {{"region", "SG"}}};
    case 9: return {"logOut", {}};
    case 10: return {"logIn", {}};
    case 0: return {"openPaymentPage", {{"region", "JP"}}};
    case 1: return {"refreshPaymentCode", {}};
    case 2: return {"closePaymentPage", {}};
    case 3: return {"ringUp", {{"value", std::to_string(rng.below(900))}, {"currency", "JPY"}}};
    case 4: return {"presentPaymentCode", {{"paymentCode", "2810060212345678"}}};
    default: return {"presentPaymentCode", {}};
  }
}

network::FaultRule randomFault(Rng& rng) {
  network::FaultRule rule;
  rule.kind = network::FaultKind(rng.below(4));
  rule.nth = std::int32_t(1 + rng.below(20));
  rule.times = std::int32_t(1 + rng.below(3));
  rule.delayMs = std::int64_t(rng.below(3000));
  rule.find = "S";
  rule.replace = "X";
  return rule;
}

TEST(Replay, InvariantsHoldAndForksReplayWhateverAPersonAndTheNetworkDo) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Rng rng(seed);
    auto scenario = *scenario::findBuiltin("upm-pay");
    scenario.steps.resize(1);
    for (int i = 0; i < 3; ++i) scenario.setup.faults.push_back(randomFault(rng));
    auto playback = *Playback::load(scenario, seed);
    for (int i = 0; i < 25; ++i) {
      if (rng.below(3) == 0) playback.runToEnd();
      else ASSERT_TRUE(playback.seek(std::size_t(rng.below(playback.length() + 1))));
      auto const before = playback.world();
      if (!playback.command(randomCommand(rng))) {
        ASSERT_TRUE(playback.world() == before);
      }
      for (Check const& check : playback.invariants()) {
        ASSERT_TRUE(check.ok) << "seed " << seed << ": " << check.subject << " " << check.text;
      }
    }
    Timeline run = playback.timeline();
    run.seek(run.length());
    World const end = run.world();
    Timeline straight(scenario::makeWorld(scenario, seed));
    for (std::size_t n = 1; n <= run.length(); ++n) ASSERT_TRUE(straight.append(run.input(n)));
    ASSERT_TRUE(straight.world() == end) << "seed " << seed;
    ASSERT_EQ(straight.digest(), run.digest());
  }
}

TEST(Advance, RefusesWhatIsNotPossibleAndChangesNothing) {
  World world = scenario::makeWorld(builtinScenarios().front(), 1);
  World const before = world;
  EXPECT_EQ(advance(world, DeliverNext{}).error().code, "NOT_POSSIBLE");
  EXPECT_EQ(advance(world, AdvanceClock{world.now + -1}).error().code, "NOT_POSSIBLE");
  EXPECT_EQ(advance(world, user::Command{"presentPaymentCode", {}}).error().code, "NOT_POSSIBLE");
  EXPECT_TRUE(world == before);
  ASSERT_TRUE(advance(world, user::Command{"openPaymentPage", {}}));
  EXPECT_EQ(advance(world, AdvanceClock{world.now + kHourMs}).error().code, "NOT_POSSIBLE")
      << "a message is due before that";
}

TEST(EmptyTimeline, StandsAtItsBeginning) {
  Timeline run(scenario::makeWorld(builtinScenarios().front(), 1));
  EXPECT_EQ(run.length(), 0u);
  EXPECT_EQ(run.digest(), crypto::Sha256Digest{});
  run.seek(0);
  EXPECT_EQ(run.cursor(), 0u);
}

}  // namespace
}  // namespace aplus::timeline
