// The sequence diagram: rows, bars, filter, zoom, marks; and the line of time beneath it.
#include <gtest/gtest.h>

#include "support/huge_run.h"
#include "support/ui_page.h"
#include "ui/deadlines.h"
#include "ui/lane_rows.h"
#include "ui/timeline_marks.h"

namespace aplus::test {
namespace {

namespace intent = ui::intent;

scenario::Playback wholeRun(std::string_view id) {
  auto playback = *scenario::Playback::load(*scenario::findBuiltin(id), 1);
  playback.runToEnd();
  return playback;
}

TEST(LaneRows, standBeneathEachOtherWithTheJumpsBetween) {
  auto const run = wholeRun("upm-lost-answer");
  ui::LaneRows const rows(run.timeline(), run.length(), {50.0F, 30.0F, 0, 0});
  ASSERT_EQ(rows.rows().size(), run.length());
  float y = 0.0F;
  std::size_t jumps = 0;
  for (auto const& row : rows.rows()) {
    if (row.jumpMs > 0) y += 30.0F;
    jumps += row.jumpMs > 0 ? 1 : 0;
    EXPECT_EQ(row.top, y);
    EXPECT_EQ(row.hidden, 0U);
    y += 50.0F;
    EXPECT_EQ(rows.rows()[rows.firstBelow(row.top + 1.0F)].step, row.step);
  }
  EXPECT_EQ(rows.total(), y);
  EXPECT_GE(jumps, 2U);
  EXPECT_EQ(rows.firstBelow(-100.0F), 0U);
}

TEST(LaneRows, hideWhatTheFilterDoesNotWant) {
  auto const run = wholeRun("upm-pay");
  auto const only = static_cast<std::uint8_t>(1U << static_cast<unsigned>(Party::acquirer));
  ui::LaneRows const rows(run.timeline(), run.length(), {50.0F, 30.0F, only, 4});
  std::size_t hidden = 0;
  for (auto const& row : rows.rows()) {
    Envelope const& envelope = run.timeline().record(row.step).envelope;
    EXPECT_TRUE(row.step == 4 || envelope.from == Party::acquirer || envelope.to == Party::acquirer) << row.step;
    hidden += row.hidden;
  }
  EXPECT_LT(rows.rows().size(), run.length());
  EXPECT_LE(rows.rows().size() + hidden, run.length());
  EXPECT_NE(rows.of(4), nullptr) << "what is looked at is shown";
  EXPECT_EQ(rows.of(5), nullptr);
}

TEST(LaneRows, moveWithTheCursorAsIfTheyWereMadeAnew) {
  auto const run = wholeRun("upm-pay");
  auto const only = static_cast<std::uint8_t>(1U << static_cast<unsigned>(Party::acquirer));
  for (ui::LaneRowRules const rules : {ui::LaneRowRules{50.0F, 30.0F, 0, 0}, ui::LaneRowRules{50.0F, 30.0F, only, 4}}) {
    ui::LaneRows moved(run.timeline(), 7, rules);
    for (std::size_t const cursor : {run.length(), std::size_t{3}, std::size_t{0}, std::size_t{9}, std::size_t{8}, run.length() - 1}) {
      moved.moveTo(run.timeline(), cursor);
      ui::LaneRows const fresh(run.timeline(), cursor, rules);
      EXPECT_EQ(moved.total(), fresh.total()) << cursor;
      ASSERT_EQ(moved.rows().size(), fresh.rows().size()) << cursor;
      for (std::size_t i = 0; i < fresh.rows().size(); ++i) {
        EXPECT_EQ(moved.rows()[i].step, fresh.rows()[i].step);
        EXPECT_EQ(moved.rows()[i].top, fresh.rows()[i].top);
        EXPECT_EQ(moved.rows()[i].hidden, fresh.rows()[i].hidden);
      }
    }
  }
}

TEST(Activity, lastsFromTheRequestToItsAnswer) {
  auto const run = wholeRun("upm-pay");
  ui::Activity const activity(run.timeline());
  for (std::size_t n = 1; n <= run.length(); ++n) {
    Envelope const& asked = run.timeline().record(n).envelope;
    if (asked.kind != Kind::http || asked.phase != Phase::request) continue;
    auto const party = static_cast<std::size_t>(asked.to);
    EXPECT_GT(activity.after(n)[party], 0U) << n;
  }
  for (auto depth : activity.after(run.length())) EXPECT_EQ(depth, 0U) << "everything is answered in the end";
}

TEST(Activity, whatIsNeverAnsweredKeepsNobodyBusy) {
  auto const run = wholeRun("upm-lost-answer");
  ui::Activity const activity(run.timeline());
  for (auto depth : activity.after(run.length())) EXPECT_EQ(depth, 0U);
}

TEST(Deadlines, areTheTimersOfTheQueueInOrder) {
  auto const run = wholeRun("upm-second-code");
  auto const all = ui::pendingDeadlines(run.world(), 1000);
  ASSERT_FALSE(all.first.empty());
  EXPECT_FALSE(all.more);
  for (std::size_t i = 1; i < all.first.size(); ++i) EXPECT_LE(all.first[i - 1].due, all.first[i].due);
  auto const one = ui::pendingDeadlines(run.world(), 1);
  EXPECT_EQ(one.first.size(), 1U);
  EXPECT_EQ(one.more, all.first.size() > 1);
}

TEST(Lanes, aParticipantFiltersAndEscapeShowsAll) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.seek(9));
  bench.click("lane-acquirer");
  bench.host.frames(2);
  EXPECT_EQ(bench.page.find("step-row-3"), nullptr);
  EXPECT_NE(bench.page.find("step-row-1"), nullptr);
  EXPECT_NE(bench.page.find("step-row-9"), nullptr) << "the cursor's message stays";
  bench.click("lanes-show-all");
  bench.host.frames(2);
  EXPECT_NE(bench.page.find("step-row-3"), nullptr);
  bench.click("lane-user");
  bench.host.press(ImGuiKey_Escape);
  EXPECT_EQ(bench.page.state.lanes.only, 0U);
}

