#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "inspect/wallet_duties.h"
#include "scenario/playback.h"

namespace aplus::ui {

/// Which step of the script the run has come to; 0 before the first.
std::size_t scriptPosition(scenario::Playback const& run);

/// The step of the run with which a step of the script begins; 0 when the run has none of it.
std::size_t firstStepOf(scenario::Playback const& run, std::size_t scriptStep);

/// What a wallet must do, in the language of the page.
struct WalletSentence {
  std::string_view text;
  std::string_view source;  ///< as of a note; empty for the lesson's own sentence

  bool operator==(WalletSentence const&) const = default;
};

/// What the protocol asks of a wallet at a step; nothing where there is no duty.
std::optional<WalletSentence> walletSentence(inspect::WalletDuty const* duty);

/// What a wallet must do in a part of the script: the lesson's own sentence, or, where it has none, what the protocol asks
/// of it at the steps of that part that have happened, each sentence once.
std::vector<WalletSentence> yourWallet(scenario::Playback const& run, std::size_t part);

/// The same where there is room for one sentence: the lesson's own one, or that of a step.
std::optional<WalletSentence> yourWallet(scenario::Playback const& run, std::size_t part, inspect::WalletDuty const* duty);

/// Which of the two generations of the integration is shown; the documents mix them.
std::string_view integrationOf(scenario::Scenario const& scenario);

}  // namespace aplus::ui
