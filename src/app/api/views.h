#pragma once

#include <cstddef>

#include <nlohmann/json_fwd.hpp>

#include "scenario/playback.h"
#include "ui/desk/desk.h"

// What a page without a canvas shows, as JSON. The verbs that give it are described in api.h.
namespace aplus::app {

nlohmann::ordered_json lessonJson(scenario::Playback const& run);
/// The steps from `from` to the cursor.
nlohmann::ordered_json rowsJson(scenario::Playback const& run, std::size_t from);
/// Step `n`, 1 ≤ n ≤ cursor.
nlohmann::ordered_json detailsJson(scenario::Playback const& run, std::size_t n);
nlohmann::ordered_json screensJson(scenario::Playback const& run);
nlohmann::ordered_json statesJson(scenario::Playback const& run);
nlohmann::ordered_json branchesJson(scenario::Playback const& run);
/// Never holds a private key.
nlohmann::ordered_json deskJson(ui::Desk const& desk);

}  // namespace aplus::app
