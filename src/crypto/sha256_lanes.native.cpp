// Processors with instructions for SHA-256 do one text after the other faster than four at once in plain vectors; OpenSSL
// knows which processor it runs on. Its older functions are used because a state can be put together from its parts.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <algorithm>

#include "crypto/sha256_lanes.h"

namespace aplus::crypto {

Sha256Prefix::Sha256Prefix(std::string_view beginning) : length_(beginning.size()) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, beginning.data(), beginning.size());
  std::copy(std::begin(context.h), std::end(context.h), state_.begin());
  rest_ = beginning.substr(beginning.size() - beginning.size() % SHA256_CBLOCK);
}

std::array<Sha256Digest, Sha256Lanes::kLanes> Sha256Lanes::hash(std::array<Sha256Prefix const*, kLanes> const& prefixes,
                                                                std::array<std::string_view, kLanes> const& ends) {
  std::array<Sha256Digest, kLanes> digests{};
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    Sha256Prefix const* const prefix = prefixes[lane];
    if (prefix == nullptr) continue;
    SHA256_CTX context;
    SHA256_Init(&context);
    std::copy(prefix->state_.begin(), prefix->state_.end(), std::begin(context.h));
    std::uint64_t const bits = (prefix->length_ - prefix->rest_.size()) * 8;
    context.Nl = static_cast<std::uint32_t>(bits & 0xffffffff);
    context.Nh = static_cast<std::uint32_t>(bits >> 32);
    SHA256_Update(&context, prefix->rest_.data(), prefix->rest_.size());
    SHA256_Update(&context, ends[lane].data(), ends[lane].size());
    SHA256_Final(digests[lane].data(), &context);
  }
  return digests;
}

}  // namespace aplus::crypto
