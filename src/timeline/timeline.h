#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "timeline/advance.h"

namespace aplus::timeline {

/// A run: a first world and a list of inputs, with a cursor that can stand anywhere in it. Acting in
/// the past starts a new branch; the old future stays.
class Timeline {
 public:
  explicit Timeline(World initial);

  /// The number of steps on the current branch.
  std::size_t length() const { return branch().steps.size(); }
  /// The number of steps that have happened where the cursor stands.
  std::size_t cursor() const { return cursor_; }
  /// The world at the cursor.
  World const& world() const { return world_; }

  /// Step `n` of the current branch, 1 ≤ n ≤ length().
  StepRecord const& record(std::size_t n) const;
  Input const& input(std::size_t n) const;

  /// The world after step `n` ≤ length(). The cursor stays where it is.
  World worldAt(std::size_t n) const;

  /// SHA-256 over every step up to the cursor.
  crypto::Sha256Digest digest() const;

  /// Adds a step at the end of the branch, where the cursor must stand. Errors of possible().
  Result<void> append(Input const& input);

  /// Puts the cursor after step `n` ≤ length(): the nearest earlier checkpoint, then replay.
  void seek(std::size_t n);

  /// Leaves the current branch at the cursor for a new one, which then ends there.
  void fork();

  std::size_t branchCount() const { return branches_.size(); }
  std::size_t currentBranch() const { return branch_; }
  std::string const& branchName(std::size_t branch) const { return branches_[branch].name; }
  void renameBranch(std::size_t branch, std::string name);
  /// The step after which the branch left its parent; 0 for the first.
  std::size_t branchForkedAt(std::size_t branch) const { return branches_[branch].forkedAt; }
  std::size_t lengthOf(std::size_t branch) const { return branches_[branch].steps.size(); }
  /// How many steps a branch has in common with the current one.
  std::size_t sharedWith(std::size_t branch) const;
  /// Goes to another branch. The cursor stays where both agree, and goes back where they do not.
  void switchTo(std::size_t branch);

 private:
  struct Step {
    Input input;
    StepRecord record;
  };
  /// Steps and checkpoints are shared between branches up to where they part.
  struct Branch {
    std::string name;
    std::size_t forkedAt = 0;
    std::vector<std::shared_ptr<Step const>> steps;
    std::map<std::size_t, std::shared_ptr<World const>> checkpoints;
  };

  Branch const& branch() const { return branches_[branch_]; }
  Branch& branch() { return branches_[branch_]; }
  /// Replays the branch's inputs on a world that stands after step `from`.
  void replay(World& world, std::size_t from, std::size_t to) const;

  std::vector<Branch> branches_;
  std::size_t branch_ = 0;
  std::size_t cursor_ = 0;
  World world_;
};

}  // namespace aplus::timeline
