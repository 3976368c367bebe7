#pragma once

#include <nlohmann/json_fwd.hpp>

#include "participants/party.h"
#include "timeline/world.h"

namespace aplus::inspect {

/// The state of a party as JSON.
nlohmann::ordered_json stateJson(timeline::World const& world, Party party);

}  // namespace aplus::inspect
