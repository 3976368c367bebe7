#pragma once

#include <string_view>
#include <vector>

#include "base/strong_id.h"
#include "participants/party.h"
#include "protocol/signing.h"

namespace aplus::scenario {

/// One of the fixed key pairs of the sandbox. They are public knowledge and protect nothing; they are
/// fixed so that the same run gives the same bytes everywhere.
struct SandboxKey {
  std::string_view owner;  ///< the party that signs with it, by its stable name
  Party peer;              ///< the party that verifies with it
  protocol::SigningKey signing;
};

/// Every key pair, one for each direction of each signed line.
std::vector<SandboxKey> const& sandboxKeys();

/// The key with which `owner` signs what it sends to `peer`.
SandboxKey const& sandboxKey(Party owner, Party peer);

}  // namespace aplus::scenario
