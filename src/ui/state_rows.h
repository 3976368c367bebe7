#pragma once

#include <vector>

#include "participants/party.h"
#include "timeline/world.h"
#include "ui/ui_state.h"

namespace aplus::ui {

/// What a participant's state says of itself, line by line. Rows that `before` does not have, or has
/// with another value, are marked as changed; an empty `before` marks none.
std::vector<StateRow> stateRows(timeline::World const& world, Party party,
                                std::vector<StateRow> const& before);

}  // namespace aplus::ui
