#include "crypto/sha256.h"

#include <memory>

#include <openssl/evp.h>

#include "base/assert.h"

namespace aplus::crypto {
namespace {

/// Looking an algorithm up costs more than hashing a short message with it, so it is done once.
struct Hasher {
  std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{
      EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free};
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(),
                                                                 &EVP_MD_CTX_free};
};

}  // namespace

Sha256Digest sha256(std::string_view bytes) {
  static Hasher const hasher;
  Sha256Digest digest;
  unsigned length = 0;
  bool const done =
      EVP_DigestInit_ex2(hasher.context.get(), hasher.algorithm.get(), nullptr) == 1 &&
      EVP_DigestUpdate(hasher.context.get(), bytes.data(), bytes.size()) == 1 &&
      EVP_DigestFinal_ex(hasher.context.get(), digest.data(), &length) == 1;
  APLUS_ASSERT(done && length == digest.size());
  return digest;
}

std::string toHex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (char const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::string toHex(Sha256Digest const& digest) {
  return toHex(std::string_view(reinterpret_cast<char const*>(digest.data()), digest.size()));
}

}  // namespace aplus::crypto
