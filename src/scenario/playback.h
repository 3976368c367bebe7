#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/check.h"
#include "base/error.h"
#include "scenario/scenario.h"
#include "timeline/timeline.h"

namespace aplus::scenario {

/// What a person does to a run: gives a command, or lets time pass until the next timer runs out.
using Change = std::variant<user::Command, RunUntilTimer>;

/// A person's change to a run, made after step `at`.
struct Edit {
  std::size_t at = 0;
  Change change;

  bool operator==(Edit const&) const = default;
};

/// A scenario being played: what every view shows and every button acts on. The whole run is
/// known as soon as it is loaded; the cursor says how much of it is told so far.
class Playback {
 public:
  /// Sets up the world, plays the script to its end and goes back to the beginning. Error
  /// `SCENARIO_STUCK` when a step of the script cannot be done.
  static Result<Playback> load(Scenario scenario, std::uint64_t seed);

  Scenario const& scenario() const { return scenario_; }
  std::uint64_t seed() const { return seed_; }
  timeline::Timeline const& timeline() const { return timeline_; }
  timeline::World const& world() const { return timeline_.world(); }
  std::size_t cursor() const { return timeline_.cursor(); }
  std::size_t length() const { return timeline_.length(); }
  bool finished() const { return cursor() == length(); }

  /// One step on, or back. False at the end, or at the beginning.
  bool step();
  bool back();
  /// Error `INVALID_STEP` beyond the length.
  Result<void> seek(std::size_t n);
  void runToEnd();

  /// Gives a person's command at the cursor. Before the end of the run it starts a new branch, on
  /// which the rest of the script is played as far as it still makes sense; at the end it is played
  /// until nothing is on its way. The cursor then stands after the command's step. Errors of
  /// timeline::possible(); then nothing changed.
  Result<void> command(user::Command const& command);

  /// Goes to the next step of the run at which a timer runs out. Where the run ends before one does,
  /// time goes on there until one has, on the same branch. Error `NOT_POSSIBLE` when no timer is left.
  Result<void> advanceToNextDeadline();

  /// Makes a change at the cursor: command() or advanceToNextDeadline().
  Result<void> apply(Change const& change);

  /// What a person changed on the current branch, in order; or on another one.
  std::vector<Edit> const& edits() const { return track().edits; }
  std::vector<Edit> const& edits(std::size_t branch) const { return tracks_[branch].edits; }

  /// Why the script could not be played to its end on the current branch; empty when it was.
  std::string const& scriptStopped() const { return track().stopped; }

  void switchTo(std::size_t branch) { timeline_.switchTo(branch); }
  void renameBranch(std::size_t branch, std::string name) { timeline_.renameBranch(branch, std::move(name)); }

  /// The script's step that step `n` of the run belongs to; nothing for `n` = 0, for a person's
  /// own commands and for what followed the script's end.
  std::optional<std::size_t> scriptStep(std::size_t n) const;

  /// Look at the whole branch, not only up to the cursor. Found once per branch, then kept.
  std::vector<Check> const& expectations() const;
  std::vector<Check> const& invariants() const;

 private:
  /// How the script went along one branch.
  struct Track {
    std::vector<std::optional<std::size_t>> stepOf;  ///< per step of the run, counted from 0
    std::vector<Edit> edits;
    std::string stopped;
    mutable std::optional<std::vector<Check>> expectations;
    mutable std::optional<std::vector<Check>> invariants;
  };

  Playback(Scenario scenario, std::uint64_t seed);

  Track const& track() const { return tracks_[timeline_.currentBranch()]; }
  Track& track() { return tracks_[timeline_.currentBranch()]; }

  Result<void> append(timeline::Input const& input, std::optional<std::size_t> scriptStep);
  Result<void> playFrom(std::size_t scriptStep);
  Result<void> play(std::size_t scriptStep);
  Result<void> playUntilIdle(std::optional<std::size_t> scriptStep);
  Result<void> playUntilMessage(std::size_t scriptStep, network::Match const& match);
  Result<void> playFor(std::size_t scriptStep, std::int64_t ms);
  Result<void> playUntilTimer(std::optional<std::size_t> scriptStep);
  bool isDeadline(std::size_t n) const;
  bool timerRanOut(std::size_t scriptStep) const;

  std::size_t scriptPosition() const;
  bool complete(std::size_t scriptStep) const;
  SimTime startOf(std::size_t scriptStep) const;

  Scenario scenario_;
  std::uint64_t seed_ = 1;
  timeline::Timeline timeline_;
  std::vector<Track> tracks_;
};

}  // namespace aplus::scenario
