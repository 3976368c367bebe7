#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "inspect/byte_diff.h"
#include "inspect/doctor/mistake.h"

namespace aplus::inspect {

/// Why a signature does not fit: what happened, and what to do.
struct Cause {
  std::string id;  ///< stable
  FaqCheck check;
  std::string sentence;
  std::string fix;
};

/// What was found for one of the five published checks.
struct CheckFinding {
  enum class State : unsigned char { good, wrong, open };
  FaqCheck check;
  State state = State::open;
  std::string text;
};

struct Diagnosis {
  bool valid = false;
  /// Whether the causes account for everything: with these mended the signature is right.
  bool explained = false;
  std::vector<Cause> causes;  ///< each proven; none when valid
  std::string signedBy;       ///< name of the known key that made the signature; empty when none did
  std::string expectedContent;  ///< what should have been signed
  std::string signedContent;    ///< what was; empty when it was not found
  std::optional<crypto::RecoveredBlock> block;  ///< under the key that signed
  std::vector<std::string> facts;     ///< what is sure besides
  std::vector<std::string> ruledOut;  ///< what was looked for in vain
  std::uint64_t candidatesTried = 0;

  /// The five published checks and what was found for each.
  std::array<CheckFinding, 5> checks() const;
  /// From what was signed to what should have been.
  std::vector<DiffPiece> difference() const;
};

std::string_view title(FaqCheck check);

/// Examines one message. The work is done in steps, so that a page can show how far it is and stop it;
/// the same input takes the same steps and gives the same diagnosis everywhere.
class Doctor {
 public:
  explicit Doctor(DoctorInput input);
  ~Doctor();
  Doctor(Doctor&&) noexcept;
  Doctor& operator=(Doctor&&) noexcept;

  /// Tries about that many more candidates. True when there is nothing more to do.
  bool advance(std::uint64_t candidates);
  bool finished() const;
  /// From 0 to 1.
  float progress() const;

  /// What is known so far; final when finished.
  Diagnosis const& diagnosis() const;

 private:
  class Case;
  std::unique_ptr<Case> case_;
};

/// Everything in one go.
Diagnosis diagnose(DoctorInput input);

}  // namespace aplus::inspect
