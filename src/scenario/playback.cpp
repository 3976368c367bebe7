#include "scenario/playback.h"

#include <algorithm>

#include <fmt/format.h>

#include "invariants/invariants.h"
#include "scenario/expectations.h"

namespace aplus::scenario {
namespace {

using timeline::AdvanceClock;
using timeline::DeliverNext;

/// A run that is longer than this is taken for one that never ends.
constexpr std::size_t kMaxSteps = 20'000;

bool isQuiet(timeline::World const& world) { return !timeline::messagesInFlight(world); }

bool timersLeft(timeline::World const& world) {
  return std::any_of(world.queue.begin(), world.queue.end(),
                     [](auto const& entry) { return std::holds_alternative<Timer>(entry.second); });
}

}  // namespace

Playback::Playback(Scenario scenario, std::uint64_t seed)
    : scenario_(std::move(scenario)),
      seed_(seed),
      timeline_(makeWorld(scenario_, seed)),
      tracks_(1) {}

Result<Playback> Playback::load(Scenario scenario, std::uint64_t seed) {
  Playback playback(std::move(scenario), seed);
  if (auto const played = playback.playFrom(0); !played) return fail(played.error());
  playback.timeline_.seek(0);
  return playback;
}

bool Playback::step() {
  if (finished()) return false;
  timeline_.seek(cursor() + 1);
  return true;
}

bool Playback::back() {
  if (cursor() == 0) return false;
  timeline_.seek(cursor() - 1);
  return true;
}

Result<void> Playback::seek(std::size_t n) {
  if (n > length()) {
    return fail("INVALID_STEP", "n", fmt::format("There is no step {}; the run has {}", n, length()));
  }
  timeline_.seek(n);
  return {};
}

void Playback::runToEnd() { timeline_.seek(length()); }

Result<void> Playback::command(user::Command const& given) {
  if (auto const may = timeline::possible(world(), given); !may) return fail(may.error());
  user::Command const command = user::withoutSecrets(world().user, given);
  bool const inThePast = !finished();
  std::size_t const at = cursor();
  if (inThePast) {
    Track track = this->track();
    track.stepOf.resize(at);
    track.edits.erase(std::remove_if(track.edits.begin(), track.edits.end(),
                                     [&](Edit const& edit) { return edit.at >= at; }),
                      track.edits.end());
    track.stopped.clear();
    timeline_.fork();
    tracks_.push_back(std::move(track));
  }
  track().edits.push_back({at, command});
  if (auto const done = append(command, std::nullopt); !done) return fail(done.error());
  auto const played = inThePast ? playFrom(scriptPosition()) : playUntilIdle(std::nullopt);
  if (!played) track().stopped = played.error().message;
  timeline_.seek(at + 1);
  return {};
}

bool Playback::isDeadline(std::size_t n) const {
  return std::holds_alternative<DeliverNext>(timeline_.input(n)) && timeline_.record(n).envelope.kind == Kind::timer;
}

Result<void> Playback::apply(Change const& change) {
  auto const* command = std::get_if<user::Command>(&change);
  return command != nullptr ? this->command(*command) : advanceToNextDeadline();
}

Result<void> Playback::advanceToNextDeadline() {
  std::size_t const from = cursor();
  for (std::size_t n = from + 1; n <= length(); ++n) {
    if (isDeadline(n)) return seek(n);
  }
  timeline_.seek(length());
  if (!timersLeft(world())) {
    timeline_.seek(from);
    return fail("NOT_POSSIBLE", "", "No timer is set, here or later in this run; without one no deadline comes");
  }
  std::size_t const end = cursor();
  track().edits.push_back({end, RunUntilTimer{}});
  if (auto const played = playUntilTimer(std::nullopt); !played) track().stopped = played.error().message;
  std::size_t deadline = end + 1;
  while (deadline < length() && !isDeadline(deadline)) ++deadline;
  timeline_.seek(deadline);
  return {};
}

std::optional<std::size_t> Playback::scriptStep(std::size_t n) const {
  return n == 0 ? std::nullopt : track().stepOf[n - 1];
}

std::vector<Check> const& Playback::expectations() const {
  auto& known = track().expectations;
  if (known) return *known;
  known.emplace();
  auto const& stepOf = track().stepOf;
  for (Expectation const& expectation : scenario_.expectations) {
    std::size_t end = length();
    if (!expectation.step.empty()) {
      auto const step = std::find_if(scenario_.steps.begin(), scenario_.steps.end(),
                                     [&](ScriptStep const& s) { return s.id == expectation.step; });
      std::size_t const index = std::size_t(step - scenario_.steps.begin());
      while (end > 0 && (!stepOf[end - 1] || *stepOf[end - 1] > index)) --end;
    }
    known->push_back(checkExpectation(expectation, timeline_, end));
  }
  return *known;
}

std::vector<Check> const& Playback::invariants() const {
  auto& known = track().invariants;
  if (!known) {
    timeline::Timeline whole = timeline_;
    whole.seek(whole.length());
    known = invariants::checkAll(whole);
  }
  return *known;
}

Result<void> Playback::append(timeline::Input const& input,
                              std::optional<std::size_t> scriptStep) {
  if (length() >= kMaxSteps) {
    return fail("SCENARIO_STUCK", "", fmt::format("The run has more than {} steps", kMaxSteps));
  }
  if (auto const done = timeline_.append(input); !done) return fail(done.error());
  track().stepOf.push_back(scriptStep);
  track().expectations.reset();
  track().invariants.reset();
  return {};
}

Result<void> Playback::playFrom(std::size_t scriptStep) {
  for (std::size_t i = scriptStep; i < scenario_.steps.size(); ++i) {
    if (auto const played = play(i); !played) {
      return fail("SCENARIO_STUCK", scenario_.steps[i].id,
                  fmt::format("Step '{}' of the scenario cannot be done: {}", scenario_.steps[i].id,
                              played.error().message));
    }
  }
  return {};
}

Result<void> Playback::play(std::size_t i) {
  Action const& action = scenario_.steps[i].action;
  if (auto const* command = std::get_if<user::Command>(&action)) return append(*command, i);
  if (auto const* until = std::get_if<RunUntilMessage>(&action)) {
    return playUntilMessage(i, until->match);
  }
  if (auto const* duration = std::get_if<RunFor>(&action)) return playFor(i, duration->ms);
  if (std::holds_alternative<RunUntilTimer>(action)) return playUntilTimer(i);
  return playUntilIdle(i);
}

Result<void> Playback::playUntilIdle(std::optional<std::size_t> scriptStep) {
  while (!isQuiet(world())) {
    if (auto const done = append(DeliverNext{}, scriptStep); !done) return fail(done.error());
  }
  return {};
}

Result<void> Playback::playUntilMessage(std::size_t scriptStep, network::Match const& match) {
  while (!isQuiet(world())) {
    if (auto const done = append(DeliverNext{}, scriptStep); !done) return fail(done.error());
    Envelope const& arrived = timeline_.record(cursor()).envelope;
    if (arrived.kind != Kind::fault && network::matches(match, arrived)) return {};
  }
  return fail("SCENARIO_STUCK", "", "the message that it waits for never comes");
}

Result<void> Playback::playFor(std::size_t scriptStep, std::int64_t ms) {
  SimTime const end = startOf(scriptStep) + ms;
  while (!world().queue.empty() && world().queue.begin()->first.first <= end) {
    if (auto const done = append(DeliverNext{}, scriptStep); !done) return fail(done.error());
  }
  if (world().now >= end) return {};
  return append(AdvanceClock{end}, scriptStep);
}

Result<void> Playback::playUntilTimer(std::optional<std::size_t> scriptStep) {
  bool fired = scriptStep && timerRanOut(*scriptStep);
  while (!fired) {
    if (world().queue.empty()) return fail("SCENARIO_STUCK", "", "no timer is set, so none runs out");
    if (auto const done = append(DeliverNext{}, scriptStep); !done) return fail(done.error());
    fired = isDeadline(cursor());
  }
  return playUntilIdle(scriptStep);
}

/// Whether a timer ran out in this step of the script, at or before the cursor.
bool Playback::timerRanOut(std::size_t scriptStep) const {
  auto const& stepOf = track().stepOf;
  for (std::size_t n = cursor(); n > 0 && stepOf[n - 1].value_or(scriptStep) == scriptStep; --n) {
    if (stepOf[n - 1] && isDeadline(n)) return true;
  }
  return false;
}

/// The script's step that comes next at the cursor: the last one that began, when it is not yet
/// complete, or the one after it.
std::size_t Playback::scriptPosition() const {
  auto const& stepOf = track().stepOf;
  for (std::size_t n = cursor(); n > 0; --n) {
    if (auto const step = stepOf[n - 1]) return complete(*step) ? *step + 1 : *step;
  }
  return 0;
}

bool Playback::complete(std::size_t scriptStep) const {
  Action const& action = scenario_.steps[scriptStep].action;
  if (std::holds_alternative<user::Command>(action)) return true;
  if (auto const* until = std::get_if<RunUntilMessage>(&action)) {
    for (std::size_t n = cursor(); n > 0; --n) {
      auto const step = track().stepOf[n - 1];
      if (!step) continue;  // a person's own command in between
      if (*step != scriptStep) break;
      if (network::matches(until->match, timeline_.record(n).envelope)) return true;
    }
    return false;
  }
  if (auto const* duration = std::get_if<RunFor>(&action)) {
    return world().now >= startOf(scriptStep) + duration->ms;
  }
  if (std::holds_alternative<RunUntilTimer>(action)) return timerRanOut(scriptStep) && isQuiet(world());
  return isQuiet(world());
}

/// When the step before it ended.
SimTime Playback::startOf(std::size_t scriptStep) const {
  auto const& stepOf = track().stepOf;
  SimTime start = scenario_.setup.clock;
  for (std::size_t n = 1; n <= cursor(); ++n) {
    if (stepOf[n - 1] && *stepOf[n - 1] >= scriptStep) break;
    start = timeline_.record(n).time;
  }
  return start;
}

}  // namespace aplus::scenario
