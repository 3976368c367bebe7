// What a page without a canvas is given: the run in words, and the desk by its acts.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/api/api.h"

namespace aplus::app {
namespace {

using nlohmann::json;

class ApiViews : public testing::Test {
 protected:
  json value(char const* verb, json const& args = json::object()) {
    json const answer = json::parse(call(controller_, verb, args.dump()));
    EXPECT_TRUE(answer["ok"]) << verb << ": " << answer.dump();
    return answer.value("value", json());
  }
  std::string error(char const* verb, json const& args) {
    json const answer = json::parse(call(controller_, verb, args.dump()));
    EXPECT_FALSE(answer["ok"]) << verb;
    return answer.value("error", "");
  }
  json hand(std::string const& name) {
    json const screens = value("screens");
    for (json const& one : screens["hands"]) {
      if (one["name"] == name) return one;
    }
    ADD_FAILURE() << "no hand " << name;
    return {};
  }

  ui::Controller controller_;
};

TEST_F(ApiViews, TheLessonFollowsTheRun) {
  value("load", {{"scenario", "upm-pay"}});
  json lesson = value("lesson");
  EXPECT_EQ(lesson["steps"][0]["progress"], "current");
  EXPECT_EQ(lesson["steps"][0]["begins"], 1);
  EXPECT_TRUE(lesson["expectations"][0]["ok"].is_null()) << "nothing is known before the end";
  value("runToEnd");
  lesson = value("lesson");
  for (json const& step : lesson["steps"]) EXPECT_EQ(step["progress"], "done") << step["id"];
  for (json const& one : lesson["expectations"]) EXPECT_EQ(one["ok"], true) << one["text"];
  EXPECT_FALSE(lesson["invariants"].empty());
}

TEST_F(ApiViews, SayWhatAWalletMustDo) {
  value("load", {{"scenario", "upm-token-refreshed"}});
  EXPECT_TRUE(value("lesson")["steps"][1]["yourWallet"].empty()) << "nothing has happened yet";
  value("seek", {{"n", 9}});
  json const said = value("lesson")["steps"][1]["yourWallet"];
  json const step = value("details", {{"n", 9}})["yourWallet"];
  EXPECT_EQ(value("details", {{"n", 9}})["title"], "applyToken request");
  EXPECT_GT(said.size(), 3U);
  EXPECT_EQ(said.back(), step) << "the last sentence of the part is that of the last step";
  EXPECT_EQ(step["ours"], false);
  EXPECT_NE(step["source"].get<std::string>().find("docs.alipayplus.com"), std::string::npos);
  EXPECT_EQ(value("details", {{"n", 5}})["yourWallet"]["ours"], true) << "what the app says to its own server";
  EXPECT_TRUE(value("details", {{"n", 8}})["yourWallet"].is_null()) << "the SDK's line to Alipay+";
  value("load", {{"scenario", "upm-pay"}});
  json const own = value("lesson")["steps"][1]["yourWallet"];
  ASSERT_EQ(own.size(), 1U) << "the lesson's own sentence, whatever has happened";
  EXPECT_EQ(own[0]["source"], "");
}

TEST_F(ApiViews, RowsAndDetailsAreTheStepsThatHappened) {
  value("load", {{"scenario", "upm-pay"}});
  EXPECT_TRUE(value("rows").empty());
  EXPECT_NE(error("details", {{"n", 1}}).find("from 1 to 0"), std::string::npos);
  std::size_t const length = value("runToEnd")["length"];
  json const rows = value("rows");
  ASSERT_EQ(rows.size(), length);
  EXPECT_EQ(value("rows", {{"from", length}}).size(), 1U);
  json const transcript = value("transcript");
  for (std::size_t i = 0; i < length; ++i) {
    json const details = value("details", {{"n", i + 1}});
    json const& step = transcript["steps"][i];
    EXPECT_EQ(details["title"], rows[i]["title"]);
    if (step.contains("message")) { EXPECT_EQ(details["body"], step["message"]["body"]); }
    EXPECT_EQ(details.contains("check"), step.contains("signature")) << i + 1;
    EXPECT_EQ(details.contains("notSigned"), !step.contains("signature")) << i + 1;
    if (!step.contains("signature")) continue;
    std::string content;
    for (json const& part : details["check"]["content"]) content += part["text"].get<std::string>();
    EXPECT_EQ(content, step["signature"]["content"]);
    std::string pretty;
    for (json const& part : details["pretty"]) pretty += part[1].get<std::string>();
    EXPECT_EQ(json::parse(pretty), json::parse(step["message"]["body"].get<std::string>()));
  }
}

TEST_F(ApiViews, HandsAreOfferedWhereTheScreensShowThemAndSayWhyNotElsewhere) {
  value("load", {{"scenario", "upm-pay"}});
  EXPECT_EQ(hand("ringUp")["offered"], true);
  EXPECT_EQ(hand("ringUp")["arguments"][0]["value"], "100") << "what the lesson's cashier rings up";
  EXPECT_EQ(hand("openPaymentPage")["offered"], true);
  EXPECT_EQ(hand("presentPaymentCode")["offered"], false);
  EXPECT_NE(hand("presentPaymentCode")["reason"].get<std::string>().find("open the payment page"), std::string::npos);
  EXPECT_EQ(hand("logIn")["offered"], false);
  value("command", {{"name", "ringUp"}, {"value", 100}, {"currency", "JPY"}});
  value("command", {{"name", "openPaymentPage"}, {"region", "JP"}});
  for (int i = 0; i < 30 && value("screens")["phone"]["title"] != "Payment code"; ++i) value("step");
  EXPECT_EQ(value("screens")["phone"]["title"], "Payment code");
  value("step");  // the person sees it
  EXPECT_EQ(hand("presentPaymentCode")["offered"], true);
  EXPECT_EQ(hand("openPaymentPage")["offered"], false);
}

TEST_F(ApiViews, EveryOfferedHandCanBeGiven) {
  for (char const* scenario : {"upm-pay", "mpm-order-code", "mpm-entry-code", "upm-logout"}) {
    std::size_t const length = value("load", {{"scenario", scenario}})["length"];
    for (std::size_t n = 0; n <= length; ++n) {
      value("seek", {{"n", n}});
      json const screens = value("screens");
      for (json const& one : screens["hands"]) {
        EXPECT_EQ(one["offered"], one["reason"] == "") << one["name"];
        if (!one["offered"]) continue;
        json command = {{"name", one["name"]}};
        for (json const& argument : one["arguments"]) {
          if (argument["value"] != "") command[argument["name"].get<std::string>()] = argument["value"];
        }
        ui::Controller fresh;
        json const where = {{"fragment", value("permalink")}};
        call(fresh, "open", where.dump());
        json const done = json::parse(call(fresh, "command", command.dump()));
        EXPECT_TRUE(done["ok"]) << scenario << " " << n << " " << command.dump() << done.dump();
      }
    }
  }
}

TEST_F(ApiViews, BranchesAreListedAndSwitched) {
  value("load", {{"scenario", "upm-pay"}});
  EXPECT_EQ(value("branches").size(), 1U);
  value("seek", {{"n", 4}});
  value("command", {{"name", "closePaymentPage"}});
  json const branches = value("branches");
  ASSERT_EQ(branches.size(), 2U);
  EXPECT_EQ(branches[1]["current"], true);
  EXPECT_EQ(branches[1]["forkedAt"], 4);
  EXPECT_EQ(value("switchBranch", {{"branch", 0}})["branch"], "main");
  EXPECT_NE(error("switchBranch", {{"branch", 7}}).find("no branch 7"), std::string::npos);
}

TEST_F(ApiViews, TheDeskVerifiesAndDiagnosesByItsActs) {
  EXPECT_EQ(value("desk")["blank"], true);
  EXPECT_NE(value("desk")["whyNotVerify"], "");
  json desk = value("desk", {{"act", "example"}});
  EXPECT_EQ(desk["blank"], false);
  desk = value("desk", {{"act", "verify"}});
  EXPECT_EQ(desk["verdict"]["valid"], false);
  EXPECT_EQ(desk["verdict"]["stale"], "");
  desk = value("desk", {{"act", "diagnose"}});
  for (int i = 0; i < 10000 && desk["examining"]; ++i) desk = value("desk", {{"act", "work"}});
  ASSERT_EQ(desk["diagnosis"]["causes"].size(), 1U) << desk["diagnosis"].dump();
  EXPECT_FALSE(desk["diagnosis"]["difference"].empty());
  desk = value("desk", {{"act", "edit"}, {"field", "body"}, {"text", "{}"}});
  EXPECT_EQ(desk["fields"]["body"]["text"], "{}");
  EXPECT_NE(desk["verdict"]["stale"], "");
  EXPECT_NE(error("desk", {{"act", "dance"}}).find("verify"), std::string::npos);
  EXPECT_NE(error("desk", {{"act", "edit"}, {"field", "shoe"}, {"text", ""}}).find("clientId"), std::string::npos);
  EXPECT_NE(error("desk", {{"act", "take"}}).find("step"), std::string::npos);
}

TEST_F(ApiViews, APrivateKeyNeverComesBack) {
  std::string const pem = crypto::PrivateKey::generate().pem();
  value("desk", {{"act", "example"}});
  json const typed = value("desk", {{"act", "edit"}, {"field", "privateKey"}, {"text", pem}});
  json const used = value("desk", {{"act", "usePrivateKey"}});
  EXPECT_EQ(used["privateKeyName"], "your private key");
  EXPECT_EQ(value("desk", {{"act", "sign"}})["whyNotSign"], "");
  std::string const secret = pem.substr(40, 40);
  for (json const& answer : {typed, used, value("desk")}) EXPECT_EQ(answer.dump().find(secret), std::string::npos);
}

TEST_F(ApiViews, AFileThatIsNoScenarioIsRefusedWithItsName) {
  EXPECT_NE(error("loadFile", {{"text", "{"}, {"file", "mine.json"}}).find("mine.json:1"), std::string::npos);
}

}  // namespace
}  // namespace aplus::app
