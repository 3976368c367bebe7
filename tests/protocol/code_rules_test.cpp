// How a wallet knows whose code was scanned: patterns, EMVCo codes, and rules with priorities.
#include <gtest/gtest.h>

#include "protocol/client_sdk/action_payload.h"
#include "protocol/codes/code_rules.h"
#include "protocol/codes/emv_code.h"
#include "protocol/codes/pattern.h"
#include "scenario/sandbox_codes.h"

namespace aplus::protocol {
namespace {

bool matches(std::string_view expression, std::string_view text) {
  auto const pattern = Pattern::parse(expression);
  EXPECT_TRUE(pattern) << expression << " " << (pattern ? "" : pattern.error().message);
  return pattern && pattern->matches(text);
}

TEST(Patterns, MatchWhatTheySay) {
  struct Row {
    char const* expression;
    char const* yes;
    char const* no;
  };
  Row const rows[] = {
      {"abc", "xabcx", "xacbx"},
      {"^abc$", "abc", "abcd"},
      {"^a.c$", "axc", "ac"},
      {"^[a-c]+$", "abccba", "abd"},
      {"^[^a-c]+$", "xyz", "xaz"},
      {"^[]x-]+$", "]-x", "y"},
      {"^\\d{3}04\\d{4}$", "281040100", "28104010"},
      {"^\\w+\\.\\S+$", "ab_1.x", "ab 1.x"},
      {"^(ab|cd)*$", "abcdab", "abc"},
      {"^(?:ab|cd)e?$", "cde", "cdee"},
      {"^a{2,4}$", "aaaa", "aaaaa"},
      {"^a{2,}$", "aaaaaaaa", "a"},
      {"^a+?b*?$", "aab", "ba"},
      {"^(|x)y$", "y", "xxy"},
      {"^https://page\\.example/M[0-9]{12}$", "https://page.example/M000000000001", "https://pageXexample/M000000000001"},
      {"^(a*)*$", "aaaa", "b"},
      {"^\\D\\W\\s$", "x- ", "1- "},
      {"(^|/)281", "x/281", "x281"},
  };
  for (Row const& row : rows) {
    EXPECT_TRUE(matches(row.expression, row.yes)) << row.expression;
    EXPECT_FALSE(matches(row.expression, row.no)) << row.expression;
  }
}

TEST(Patterns, ThatMakeNoSenseSayWhere) {
  for (char const* wrong : {"*a", "(a", "a)", "[a", "a{2", "a{3,2}", "a{999}", "\\", "\\q", "[z-a]", "(?=a)",
                            "((((((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))))))"}) {
    EXPECT_FALSE(Pattern::parse(wrong)) << wrong;
  }
  EXPECT_EQ(Pattern::parse("ab[").error().message, "at character 4: ']' is missing");
}

TEST(Patterns, TakeNoLongerThanTheTextIsLong) {
  std::string const text(20'000, 'a');
  EXPECT_FALSE(matches("^(a|aa)+$", text + "b"));
  EXPECT_FALSE(matches("^(a*)*b$", text));
}

TEST(EmvCodes, AreReadAndWritten) {
  std::vector<EmvEntry> const entries{{"00", "01"}, {"01", "12"}, {"26", makeEmvEntries({{"00", "com.alipayplus"}, {"01", "x"}})},
                                      {"53", "156"}};
  std::string const code = makeEmvCode(entries);
  auto const read = parseEmvCode(code);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->size(), 5u);
  EXPECT_EQ(*findEmv(*read, "53"), "156");
  EXPECT_EQ(findEmv(*read, "54"), nullptr);
  std::string wrong = code;
  wrong[20] = 'x';
  EXPECT_FALSE(parseEmvCode(wrong)) << "the checksum";
  EXPECT_FALSE(parseEmvCode(code.substr(0, code.size() - 8)));
  EXPECT_FALSE(parseEmvCode("00020199"));
  EXPECT_FALSE(parseEmvCode(""));
  // The example of the specification's checksum: CRC-16 of 123456789 is 29B1.
  EXPECT_EQ(makeEmvCode({}).substr(0, 4), "6304");
}

CodeRule prefixRule(std::string prefix, std::optional<std::int64_t> priority, std::string_view action) {
  CodeRule rule;
  rule.codeMatchPattern.matchMethod = "PREFIX";
  rule.codeMatchPattern.prefix = std::move(prefix);
  rule.codeMatchPattern.priority = priority;
  rule.postCodeMatchAction.postCodeMatchActionType = action;
  return rule;
}

// shows: mpm-code-rules
TEST(CodeRules, TheLowestPriorityNumberWinsAndTheFirstAmongEquals) {
  std::vector<CodeRule> rules{prefixRule("https://a", 500, kOpenUrl), prefixRule("https://a.b", 100, kDecode)};
  EXPECT_EQ(identifyByRules(rules, "https://a.b/c")->actionType, kDecode);
  EXPECT_EQ(identifyByRules(rules, "https://a.c")->actionType, kOpenUrl);
  rules[1].codeMatchPattern.priority = 500;
  EXPECT_EQ(identifyByRules(rules, "https://a.b/c")->actionType, kOpenUrl);
  rules[0].codeMatchPattern.priority.reset();  // 10000
  EXPECT_EQ(identifyByRules(rules, "https://a.b/c")->actionType, kDecode);
  rules[1].codeMatchPattern.priority = 10'001;
  EXPECT_EQ(identifyByRules(rules, "https://a.b/c")->actionType, kOpenUrl);
  EXPECT_FALSE(identifyByRules(rules, "http://a.b/c"));
  EXPECT_FALSE(identifyByRules(rules, ""));
  EXPECT_FALSE(identifyByRules({}, "https://a.b/c"));
}

TEST(CodeRules, PrefixesIgnoreCaseAndRegularExpressionsDoNot) {
  EXPECT_TRUE(identifyByRules({prefixRule("https://A.b/", 1, kDecode)}, "HTTPS://a.B/x"));
  CodeRule rule = prefixRule("", 1, kDecode);
  rule.codeMatchPattern.matchMethod = "REGEX";
  rule.codeMatchPattern.regex = "^https://a";
  EXPECT_TRUE(identifyByRules({rule}, "https://abc"));
  EXPECT_FALSE(identifyByRules({rule}, "HTTPS://abc"));
  rule.codeMatchPattern.regex = "[";
  EXPECT_FALSE(identifyByRules({rule}, "[")) << "a rule that cannot be read matches nothing";
}

std::string emvCode(std::string_view initiation, std::vector<EmvEntry> const& inner) {
  return makeEmvCode({{"00", "01"}, {"01", std::string(initiation)}, {"26", makeEmvEntries(inner)}});
}

// shows: mpm-code-rules
TEST(CodeRules, EmvcoRulesLookIntoTheMerchantAccountInformation) {
  CodeRule rule = prefixRule("", 1, kOpenUrl);
  rule.codeMatchPattern.matchMethod = "EMVCO";
  rule.postCodeMatchAction.urlConstructionMethod = "EXTRACT_URL_FROM_EMVCODE";
  rule.postCodeMatchAction.emvUrlTag = "26.01";
  EmvMatchRule& wanted = rule.codeMatchPattern.emvMatchRules.emplace_back();
  wanted.extendedMerchantTag = "00";
  std::string const ours = emvCode("11", {{"00", "com.alipayplus"}, {"01", "https://x.y"}});
  for (char const* value : {"com.alipayplus", "Scom.alipay", "Calipay", "R^com\\.alipay(plus)?$", "NNOT_NULL", ""}) {
    wanted.extendedMerchantValue = value;
    auto const found = identifyByRules({rule}, ours);
    ASSERT_TRUE(found) << value;
    EXPECT_EQ(found->url, "https://x.y");
    EXPECT_EQ(found->userAgent, "AlipayConnect");
  }
  for (char const* value : {"com.other", "Sother", "Cother", "R^other", "NNULL"}) {
    wanted.extendedMerchantValue = value;
    EXPECT_FALSE(identifyByRules({rule}, ours)) << value;
  }
  wanted.extendedMerchantValue = "com.alipayplus";
  wanted.primitiveMerchantTag = "27";
  EXPECT_FALSE(identifyByRules({rule}, ours)) << "it stands at 26";
  wanted.primitiveMerchantTag = "26";
  EXPECT_EQ(identifyByRules({rule}, ours)->actionType, kOpenUrl) << "11: static";
  EXPECT_EQ(identifyByRules({rule}, emvCode("12", {{"00", "com.alipayplus"}}))->actionType, kDecode) << "12: dynamic";
  EXPECT_FALSE(identifyByRules({rule}, "000201" + ours)) << "no EMVCo code";
  wanted.isPrimitiveMerchant = true;
  wanted.primitiveMerchantTag = "02";
  wanted.extendedMerchantValue = "S4";
  EXPECT_TRUE(identifyByRules({rule}, makeEmvCode({{"00", "01"}, {"02", "4111"}})));
}

TEST(CodeRules, AnAddressCanBeMadeFromTheCode) {
  CodeRule rule = prefixRule("https://", 1, kOpenUrl);
  rule.postCodeMatchAction.urlConstructionMethod = "CONSTRUCT_DYNAMIC_URL";
  rule.postCodeMatchAction.dynamicUrlExpression = "https://open/?c=${codeValue}&i=${issuer}";
  EXPECT_EQ(identifyByRules({rule}, "https://a/28100604&x")->url, "https://open/?c=https%3A%2F%2Fa%2F28100604%26x&i=281006");
  EXPECT_EQ(identifyByRules({rule}, "https://a/b")->url, "https://open/?c=https%3A%2F%2Fa%2Fb&i=");
}

TEST(CodeRules, OfTheSandboxKnowItsOwnCodes) {
  auto const rules = scenario::sandboxCodeRules();
  EXPECT_EQ(identifyByRules(rules, "https://global.alipay.com/2810020401001234567890123456789012")->actionType, kDecode);
  EXPECT_EQ(identifyByRules(rules, "https://order.acquirer.example/281002042001ABC")->actionType, kDecode);
  EXPECT_EQ(identifyByRules(rules, scenario::kEntryUrl)->url, scenario::kEntryUrl);
  EXPECT_EQ(identifyByRules(rules, "https://page.acquirer.example/menu")->url,
            "https://page.acquirer.example/open?code=https%3A%2F%2Fpage.acquirer.example%2Fmenu");
  EXPECT_FALSE(identifyByRules(rules, "https://example.com/"));
}

ActionPayload payload() {
  ActionPayload made;
  made.v = kPayloadVersion;
  made.type = kOpenErrorPage;
  made.reason = kYearLimit;
  made.limit = {7'000'000, "CNY"};
  made.amount = {1, "CNY"};
  made.used = Money{7'000'000, "CNY"};
  return made;
}

// shows: mpm-payload-untouched
TEST(ActionPayloads, AreRefusedWhenASingleByteIsNotAsItWas) {
  std::string const text = encodeActionPayload(payload());
  EXPECT_EQ(text.find_first_of("+/="), text.npos);
  EXPECT_LE(text.size(), 2048u);
  auto const read = decodeActionPayload(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->reason, kYearLimit);
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (char const c : {'A', 'B', '-', '_', '=', ' '}) {
      std::string altered = text;
      if (altered[i] == c) continue;
      altered[i] = c;
      EXPECT_FALSE(decodeActionPayload(altered)) << i << " " << c;
    }
    EXPECT_FALSE(decodeActionPayload(text.substr(0, i))) << i;
  }
  EXPECT_FALSE(decodeActionPayload(text + "="));
  EXPECT_FALSE(decodeActionPayload(text + "A"));
}

}  // namespace
}  // namespace aplus::protocol
