#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "scenario/playback.h"
#include "ui/intents.h"
#include "ui/sandbox_view.h"

namespace aplus::ui {

/// Owns the run that is shown and is the only one who changes it: for the panels through intents,
/// for the JavaScript API through its methods. A load that fails leaves the run as it was. Every
/// failure is returned and also kept as problem(), so that the page can show it; the next success
/// clears it.
class Controller {
 public:
  Controller();

  /// Errors `UNKNOWN_SCENARIO`, `SCENARIO_STUCK`.
  Result<void> loadBuiltin(std::string_view id, std::uint64_t seed);
  /// Error `SCENARIO_STUCK`.
  Result<void> loadScenario(scenario::Scenario scenario, std::uint64_t seed);
  /// A scenario file's text. Errors `INVALID_SCENARIO` with place, `SCENARIO_STUCK`.
  Result<void> loadText(std::string_view text, std::string_view file, std::uint64_t seed);

  /// A run that was made elsewhere, such as from a link.
  void show(scenario::Playback playback);

  /// False when there is no run, at the end, or at the beginning.
  bool step();
  bool back();
  /// Errors `NO_SCENARIO` before anything was loaded, `INVALID_STEP`.
  Result<void> seek(std::size_t n);
  Result<void> runToEnd();
  /// Errors `NO_SCENARIO`, `NOT_POSSIBLE` when no timer is set.
  Result<void> advanceToNextDeadline();
  /// Errors `NO_SCENARIO` and those of Playback::command().
  Result<void> command(user::Command const& command);
  /// Errors `NO_SCENARIO`, `INVALID_BRANCH`.
  Result<void> switchTo(std::size_t branch);
  /// A name is one to 40 bytes of visible text. Errors `NO_SCENARIO`, `INVALID_BRANCH`, `INVALID_NAME`.
  Result<void> renameBranch(std::size_t branch, std::string_view name);
  /// Takes back the last command, branch switch, renaming or load. False when there is none.
  bool undo();

  void apply(Intents const& intents);

  Desk const& desk() const { return desk_; }
  /// What the desk cannot do by itself; the answers go to changeDesk().
  DeskWishes takeWishes() { return desk_.takeWishes(); }
  Desk& changeDesk();
  /// One small slice of what the desk examines. False when there is nothing to do.
  bool work();

  scenario::Playback const* playback() const { return playback_ ? &*playback_ : nullptr; }
  std::vector<ScenarioEntry> const& scenarios() const { return scenarios_; }
  Problem const* problem() const { return problem_ ? &*problem_ : nullptr; }
  void report(std::string title, Error const& error);
  void dismissProblem();

  /// Grows with every change that can be seen.
  std::uint64_t revision() const { return revision_; }
  SandboxView view() const;

 private:
  /// Where the run stood before something that can be taken back.
  struct Before {
    std::string what;
    std::optional<scenario::Playback> run;  ///< only when another run took its place
    std::size_t branch = 0;
    std::size_t cursor = 0;
    std::optional<std::string> name;  ///< only when the branch was renamed
  };

  Before before(std::string what) const;
  void remember(Before before);
  Result<void> expectBranch(std::size_t branch);
  void applyToDesk(Intent const& asked);
  Result<void> failed(std::string title, Error error);
  void changed();

  std::vector<ScenarioEntry> scenarios_;
  std::optional<scenario::Playback> playback_;
  std::optional<Problem> problem_;
  std::vector<Before> done_;
  Desk desk_;
  bool deskSpokeLast_ = false;
  std::uint64_t revision_ = 1;
  std::uint64_t runId_ = 0;
};

}  // namespace aplus::ui