TEST(Lanes, zoomByButtonAndKey) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.seek(5));
  bench.host.frames(3);
  auto const height = [&] {
    bench.host.frames(2);
    return bench.page.find("step-row-2")->rect.h;
  };
  float const usual = height();
  bench.click("lanes-zoom-out");
  EXPECT_LT(height(), usual);
  bench.host.type("+");
  EXPECT_EQ(height(), usual);
  bench.host.type("+");
  EXPECT_GT(height(), usual);
  for (int i = 0; i < 9; ++i) bench.host.type("-");
  EXPECT_EQ(bench.page.state.lanes.zoom, 0);
}

TEST(Lanes, keysLookAtMessagesFurtherAway) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.seek(20));
  bench.host.frames(2);
  bench.host.press(ImGuiKey_PageUp);
  EXPECT_EQ(bench.page.state.selected, 10U);
  bench.host.press(ImGuiKey_PageUp);
  EXPECT_EQ(bench.page.state.selected, 1U);
  bench.host.press(ImGuiKey_DownArrow);
  EXPECT_EQ(bench.page.state.selected, 2U);
  bench.host.press(ImGuiKey_PageDown);
  bench.host.press(ImGuiKey_PageDown);
  EXPECT_EQ(bench.page.state.selected, 0U) << "the cursor's own message";
}

TEST(Lanes, aBreakpointIsSetByClickAndByKeyAndStopsPlaying) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.seek(4));
  bench.click("breakpoint-3");
  EXPECT_EQ(bench.page.state.breakpoints, std::set<std::size_t>{3});
  ASSERT_TRUE(bench.page.controller.seek(6));
  bench.host.frames(2);
  bench.host.type("b");
  EXPECT_EQ(bench.page.state.breakpoints, (std::set<std::size_t>{3, 6}));
  ASSERT_TRUE(bench.page.controller.seek(0));
  bench.host.frames(2);
  bench.page.asked.clear();
  bench.host.press(ImGuiKey_RightArrow, ImGuiMod_Shift);
  EXPECT_EQ(bench.page.asked, ui::Intents{ui::Intent{intent::Seek{3}}});
  bench.click("next-breakpoint");
  EXPECT_EQ(bench.cursor(), 6U);
  bench.host.press(ImGuiKey_RightArrow, ImGuiMod_Shift);
  EXPECT_TRUE(bench.page.controller.playback()->finished()) << "none is left, so it runs to the end";
  ASSERT_TRUE(bench.page.controller.seek(1));
  bench.host.frames(2);
  bench.host.press(ImGuiKey_Space);
  bench.host.frames(400);
  EXPECT_FALSE(bench.page.state.playing);
  EXPECT_EQ(bench.cursor(), 3U);
}

