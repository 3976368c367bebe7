#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "ui/sandbox_view.h"

namespace aplus::ui {

/// Something that is worked out once for a question, and kept until another one is asked.
template <class Question, class Answer>
class Memo {
 public:
  template <class Find>
  Answer const& get(Question const& question, Find find) {
    if (!question_ || !(*question_ == question)) {
      answer_ = find();
      question_ = question;
    }
    return answer_;
  }

 private:
  std::optional<Question> question_;
  Answer answer_{};
};

/// A step of one run. What happened up to it never changes, so what was found out about it stays true.
struct RunPlace {
  std::uint64_t run = 0;
  std::size_t branch = 0;
  std::size_t step = 0;

  bool operator==(RunPlace const&) const = default;
};

inline RunPlace placeOf(SandboxView const& view, std::size_t step) {
  return {view.runId, view.playback->timeline().currentBranch(), step};
}

}  // namespace aplus::ui
