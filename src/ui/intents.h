#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "participants/user/user.h"

/// What a panel asks for. Panels change nothing themselves; the controller does.
namespace aplus::ui::intent {

struct Step {
  bool operator==(Step const&) const = default;
};
struct Back {
  bool operator==(Back const&) const = default;
};
struct Seek {
  std::size_t n = 0;
  bool operator==(Seek const&) const = default;
};
struct RunToEnd {
  bool operator==(RunToEnd const&) const = default;
};
/// A person's hand on the phone or the till.
struct Act {
  user::Command command;
  bool operator==(Act const&) const = default;
};
struct SwitchBranch {
  std::size_t branch = 0;
  bool operator==(SwitchBranch const&) const = default;
};
struct LoadScenario {
  std::string id;
  bool operator==(LoadScenario const&) const = default;
};
struct DismissProblem {
  bool operator==(DismissProblem const&) const = default;
};

}  // namespace aplus::ui::intent

namespace aplus::ui {

using Intent =
    std::variant<intent::Step, intent::Back, intent::Seek, intent::RunToEnd, intent::Act,
                 intent::SwitchBranch, intent::LoadScenario, intent::DismissProblem>;
using Intents = std::vector<Intent>;

}  // namespace aplus::ui
