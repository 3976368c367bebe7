#pragma once

#include <string>

namespace aplus {

/// One thing that was looked at and whether it holds: an expectation of a scenario or an invariant.
struct Check {
  std::string subject;  ///< the expectation's step or the invariant's name
  std::string text;     ///< what was expected and, when it does not hold, what was found
  bool ok = false;

  bool operator==(Check const&) const = default;
};

}  // namespace aplus
