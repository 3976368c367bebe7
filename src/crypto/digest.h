#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aplus::crypto {

/// Digests that a signature may name. The protocol uses SHA-256 only; the others are here so that a
/// signature made with one of them can be explained.
enum class DigestAlgorithm : unsigned char { md5, sha1, sha224, sha256, sha384, sha512 };

std::vector<DigestAlgorithm> const& digestAlgorithms();

/// `SHA-256`, for people.
std::string_view name(DigestAlgorithm algorithm);
std::size_t digestSize(DigestAlgorithm algorithm);

/// Raw bytes.
std::string digest(DigestAlgorithm algorithm, std::string_view content);

/// The DER structure that PKCS#1 v1.5 puts into the block: the algorithm's name and the digest.
std::string digestInfo(DigestAlgorithm algorithm, std::string_view digest);

/// A DigestInfo taken apart.
struct DigestInfo {
  DigestAlgorithm algorithm;
  std::string digest;
  bool hasNull;  ///< whether the algorithm's empty parameters are written, as they should be
};
std::optional<DigestInfo> parseDigestInfo(std::string_view der);

}  // namespace aplus::crypto
