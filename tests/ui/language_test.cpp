#include <algorithm>
#include <set>
#include <string>

#include <fmt/args.h>
#include <gtest/gtest.h>

#include "app/api/permalink.h"
#include "crypto/rsa.h"
#include "inspect/desk.h"
#include "protocol/catalog.h"
#include "scenario/playback.h"
#include "support/chinese.h"
#include "ui/controller.h"
#include "ui/hands.h"
#include "ui/panels/inspector_tabs.h"
#include "ui/sentences.h"
#include "ui/world_words.h"

namespace aplus::test {
namespace {

bool isAscii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 127U; });
}

/// `PARAM_ILLEGAL: $.payToAmount is missing`: what a check found stands in the message as well, in English.
bool isDetail(std::string_view note) {
  std::size_t const colon = note.find(": ");
  return colon != note.npos && std::all_of(note.begin(), note.begin() + static_cast<std::ptrdiff_t>(colon),
                                           [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

// Notes are made of patterns and values by participants who know no language: the page finds the pattern again.
TEST(Language, everySentenceIsKnownAgainByItsWords) {
  Chinese const chinese;
  for (std::string const& english : ui::sentencesWithValues()) {
    fmt::dynamic_format_arg_store<fmt::format_context> values;
    for (char const* value : {"12.50 CNY", "SUCCESS", "4", "2025-01-15T10:00:00+09:00", "pay", "1000 KRW"}) values.push_back(value);
    EXPECT_EQ(ui::worldWords(fmt::vformat(english, values)), fmt::vformat(chinese.catalogue.at(english), values)) << english;
  }
  EXPECT_GT(ui::sentencesWithValues().size(), 60U);
}

TEST(Language, whatHappensInALessonIsToldInChinese) {
  Chinese const chinese;
  for (char const* id : {"upm-pay", "upm-body-altered", "upm-limit-accumulated", "mpm-entry-code", "easy-pay-first", "acq-notice-silence"}) {
    auto playback = scenario::Playback::load(*scenario::findBuiltin(id), 1);
    ASSERT_TRUE(playback) << id;
    playback->runToEnd();
    for (std::size_t n = 1; n <= playback->length(); ++n) {
      for (Note const& note : playback->timeline().record(n).notes) {
        EXPECT_TRUE(!isAscii(ui::worldWords(note.text)) || isDetail(note.text)) << id << ", step " << n << ": " << note.text;
      }
    }
  }
}

TEST(Language, theValuesOfASentenceAreFoundAgain) {
  Chinese const chinese;
  EXPECT_EQ(ui::worldWords("The account holds 12.50 CNY now."), "账户现有 12.50 CNY。");
  EXPECT_EQ(ui::worldWords("Shared out in proportion to the order's price: refundAmount is 42.50 CNY."),
            "按订单价格的比例分摊：refundAmount 为 42.50 CNY。");
  EXPECT_EQ(ui::worldWords("In the Chinese mainland payments in shops may be at most 7000.00 CNY each. You wanted to pay "
                           "7000.01 CNY. Nothing was paid. Pay less, or in another way."),
            "在中国内地，到店付款每笔不得超过 7000.00 CNY。您想支付 7000.01 CNY。没有付款。请减少金额，或换一种方式。");
  EXPECT_EQ(ui::worldWords("The address is not safe: it does not begin with https://. Nothing was paid."),
            "地址不安全：没有以 https:// 开头。没有付款。");
  EXPECT_EQ(ui::worldWords("Somebody on the way replaces 'SANDBOX' by 'STRANGER' in the header Client-Id of the pay request from "
                           "alipayplus to wallet-server."),
            "有人在途中把从 alipayplus 到 wallet-server 的 pay 请求的 Client-Id 头中的“SANDBOX”改为“STRANGER”。");
  EXPECT_EQ(ui::worldWords("9012 is a magic value: As if the payment had come too late."), "9012 是魔法值：视同付款来得太晚。");
  EXPECT_EQ(ui::worldWords("PARAM_ILLEGAL: $.payToAmount must be 1000"), "PARAM_ILLEGAL: $.payToAmount must be 1000");
}

/// What the tables say of their fields, of objects within them too.
void collectTexts(codec::Fields fields, std::set<std::string_view>& texts) {
  for (codec::Field const& field : fields) {
    texts.insert({field.note, field.when, field.choice});
    if (field.nested != nullptr) collectTexts(field.nested(), texts);
  }
}

TEST(Language, everyFieldOfEveryApiIsExplainedInChinese) {
  Chinese const chinese;
  std::set<std::string_view> texts;
  for (protocol::Api const& api : protocol::catalog()) {
    collectTexts(api.request, texts);
    collectTexts(api.response, texts);
  }
  texts.erase("");
  for (std::string_view const text : texts) EXPECT_TRUE(chinese.catalogue.contains(text)) << text;
  EXPECT_GT(texts.size(), 250U);
}

TEST(Language, aFieldIsExplainedInTheLanguageOfThePage) {
  Envelope pay;
  pay.kind = Kind::http;
  pay.name = "pay";
  pay.from = Party::alipayplus;
  pay.to = Party::walletServer;
  auto const english = ui::inWords(inspect::fieldNote(pay, "$.paymentQuote"));
  ASSERT_TRUE(english);
  EXPECT_EQ(english->presence, "required when paymentAmount and payToAmount are in different currencies");
  Chinese const chinese;
  auto const quote = ui::inWords(inspect::fieldNote(pay, "$.paymentQuote"));
  EXPECT_EQ(quote->type, "Object");
  EXPECT_EQ(quote->presence, "在以下情况必填：paymentAmount 与 payToAmount 币种不同");
  EXPECT_EQ(quote->meaning, "两个金额之间的汇率。");
  EXPECT_EQ(ui::inWords(inspect::fieldNote(pay, "$.paymentRequestId"))->type, "String，最多 64 个字符");
  EXPECT_EQ(ui::inWords(inspect::fieldNote(pay, "$.order.merchant.store.referenceStoreId"))->presence, "必填");
  auto const header = ui::inWords(inspect::headerNote("client-id"));
  EXPECT_EQ(header->meaning, "指明这条线路属于哪个钱包或收单机构。两个方向相同，且属于待签名内容。");
  EXPECT_FALSE(ui::inWords(inspect::headerNote("Cookie")));
}

TEST(Language, whatIsRefusedIsToldInChinese) {
  auto const badLink = app::openPermalink("#v=1&s=upm-pay&seed=x");
  auto const badScenario = scenario::parse(R"({"id": "a", "title": 3})", "mine.json");
  auto const badPaste = inspect::readPasted("curl https://a/b -H 'nonsense'");
  auto const badKey = crypto::PublicKey::parse("????");
  ASSERT_TRUE(!badLink && !badScenario && !badPaste && !badKey);
  EXPECT_EQ(ui::reasonWords(badLink.error().message), badLink.error().message) << "English stays as it came";
  Chinese const chinese;
  EXPECT_EQ(ui::reasonWords(badLink.error().message), "必须是整数，而不是“x”。");
  EXPECT_EQ(ui::worldWords(badLink.error().path), "链接中的 seed");
  EXPECT_EQ(ui::reasonWords(badScenario.error().message), "$.title 必须是非空文本，而不是 3。");
  auto const broken = scenario::parse("{", "mine.json");
  ASSERT_FALSE(broken);
  EXPECT_EQ(ui::reasonWords(broken.error().message), "解析对象的键时语法错误：出现文本结尾，应为字符串。");
  EXPECT_EQ(ui::reasonWords(badPaste.error().message), "“nonsense”不是报文头；请写成 -H 'Name: value'。");
  EXPECT_EQ(ui::reasonWords(badKey.error().message), "密钥既不是 PEM 也不是 Base64：第 1 个字符（字节 0x3f）不在标准 Base64 字母表中。");
  EXPECT_EQ(ui::reasonWords("The header Signature cannot be read: algorithm is missing; it must be RSA256"),
            "无法读取 Signature 头：缺少 algorithm；必须为 RSA256。");
  EXPECT_EQ(ui::reasonWords("Request-Time: 2025-01-15T09:00:00+08:00 lies 900 s behind the receiver's clock; at most 600 s are allowed"),
            "Request-Time: 2025-01-15T09:00:00+08:00 与接收方时钟相差 900 秒（落后）；最多允许 600 秒。");
  EXPECT_EQ(ui::reasonWords("$.payToAmount is what nobody wrote"), "$.payToAmount is what nobody wrote");
  auto const playback = scenario::Playback::load(*scenario::findBuiltin("upm-pay"), 1);
  ASSERT_TRUE(playback);
  for (ui::Hand const& hand : ui::hands(*playback)) EXPECT_TRUE(hand.offered || !isAscii(hand.reason)) << hand.spec->name << ": " << hand.reason;
}

TEST(Language, theDoctorSpeaksChinese) {
  Chinese const chinese;
  ui::Desk desk;
  desk.takeExample();
  desk.verify();
  ASSERT_TRUE(desk.verdict());
  EXPECT_EQ(desk.verdict()->reason, "签名与这些字节和该密钥不符。");
  desk.diagnose();
  while (desk.examining()) desk.work();
  ASSERT_TRUE(desk.diagnosis());
  inspect::Diagnosis const& found = desk.diagnosis()->found;
  ASSERT_EQ(found.causes.size(), 1U);
  EXPECT_EQ(found.causes[0].sentence, "签名时报文体末尾多了没有发送的换行：CR LF。");
  for (inspect::CheckFinding const& check : found.checks()) EXPECT_FALSE(isAscii(ui::worldWords(check.text))) << check.text;
  for (std::string const& fact : found.facts) EXPECT_FALSE(isAscii(fact)) << fact;
}

TEST(Language, whatWasFoundIsForgottenWithTheLanguage) {
  std::string const note = "The account holds 12.50 CNY now.";
  {
    Chinese const chinese;
    EXPECT_EQ(ui::worldWords(note), "账户现有 12.50 CNY。");
    EXPECT_EQ(ui::knownAgain().size(), 1U);
    for (int i = 0; i < 5000; ++i) ui::worldWords("nobody knows " + std::to_string(i));
    EXPECT_LE(ui::knownAgain().size(), 4096U);
    EXPECT_EQ(ui::worldWords(note), "账户现有 12.50 CNY。");
  }
  EXPECT_TRUE(ui::knownAgain().empty());
  EXPECT_EQ(ui::worldWords(note), note);
}

}  // namespace
}  // namespace aplus::test
