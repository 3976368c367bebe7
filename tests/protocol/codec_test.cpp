#include "protocol/codec/codec.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "protocol/authorizations/apply_token.h"
#include "protocol/catalog.h"
#include "protocol/codec/json_text.h"
#include "protocol/payments/pay.h"
#include "support/files.h"

namespace aplus::codec {
namespace {

using protocol::PayRequest;

/// The sample request of the accept_payment page, its masked values filled up.
std::string const kSample =
    R"({"order":{"referenceOrderId":"OrderID_0101010001","orderDescription":"SHOES",)"
    R"("orderAmount":{"value":"100","currency":"JPY"},"merchant":{"referenceMerchantId":"M00000000001",)"
    R"("merchantMCC":"1405","merchantName":"UGG","merchantAddress":{"region":"JP","city":"xxx"},)"
    R"("store":{"referenceStoreId":"S00000000001","storeName":"UGG-2","storeMCC":"1405"}}},)"
    R"("acquirerId":"1022188000000000001","pspId":"1022172000000000001",)"
    R"("paymentRequestId":"2018112919074101000700000070001","paymentAmount":{"value":"100","currency":"JPY"},)"
    R"("paymentMethod":{"paymentMethodType":"CONNECT_WALLET","paymentMethodId":"281006020000000000125733",)"
    R"("customerId":"2160000000000001"},"payToAmount":{"value":"1000","currency":"KRW"},)"
    R"("paymentQuote":{"quoteId":"1234567","quoteCurrencyPair":"JPY/KRW","quotePrice":"10.0000"},)"
    R"("paymentFactor":{"isInStorePayment":"true"}})";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  auto const at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

Error errorOf(std::string_view body) {
  auto const decoded = decode<PayRequest>(body);
  return decoded ? Error{"accepted", "", ""} : decoded.error();
}

TEST(Codec, ReadsTheSampleAndWritesTheSameBytes) {
  auto const decoded = decode<PayRequest>(kSample);
  ASSERT_TRUE(decoded) << decoded.error().path << " " << decoded.error().message;
  PayRequest const& request = decoded->value;
  EXPECT_EQ(request.paymentRequestId.value, "2018112919074101000700000070001");
  EXPECT_EQ(request.payToAmount, (Money{1000, "KRW"}));
  EXPECT_EQ(request.order->merchant.store->storeName, "UGG-2");
  EXPECT_EQ(request.paymentFactor.isInStorePayment, true);
  EXPECT_TRUE(decoded->notes.empty());
  EXPECT_EQ(encode(request), kSample) << "the sample stands in the documents' field order";
}

TEST(Codec, TakesBooleansAndStringsButSendsStrings) {
  auto const decoded = decode<PayRequest>(replaced(kSample, "\"true\"", "true"));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(encode(decoded->value), kSample);
  EXPECT_EQ(errorOf(replaced(kSample, "\"true\"", "\"TRUE\"")).path, "$.paymentFactor.isInStorePayment");
  EXPECT_EQ(errorOf(replaced(kSample, "\"true\"", "1")).path, "$.paymentFactor.isInStorePayment");
}

TEST(Codec, NullAndAbsentAreOne) {
  auto const decoded = decode<PayRequest>(
      replaced(kSample, "\"paymentFactor\"", "\"paymentExpiryTime\":null,\"paymentFactor\""));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(encode(decoded->value), kSample);
  EXPECT_EQ(errorOf(replaced(kSample, "\"pspId\":\"1022172000000000001\"", "\"pspId\":null")).path,
            "$.pspId");
}

TEST(Codec, TakesAnEmptyPaymentMethodIdAsAbsentAndSaysSo) {
  auto const decoded = decode<PayRequest>(replaced(kSample, "281006020000000000125733", ""));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->value.paymentMethod.paymentMethodId, "");
  ASSERT_EQ(decoded->notes.size(), 1u);
  EXPECT_NE(decoded->notes[0].find("$.paymentMethod.paymentMethodId"), std::string::npos);
}

TEST(Codec, IgnoresUnknownFieldsAndSaysSo) {
  auto const decoded = decode<PayRequest>(replaced(kSample, "\"pspId\"", "\"extra\":1,\"pspId\""));
  ASSERT_TRUE(decoded);
  ASSERT_EQ(decoded->notes.size(), 1u);
  EXPECT_NE(decoded->notes[0].find("$.extra"), std::string::npos);
}

TEST(Codec, NamesThePathOfWhatIsWrong) {
  struct Row {
    char const* from;
    char const* to;
    char const* path;
  };
  Row const rows[] = {
      {"\"value\":\"1000\"", "\"value\":1000", "$.payToAmount.value"},
      {"\"value\":\"1000\"", "\"value\":\"10.5\"", "$.payToAmount.value"},
      {"\"value\":\"1000\"", "\"value\":\"-1\"", "$.payToAmount.value"},
      {"\"value\":\"1000\"", "\"value\":\"0\"", "$.payToAmount.value"},
      {"\"value\":\"1000\"", "\"value\":\"\"", "$.payToAmount.value"},
      {"\"value\":\"1000\"", "\"value\":\"9999999999999999999\"", "$.payToAmount.value"},
      {"\"currency\":\"KRW\"", "\"currency\":\"KRX\"", "$.payToAmount.currency"},
      {"\"currency\":\"KRW\"", "\"currency\":410", "$.payToAmount.currency"},
      {",\"currency\":\"KRW\"", "", "$.payToAmount.currency"},
      {"\"value\":\"1000\",", "", "$.payToAmount.value"},
      {"{\"value\":\"1000\",\"currency\":\"KRW\"}", "\"1000\"", "$.payToAmount"},
      {"\"acquirerId\":\"1022188000000000001\",", "", "$.acquirerId"},
      {"\"acquirerId\":\"1022188000000000001\"", "\"acquirerId\":\"\"", "$.acquirerId"},
      {"\"acquirerId\":\"1022188000000000001\"", "\"acquirerId\":7", "$.acquirerId"},
      {"\"region\":\"JP\"", "\"region\":\"JPN\"", "$.order.merchant.merchantAddress.region"},
      {"{\"isInStorePayment\":\"true\"}", "[]", "$.paymentFactor"},
      {"\"merchantMCC\":\"1405\",", "", "$.order.merchant.merchantMCC"},
  };
  for (Row const& row : rows) {
    Error const error = errorOf(replaced(kSample, row.from, row.to));
    EXPECT_EQ(error.code, "PARAM_ILLEGAL") << row.to;
    EXPECT_EQ(error.path, row.path) << row.to << ": " << error.message;
    EXPECT_FALSE(error.message.empty());
  }
}

TEST(Codec, CountsCharactersNotBytes) {
  std::string const wide = "\"storeName\":\"" + std::string(252, 'x') + "東京東京\"";
  EXPECT_EQ(errorOf(replaced(kSample, "\"storeName\":\"UGG-2\"", wide)).code, "accepted");
  std::string const tooWide = "\"storeName\":\"" + std::string(253, 'x') + "東京東京\"";
  EXPECT_EQ(errorOf(replaced(kSample, "\"storeName\":\"UGG-2\"", tooWide)).path,
            "$.order.merchant.store.storeName");
}

TEST(Codec, RefusesWhatIsNoStrictJson) {
  auto const why = [](std::string const& body) { return errorOf(body).message; };
  EXPECT_NE(why("").find("byte 1"), std::string::npos);
  EXPECT_NE(why("{\"a\":1,}").find("byte 8"), std::string::npos) << why("{\"a\":1,}");
  EXPECT_NE(why("{} x").find("byte 4"), std::string::npos);
  EXPECT_NE(why("{\"a\":\"\xff\"}").find("UTF-8"), std::string::npos);
  EXPECT_NE(why("{\"a\":1,\"a\":2}").find("twice"), std::string::npos);
  EXPECT_NE(why("[]").find("must be an object"), std::string::npos);
  EXPECT_NE(why("{\"a\":1e999}").find("1e999"), std::string::npos) << why("{\"a\":1e999}");
  std::string many = "{";
  for (int i = 0; i < 100; ++i) many += fmt::format("\"k{}\":1,", i);
  EXPECT_NE(why(many + "\"k7\":1}").find("twice"), std::string::npos);
  EXPECT_NE(why(many + "\"k98\":1}").find("twice"), std::string::npos);
  EXPECT_EQ(why(many + "\"k100\":1}").find("twice"), std::string::npos);
  std::string const deep = std::string(65, '[') + std::string(65, ']');
  EXPECT_NE(why(deep).find("64 deep"), std::string::npos);
  EXPECT_EQ(why(std::string(64, '[') + std::string(64, ']')).find("64 deep"), std::string::npos);
  EXPECT_NE(why(std::string(kMaxBodyBytes + 1, ' ')).find("at most"), std::string::npos);
}

TEST(JsonText, FindsTheLineAndColumnOfAValue) {
  std::string const text = "{\n  \"a\": [1, {\"b,]\\\"\": true,\n    \"c\": \"x\"}],\n  \"d\": null\n}";
  auto const at = [&](std::string_view pointer) {
    Position const p = locate(text, pointer);
    return std::to_string(p.line) + ":" + std::to_string(p.column);
  };
  EXPECT_EQ(at(""), "1:1");
  EXPECT_EQ(at("/a"), "2:8");
  EXPECT_EQ(at("/a/0"), "2:9");
  EXPECT_EQ(at("/a/1/c"), "3:10");
  EXPECT_EQ(at("/d"), "4:8");
  EXPECT_EQ(at("/a/1/missing"), "2:12") << "the parent";
}


}  // namespace
}  // namespace aplus::codec
