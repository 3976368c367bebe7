#include <algorithm>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "protocol/codes/explain_code.h"
#include "protocol/codes/general_code.h"
#include "protocol/codes/issued_text.h"
#include "protocol/codes/order_code.h"
#include "protocol/codes/payment_code.h"
#include "protocol/codes/tokens.h"
#include "support/files.h"

namespace aplus::protocol {
namespace {

nlohmann::json vector(std::string const& name) {
  return nlohmann::json::parse(test::readFile("tests/vectors/" + name));
}

/// `281001|02|0123456789012345`: the parts as they lie in the text. They must cover it.
std::string cut(ExplainedCode const& code, std::string const& text) {
  std::string result;
  std::size_t at = 0;
  for (CodePart const& part : code.parts) {
    EXPECT_EQ(part.from, at) << part.name;
    EXPECT_GT(part.length, 0u) << part.name;
    EXPECT_FALSE(part.name.empty() || part.meaning.empty());
    result += (at == 0 ? "" : "|") + text.substr(part.from, part.length);
    at += part.length;
  }
  EXPECT_EQ(at, text.size()) << result;
  EXPECT_FALSE(code.source.empty());
  return result;
}

std::string kindOf(std::string const& text) {
  auto const code = explainCode(text);
  return code ? std::string(code->kind) : code.error().code;
}

TEST(PaymentCode, HasThePartsOfThePublishedSample) {
  auto const v = vector("V06-payment-code-format.json")["mainstream_sample"];
  std::string const code = v["code"];
  auto const parsed = parsePaymentCode(code);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->form, PaymentCodeForm::mainstream);
  EXPECT_EQ(parsed->issuer, v["cii"]);
  EXPECT_EQ(parsed->businessType, v["bti"]);
  EXPECT_EQ(parsed->userNumber, v["uin"]);
  EXPECT_EQ(makePaymentCode(parsed->issuer, parsed->userNumber).value, code);
  EXPECT_EQ(cut(*explainPaymentCode(code), code), "251001|02|0123456789012345");
}

TEST(PaymentCode, KnowsTheOlderForms) {
  struct Row {
    char const* code;
    PaymentCodeForm form;
  };
  Row const rows[] = {
      {"28012345678901234", PaymentCodeForm::legacy17},
      {"280123456789012345", PaymentCodeForm::legacy18},
      {"2801234567890123456", PaymentCodeForm::legacy19},
      {"2891234567890123456", PaymentCodeForm::legacy19Of289},
      {"2891234567890623456", PaymentCodeForm::legacy19Of289With6},
      {"2501234567890123456", PaymentCodeForm::other},
      {"281006050000000000125733", PaymentCodeForm::other},
  };
  for (Row const& row : rows) {
    auto const parsed = parsePaymentCode(row.code);
    ASSERT_TRUE(parsed) << row.code;
    EXPECT_EQ(parsed->form, row.form) << row.code << " is " << name(parsed->form);
    cut(*explainPaymentCode(row.code), row.code);
  }
}

TEST(PaymentCode, IsWhatATillTakes) {
  for (char const* code : {"2512345678901234", "301234567890123456789012", "281006021234567890123456"}) {
    EXPECT_TRUE(isScannablePaymentCode(code)) << code;
  }
  for (char const* code : {"", "251234567890123", "2512345678901234567890123", "2412345678901234",
                           "3112345678901234", "28100605000000000012573A", "2512345678901 34",
                           "https://example.com"}) {
    EXPECT_FALSE(isScannablePaymentCode(code)) << code;
  }
}

TEST(AuthCode, ObeysTheRuleAsTheSamplesDo) {
  auto const samples = vector("V08-order-and-auth-codes.json")["auth_code_samples"];
  for (std::string sample : samples) {
    std::replace(sample.begin(), sample.end(), '*', 'X');  // masked in the document
    bool const fits = sample.size() <= 32;                 // the sister product has no such limit
    EXPECT_EQ(checkAuthCode(sample).has_value(), fits) << sample;
    EXPECT_TRUE(isOfType(sample, kAuthCodeType)) << sample;
  }
  EXPECT_EQ(cut(*explainAuthCode("28101013AB12"), "28101013AB12"), "281|010|13|AB12");
  EXPECT_EQ(makeAuthCode("281006", std::string(24, 'A')).value.size(), 32u);
  for (char const* wrong : {"", "28101013", "28101003AB", "28201013AB", "281A1013AB", "28101013A*",
                            "28101013AAAAAAAAAAAAAAAAAAAAAAAAA"}) {
    EXPECT_FALSE(checkAuthCode(wrong)) << wrong;
  }
}

TEST(Token, IsExplainedAsTheSamplesAre) {
  auto const samples = vector("V08-order-and-auth-codes.json");
  for (std::string const sample : samples["token_samples"]) {
    EXPECT_TRUE(cut(*explainToken(sample), sample).rfind("281|010|03|", 0) == 0);
    EXPECT_EQ(kindOf(sample), "token");
  }
  EXPECT_EQ(cut(*explainToken("anything"), "anything"), "anything");
  EXPECT_TRUE(checkToken(std::string(128, 'x')));
  EXPECT_FALSE(checkToken(std::string(129, 'x')));
  EXPECT_FALSE(checkToken("with blank"));
  EXPECT_EQ(makeRefreshToken("281006", "R").value, "28100603R");
}

TEST(OrderCode, HasTheFormOfThePublishedSamples) {
  auto const samples = vector("V08-order-and-auth-codes.json");
  for (std::string const url : samples["order_codes"]) {
    auto const code = parseOrderCode(url);
    ASSERT_TRUE(code) << url << ": " << code.error().message;
    EXPECT_EQ(makeOrderCode(code->issuer, code->acquirerDigits, code->rest), url);
    EXPECT_EQ(kindOf(url), "order code");
    cut(*explainOrderCode(url), url);
  }
  std::string const url = "https://global.alipay.com/2810020400949jph9gDWC1kpeZ1jBICv4qqu";
  EXPECT_EQ(cut(*explainOrderCode(url), url),
            "https://|global.alipay.com/|281002|04|0094|9jph9gDWC1kpeZ1jBICv4qqu");
  for (char const* wrong : {"http://global.alipay.com/2810020400949jph9gDWC1kpeZ1jBICv4qqu",
                            "https://global.alipay.com/2810020400949jph9gDWC1kpeZ1jBICv4qq",
                            "https://global.alipay.com/2810020300949jph9gDWC1kpeZ1jBICv4qqu",
                            "https://global.alipay.com/2810020400949jph9gDWC1kpeZ1jBICv4q/u",
                            "https://example.com/2810020400949jph9gDWC1kpeZ1jBICv4qqu"}) {
    EXPECT_FALSE(parseOrderCode(wrong)) << wrong;
  }
}

TEST(OrderCode, OfAnAcquirerStandsAtTheAcquirersDomain) {
  std::string const url = makePrivateOrderCode("pay.acquirer.example", "281123", "7788", "/order/1?x=2");
  EXPECT_EQ(url, "https://pay.acquirer.example/281123047788/order/1?x=2");
  EXPECT_EQ(kindOf(url), "private order code");
  EXPECT_EQ(cut(*explainPrivateOrderCode(url), url),
            "https://|pay.acquirer.example/|281123|04|7788|/order/1?x=2");
  EXPECT_TRUE(parsePrivateOrderCode("https://a.example/281123047788"));
  for (char const* wrong : {"https://a.example/28112304778", "https://a.example/281123137788",
                            "https://a.example/", "https://a.example", "https://global.alipay.com/281123047788"}) {
    EXPECT_FALSE(parsePrivateOrderCode(wrong)) << wrong;
  }
}

TEST(EntryCode, IsAnyPageByHttps) {
  EXPECT_EQ(kindOf("https://entry.acquirer.example/shop/1"), "entry code");
  EXPECT_EQ(kindOf("https://entry.acquirer.example"), "entry code");
  EXPECT_EQ(kindOf("http://entry.acquirer.example/shop/1"), "INVALID_CODE");
  EXPECT_EQ(kindOf("https://entry.acquirer.example/sh op"), "INVALID_CODE");
  std::string const url = "https://entry.acquirer.example/shop/1";
  EXPECT_EQ(cut(*explainEntryCode(url), url), "https://|entry.acquirer.example|/shop/1");
}

TEST(GeneralCode, IsTakenApartAndMadeAgain) {
  auto const v = vector("V05-mpm-general-payload.json");
  std::string const url = v["code_value"];
  auto const code = parseGeneralCode(url);
  ASSERT_TRUE(code) << code.error().message;
  EXPECT_EQ(code->domain, "QR.SAMPLEDOMAIN.COM");
  for (auto const& [id, expected] : v["parsed"].items()) {
    CodeEntry const all{"", "", code->entries};
    CodeEntry const* entry = all.find(id);
    ASSERT_NE(entry, nullptr) << id;
    if (expected.is_string()) EXPECT_EQ(entry->value, expected);
    else
      for (auto const& [inner, value] : expected.items()) EXPECT_EQ(entry->find(inner)->value, value) << id;
  }
  EXPECT_EQ(makeGeneralPayload(code->entries), v["general_payload"].get<std::string>());
  EXPECT_EQ(makeGeneralCode(*code), url);
  EXPECT_EQ(kindOf(url), "general code");
  cut(*explainGeneralCode(url), url);
  std::string const payload = v["general_payload"];
  EXPECT_EQ(cut(*explainGeneralPayload(payload), payload),
            "GPLD|095|PLVS|002|01|CDSD|033|01|14|SAMPLEPLATFORM|02|11|SAMPLEMERID|CIRD|039|01|12|"
            "SAMPLEISSUER|02|02|12|03|13|MINIPROGRAMID");
}

TEST(GeneralCode, RefusesWhatIsCutOrMiscounted) {
  std::string const payload = vector("V05-mpm-general-payload.json")["general_payload"];
  for (std::size_t length = 0; length < payload.size(); ++length) {
    EXPECT_FALSE(parseGeneralPayload(payload.substr(0, length))) << length;
  }
  for (char const* wrong : {"GPLD0AB", "PLVS00201", "GPLD000GPLD000", "GPLD013CDSD0060115X", "GPLD999"}) {
    EXPECT_FALSE(parseGeneralPayload(wrong)) << wrong;
  }
  EXPECT_FALSE(parseGeneralCode("HTTPS://A.EXAMPLE/MPM/3/R1BM*"));
  EXPECT_FALSE(parseGeneralCode("HTTPS://A.EXAMPLE/MPM/2/R1BMRDAwMA=="));
  EXPECT_FALSE(makeGeneralPayload({{"PLVS", std::string(1000, 'x'), {}}}));
  EXPECT_FALSE(makeGeneralPayload({{"PLV", "01", {}}}));
  EXPECT_FALSE(makeGeneralPayload({{"CDSD", "", {{"01", std::string(100, 'x'), {}}}}}));
}

TEST(Codes, SayWhyATextIsNone) {
  auto const code = explainCode("hello");
  ASSERT_FALSE(code);
  EXPECT_EQ(code.error().code, "INVALID_CODE");
  for (char const* kind : {"payment code", "auth code", "general code", "order code", "entry code"}) {
    EXPECT_NE(code.error().message.find(kind), std::string::npos) << kind;
  }
  EXPECT_EQ(kindOf("281006021234567890123456"), "payment code");
  EXPECT_EQ(kindOf("28100613ABCDEFGHIJKLMNOPQRSTUVWX"), "auth code");
}

}  // namespace
}  // namespace aplus::protocol
