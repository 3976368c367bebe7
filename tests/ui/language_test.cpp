#include <algorithm>
#include <string>

#include <fmt/args.h>
#include <gtest/gtest.h>

#include "scenario/playback.h"
#include "support/chinese.h"
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

}  // namespace
}  // namespace aplus::test
