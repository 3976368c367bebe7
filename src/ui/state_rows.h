#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "participants/party.h"
#include "timeline/world.h"

namespace aplus::ui {

/// One line of a participant's state.
struct StateRow {
  enum class Change : std::uint8_t { same, changed, added, removed };

  int depth = 0;
  std::string key;
  std::string value;   ///< empty for an object
  bool isObject = false;
  Change change = Change::same;
  bool touched = false;  ///< it changed, or something inside it did
  std::string before;  ///< the value that it had, when it changed or is gone
  std::string path;    ///< its keys from the outermost, joined by ` / `
};

/// What a participant's state says of itself, line by line. What differs from `before` is marked; what only
/// `before` has stands where it was, as removed. Without a `before` nothing is marked.
std::vector<StateRow> stateRows(timeline::World const& world, Party party, timeline::World const* before);

}  // namespace aplus::ui
