#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "inspect/byte_diff.h"
#include "inspect/message_diff.h"
#include "inspect/pretty_json.h"
#include "inspect/provenance.h"
#include "inspect/signature_chain.h"
#include "inspect/wallet_duties.h"
#include "ui/memo.h"
#include "ui/sandbox_view.h"
#include "ui/state_rows.h"

namespace aplus::ui {

/// What two messages differ in.
struct MessageDifference {
  std::vector<inspect::FieldDiff> fields;
  std::vector<inspect::DiffPiece> bytes;  ///< of the bodies
};

/// What the inspector has worked out, for the step that is looked at: a frame in which nothing changed
/// works nothing out again.
class Findings {
 public:
  inspect::PrettyJson const& prettyBody(SandboxView const& view, std::size_t step);
  /// A party's state after a step; what the step changed is marked.
  std::vector<StateRow> const& states(SandboxView const& view, std::size_t step, Party party);
  /// What a wallet must do at the step; null where it has nothing to do.
  inspect::WalletDuty const* walletDuty(SandboxView const& view, std::size_t step);
  /// As the receiver of the step's message would check it.
  std::vector<inspect::ChainLink> const& signatureChain(SandboxView const& view, std::size_t step);
  MessageDifference const& difference(SandboxView const& view, std::size_t left, std::size_t right);
  /// Up to the cursor.
  inspect::Provenance const& provenance(SandboxView const& view, std::string const& value);

 private:
  using Worlds = std::pair<std::optional<timeline::World>, std::optional<timeline::World>>;  ///< before and after
  Worlds const& worlds(SandboxView const& view, std::size_t step);

  Memo<RunPlace, inspect::PrettyJson> pretty_;
  Memo<RunPlace, Worlds> worlds_;
  Memo<std::pair<RunPlace, Party>, std::vector<StateRow>> states_;
  Memo<RunPlace, inspect::WalletDuty const*> duty_;
  Memo<RunPlace, std::vector<inspect::ChainLink>> chain_;
  Memo<std::pair<RunPlace, std::size_t>, MessageDifference> difference_;
  Memo<std::pair<RunPlace, std::string>, inspect::Provenance> provenance_;
};

/// The message that answers the one of this step, or that it answers; 0 when the run has none.
std::size_t counterpart(timeline::Timeline const& run, std::size_t step, std::size_t upTo);
/// The last message before this one with the same name, phase and way; 0 when there is none.
std::size_t sameBefore(timeline::Timeline const& run, std::size_t step);

}  // namespace aplus::ui
