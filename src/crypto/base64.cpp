#include "crypto/base64.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include "base/assert.h"

namespace aplus::crypto {
namespace {

unsigned char const* asBytes(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

bool inAlphabet(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
         c == '/';
}

}  // namespace

std::string encodeBase64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL adds a terminating zero
  int const length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), asBytes(bytes),
                                     int(bytes.size()));
  text.resize(std::size_t(length));
  return text;
}

Result<std::string> decodeBase64(std::string_view text) {
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  for (std::size_t i = 0; i < text.size() - padding; ++i) {
    if (inAlphabet(text[i])) continue;
    return fail("INVALID_BASE64", "",
                fmt::format("Character {} (byte 0x{:02x}) is not in the standard Base64 alphabet",
                            i + 1, static_cast<unsigned char>(text[i])));
  }
  if (text.size() % 4 != 0) {
    return fail("INVALID_BASE64", "",
                fmt::format("{} characters are no whole number of groups of four; padding with = "
                            "may be missing",
                            text.size()));
  }
  std::string bytes(text.size() / 4 * 3, '\0');
  int const length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), asBytes(text),
                                     int(text.size()));
  APLUS_ASSERT(length >= 0);
  bytes.resize(std::size_t(length) - padding);
  // Bits beyond the last byte must be zero, or two texts would stand for the same bytes.
  if (encodeBase64(bytes) != text) {
    return fail("INVALID_BASE64", "", "The last group carries bits that belong to no byte");
  }
  return bytes;
}

}  // namespace aplus::crypto