TEST(Timeline, theDeadlineButtonAndItsKeyLetTimePass) {
  UiBench bench;
  bench.open("upm-lost-answer");
  bench.click("next-deadline");
  EXPECT_EQ(bench.page.asked, ui::Intents{ui::Intent{intent::NextDeadline{}}});
  auto const& run = *bench.page.controller.playback();
  EXPECT_EQ(run.timeline().record(bench.cursor()).envelope.kind, Kind::timer);
  std::size_t const first = bench.cursor();
  bench.host.type("n");
  bench.host.frames(2);
  EXPECT_GT(bench.cursor(), first);
  EXPECT_EQ(run.timeline().branchCount(), 1U);
}

TEST(Timeline, timersThatAreSetStandBeneathTheLastMessage) {
  UiBench bench(1280.0F, 1000.0F);
  bench.open("upm-second-code");
  bench.page.controller.seek(bench.page.controller.playback()->length());
  bench.host.frames(4);
  std::size_t const length = bench.cursor();
  ASSERT_NE(bench.page.find("deadline-0"), nullptr);
  bench.click("deadline-0");
  EXPECT_EQ(bench.cursor(), length + 1);
}

TEST(Timeline, oldFuturesAreSeenAndGoneTo) {
  UiBench bench;
  bench.open("upm-pay");
  ASSERT_TRUE(bench.page.controller.seek(6));
  ASSERT_TRUE(bench.page.controller.command({"ringUp", {{"value", "7"}, {"currency", "JPY"}}}));
  bench.host.frames(3);
  EXPECT_EQ(bench.page.controller.playback()->timeline().currentBranch(), 1U);
  bench.page.asked.clear();
  bench.click("future-0");
  EXPECT_EQ(bench.page.asked, ui::Intents{ui::Intent{intent::SwitchBranch{0}}});
  EXPECT_EQ(bench.page.controller.playback()->timeline().currentBranch(), 0U);
  bench.host.frames(2);
  EXPECT_NE(bench.page.find("future-1"), nullptr);
}

TEST(Huge, tenThousandStepsAreDrawnByTheFewThatAreSeen) {
  UiBench bench;
  auto const loaded = bench.page.controller.loadScenario(manyCodes(10'000), 1);
  ASSERT_TRUE(loaded) << loaded.error().message;
  ASSERT_TRUE(bench.page.controller.runToEnd());
  ASSERT_GE(bench.cursor(), 10'000U);
  for (auto tab : {ui::InspectorTab::message, ui::InspectorTab::state, ui::InspectorTab::diff, ui::InspectorTab::provenance}) {
    bench.page.state.inspectorTab = tab;
    bench.page.state.inspector.traced = "2160220000000001";
    bench.host.frames(3);
    std::size_t rows = 0;
    for (ui::Item const& item : bench.page.state.items) rows += item.id.rfind("step-row-", 0) == 0 ? 1U : 0U;
    EXPECT_GT(rows, 5U);
    EXPECT_LT(rows, 60U) << "only what is seen is laid out";
    EXPECT_LT(bench.host.vertexCount(), 60'000) << static_cast<int>(tab);
  }
  bench.page.state.inspectorTab = ui::InspectorTab::message;
  bench.host.press(ImGuiKey_PageUp);
  EXPECT_EQ(bench.page.state.selected, bench.cursor() - 10);
  bench.click("lane-user");
  bench.host.frames(3);
  ASSERT_TRUE(bench.page.controller.seek(5'000));
  bench.host.frames(3);
  EXPECT_NE(bench.page.find("step-row-5000"), nullptr);
}

}  // namespace
}  // namespace aplus::test
