// Pasted keys, both halves. An accepted key is written and read the same.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "crypto/rsa.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace aplus::crypto;
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  if (auto const key = PublicKey::parse(text)) {
    auto const again = PublicKey::parse(key->pem());
    if (!again || !(*again == *key)) std::abort();
  }
  if (auto const key = PrivateKey::parse(text)) {
    auto const again = PrivateKey::parse(key->pem());
    if (!again || !(*again == *key)) std::abort();
  }
  return 0;
}
