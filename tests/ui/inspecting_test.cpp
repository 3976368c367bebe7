// What a person finds out in the inspector, by clicking.
#include <algorithm>

#include <gtest/gtest.h>

#include "inspect/pretty_json.h"
#include "support/ui_page.h"
#include "ui/widgets/text.h"

namespace aplus::test {
namespace {

namespace intent = ui::intent;
using ui::InspectorTab;

/// The step of a message; 0 when there is none.
std::size_t stepOf(UiBench const& bench, std::string_view name, Phase phase, Party to) {
  timeline::Timeline const& run = bench.page.controller.playback()->timeline();
  for (std::size_t n = 1; n <= run.length(); ++n) {
    Envelope const& envelope = run.record(n).envelope;
    if (envelope.kind == Kind::http && envelope.name == name && envelope.phase == phase && envelope.to == to) return n;
  }
  return 0;
}

/// Clicks a byte of a text that is shown, by what stands there.
void clickText(UiBench& bench, std::string_view view, std::string const& text, std::string_view wanted) {
  bench.host.frames(2);
  ui::Item const* item = bench.page.find(view);
  ASSERT_NE(item, nullptr) << view;
  std::size_t const at = text.find(wanted);
  ASSERT_NE(at, text.npos) << wanted;
  // A margin of 12, lines of 20, and cells as wide as the font makes them; long lines are broken.
  ui::Theme theme;
  theme.fonts = bench.page.state.fonts;
  float const cell = ui::measure(theme, ui::Role::mono, "0").x;
  auto const columns = static_cast<std::size_t>((item->rect.w - 24.0F) / cell);
  std::size_t line = 0, begin = 0;
  for (std::size_t end = text.find('\n'); end < at; end = text.find('\n', begin)) {
    line += std::max<std::size_t>(1, (end - begin + columns - 1) / columns);
    begin = end + 1;
  }
  line += (at - begin) / columns;
  float const x = item->rect.x + 12.0F + (static_cast<float>((at - begin) % columns) + 1.5F) * cell;
  float const y = item->rect.y + 12.0F + (static_cast<float>(line) + 0.5F) * 20.0F;
  bench.host.click(x, y);
  bench.host.frames(2);
}

class Inspecting : public testing::Test {
 protected:
  UiBench bench_{1280.0F, 2800.0F};  // high, so that nothing has to be scrolled to

  void lookAt(std::string_view scenario, std::string_view name, Phase phase, Party to) {
    bench_.open(scenario);
    step_ = stepOf(bench_, name, phase, to);
    ASSERT_GT(step_, 0U);
    ASSERT_TRUE(bench_.page.controller.seek(step_));
    bench_.host.frames(3);
  }
  timeline::StepRecord const& record() const { return bench_.page.controller.playback()->timeline().record(step_); }
  bool shows(std::string_view id) {
    bench_.host.frames(2);
    return bench_.page.find(id) != nullptr;
  }

