#include <numeric>

#include <gtest/gtest.h>

#include "inspect/pretty_json.h"
#include "support/ui_page.h"
#include "ui/step_text.h"
#include "ui/widgets/codes.h"
#include "ui/widgets/text.h"

namespace aplus::test {
namespace {

using inspect::prettyJson;

TEST(PrettyJson, changesOnlyTheBlanksBetweenTokens) {
  auto const out = prettyJson(R"({"a":1.50,"b":[ true,"x\/\u00e9 , :"],"c":{},"d":[]})");
  EXPECT_TRUE(out.wellFormed);
  EXPECT_EQ(out.text,
            "{\n  \"a\": 1.50,\n  \"b\": [\n    true,\n    \"x\\/\\u00e9 , :\"\n  ],\n  \"c\": {},\n"
            "  \"d\": []\n}");
}

TEST(PrettyJson, tellsKeysFromStrings) {
  auto const out = prettyJson(R"({"a":"b"})");
  ASSERT_EQ(out.spans.size(), 5U);
  EXPECT_EQ(out.spans[1].token, inspect::JsonToken::key);
  EXPECT_EQ(out.spans[3].token, inspect::JsonToken::string);
  EXPECT_EQ(out.text.substr(out.spans[3].begin, out.spans[3].end - out.spans[3].begin), "\"b\"");
}

TEST(PrettyJson, givesBackWhatIsNoJson) {
  for (std::string_view text : {"", "{", "{\"a\"", "{\"a\":1,}", "[1 2]", "nope", "{\"a\":\"x\n\"}",
                                "\"open", "\"end\\", "{}x", "\xFF"}) {
    auto const out = prettyJson(text);
    EXPECT_FALSE(out.wellFormed) << text;
    EXPECT_EQ(out.text, text);
  }
  std::string const deep(100000, '[');
  EXPECT_EQ(prettyJson(deep).text, deep);
}

TEST(WrappedText, breaksALongCodeBehindAnUnderscore) {
  UiBench bench;
  bench.host.frame();
  ui::Theme theme;
  theme.fonts = bench.page.state.fonts;
  float const wrap = ui::measure(theme, ui::Role::small, "USER_BALANCE_NOT_EN").x;
  auto const lines = ui::wrappedLines(theme, ui::Role::small, "USER_BALANCE_NOT_ENOUGH with F", wrap);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], "USER_BALANCE_NOT_");
  EXPECT_EQ(lines[1], "ENOUGH with F");
  EXPECT_EQ(ui::wrappedLines(theme, ui::Role::small, std::string(200, 'W'), wrap).front().find('_'), std::string::npos);
}

TEST(Code128, packsPairsOfDigits) {
  // Start C, 12, 34, check symbol (105 + 12 + 2 * 34) mod 103 = 82, stop.
  std::vector<int> const expected{2, 1, 1, 2, 3, 2, 1, 1, 2, 2, 3, 2, 1, 3, 1, 1, 2, 3,
                                  1, 2, 1, 2, 4, 1, 2, 3, 3, 1, 1, 1, 2};
  EXPECT_EQ(ui::code128("1234"), expected);
}

TEST(Code128, everySymbolIsElevenModulesWide) {
  for (std::string_view text : {"281006024211218985238542", "12345", "AB12", "A1234", "abc"}) {
    std::vector<int> const widths = ui::code128(text);
    ASSERT_GT(widths.size(), 13U) << text;
    int const modules = std::accumulate(widths.begin(), widths.end(), 0);
    EXPECT_EQ((modules - 13) % 11, 0) << text;
  }
  EXPECT_TRUE(ui::code128("").empty());
  EXPECT_TRUE(ui::code128("\xE5").empty());
}

TEST(StepText, writesTimesForPeople) {
  EXPECT_EQ(ui::formatElapsed(340), "+0.340 s");
  EXPECT_EQ(ui::formatElapsed(62500), "+1:02.500");
  EXPECT_EQ(ui::formatElapsed(2 * kHourMs + 3 * kMinuteMs), "+2 h 03:00");
  EXPECT_EQ(ui::formatJump(60 * kSecondMs), "60 s");
  EXPECT_EQ(ui::formatCountdown(60 * kSecondMs), "1:00");
  EXPECT_EQ(ui::formatCountdown(-5), "0:00");
  EXPECT_EQ(ui::groupedDigits("2810060242"), "2810 0602 42");
}

TEST(StepText, findsResultCodesWithoutParsing) {
  Envelope envelope;
  envelope.message.body = R"({"result":{"resultCode" : "SUCCESS"}})";
  EXPECT_EQ(ui::resultCodeOf(envelope), "SUCCESS");
  for (char const* body : {"", "\"resultCode\"", "\"resultCode\":", "\"resultCode\":\"x"}) {
    envelope.message.body = body;
    EXPECT_EQ(ui::resultCodeOf(envelope), "") << body;
  }
}

}  // namespace
}  // namespace aplus::test
