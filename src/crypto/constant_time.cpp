#include "crypto/constant_time.h"

#include <openssl/crypto.h>

#include "crypto/sha256.h"

namespace aplus::crypto {

bool equalInConstantTime(std::string_view a, std::string_view b) {
  // The digests have one length whatever was typed, so that not even the length shows.
  Sha256Digest const left = sha256(a);
  Sha256Digest const right = sha256(b);
  return CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace aplus::crypto
