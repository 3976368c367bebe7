#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "protocol/signing.h"

namespace aplus::inspect {

/// One link of the chain from a key to a signature that fits.
struct ChainLink {
  enum class State : std::uint8_t {
    good,
    bad,
    open,  ///< could not be looked at, because a link before it is broken
  };
  std::string title;
  State state = State::open;
  std::string text;   ///< what was found, a sentence
  std::string value;  ///< the bytes or the text that was found, for copying; may be empty

  bool operator==(ChainLink const&) const = default;
};

/// What a verifier does, link by link: header, key, decoding, the digest that the signer signed, the digest of
/// the content, and whether the two are the same. `keys` are those that the receiver trusts. Always six links.
std::vector<ChainLink> signatureChain(protocol::HttpMessage const& message, protocol::Direction direction,
                                      protocol::KeyRing const& keys);

}  // namespace aplus::inspect
