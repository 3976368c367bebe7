#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "crypto/rsa.h"

namespace aplus::inspect {

/// Looks for a signature that differs in one character of its Base64 and whose padding is right.
class AlteredSignature {
 public:
  struct Found {
    crypto::RecoveredBlock block;
    std::string detail;
  };

  AlteredSignature(crypto::PublicKey key, std::string signature);

  /// Tries that many more. True when there are no more, or one was found.
  bool advance(std::uint64_t attempts);

  std::optional<Found> const& found() const { return found_; }
  std::uint64_t tried() const { return next_; }
  std::uint64_t all() const { return std::uint64_t(base64_.size()) * 64; }

 private:
  crypto::PublicKey key_;
  std::string signature_;
  std::string base64_;
  std::uint64_t next_ = 0;
  std::optional<Found> found_;
};

}  // namespace aplus::inspect
