#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/playback.h"
#include "ui/desk/desk.h"

namespace aplus::ui {

/// One line of the scenario picker.
struct ScenarioEntry {
  std::string id;
  std::string title;
  std::string summary;
  scenario::Flow flow = scenario::Flow::free;
};

/// Something that went wrong, for people.
struct Problem {
  std::string title;   ///< what was being done: "The scenario was not opened"
  std::string where;   ///< file, line and column, or a JSON path; may be empty
  std::string message; ///< what is wrong and what would be right
  std::string code;
};

/// Everything that the page shows of the run and of the desk. Read only: changes go through intents.
struct SandboxView {
  scenario::Playback const* playback = nullptr;  ///< null before anything was loaded
  std::vector<ScenarioEntry> const* scenarios = nullptr;
  Problem const* problem = nullptr;  ///< null when all is well
  std::uint64_t revision = 0;        ///< another number means that the run or its cursor changed
  std::uint64_t runId = 0;           ///< another number means another run was loaded
  Desk const* desk = nullptr;
  std::string_view undo;  ///< what an undo would take back, for people; empty when there is nothing
  bool deskSpokeLast = false;  ///< what happened last, happened on the desk
};

}  // namespace aplus::ui
