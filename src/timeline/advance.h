#pragma once

#include <variant>

#include "base/error.h"
#include "timeline/step_record.h"
#include "timeline/world.h"

namespace aplus::timeline {

/// Let the next thing in the queue happen.
struct DeliverNext {
  bool operator==(DeliverNext const&) const = default;
};

/// Let time pass up to an instant at which nothing is due before it.
struct AdvanceClock {
  SimTime to;

  bool operator==(AdvanceClock const&) const = default;
};

/// What can be done to a world from outside. Each is one numbered step.
using Input = std::variant<DeliverNext, AdvanceClock, user::Command>;

/// Whether the input is possible: an empty queue delivers nothing, a person cannot show a code that
/// is not on the screen.
Result<void> possible(World const& world, Input const& input);

/// The only function that changes a world. Errors are those of possible(); then nothing changed.
/// The record's number and digest are left to the timeline.
Result<StepRecord> advance(World& world, Input const& input);

}  // namespace aplus::timeline
