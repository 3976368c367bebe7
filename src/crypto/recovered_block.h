#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/digest.h"

namespace aplus::crypto {

/// What stands in front of the signer's bytes.
enum class Padding : unsigned char {
  pkcs1,    ///< `00 01 FF … FF 00`: RSASSA-PKCS1-v1_5, as it should be
  type2,    ///< `00 02 … 00`: the padding of encryption
  zeros,    ///< nothing but zeros: no padding at all
  pss,      ///< RSASSA-PSS, with enough of its own padding to be sure
  maybePss, ///< ends like RSASSA-PSS with the longest salt; chance does that too, once in thousands
  none,     ///< nothing known: another key, or the signature was altered
};

/// The block that the signer encrypted with the private key, as the public key gives it back.
/// Source: https://www.rfc-editor.org/rfc/rfc8017 (sections 8.2 and 9)
struct RecoveredBlock {
  std::string bytes;    ///< the whole block, as long as the modulus
  Padding padding = Padding::none;
  std::string payload;  ///< what the padding surrounds; empty for PSS and none
  std::optional<DigestInfo> info;  ///< the payload, when it is a DigestInfo

  // RSASSA-PSS only: the block carries a hash over the digest and a salt.
  DigestAlgorithm pssAlgorithm = DigestAlgorithm::sha256;
  std::string pssSalt;
  std::string pssHash;

  /// The padding cannot have come about by chance, so this key made the signature.
  bool provesKey() const { return padding != Padding::none && padding != Padding::maybePss; }
};

RecoveredBlock examineBlock(std::string block);

/// The hash that a PSS block carries for this digest of the content.
std::string pssHash(DigestAlgorithm algorithm, std::string_view digest, std::string_view salt);

/// The whole block for a digest, padded to `size` bytes as it should be.
std::string paddedBlock(DigestAlgorithm algorithm, std::string_view digest, std::size_t size);

}  // namespace aplus::crypto
