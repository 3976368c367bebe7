#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/recovered_block.h"

namespace aplus::inspect {

/// What a candidate has to hash to, as the signature's block says.
struct Target {
  crypto::DigestAlgorithm algorithm = crypto::DigestAlgorithm::sha256;
  std::string digest;   ///< for PSS the hash over digest and salt
  std::string pssSalt;
  bool isPss = false;
  bool isContent = false;  ///< the block holds the content itself, in `digest`, and no digest of it

  bool matches(std::string_view content) const;
  /// Plain SHA-256, which can be tried out many at a time.
  bool isPlainSha256() const { return algorithm == crypto::DigestAlgorithm::sha256 && !isPss && !isContent; }
};

/// What the block shows besides the content, by the ids of causes.
struct BlockFindings {
  std::optional<Target> target;  ///< nothing when the block holds nothing that can be searched for
  std::vector<std::pair<std::string, std::string>> causes;  ///< id and detail
};

BlockFindings findTarget(crypto::RecoveredBlock const& block);

}  // namespace aplus::inspect
