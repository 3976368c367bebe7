#include <algorithm>

#include <gtest/gtest.h>

#include "scenario/playback.h"
#include "support/files.h"

namespace aplus::scenario {
namespace {

std::string const kFile = "scenarios/100-upm-pay.json";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  auto const at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

/// Line and column of the first place where a text stands.
std::string placeOf(std::string const& text, std::string_view what) {
  auto const at = text.find(what);
  auto const lineStart = text.rfind('\n', at) + 1;
  auto const line = std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n') + 1;
  return "f.json:" + std::to_string(line) + ":" + std::to_string(at - lineStart + 1);
}

TEST(ScenarioFile, WithAMistakeIsRefusedAtItsPlace) {
  struct Row {
    char const* from;
    char const* to;
    char const* place;    ///< a text that begins where the mistake is
    char const* message;  ///< part of the sentence
  };
  Row const rows[] = {
      {"\"region\": \"JP\",\n    \"wallet\"", "\"region\": \"JP\" \"wallet\"", "\"wallet\"", "syntax error"},
      {"\"clock\": \"2025", "\"clokc\": \"2025", "\"2025-01-15T09", "unknown key"},
      {"\"clock\": \"2025-01-15T09:00:00.000+08:00\"", "\"clock\": \"today\"", "\"today\"", "ISO 8601"},
      {"\"region\": \"JP\",", "\"region\": 81,", "81", "must be a text"},
      {"\"currency\": \"KRW\",\n      \"balance\"", "\"currency\": \"KRX\",\n      \"balance\"", "\"KRX\"",
       "ISO 4217"},
      {"\"value\": \"50000\"", "\"value\": 50000", "50000", "must be a text"},
      {"\"value\": \"50000\"", "\"value\": \"50,000\"", "\"50,000\"", "whole number"},
      {"{ \"value\": \"50000\", \"currency\": \"KRW\" }", "{ \"value\": \"5\", \"currency\": \"USD\" }",
       "{ \"value\": \"5\"", "wallet's currency KRW"},
      {"\"balance\": {", "\"status\": \"asleep\", \"balance\": {", "\"asleep\"", "must be one of active"},
      {"\"balance\": {", "\"kycQualified\": \"yes\", \"balance\": {", "\"yes\"", "true or false"},
      {"\"balance\": {", "\"customerId\": \"\", \"balance\": {", "\"\", \"bal", "not empty"},
      {"\"balance\": {", "\"limits\": {\"week\": 1}, \"balance\": {", "1}", "here may stand perPayment"},
      {"\"balance\": {", "\"limits\": {\"day\": {}}, \"balance\": {", "{}", "amount, count or both"},
      {"\"balance\": {", "\"limits\": {\"day\": {\"count\": -1}}, \"balance\": {", "-1}", "whole number"},
      {"\"balance\": {", "\"limits\": {\"perPayment\": {\"value\": \"1\", \"currency\": \"EUR\"}}, \"balance\": {",
       "{\"value\": \"1\", \"curr", "wallet's currency KRW"},
      {"\"balance\": {", "\"processing\": {\"answer\": \"never\"}, \"balance\": {", "\"never\"", "atOnce, later, unknown"},
      {"\"balance\": {", "\"processing\": {\"answer\": \"later\", \"decideAfter\": \"soon\"}, \"balance\": {",
       "\"soon\"", "length of time"},
      {"\"balance\": {", "\"merchants\": [\"\"], \"balance\": {", "\"\"]", "referenceMerchantId"},
      {"\"balance\": {", "\"feeBasisPoints\": 10001, \"balance\": {", "10001", "10000 at most"},
      {"\"balance\": {", "\"magicValues\": 1, \"balance\": {", "1, \"bal", "true or false"},
      {"\"balance\": {", "\"trafficLimit\": {\"requests\": 0, \"per\": \"4s\"}, \"balance\": {", "0, \"per", "1 at least"},
      {"\"balance\": {", "\"deniedApis\": [\"notifyPayment\"], \"balance\": {", "\"notifyPayment\"]", "such as pay"},
      {"\"pair\": \"JPY/KRW\"", "\"pair\": \"JPYKRW\"", "\"JPYKRW\"", "slash"},
      {"\"price\": \"10.0000\"", "\"price\": \"ten\"", "\"ten\"", "decimal"},
      {"\"id\": \"open\"", "\"id\": \"ring-up\"", "{\n      \"id\": \"ring-up\",\n      \"say\": \"The user opens",
       "an earlier step has"},
      {"\"name\": \"openPaymentPage\"", "\"name\": \"openPage\"", "\"openPage\"", "no command 'openPage'"},
      {"\"region\": \"JP\" }", "\"regoin\": \"JP\" }", "\"JP\" }", "no argument 'regoin'"},
      {"\"value\": \"100\", \"currency\": \"JPY\", \"ord", "\"currency\": \"JPY\", \"ord", "{ \"name\": \"ringUp\"",
       "needs the argument 'value'"},
      {"\"to\": \"client-sdk\"", "\"to\": \"sdk\"", "\"sdk\"", "must be one of user"},
      {"\"phase\": \"callback\"", "\"phase\": \"reply\"", "\"reply\"", "must be one of request"},
      {"\"run\": { \"until\": \"idle\" }", "\"run\": { \"until\": \"later\" }", "\"later\"", "\"idle\""},
      {"\"run\": { \"until\": \"idle\" }", "\"run\": { \"for\": \"61\" }", "\"61\"", "length of time"},
      {"\"step\": \"session\"", "\"step\": \"sesion\"", "\"sesion\"", "no step of this scenario"},
      {"\"state\": \"wallet-app\"", "\"state\": \"phone\"", "\"phone\"", "must be one of"},
      {"\"at\": \"/screen\"", "\"at\": \"screen\"", "\"screen\"", "JSON pointer"},
      {"\"title\": \"Show a payment code and pay with it\",\n", "", "{", "$.title is required"},
      {"\"id\": \"upm-pay\",", "\"id\": \"upm-pay\", \"id\": \"x\",", "\"id\": \"x\"", "twice"},
  };
  std::string const good = test::readFile(kFile);
  ASSERT_TRUE(parse(good, "f.json"));
  for (Row const& row : rows) {
    std::string const text = replaced(good, row.from, row.to);
    auto const scenario = parse(text, "f.json");
    ASSERT_FALSE(scenario) << row.to;
    EXPECT_EQ(scenario.error().code, "INVALID_SCENARIO");
    EXPECT_NE(scenario.error().message.find(row.message), std::string::npos)
        << row.to << " -> " << scenario.error().message;
    std::string place = placeOf(text, row.place);
    // A syntax error and a repeated key are known only when the parser has read them.
    bool const onLine = std::string_view(row.message) == "syntax error" || std::string_view(row.message) == "twice";
    std::string found = scenario.error().path;
    if (onLine) {
      place = place.substr(0, place.rfind(':'));
      found = found.substr(0, found.rfind(':'));
    }
    EXPECT_EQ(found, place) << row.to << " -> " << scenario.error().message;
  }
}

TEST(ScenarioFile, CutOffAnywhereIsRefused) {
  std::string const good = test::readFile(kFile);
  for (std::size_t length = 0; length + 2 < good.size(); length += 97) {
    EXPECT_FALSE(parse(good.substr(0, length), "f.json")) << length;
  }
}

TEST(ScenarioFile, ThatWaitsForWhatNeverComesIsRefused) {
  std::string const text = replaced(test::readFile(kFile), "\"name\": \"createSession\"", "\"name\": \"refund\"");
  auto scenario = parse(text, "f.json");
  ASSERT_TRUE(scenario);
  auto const playback = Playback::load(*scenario, 1);
  ASSERT_FALSE(playback);
  EXPECT_EQ(playback.error().code, "SCENARIO_STUCK");
  EXPECT_NE(playback.error().message.find("'session'"), std::string::npos);
}

TEST(ScenarioId, ThatIsUnknownListsNearMatches) {
  auto const found = findBuiltin("upm-pya");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, "UNKNOWN_SCENARIO");
  EXPECT_NE(found.error().message.find("did you mean upm-pay"), std::string::npos) << found.error().message;
}

}  // namespace
}  // namespace aplus::scenario
