#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace aplus::protocol {

/// A regular expression as code rules use them: literals, `.`, `[…]`, `\d \w \s` and their opposites,
/// groups, `|`, `* + ? {m,n}`, `^`, `$`. All ways of matching are followed at once, so that no
/// expression takes longer than its length times that of the text.
class Pattern {
 public:
  /// Error `INVALID_PATTERN` says at which character it goes wrong.
  static Result<Pattern> parse(std::string_view expression);

  /// Whether it matches anywhere in the text; an expression that means all of it has anchors.
  bool matches(std::string_view text) const;

  struct Instruction {
    enum class Kind : unsigned char { character, split, jump, begin, end, done };

    Kind kind = Kind::done;
    std::bitset<256> set = {};   ///< for `character`
    std::ptrdiff_t first = 1;    ///< where it goes on, counted from here
    std::ptrdiff_t second = 1;   ///< for `split`: or here
  };

 private:
  std::vector<Instruction> program_;
};

}  // namespace aplus::protocol
