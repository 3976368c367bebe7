#include "protocol/signing.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "crypto/base64.h"
#include "crypto/sha256.h"
#include "protocol/percent_encoding.h"
#include "support/files.h"

namespace aplus::protocol {
namespace {

std::string const kVectors = "tests/vectors/";

crypto::PrivateKey privateKey(std::string const& name) {
  return *crypto::PrivateKey::parse(
      test::readFile(kVectors + "V04-sdk-oracle/keys/" + name + "_private_pkcs8.b64.txt"));
}

TEST(SignatureHeader, ReadsTheDocumentedSample) {
  auto const vector =
      nlohmann::json::parse(test::readFile(kVectors + "V02-signature-header-parse.json"));
  auto const header = parseSignatureHeader(vector["header_value"].get<std::string>());
  ASSERT_TRUE(header);
  EXPECT_EQ(header->algorithm, "RSA256");
  EXPECT_EQ(header->keyVersion, 1);
  EXPECT_EQ(header->signature.size(), 256u);
}

TEST(SignatureHeader, SaysWhichPartIsWrong) {
  auto const why = [](std::string_view value) { return parseSignatureHeader(value).error().message; };
  EXPECT_NE(why("").find("algorithm is missing"), std::string::npos);
  EXPECT_NE(why("algorithm=RSA256").find("signature is missing"), std::string::npos);
  EXPECT_NE(why("algorithm=ECC224,signature=AAAA").find("'ECC224'"), std::string::npos);
  EXPECT_NE(why("algorithm=RSA256,keyVersion=0,signature=AAAA").find("keyVersion"), std::string::npos);
  EXPECT_NE(why("algorithm=RSA256,keyVersion=1x,signature=AAAA").find("keyVersion"), std::string::npos);
  EXPECT_NE(why("algorithm=RSA256,signature=A%3").find("hexadecimal"), std::string::npos);
  EXPECT_NE(why("algorithm=RSA256,signature=A-__").find("Base64"), std::string::npos);
  EXPECT_NE(why("hello").find("name=value"), std::string::npos);
  EXPECT_NE(why("algorithm=RSA256,signature=AA%253D%253D").find("Base64"), std::string::npos)
      << "encoded twice";
}

TEST(ContentToSign, HasThePublishedLayout) {
  std::string const expected = test::readFile(kVectors + "V03-docs-content-to-be-signed.txt");
  auto const lineEnd = expected.find('\n');
  std::string const body = expected.substr(expected.find(".{", lineEnd) + 1);
  EXPECT_EQ(contentToSign("POST", "/aps/api/v1/payments/pay", "TEST_5X00000000000000",
                          "2019-05-28T12:12:12+08:00", body),
            expected);
}

TEST(ContentToSign, LeavesAQueryOut) {
  EXPECT_EQ(contentToSign("POST", "/a?b=c", "id", "t", "{}"), "POST /a\nid.t.{}");
}

TEST(Signing, GivesTheBytesOfTheOfficialSdks) {
  auto const vectors = nlohmann::json::parse(test::readFile(kVectors + "V04-sdk-oracle/vectors.json"));
  ASSERT_EQ(vectors.size(), 3u);
  for (auto const& v : vectors) {
    std::string const name = v["name"];
    std::string const content =
        contentToSign(v["http_method"].get<std::string>(), v["http_uri"].get<std::string>(),
                      v["client_id"].get<std::string>(), v["time"].get<std::string>(),
                      v["body"].get<std::string>());
    EXPECT_EQ(content, test::readFile(kVectors + "V04-sdk-oracle/" + name + ".content.txt"));
    EXPECT_EQ(crypto::toHex(crypto::sha256(content)), v["content_sha256"]);
    std::string const signature = privateKey(v["key"]).sign(content);
    EXPECT_EQ(crypto::encodeBase64(signature), v["signature_b64"]);
    EXPECT_EQ(formatSignatureHeader(1, signature), v["header_value"]);
    auto const header = parseSignatureHeader(v["header_value"].get<std::string>());
    EXPECT_TRUE(privateKey(v["key"]).publicKey().verify(content, header->signature));
  }
}

TEST(PercentEncoding, TakesEitherCaseAndRoundTrips) {
  EXPECT_EQ(percentEncode("a+/="), "a%2B%2F%3D");
  EXPECT_EQ(percentDecode("a%2b%2F%3d"), "a+/=");
  EXPECT_EQ(percentDecode("a+b"), "a+b");
  for (char const* wrong : {"%", "%2", "%G0", "a%2"}) EXPECT_FALSE(percentDecode(wrong)) << wrong;
}

/// A signed message and the ring that verifies it, for tests that spoil one thing.
class CheckSignature : public testing::Test {
 protected:
  CheckSignature() : key_{ClientId{"CLIENT"}, 2, privateKey("mpp_test")} {
    message_.method = "POST";
    message_.uri = "/aps/api/v1/payments/pay";
    message_.body = "{\"a\":\"1\"}";
    sign(message_, Direction::request, "2025-01-15T09:00:00.000+08:00", key_);
    ring_[key_.clientId].emplace(1, TrustedKey{"old", privateKey("alipayplus_test").publicKey()});
    ring_[key_.clientId].emplace(2, TrustedKey{"wallet-server", key_.key.publicKey()});
  }

  void drop(std::string_view name) {
    for (auto header = message_.headers.begin(); header != message_.headers.end(); ++header) {
      if (header->name == name) {
        message_.headers.erase(header);
        return;
      }
    }
    FAIL() << "no header " << name;
  }

  Header& header(std::string_view name) {
    for (Header& entry : message_.headers) {
      if (entry.name == name) return entry;
    }
    ADD_FAILURE() << "no header " << name;
    return message_.headers.front();
  }

