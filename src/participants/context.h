#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/sim_time.h"
#include "participants/envelope.h"
#include "protocol/signing.h"

namespace aplus {

/// Why a party did what it did, in a sentence, and the rule behind it.
struct Note {
  std::string text;
  /// Address of the official page, or "sandbox choice" where the rule is ours; empty for mere facts.
  std::string source;
  /// The step of the official document that it is, when the step is no message but something done.
  DocStep docStep = {};

  bool operator==(Note const&) const = default;
};

inline constexpr std::string_view kSandboxChoice = "sandbox choice";

/// A timer that has run out. `subject` says what it was for: an id that the party chose.
struct Timer {
  SequenceNo id = 0;
  Party owner = Party::user;
  std::string name;
  std::string subject;

  bool operator==(Timer const&) const = default;
};

/// The only door out of a participant: time, ids and everything that reaches others go through it,
/// so that a run depends on nothing else.
class Context {
 public:
  virtual ~Context() = default;

  virtual SimTime now() const = 0;

  /// Fresh random digits, or upper-case letters and digits.
  virtual std::string newDigits(int count) = 0;
  virtual std::string newAlphanumeric(int count) = 0;

  /// Hands a message to the network. Fills in `id` and returns it.
  virtual SequenceNo send(Envelope envelope) = 0;

  /// Runs out `delayMs` from now. The number can be given to cancelTimer().
  virtual SequenceNo startTimer(std::int64_t delayMs, std::string name, std::string subject) = 0;
  virtual void cancelTimer(SequenceNo timer) = 0;

  /// Records the reason for a decision beside the current step.
  virtual void note(std::string text, std::string_view source = {}) = 0;

  /// Records a step of the official document that is no message but something that is done here.
  virtual void act(DocStep, std::string text, std::string_view source = {}) { note(std::move(text), source); }

  /// Records what the check of the current message's signature found.
  virtual void signatureChecked(protocol::SignatureCheck check) = 0;
};

}  // namespace aplus
