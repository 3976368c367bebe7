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
  while (cursor_ < n) {
    auto const replayed = advance(world_, input(cursor_ + 1));
    APLUS_ASSERT(replayed.has_value());
    ++cursor_;
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

void Timeline::switchTo(std::size_t target) {
  APLUS_ASSERT(target < branches_.size());
  auto const& here = branch().steps;
  auto const& there = branches_[target].steps;
  std::size_t common = 0;
  while (common < here.size() && common < there.size() && here[common] == there[common]) ++common;
  seek(std::min(cursor_, common));
  branch_ = target;
}

}  // namespace aplus::timeline
