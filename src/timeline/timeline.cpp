#include "timeline/timeline.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/assert.h"
#include "timeline/digest.h"

namespace aplus::timeline {
namespace {

/// A world is kept every so many steps, so that going back replays at most as many.
constexpr std::size_t kCheckpointEvery = 32;

}  // namespace

Timeline::Timeline(World initial) : world_(std::move(initial)) {
  Branch first;
  first.name = "main";
  first.checkpoints[0] = std::make_shared<World const>(world_);
  branches_.push_back(std::move(first));
}

StepRecord const& Timeline::record(std::size_t n) const {
  APLUS_ASSERT(n >= 1 && n <= length());
  return branch().steps[n - 1]->record;
}

Input const& Timeline::input(std::size_t n) const {
  APLUS_ASSERT(n >= 1 && n <= length());
  return branch().steps[n - 1]->input;
}

crypto::Sha256Digest Timeline::digest() const {
  return cursor_ == 0 ? crypto::Sha256Digest{} : record(cursor_).digest;
}

Result<void> Timeline::append(Input const& input) {
  APLUS_ASSERT(cursor_ == length());
  auto record = advance(world_, input);
  if (!record) return fail(record.error());
  record->n = std::int64_t(cursor_) + 1;
  record->digest = digestAfter(digest(), *record);
  branch().steps.push_back(std::make_shared<Step const>(Step{input, std::move(*record)}));
  ++cursor_;
  if (cursor_ % kCheckpointEvery == 0) {
    branch().checkpoints[cursor_] = std::make_shared<World const>(world_);
  }
  return {};
}

void Timeline::seek(std::size_t n) {
  APLUS_ASSERT(n <= length());
  auto const checkpoint = std::prev(branch().checkpoints.upper_bound(n));
  if (n < cursor_ || checkpoint->first > cursor_) {
    world_ = *checkpoint->second;
    cursor_ = checkpoint->first;
  }
  replay(world_, cursor_, n);
  cursor_ = n;
}

World Timeline::worldAt(std::size_t n) const {
  APLUS_ASSERT(n <= length());
  if (n == cursor_) return world_;
  auto const checkpoint = std::prev(branch().checkpoints.upper_bound(n));
  World world = *checkpoint->second;
  replay(world, checkpoint->first, n);
  return world;
}

void Timeline::replay(World& world, std::size_t from, std::size_t to) const {
  for (std::size_t n = from + 1; n <= to; ++n) {
    auto const replayed = advance(world, input(n));
    APLUS_ASSERT(replayed.has_value());
  }
}

void Timeline::fork() {
  Branch next = branch();
  next.name = fmt::format("branch {}", branches_.size() + 1);
  next.forkedAt = cursor_;
  next.steps.resize(cursor_);
  next.checkpoints.erase(next.checkpoints.upper_bound(cursor_), next.checkpoints.end());
  branches_.push_back(std::move(next));
  branch_ = branches_.size() - 1;
}

void Timeline::renameBranch(std::size_t target, std::string name) {
  APLUS_ASSERT(target < branches_.size());
  branches_[target].name = std::move(name);
}

void Timeline::switchTo(std::size_t target) {
  APLUS_ASSERT(target < branches_.size());
  seek(std::min(cursor_, sharedWith(target)));
  branch_ = target;
}

std::size_t Timeline::sharedWith(std::size_t other) const {
  APLUS_ASSERT(other < branches_.size());
  auto const& here = branch().steps;
  auto const& there = branches_[other].steps;
  // Branches that have parted never meet again.
  std::size_t low = 0, high = std::min(here.size(), there.size());
  while (low < high) {
    std::size_t const middle = (low + high + 1) / 2;
    if (here[middle - 1] == there[middle - 1]) low = middle;
    else high = middle - 1;
  }
  return low;
}

}  // namespace aplus::timeline
