#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/sim_time.h"
#include "crypto/sha256.h"
#include "participants/context.h"
#include "participants/envelope.h"

namespace aplus::timeline {

/// What happened in one step: one thing arrived somewhere (a message, a timer, a tap, a fault) and its
/// receiver acted on it. Kept for people and for comparison; nothing in it influences what follows.
struct StepRecord {
  std::int64_t n = 0;  ///< counts from 1
  SimTime sentAt;      ///< when the message was sent; equal to `time` for taps
  SimTime time;        ///< when it arrived
  Envelope envelope;
  std::vector<Note> notes;
  std::optional<protocol::SignatureCheck> signature;  ///< only where a signature was checked
  std::string shownPassword;  ///< the one-time password that the phone's screen shows then; empty: none
  crypto::Sha256Digest digest{};  ///< of this step and all before it

  bool operator==(StepRecord const&) const = default;
};

}  // namespace aplus::timeline
