#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace aplus::inspect {

/// What is said beside a text in which a password was covered.
inline constexpr std::string_view kCovered =
    "A one-time password is covered with asterisks: the phone does not show it at this step. It went over the line, and "
    "was signed, as it is. (sandbox choice)";

/// Covers one-time passwords where a run is written down. A password stands in what is written of a step only while the
/// phone's screen shows it; what goes over the line and what is verified stay as they are. Sandbox choice: the guide
/// does not say where a password may be read.
class PasswordCover {
 public:
  /// For the run up to its cursor.
  explicit PasswordCover(timeline::Timeline const& run);

  /// What may be written of the step, of the same length.
  std::string cover(timeline::StepRecord const& step, std::string text) const;

  /// Whether something of the step's message is covered.
  bool covers(timeline::StepRecord const& step) const;

  /// Whether a password of this run stands in the text.
  bool finds(std::string_view text) const;

 private:
  std::vector<std::string> passwords_;
};

}  // namespace aplus::inspect