  std::size_t step_ = 0;
};

TEST_F(Inspecting, aFieldIsExplainedCopiedAndFollowed) {
  lookAt("upm-pay", "pay", Phase::request, Party::walletServer);
  auto const json = inspect::prettyJson(record().envelope.message.body);
  auto const* field = json.find("$.paymentMethod.paymentMethodId");
  ASSERT_NE(field, nullptr);
  std::string const token(json.token(*field));
  std::string const value = inspect::valueOfToken(token);
  clickText(bench_, "body-pretty", json.text, token);
  auto const& picked = bench_.page.state.inspector.picked;
  ASSERT_TRUE(picked);
  EXPECT_EQ(picked->place, "$.paymentMethod.paymentMethodId");
  EXPECT_EQ(picked->value, value);
  bench_.click("picked-copy");
  EXPECT_EQ(bench_.host.clipboard(), value);
  EXPECT_TRUE(shows("picked-trace"));
  bench_.click("picked-trace");
  EXPECT_EQ(bench_.page.state.inspectorTab, InspectorTab::provenance);
  EXPECT_EQ(bench_.page.state.inspector.traced, value);
  EXPECT_TRUE(bench_.page.asked.empty()) << "looking changes nothing";
  bench_.click("trace-0");
  EXPECT_NE(bench_.page.state.selected, 0U) << "its birth is looked at";
  EXPECT_LT(bench_.page.state.selected, step_);
  EXPECT_TRUE(shows("kept-0"));
}

TEST(PickedValue, hasItsSourceInSightOnASmallScreen) {
  UiBench bench(1280.0F, 800.0F);
  bench.open("upm-pay");
  std::size_t const step = stepOf(bench, "pay", Phase::request, Party::walletServer);
  ASSERT_TRUE(bench.page.controller.seek(step));
  bench.host.frames(3);
  bench.page.state.inspector.picked = ui::PickedValue{step, InspectorTab::message, "$.paymentAmount.currency", "JPY", ""};
  bench.host.frames(3);
  ui::Item const* source = bench.page.find("picked-source");
  ASSERT_NE(source, nullptr);
  ui::Item const* copy = bench.page.find("picked-copy");
  ASSERT_NE(copy, nullptr);
  EXPECT_LT(source->rect.y + source->rect.h, 800.0F - 60.0F) << "above the buttons that move the run";
}

TEST_F(Inspecting, aHeaderIsTouchedLikeAField) {
  lookAt("upm-pay", "pay", Phase::request, Party::walletServer);
  bench_.click("header-0");
  ASSERT_TRUE(bench_.page.state.inspector.picked);
  EXPECT_EQ(bench_.page.state.inspector.picked->value, record().envelope.message.headers[0].value);
  bench_.host.press(ImGuiKey_Escape);
  EXPECT_FALSE(bench_.page.state.inspector.picked);
}

TEST_F(Inspecting, commonValuesAreNotFollowed) {
  lookAt("upm-pay", "pay", Phase::request, Party::walletServer);
  auto const json = inspect::prettyJson(record().envelope.message.body);
  clickText(bench_, "body-pretty", json.text, "\"JPY\"");
  ASSERT_TRUE(bench_.page.state.inspector.picked);
  EXPECT_EQ(bench_.page.state.inspector.picked->value, "JPY");
  bench_.click("picked-trace");
  EXPECT_EQ(bench_.page.state.inspectorTab, InspectorTab::message);
}

TEST_F(Inspecting, draggingSelectsAndPicksNothing) {
  lookAt("upm-pay", "pay", Phase::request, Party::walletServer);
  ui::Item const* item = bench_.page.find("body-pretty");
  ASSERT_NE(item, nullptr);
  bench_.host.drag(item->rect.x + 40.0F, item->rect.y + 40.0F, item->rect.x + 200.0F, item->rect.y + 80.0F);
  EXPECT_FALSE(bench_.page.state.inspector.picked);
  EXPECT_NE(bench_.page.state.selection.anchor, bench_.page.state.selection.caret);
}

TEST_F(Inspecting, aNoteIsSelectedOverItsLinesAndCopied) {
  lookAt("upm-pay", "pay", Phase::request, Party::walletServer);
  bench_.click("inspector-why");
  ui::Item const* item = bench_.page.find("why-note-0-text");
  ASSERT_NE(item, nullptr);
  ui::Rect const rect = item->rect;
  std::string const note = item->label;
  bench_.host.drag(rect.x + 1.0F, rect.y + 8.0F, rect.x + rect.w + 60.0F, rect.y + rect.h + 20.0F);
  bench_.host.frame();
  bench_.host.press(ImGuiKey_C, ImGuiMod_Ctrl);
  EXPECT_EQ(bench_.host.clipboard(), note);

  bench_.host.click(rect.x + rect.w / 2.0F, rect.y + 8.0F);
  EXPECT_EQ(bench_.page.state.selection.anchor, bench_.page.state.selection.caret) << "a click selects nothing";
}

TEST_F(Inspecting, theChainOfASignatureIsShownLinkByLink) {
  lookAt("upm-pay", "pay", Phase::request, Party::walletServer);
  bench_.click("inspector-signature");
  for (int i = 0; i < 6; ++i) EXPECT_TRUE(shows("link-" + std::to_string(i))) << i;
  EXPECT_FALSE(shows("to-doctor")) << "there is nothing to find";
  ui::Item const* last = bench_.page.find("link-5");
  ASSERT_NE(last, nullptr);
  EXPECT_NE(last->label.find("equal"), std::string::npos) << last->label;
}

TEST_F(Inspecting, aBrokenSignatureLeadsToTheDoctor) {
  bench_.open("upm-body-altered");
  timeline::Timeline const& run = bench_.page.controller.playback()->timeline();
  for (std::size_t n = 1; n <= run.length() && step_ == 0; ++n) {
    if (run.record(n).signature && !run.record(n).signature->valid) step_ = n;
  }
  ASSERT_TRUE(bench_.page.controller.seek(step_));
  bench_.click("inspector-signature");
  bench_.page.asked.clear();
  bench_.click("to-doctor");
  ASSERT_GE(bench_.page.asked.size(), 2U);
  EXPECT_EQ(bench_.page.asked[0], ui::Intent{intent::DeskTake{step_}});
  EXPECT_EQ(bench_.page.asked[1], ui::Intent{intent::Desk{intent::DeskAct::diagnose}});
  EXPECT_TRUE(bench_.page.state.deskOpen);
}

TEST_F(Inspecting, theStateShowsWhatTheStepChangedAndWhatWasThere) {
  lookAt("upm-pay", "pay", Phase::request, Party::walletServer);
  bench_.click("inspector-state");
  bench_.click("state-only-changes");
  std::string const balance = "accounts / 2160220000000001 / balance / amountMinor";
  ASSERT_TRUE(shows("state-row " + balance));
  EXPECT_EQ(bench_.page.find("state-row " + balance)->label, "49000");
  bench_.click("state-row " + balance);
  auto const& picked = bench_.page.state.inspector.picked;
  ASSERT_TRUE(picked);
  EXPECT_EQ(picked->before, "50000");
  // Another step that is looked at shows its own state; the run stays where it is.
  bench_.host.press(ImGuiKey_UpArrow);
  bench_.click("state-only-changes");
  ASSERT_TRUE(shows("state-row " + balance));
  EXPECT_EQ(bench_.page.find("state-row " + balance)->label, "50000");
  EXPECT_EQ(bench_.cursor(), step_);
}

TEST_F(Inspecting, objectsOfAStateFold) {
  lookAt("upm-pay", "pay", Phase::request, Party::walletServer);
  bench_.click("inspector-state");
  ASSERT_TRUE(shows("state-row accounts / 2160220000000001"));
  bench_.click("state-row accounts");
  EXPECT_FALSE(shows("state-row accounts / 2160220000000001"));
  bench_.click("state-row accounts");
  EXPECT_TRUE(shows("state-row accounts / 2160220000000001"));
}

TEST_F(Inspecting, requestAndResponseAreCompared) {
  lookAt("upm-pay", "pay", Phase::response, Party::alipayplus);
  bench_.click("inspector-diff");
  ASSERT_TRUE(shows("diff-first"));
  EXPECT_EQ(bench_.page.find("diff-first")->label, "pay");
  EXPECT_TRUE(shows("diff-row-0"));
  bench_.click("diff-first");
  EXPECT_EQ(bench_.page.state.selected, stepOf(bench_, "pay", Phase::request, Party::walletServer));
  bench_.click("diff-only");
  EXPECT_FALSE(bench_.page.state.inspector.onlyDifferences);
  bench_.click("diff-view-Bytes");
  EXPECT_TRUE(shows("diff-bytes"));
}

TEST_F(Inspecting, anyOtherMessageIsChosenInTheDiagram) {
  lookAt("upm-pay", "pay", Phase::request, Party::walletServer);
  bench_.click("inspector-diff");
  std::size_t const other = stepOf(bench_, "pay", Phase::request, Party::alipayplus);
  bench_.click("diff-choose");
  EXPECT_TRUE(bench_.page.state.inspector.choosing);
  bench_.click("step-row-" + std::to_string(other));
  EXPECT_FALSE(bench_.page.state.inspector.choosing);
  EXPECT_EQ(bench_.page.state.inspector.comparedWith, other);
  EXPECT_EQ(bench_.page.state.selected, 0U) << "what is looked at stays";
  EXPECT_TRUE(shows("diff-row-0"));
  bench_.click("diff-choose");
  bench_.host.press(ImGuiKey_Escape);
  EXPECT_FALSE(bench_.page.state.inspector.choosing);
}

TEST(InspectorTabs, areAllReachableWhereThereIsLittleRoom) {
  for (float width : {320.0F, 390.0F, 700.0F, 820.0F}) {
    UiBench bench(width, 900.0F, 1.0F);
    bench.open("upm-pay");
    ASSERT_TRUE(bench.page.controller.seek(10));
    bench.page.state.panel = ui::Panel::inspector;
    bench.host.frames(2);
    for (std::string_view tab : {"message", "signature", "why", "state", "diff", "provenance"}) {
      bench.host.frames(1);
      ui::Item const* item = bench.page.find("inspector-" + std::string(tab));
      ASSERT_NE(item, nullptr) << tab << " at " << width;
      EXPECT_LE(item->rect.x + item->rect.w, width) << tab << " at " << width;
      bench.click("inspector-" + std::string(tab));
    }
    EXPECT_EQ(bench.page.state.inspectorTab, InspectorTab::provenance);
  }
}

}  // namespace
}  // namespace aplus::test
