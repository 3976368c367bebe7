#pragma once

#include <span>
#include <string_view>

#include "participants/envelope.h"

namespace aplus::inspect {

/// What a wallet must do when a message reaches its server or app, or before one of them sends it. The same in
/// every lesson, so it stands here once.
struct WalletDuty {
  Party from = Party::user;
  Party to = Party::user;
  std::string_view name;                      ///< empty: whatever the message's name
  Phase phase = Phase::request;
  bool (*when)(Envelope const&) = nullptr;    ///< of which of these messages; null: of all that no row before is of
  std::string_view text;                      ///< a sentence or two; empty where there is nothing to do
  std::string_view source;                    ///< official page, or kSandboxChoice; empty where there is nothing to do

  bool isOf(Envelope const& envelope) const;
};

/// All of them. For a message the first that is of it counts.
std::span<WalletDuty const> walletDuties();

/// Null where neither the wallet's server nor its app takes part, or has nothing to do.
WalletDuty const* walletDuty(Envelope const& envelope);

}  // namespace aplus::inspect
