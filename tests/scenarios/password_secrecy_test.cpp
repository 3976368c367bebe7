// A one-time password is written nowhere unless the phone shows it at that moment: in no export, link or state.

#include <functional>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/api/permalink.h"
#include "inspect/export.h"
#include "inspect/password_cover.h"
#include "support/passwords.h"

namespace aplus::scenario {
namespace {

using nlohmann::json;
using test::Observed;

std::size_t count(std::string_view text, std::string_view wanted) {
  std::size_t found = 0;
  for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) ++found;
  return found;
}

bool isBusy(user::WebPage const& page) {
  auto const busy = page.texts.find("busy");
  return busy != page.texts.end() && busy->second == "true";
}

/// How often the password stands in the messages between servers while the phone shows it.
std::size_t timesOnTheLine(Observed const& seen, std::string const& password, bool responsesToo) {
  std::size_t times = 0;
  for (std::size_t n = 1; n <= seen.run.length(); ++n) {
    Envelope const& e = seen.run.timeline().record(n).envelope;
    bool const counts = e.kind == Kind::http && (responsesToo || e.phase == Phase::request) && seen.shown[n] == password;
    if (counts) times += count(e.message.body, password);
  }
  return times;
}

class PasswordSecrecy : public testing::TestWithParam<std::string> {};

// shows: ep-otp-secret
TEST_P(PasswordSecrecy, NoExportHasOneThatThePhoneDoesNotShow) {
  Observed const seen(GetParam());
  inspect::RunInfo const info{GetParam(), 1, seen.run.expectations(), seen.run.invariants()};
  auto const& timeline = seen.run.timeline();
  json const transcript = json::parse(inspect::toTranscript(timeline, info));
  for (json const& step : transcript["steps"]) seen.expectOnlyShown(step.dump(), step["n"], "transcript");
  seen.expectOnlyShown(transcript["final"].dump(), seen.run.length(), "final states");
  seen.expectOnlyShown(transcript["expectations"].dump() + transcript["invariants"].dump(), 0, "checks");
  for (std::string const& password : seen.passwords) {
    EXPECT_EQ(count(inspect::toHar(timeline, info), password), timesOnTheLine(seen, password, true));
    EXPECT_EQ(count(inspect::toCurl(timeline, info), password), timesOnTheLine(seen, password, false));
    for (auto const& drawn : {inspect::toTable(timeline, info), inspect::toMermaid(timeline, info), inspect::toPlantUml(timeline, info)}) {
      EXPECT_EQ(count(drawn, password), 0u);
    }
  }
}

/// The notification is there from its arrival until the password was used, replaced or is too old; while the page that
/// it was typed on waits for the answer, nobody on the phone knows which.
TEST_P(PasswordSecrecy, ThePhoneShowsNoneThatIsGoodForNothing) {
  Observed seen(GetParam());
  bool everShown = false;
  for (std::size_t n = 0; n <= seen.run.length(); ++n) {
    ASSERT_TRUE(seen.run.seek(n));
    timeline::World const& world = seen.run.world();
    std::string const& shown = seen.shown[n];
    everShown = everShown || !shown.empty();
    Envelope const* arrived = n > 0 ? &seen.run.timeline().record(n).envelope : nullptr;
    bool const brought = arrived != nullptr && arrived->name == "sendSms" && arrived->message.body.find("otpCode") != std::string::npos;
    EXPECT_TRUE(!brought || !shown.empty()) << "after step " << n;
    bool const waits = world.user.browser && world.user.browser->name == "otp" && isBusy(*world.user.browser);
    if (shown.empty() || waits || timeline::messagesInFlight(world)) continue;
    bool const alive = std::any_of(world.walletServer.easyPay.passwords.begin(), world.walletServer.easyPay.passwords.end(),
                                   [&](auto const& one) { return one.second.code == shown && !one.second.ended && world.now < one.second.expiresAt; });
    EXPECT_TRUE(alive) << "after step " << n;
  }
  EXPECT_EQ(everShown, seen.run.world().user.sms.has_value());
}

INSTANTIATE_TEST_SUITE_P(Builtin, PasswordSecrecy, testing::ValuesIn(test::scenariosWithPasswords()), test::testName);

/// Goes to where the page asks for a password, `messages` short messages having come.
Playback atThePage(std::string const& id, std::size_t messages) {
  Playback run = std::move(*Playback::load(*findBuiltin(id), 1));
  auto const asked = [&] {
    auto const& page = run.world().user.browser;
    return page && page->name == "otp" && !isBusy(*page) && run.world().user.passwords.size() == messages;
  };
  while (!asked() && run.step()) continue;
  EXPECT_TRUE(asked()) << id;
  return run;
}

struct Typed {
  char const* what;
  char const* scenario;
  std::size_t messages;
  std::function<user::Command(user::State const&)> command;
};

TEST(PasswordLinks, ReplayWhatWasTypedWithoutSayingIt) {
  Typed const all[] = {
      {"taken from the message", "easy-pay-first", 1, [](auto const&) { return user::Command{"enterOtp", {}}; }},
      {"typed right", "easy-pay-first", 1,
       [](auto const& phone) { return user::Command{"enterOtp", {{"otpCode", phone.passwords[0]}, {"agree", "true"}}}; }},
      {"typed wrong", "easy-pay-first", 1, [](auto const&) { return user::Command{"enterOtp", {{"otpCode", "000000"}}}; }},
      {"that of the message before", "easy-pay-password-expired", 2,
       [](auto const& phone) { return user::Command{"enterOtp", {{"otpCode", phone.passwords[0]}}}; }},
      {"taken from the message before", "easy-pay-password-expired", 2,
       [](auto const&) { return user::Command{"enterOtp", {{"sms", "1"}}}; }},
  };
  for (Typed const& one : all) {
    SCOPED_TRACE(one.what);
    Playback run = atThePage(one.scenario, one.messages);
    auto const passwords = run.world().user.passwords;
    ASSERT_TRUE(run.command(one.command(run.world().user)));
    auto const link = app::formatPermalink(run);
    ASSERT_TRUE(link) << link.error().message;
    for (std::string const& password : passwords) EXPECT_EQ(link->find(password), link->npos) << *link;
    run.runToEnd();
    auto again = app::openPermalink(*link);
    ASSERT_TRUE(again) << again.error().message;
    again->runToEnd();
    EXPECT_EQ(again->timeline().digest(), run.timeline().digest());
    EXPECT_EQ(again->world(), run.world());
  }
}

TEST(PasswordLinks, AreNotMadeOfWhatThePhoneNeverHad) {
  Playback run = atThePage("easy-pay-password-expired", 2);
  std::string const second = run.world().user.passwords[1];
  run = atThePage("easy-pay-password-expired", 1);
  ASSERT_TRUE(run.command({"enterOtp", {{"otpCode", second}}})) << "known from before the person went back";
  run.runToEnd();
  while (run.world().user.passwords.size() < 2) ASSERT_TRUE(run.advanceToNextDeadline());
  ASSERT_EQ(run.world().user.passwords[1], second) << "the script has it sent again";
  EXPECT_EQ(app::formatPermalink(run).error().code, "NOT_LINKABLE");
}

TEST(PasswordLinks, SayWhichMessagesThereAre) {
  Playback run = atThePage("easy-pay-first", 1);
  auto const none = run.command({"enterOtp", {{"sms", "2"}}});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, "NOT_POSSIBLE");
  EXPECT_NE(none.error().message.find("has 1"), std::string::npos);
}

