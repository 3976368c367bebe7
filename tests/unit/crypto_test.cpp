#include <gtest/gtest.h>

#include "crypto/base64.h"
#include "crypto/digest.h"
#include "crypto/rsa.h"
#include "crypto/sha256.h"
#include "crypto/sha256_lanes.h"
#include "support/files.h"

namespace aplus::crypto {
namespace {

std::string const kKeys = "tests/vectors/V04-sdk-oracle/keys/";

std::string keyFile(std::string const& name) { return test::readFile(kKeys + name); }

TEST(Sha256, MatchesThePublishedExample) {
  EXPECT_EQ(toHex(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(toHex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Base64, RoundTripsEveryLength) {
  std::string bytes;
  for (int i = 0; i < 70; ++i) {
    EXPECT_EQ(decodeBase64(encodeBase64(bytes)), bytes);
    bytes += char(i * 37);
  }
  EXPECT_EQ(encodeBase64("fo"), "Zm8=");
}

TEST(Base64, SaysWhatDoesNotBelong) {
  EXPECT_EQ(decodeBase64("Zm8").error().code, "INVALID_BASE64") << "padding is missing";
  EXPECT_NE(decodeBase64("Zm-v").error().message.find("Character 3"), std::string::npos);
  EXPECT_FALSE(decodeBase64("Zm9v\n")) << "a line end";
  EXPECT_FALSE(decodeBase64("====")) << "nothing but padding";
  EXPECT_FALSE(decodeBase64("Zm9=v===")) << "padding inside";
  EXPECT_FALSE(decodeBase64("Zm9=")) << "bits that belong to no byte";
}

TEST(Keys, AreReadInEveryForm) {
  auto const pkcs8 = PrivateKey::parse(keyFile("mpp_test_private_pkcs8.b64.txt"));
  auto const pkcs1 = PrivateKey::parse(keyFile("mpp_test_private_pkcs1.b64.txt"));
  auto const spki = PublicKey::parse(keyFile("mpp_test_public_spki.b64.txt"));
  auto const pem = PublicKey::parse(keyFile("mpp_test_public_spki.pem"));
  ASSERT_TRUE(pkcs8 && pkcs1 && spki && pem);
  EXPECT_EQ(*pkcs8, *pkcs1);
  EXPECT_EQ(pkcs8->publicKey(), *spki);
  EXPECT_EQ(*spki, *pem);
  EXPECT_EQ(spki->bits(), 2048);
  EXPECT_EQ(PrivateKey::parse(pkcs8->pem()), *pkcs8) << "what we write we can read";
  EXPECT_EQ(PublicKey::parse(spki->pem()), *spki);
}

TEST(Keys, ThatDoNotServeAreNamed) {
  std::string const privateKey = keyFile("mpp_test_private_pkcs8.b64.txt");
  std::string const publicKey = keyFile("mpp_test_public_spki.b64.txt");
  auto const why = [](auto const& key) { return key ? std::string("accepted") : key.error().message; };
  using testing::AssertionResult;
  auto const says = [&](std::string const& text, char const* word) -> AssertionResult {
    if (text.find(word) != std::string::npos) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "'" << text << "' does not say '" << word << "'";
  };
  EXPECT_TRUE(says(why(PublicKey::parse(privateKey)), "private half"));
  EXPECT_TRUE(says(why(PrivateKey::parse(publicKey)), "public half"));
  EXPECT_TRUE(says(why(PublicKey::parse("")), "no key here"));
  EXPECT_TRUE(says(why(PublicKey::parse("hello, key")), "neither PEM nor Base64"));
  EXPECT_TRUE(says(why(PublicKey::parse("AAAA")), "3 bytes were read"));
  EXPECT_TRUE(says(why(PublicKey::parse("-----BEGIN PUBLIC KEY-----\nAAAA\n")), "END PUBLIC KEY"));
  EXPECT_TRUE(says(why(PrivateKey::parse("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"
                                         "-----END ENCRYPTED PRIVATE KEY-----")),
                   "encrypted"));
  EXPECT_TRUE(says(why(PublicKey::parse(test::readFile("tests/unit/keys/ec_public.pem"))), "not an RSA key"));
  EXPECT_TRUE(says(why(PrivateKey::parse(test::readFile("tests/unit/keys/ec_private.pem"))), "not an RSA key"));
  EXPECT_TRUE(says(why(PrivateKey::parse(test::readFile("tests/unit/keys/rsa_1024.pem"))), "1024 bits"));
  EXPECT_TRUE(says(why(PrivateKey::parse(test::readFile("tests/unit/keys/encrypted.pem"))), "encrypted"));
}

TEST(Keys, SurviveEveryTruncation) {
  std::string const key = keyFile("mpp_test_public_spki.b64.txt");
  for (std::size_t length = 0; length < key.size(); length += 4) {
    EXPECT_FALSE(PublicKey::parse(key.substr(0, length))) << length;
  }
}

TEST(Signatures, AreRememberedWithoutChangingTheAnswer) {
  auto const key = *PrivateKey::parse(keyFile("mpp_test_private_pkcs8.b64.txt"));
  std::string const first = key.sign("content");
  EXPECT_EQ(key.sign("content"), first);
  clearSignatureMemory();
  EXPECT_EQ(key.sign("content"), first);
  EXPECT_TRUE(key.publicKey().verify("content", first));
  EXPECT_TRUE(key.publicKey().verify("content", first));
  EXPECT_FALSE(key.publicKey().verify("Content", first));
  EXPECT_FALSE(key.publicKey().verify("content", first.substr(1)));
  EXPECT_FALSE(key.publicKey().verify("content", ""));
}

TEST(Sha256Lanes, AgreeWithOneAtATimeForEveryLength) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += char(i * 7);
  for (std::size_t size = 0; size + 3 < text.size(); ++size) {
    std::size_t const cut = size / 3;
    std::string const whole = text.substr(0, size);
    Sha256Prefix const prefix(whole.substr(0, cut)), nothing;
    std::string_view const end = std::string_view(whole).substr(cut);
    auto const digests = Sha256Lanes::hash({&prefix, nullptr, &nothing, &prefix}, {end, "", whole, ""});
    ASSERT_EQ(digests[0], sha256(whole)) << size;
    ASSERT_EQ(digests[2], sha256(whole)) << size;
    ASSERT_EQ(digests[3], sha256(whole.substr(0, cut))) << size;
  }
}

TEST(RecoveredBlock, ShowsWhatWasSigned) {
  auto const key = *PrivateKey::parse(keyFile("mpp_test_private_pkcs8.b64.txt"));
  auto const block = key.publicKey().recover(key.sign("content"));
  ASSERT_TRUE(block);
  EXPECT_EQ(block->padding, Padding::pkcs1);
  EXPECT_TRUE(block->provesKey());
  ASSERT_TRUE(block->info);
  EXPECT_EQ(block->info->algorithm, DigestAlgorithm::sha256);
  EXPECT_EQ(block->info->digest, digest(DigestAlgorithm::sha256, "content"));
  EXPECT_EQ(block->bytes, paddedBlock(DigestAlgorithm::sha256, block->info->digest, 256));
  auto const other = *PrivateKey::parse(keyFile("alipayplus_test_private_pkcs8.b64.txt"));
  auto const strange = other.publicKey().recover(key.sign("content"));
  EXPECT_TRUE(!strange || !strange->provesKey()) << "another key";
  EXPECT_FALSE(key.publicKey().recover("short"));
  EXPECT_FALSE(key.publicKey().recover(std::string(256, '\xff'))) << "not below the modulus";
}

TEST(Keys, AreMade) {
  PrivateKey const key = PrivateKey::generate();
  EXPECT_EQ(key.publicKey().bits(), kMinimumKeyBits);
  EXPECT_TRUE(key.publicKey().verify("content", key.sign("content")));
  EXPECT_EQ(PrivateKey::parse(key.pem()), key);
}

}  // namespace
}  // namespace aplus::crypto