  std::string code() const { return checkSignature(message_, Direction::request, ring_).code; }

  SigningKey key_;
  HttpMessage message_;
  KeyRing ring_;
};

TEST_F(CheckSignature, AcceptsWhatWasSigned) {
  auto const check = checkSignature(message_, Direction::request, ring_);
  EXPECT_TRUE(check.valid) << check.reason;
  EXPECT_EQ(check.signer, "wallet-server");
  EXPECT_EQ(check.keyVersion, 2);
  EXPECT_EQ(check.code, "");
  EXPECT_EQ(check.content,
            "POST /aps/api/v1/payments/pay\nCLIENT.2025-01-15T09:00:00.000+08:00.{\"a\":\"1\"}");
}

TEST_F(CheckSignature, TakesHeaderNamesInAnyCase) {
  for (Header& entry : message_.headers) {
    for (char& c : entry.name) c = char(std::tolower(c));
  }
  EXPECT_EQ(code(), "");
}

TEST_F(CheckSignature, UsesTheNewestKeyWhenNoVersionIsNamed) {
  std::string& value = header("Signature").value;
  value.erase(value.find("keyVersion=2,"), std::string("keyVersion=2,").size());
  EXPECT_EQ(code(), "");
}

TEST_F(CheckSignature, RefusesEveryChangedByteOfTheContent) {
  for (std::size_t i = 0; i < message_.body.size(); ++i) {
    HttpMessage const before = message_;
    message_.body[i] = char(message_.body[i] ^ 1);
    EXPECT_EQ(code(), "INVALID_SIGNATURE") << "byte " << i;
    message_ = before;
  }
  message_.body += "\n";
  EXPECT_EQ(code(), "INVALID_SIGNATURE") << "a line end more";
}

TEST_F(CheckSignature, RefusesAnotherUriOrTime) {
  message_.uri = "/aps/api/v1/payments/refund";
  EXPECT_EQ(code(), "INVALID_SIGNATURE");
  message_.uri = "/aps/api/v1/payments/pay";
  EXPECT_EQ(code(), "");
  header("Request-Time").value = "2025-01-15T01:00:00.000Z";
  EXPECT_EQ(code(), "INVALID_SIGNATURE") << "the same instant in other words";
}

TEST_F(CheckSignature, NamesWhatIsMissingInThePublishedOrder) {
  EXPECT_EQ(checkSignature(message_, Direction::response, ring_).code, "INVALID_SIGNATURE")
      << "a request's time header does not serve a response";
  drop("Signature");
  EXPECT_EQ(code(), "INVALID_SIGNATURE") << "never skipped";
  drop("Request-Time");
  EXPECT_EQ(code(), "INVALID_SIGNATURE");
  drop("Client-Id");
  EXPECT_EQ(code(), "INVALID_CLIENT") << "the client comes before the time";
  header("Content-Type").value = "text/plain";
  EXPECT_EQ(code(), "MEDIA_TYPE_NOT_ACCEPTABLE") << "the media type comes before the client";
  message_.method = "GET";
  EXPECT_EQ(code(), "METHOD_NOT_SUPPORTED") << "the method comes first";
}

TEST_F(CheckSignature, NamesWhatIsUnknown) {
  header("Client-Id").value = "SOMEBODY";
  EXPECT_EQ(code(), "INVALID_CLIENT");
  header("Client-Id").value = "CLIENT";
  std::string& value = header("Signature").value;
  value.replace(value.find("keyVersion=2"), 12, "keyVersion=3");
  EXPECT_EQ(code(), "KEY_NOT_FOUND");
  value.replace(value.find("keyVersion=3"), 12, "keyVersion=1");
  EXPECT_EQ(code(), "INVALID_SIGNATURE") << "another key of the same client";
}

TEST_F(CheckSignature, FollowsARotationOfKeys) {
  // The receiver learns the new key first, the sender changes over, the receiver forgets the old one.
  SigningKey const next{key_.clientId, 3, privateKey("alipayplus_test")};
  HttpMessage renewed{"POST", message_.uri, {}, message_.body};
  sign(renewed, Direction::request, "2025-01-15T09:00:01.000+08:00", next);
  EXPECT_EQ(checkSignature(renewed, Direction::request, ring_).code, "KEY_NOT_FOUND") << "too early";
  ring_[next.clientId].emplace(3, TrustedKey{"wallet-server", next.key.publicKey()});
  EXPECT_EQ(checkSignature(renewed, Direction::request, ring_).keyVersion, 3);
  EXPECT_EQ(code(), "") << "both serve for a while";
  ring_[next.clientId].erase(2);
  EXPECT_EQ(code(), "KEY_NOT_FOUND") << "the old one has gone";
  EXPECT_TRUE(checkSignature(renewed, Direction::request, ring_).valid);
}

TEST_F(CheckSignature, LooksAtTheClockOnlyWhenAsked) {
  SimTime const signedAt = *parseIso8601("2025-01-15T09:00:00.000+08:00");
  auto const at = [&](std::int64_t deltaMs) {
    return checkSignature(message_, Direction::request, ring_, ClockWindow{signedAt + deltaMs}).code;
  };
  EXPECT_EQ(at(5 * kMinuteMs), "");
  EXPECT_EQ(at(-5 * kMinuteMs), "");
  EXPECT_EQ(at(5 * kMinuteMs + 1), "PARAM_ILLEGAL");
  EXPECT_EQ(at(-5 * kMinuteMs - 1), "PARAM_ILLEGAL");
  message_.body += " ";
  EXPECT_EQ(at(kDayMs), "INVALID_SIGNATURE") << "an unsigned time is not believed";
}

}  // namespace
}  // namespace aplus::protocol
