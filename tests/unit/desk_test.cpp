#include "inspect/desk.h"

#include <gtest/gtest.h>

#include "crypto/sha256.h"
#include "scenario/sandbox_keys.h"

namespace aplus::inspect {
namespace {

using protocol::Direction;

constexpr char kRaw[] =
    "POST /aps/api/v1/payments/pay?x=1 HTTP/1.1\r\nHost: open-sea.alipayplus.com\r\nclient-id: C1\r\n"
    "Request-Time: 2025-01-15T09:00:00+08:00\r\n\r\n{\"a\":\r\n\"b\"}\n";

TEST(Desk, ReadsARawRequestAndLeavesTheBodyAlone) {
  auto const desk = readPasted(kRaw);
  ASSERT_TRUE(desk) << desk.error().message;
  EXPECT_EQ(desk->direction, Direction::request);
  EXPECT_EQ(desk->message.method, "POST");
  EXPECT_EQ(desk->message.uri, "/aps/api/v1/payments/pay?x=1");
  EXPECT_EQ(desk->host, "open-sea.alipayplus.com");
  EXPECT_EQ(desk->message.body, "{\"a\":\r\n\"b\"}\n");
}

TEST(Desk, ReadsARawResponse) {
  auto const desk = readPasted("HTTP/1.1 200 OK\nClient-Id: C1\nResponse-Time: T\n\n{}");
  ASSERT_TRUE(desk) << desk.error().message;
  EXPECT_EQ(desk->direction, Direction::response);
  EXPECT_EQ(desk->message.body, "{}");
}

TEST(Desk, SaysWhichLineIsWrong) {
  EXPECT_EQ(readPasted("").error().path, "line 1");
  EXPECT_EQ(readPasted("hello").error().path, "line 1");
  auto const error = readPasted("POST /a HTTP/1.1\nA: b\nno header\n\n{}").error();
  EXPECT_EQ(error.path, "line 3");
  EXPECT_NE(error.message.find("Name: value"), std::string::npos);
}

struct Curl {
  char const* command;
  char const* method;
  char const* uri;
  char const* body;
};

TEST(Desk, ReadsCurlAsShellsTakeIt) {
  Curl const cases[] = {
      {"curl https://h/p", "GET", "/p", ""},
      {"curl -X POST 'https://h/p?q=1' -H 'Client-Id: C' --data-raw '{\"a\":\"b c\"}'", "POST", "/p?q=1", "{\"a\":\"b c\"}"},
      {"$ curl https://h -XPUT -d a -d b", "PUT", "/", "a&b"},
      {"curl \\\n  --url \"https://h/p\" \\\n  --data-binary $'{\"a\":\"\\u5496\\'\\n\"}'", "POST", "/p", "{\"a\":\"咖'\n\"}"},
      {"curl https://h/p --data-raw $'\\ud83d\\ude00\\x41\\101'", "POST", "/p", "😀AA"},
      {"curl https://h/p -d \"a\\\"b\\\\c\\d\"", "POST", "/p", "a\"b\\c\\d"},
      {"curl https://h/p -d 'a'\\''b'", "POST", "/p", "a'b"},
      {"curl --request=POST https://h/p --json {} -o file --compressed", "POST", "/p", "{}"},
      {"curl ^\"https://h/p^\" ^\r\n  -H ^\"Client-Id: C^\" ^\r\n  --data-raw ^\"^{^\\^\"a^\\^\":^\\^\"b^\\^\"^}^\"", "POST", "/p", "{\"a\":\"b\"}"},
      {"curl.exe \"https://h/p\" -d \"{\"\"a\"\":1}\"", "POST", "/p", "{\"a\":1}"},
  };
  for (Curl const& c : cases) {
    SCOPED_TRACE(c.command);
    auto const desk = readPasted(c.command);
    ASSERT_TRUE(desk) << desk.error().message;
    EXPECT_EQ(desk->message.method, c.method);
    EXPECT_EQ(desk->message.uri, c.uri);
    EXPECT_EQ(desk->message.body, c.body);
    EXPECT_EQ(desk->host, "h");
  }
}

TEST(Desk, SaysWhatIsWrongWithACommand) {
  auto const why = [](char const* text) { return readPasted(text).error().message; };
  EXPECT_NE(why("curl 'https://h").find("never closed"), std::string::npos);
  EXPECT_EQ(readPasted("curl \\\n\\\n'https://h").error().path, "line 3");
  EXPECT_NE(why("curl -d x").find("no address"), std::string::npos);
  EXPECT_NE(why("curl https://h -H").find("must follow"), std::string::npos);
  EXPECT_NE(why("curl https://h -H nonsense").find("Name: value"), std::string::npos);
  EXPECT_NE(why("curl https://h -d @body.json").find("body.json"), std::string::npos);
}

TEST(Desk, TiesEachPartToItsOrigin) {
  auto const parts = contentParts(*readPasted(kRaw));
  ASSERT_TRUE(parts);
  std::string content;
  for (ContentPart const& part : *parts) content += part.text;
  EXPECT_EQ(content, "POST /aps/api/v1/payments/pay\nC1.2025-01-15T09:00:00+08:00.{\"a\":\r\n\"b\"}\n");
  EXPECT_EQ((*parts)[4], (ContentPart{"Client-Id", "C1"}));
  EXPECT_EQ(contentParts(*readPasted("POST /a HTTP/1.1\nClient-Id: C\n\n")).error().path, "Request-Time");
}

TEST(Desk, SignsVerifiesAndTampersAsThreeActs) {
  auto const& key = scenario::sandboxKeys().front().signing.key;
  auto const signedMessage = signOnDesk(*readPasted(kRaw), key, 1);
  ASSERT_TRUE(signedMessage);
  EXPECT_TRUE(verifyOnDesk(*signedMessage, key.publicKey()).valid);
  auto const changed = tamper(*signedMessage, "body", "{}");
  ASSERT_TRUE(changed);
  EXPECT_EQ(*changed->message.header("Signature"), *signedMessage->message.header("Signature")) << "an edit never signs";
  EXPECT_FALSE(verifyOnDesk(*changed, key.publicKey()).valid);
  EXPECT_TRUE(verifyOnDesk(*signOnDesk(*changed, key, 1), key.publicKey()).valid);
  EXPECT_EQ(tamper(*changed, "nothing", "").error().code, "UNKNOWN_PART");
}

TEST(Desk, ShowsTheStepsToTheSignature) {
  auto const& key = scenario::sandboxKeys().front().signing.key;
  SignatureSteps const steps = signatureSteps("abc", key.publicKey().bits());
  EXPECT_EQ(steps.digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(steps.digestInfo, "3031300d060960864801650304020105000420" + steps.digest);
  EXPECT_EQ(steps.block.substr(0, 8), "0001ffff");
  EXPECT_EQ(steps.block.size(), 512u);
  auto const recovered = key.publicKey().recover(key.sign("abc"));
  ASSERT_TRUE(recovered);
  EXPECT_EQ(crypto::toHex(recovered->bytes), steps.block);
}

}  // namespace
}  // namespace aplus::inspect