TEST(PasswordCover, SaysWhatItHidAndLeavesTheLineAlone) {
  Observed const seen("easy-pay-verify-twice");
  std::string const password = *seen.passwords.begin();
  std::size_t const repeated = 37;
  auto const& record = seen.run.timeline().record(repeated);
  ASSERT_NE(record.envelope.message.body.find(password), std::string::npos) << "it goes over the line as it is";
  ASSERT_TRUE(record.signature->valid);
  inspect::RunInfo const info{"easy-pay-verify-twice", 1, {}, {}};
  json const step = json::parse(inspect::toTranscript(seen.run.timeline(), info))["steps"][repeated - 1];
  EXPECT_EQ(step["covered"], inspect::kCovered);
  EXPECT_NE(step["message"]["body"].get<std::string>().find("\"otpCode\":\"******\""), std::string::npos);
  EXPECT_NE(step["signature"]["content"].get<std::string>().find("\"otpCode\":\"******\""), std::string::npos);
  EXPECT_EQ(step["message"]["body"].get<std::string>().size(), record.envelope.message.body.size());
  EXPECT_NE(inspect::toHar(seen.run.timeline(), info).find(inspect::kCovered), std::string::npos);
  EXPECT_NE(inspect::toCurl(seen.run.timeline(), info).find(inspect::kCovered), std::string::npos);
}

TEST(PasswordCover, TakesNoDigitsOutOfANumber) {
  Observed const seen("easy-pay-first");
  std::string const password = *seen.passwords.begin();
  inspect::PasswordCover const cover(seen.run.timeline());
  timeline::StepRecord const step;
  EXPECT_EQ(cover.cover(step, "1" + password), "1" + password);
  EXPECT_EQ(cover.cover(step, password + "1"), password + "1");
  EXPECT_EQ(cover.cover(step, "otp=" + password + "."), "otp=******.");
  EXPECT_EQ(cover.cover(step, "%22" + password + "%22"), "%22******%22");
  EXPECT_EQ(cover.cover(step, password + password), password + password) << "one long number";
}

}  // namespace
}  // namespace aplus::scenario
