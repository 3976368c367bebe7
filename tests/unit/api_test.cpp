#include "app/api/api.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/api/permalink.h"
#include "support/files.h"

namespace aplus::app {
namespace {

using nlohmann::json;

class Api : public testing::Test {
 protected:
  json value(char const* verb, json const& args = json::object()) {
    json const answer = json::parse(call(controller_, verb, args.dump()));
    EXPECT_TRUE(answer["ok"]) << verb << ": " << answer.dump();
    return answer.value("value", json());
  }

  std::string error(char const* verb, std::string const& args) {
    json const answer = json::parse(call(controller_, verb, args));
    EXPECT_FALSE(answer["ok"]) << verb << args;
    return answer.value("error", "");
  }

  ui::Controller controller_;
};

TEST_F(Api, LeadsThroughARun) {
  EXPECT_EQ(value("scenarios")[0]["id"], "upm-pay");
  EXPECT_TRUE(value("state").is_null()) << "nothing is loaded yet";
  json state = value("load", {{"scenario", "upm-pay"}, {"seed", 3}});
  EXPECT_EQ(state["scenario"], "upm-pay");
  EXPECT_EQ(state["seed"], 3);
  EXPECT_EQ(state["cursor"], 0);
  EXPECT_EQ(state["finished"], false);
  EXPECT_EQ(state["branch"], "main");
  EXPECT_EQ(state["time"], "2025-01-15T09:00:00.000+08:00");
  EXPECT_EQ(value("step")["cursor"], 1);
  EXPECT_EQ(value("back")["cursor"], 0);
  EXPECT_EQ(value("back")["cursor"], 0) << "the beginning stays the beginning";
  EXPECT_EQ(value("seek", {{"n", 5}})["cursor"], 5);
  state = value("runToEnd");
  EXPECT_EQ(state["finished"], true);
  EXPECT_EQ(state["cursor"], state["length"]);
  json const transcript = value("transcript");
  EXPECT_EQ(transcript["format"], "aplus-transcript");
  EXPECT_EQ(transcript["steps"].size(), state["length"]);
  EXPECT_EQ(transcript["digest"], state["digest"]);
  EXPECT_FALSE(transcript["expectations"].empty());
}

TEST_F(Api, SaysWhatItExpected) {
  EXPECT_NE(error("fly", "{}").find("there are"), std::string::npos);
  EXPECT_NE(error("step", "{}").find("load"), std::string::npos);
  EXPECT_NE(error("seek", "{").find("no JSON"), std::string::npos);
  EXPECT_NE(error("seek", "[]").find("JSON object"), std::string::npos);
  EXPECT_NE(error("load", "{}").find("id of a scenario"), std::string::npos);
  EXPECT_NE(error("load", R"({"scenario":7})").find("id of a scenario"), std::string::npos);
  EXPECT_NE(error("load", R"({"scenario":"upm-pya"})").find("did you mean upm-pay"), std::string::npos);
  EXPECT_NE(error("load", R"({"scenario":"upm-pay","seed":-1})").find("seed"), std::string::npos);
  EXPECT_NE(error("load", R"({"scenario":"upm-pay","seed":1.5})").find("seed"), std::string::npos);
  EXPECT_NE(error("load", R"({"scenario":"upm-pay","seed":1e300})").find("seed"), std::string::npos);
  EXPECT_NE(error("load", R"({"scenario":{"id":"x"}})").find("scenario:"), std::string::npos);
  EXPECT_NE(error("permalink", "{}").find("load"), std::string::npos);
  value("load", {{"scenario", "upm-pay"}});
  EXPECT_NE(error("seek", R"({"n":9999999999})").find("There is no step"), std::string::npos);
  EXPECT_NE(error("seek", "{}").find("how many steps"), std::string::npos);
  EXPECT_NE(error("command", "{}").find("name of a command"), std::string::npos);
  EXPECT_NE(error("command", R"({"name":"fly"})").find("openPaymentPage"), std::string::npos);
  EXPECT_NE(error("command", R"({"name":"ringUp","value":true})").find("text or a whole number"), std::string::npos);
}

TEST_F(Api, AFailedLoadKeepsTheRun) {
  value("load", {{"scenario", "upm-pay"}});
  json const before = value("seek", {{"n", 7}});
  error("load", R"({"scenario":"nothing"})");
  error("load", R"({"scenario":{}})");
  EXPECT_EQ(value("state"), before);
}

TEST_F(Api, LetsTimePassAndLinksToWhatCameOfIt) {
  EXPECT_NE(error("advanceToNextDeadline", "{}").find("No scenario"), std::string::npos);
  value("load", {{"scenario", "upm-second-code"}});
  json const end = value("runToEnd");
  json const later = value("advanceToNextDeadline");
  EXPECT_EQ(later["cursor"], end["cursor"].get<int>() + 1);
  EXPECT_GT(later["time"], end["time"]);
  EXPECT_EQ(later["branch"], end["branch"]);
  std::string const link = value("permalink");
  ui::Controller other;
  json const answer = json::parse(call(other, "open", json{{"fragment", link}}.dump()));
  ASSERT_TRUE(answer["ok"]) << answer.dump();
  EXPECT_EQ(answer["value"], later);
}

TEST_F(Api, OpensItsOwnLinksWithEverythingThatWasChanged) {
  value("load", {{"scenario", "upm-pay"}, {"seed", 5}});
  value("seek", {{"n", 12}});
  value("command", {{"name", "ringUp"}, {"value", 250}, {"currency", "JPY"}, {"orderDescription", "TEA & 茶"}});
  json const before = value("runToEnd");
  std::string const link = value("permalink");
  EXPECT_EQ(link.rfind("#v=1&s=upm-pay&seed=5&step=", 0), 0u) << link;
  EXPECT_EQ(link.find_first_of(" \"<>"), std::string::npos) << link;

  ui::Controller other;
  json const answer = json::parse(call(other, "open", json{{"fragment", link}}.dump()));
  ASSERT_TRUE(answer["ok"]) << answer.dump();
  for (char const* member : {"digest", "cursor", "length", "time"}) {
    EXPECT_EQ(answer["value"][member], before[member]) << member;
  }
  EXPECT_EQ(other.playback()->world().acquirer.orders.begin()->second.sale.amount, (Money{250, "JPY"}));
}

TEST_F(Api, RefusesLinksThatAreDamaged) {
  for (char const* wrong :
       {"", "#", "#v=2&s=upm-pay", "#v=1", "#v=1&s=nothing", "#v=1&s=upm-pay&seed=x", "#v=1&s=upm-pay&step=-1",
        "#v=1&s=upm-pay&step=999", "#v=1&s=upm%", "#v=1&s=upm-pay&edits=x", "#v=1&s=upm-pay&edits=[1]",
        "#v=1&s=upm-pay&edits=[{\"at\":1}]", "#v=1&s=upm-pay&edits=[{\"at\":1,\"name\":\"fly\"}]",
        "#v=1&s=upm-pay&edits=[{\"at\":-1,\"name\":\"openPaymentPage\"}]",
        "#v=1&s=upm-pay&edits=[{\"at\":0,\"name\":\"presentPaymentCode\"}]"}) {
    EXPECT_FALSE(error("open", json{{"fragment", wrong}}.dump()).empty()) << wrong;
  }
}

TEST_F(Api, LinksOnlyWhatAnIdFindsAgain) {
  json scenario = json::parse(test::readFile("scenarios/100-upm-pay.json"));
  value("load", {{"scenario", scenario}});
  EXPECT_NE(error("permalink", "{}").find("share its file"), std::string::npos);
}

}  // namespace
}  // namespace aplus::app
