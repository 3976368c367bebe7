// The rules for issuing an entry code and for scanning a payment code: each is broken once.

#include <gtest/gtest.h>

#include "protocol/codes/check_code.h"

namespace aplus::protocol {
namespace {

std::string broken(CodeCheck const& check) {
  std::string ids;
  for (CodeRuleCheck const& rule : check.rules) {
    EXPECT_FALSE(rule.found.empty()) << rule.id;
    EXPECT_FALSE(rule.source.empty()) << rule.id;
    if (rule.state == CodeRuleCheck::State::broken) ids += (ids.empty() ? "" : " ") + std::string(rule.id);
  }
  EXPECT_EQ(check.holds(), ids.empty());
  return ids;
}

std::string entry(std::string_view code, std::string_view userAgent = "") {
  return broken(checkEntryCodeRules(code, userAgent));
}

std::string payment(std::string_view code) { return broken(checkPaymentCodeRules(code)); }

// shows: acq-entry-rules
TEST(EntryCodeRules, AreNamedWhenBroken) {
  EXPECT_EQ(entry("https://pay.merchant.example/shop/42?table=7"), "");
  EXPECT_EQ(entry("HTTPS://pay.merchant.example/"), "");
  EXPECT_EQ(entry("http://pay.merchant.example/shop/42"), "entry-https");
  EXPECT_EQ(entry("https://pay.merchant.example/caf\xc3\xa9"), "entry-encoded");
  EXPECT_EQ(entry("https://pay.merchant.example/a b"), "entry-encoded");
  EXPECT_EQ(entry("https://pay.merchant.example/caf%C3%A9"), "");
  EXPECT_EQ(entry("https://pay.merchant.example/100%"), "entry-encoded");
  EXPECT_EQ(entry("https://global.alipay.com/281002040100abcdefghijklmnopqrstuvwx"), "entry-static");
  EXPECT_EQ(entry("https://qr.acquirer.example/281666042001ABCDEFGH"), "entry-static");
  EXPECT_EQ(entry("merchant 42"), "entry-url entry-encoded entry-https");
  EXPECT_EQ(entry("https://localhost/"), "entry-url");
  EXPECT_EQ(entry(""), "entry-url entry-https");
}

// shows: acq-entry-rules
TEST(EntryCodeRules, WantTheWalletRecognised) {
  constexpr char kUrl[] = "https://pay.merchant.example/";
  EXPECT_EQ(entry(kUrl, "Mozilla/5.0 (iPhone) AlipayConnect/1.2"), "");
  EXPECT_EQ(entry(kUrl, "Mozilla/5.0 (iPhone) Safari/605.1"), "entry-user-agent");
}

// shows: acq-payment-code-rules
TEST(PaymentCodeRules, AreNamedWhenBroken) {
  EXPECT_EQ(payment("281006020123456789012345"), "");
  EXPECT_EQ(payment("2512345678901234"), "") << "16 digits";
  EXPECT_EQ(payment("301234567890123456"), "");
  EXPECT_EQ(payment("251234567890123"), "payment-length") << "15 digits";
  EXPECT_EQ(payment("2810060201234567890123456"), "payment-length") << "25 digits";
  EXPECT_EQ(payment(std::string(33, '2')), "payment-length payment-start payment-expansion");
  EXPECT_EQ(payment("241006020123456789012345"), "payment-start");
  EXPECT_EQ(payment("311006020123456789012345"), "payment-start");
  EXPECT_EQ(payment("28100602012345678901234x"), "payment-digits");
  EXPECT_EQ(payment(""), "payment-digits payment-length payment-start");
  auto const lineEnd = checkPaymentCodeRules("28100602012345678901234\n");
  EXPECT_EQ(broken(lineEnd), "payment-digits");
  EXPECT_NE(lineEnd.rules[0].found.find("line end"), std::string::npos);
}

TEST(CodeKinds, AreGuessed) {
  EXPECT_EQ(guessKind("281006020123456789012345"), CheckedCode::paymentCode);
  EXPECT_EQ(guessKind("2810060201234567-9012345"), CheckedCode::paymentCode);
  EXPECT_EQ(guessKind("https://a.example/281002040100"), CheckedCode::entryCode);
  EXPECT_EQ(guessKind("shop"), CheckedCode::entryCode);
}

}  // namespace
}  // namespace aplus::protocol
