#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/strong_id.h"
#include "participants/party.h"
#include "protocol/signing.h"

namespace aplus::scenario {

/// Both are reached at the same address; the Client-Id decides.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration
enum class Environment : std::uint8_t { sandbox, production };

/// One of the fixed key pairs of the sandbox. They are public knowledge and protect nothing; they are
/// fixed so that the same run gives the same bytes everywhere.
struct SandboxKey {
  std::string_view owner;  ///< the party that signs with it, by its stable name
  Party peer;              ///< the party that verifies with it
  Environment environment;
  protocol::SigningKey signing;
};

/// Every key pair, one for each direction of each signed line, and the acquirer's of the other environment, so that
/// the two can be mixed up.
std::vector<SandboxKey> const& sandboxKeys();

/// The key with which `owner` signs what it sends to `peer`.
SandboxKey const& sandboxKey(Party owner, Party peer, Environment environment = Environment::sandbox);

}  // namespace aplus::scenario
