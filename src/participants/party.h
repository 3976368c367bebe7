#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace aplus {

/// Who takes part. The order is that of the lanes, from the person to the shop.
enum class Party : std::uint8_t {
  user,
  walletApp,
  clientSdk,
  walletServer,
  alipayplus,
  acquirer,
};

inline constexpr std::array<Party, 6> kParties{Party::user,         Party::walletApp,
                                               Party::clientSdk,    Party::walletServer,
                                               Party::alipayplus,   Party::acquirer};

/// The stable name that transcripts and scenario files use: `wallet-server`.
std::string_view name(Party party);
std::optional<Party> partyByName(std::string_view name);

/// For people: `Wallet server`.
std::string_view title(Party party);

}  // namespace aplus
