#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "participants/user/user.h"
#include "protocol/signing.h"
#include "ui/desk/desk_field.h"

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
/// Lets time pass until the next timer runs out.
struct NextDeadline {
  bool operator==(NextDeadline const&) const = default;
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
struct RenameBranch {
  std::size_t branch = 0;
  std::string name;
  bool operator==(RenameBranch const&) const = default;
};
struct LoadScenario {
  std::string id;
  bool operator==(LoadScenario const&) const = default;
};
/// Back to where the run stood before the last act, branch or other run.
struct Undo {
  bool operator==(Undo const&) const = default;
};
struct DismissProblem {
  bool operator==(DismissProblem const&) const = default;
};

// --- the signing desk ---

enum class DeskAct {
  readPasted,
  example,
  clear,
  addKey,
  usePrivateKey,
  forgetPrivateKey,
  makeKeyPair,
  verify,
  sign,
  diagnose,
  cancel,
  undoTamper,
};
struct Desk {
  DeskAct act = DeskAct::verify;
  bool operator==(Desk const&) const = default;
};
struct DeskEdit {
  DeskField field = DeskField::pasted;
  std::string text;
  bool operator==(DeskEdit const&) const = default;
};
struct DeskDirection {
  protocol::Direction direction = protocol::Direction::request;
  bool operator==(DeskDirection const&) const = default;
};
/// A message of the run, with its keys.
struct DeskTake {
  std::size_t step = 0;
  bool operator==(DeskTake const&) const = default;
};
enum class KeyAct { choose, drop, signWith };
struct DeskKey {
  KeyAct act = KeyAct::choose;
  std::size_t key = 0;
  bool operator==(DeskKey const&) const = default;
};
/// Changes one character of a part, by the name of its origin.
struct DeskTamper {
  std::string origin;
  bool operator==(DeskTamper const&) const = default;
};
/// What the system's clipboard holds is wanted in a field.
struct DeskPasteInto {
  DeskField field = DeskField::pasted;
  bool operator==(DeskPasteInto const&) const = default;
};

}  // namespace aplus::ui::intent

namespace aplus::ui {

using Intent =
    std::variant<intent::Step, intent::Back, intent::Seek, intent::RunToEnd, intent::NextDeadline, intent::Act,
                 intent::SwitchBranch, intent::LoadScenario, intent::DismissProblem,
                 intent::Undo, intent::RenameBranch, intent::Desk, intent::DeskEdit, intent::DeskDirection, intent::DeskTake, intent::DeskKey,
                 intent::DeskTamper, intent::DeskPasteInto>;
using Intents = std::vector<Intent>;

}  // namespace aplus::ui
