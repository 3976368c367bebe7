#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aplus::inspect {

/// One stretch of a difference, in the order of the texts.
struct DiffPiece {
  enum class Kind : unsigned char { same, onlyLeft, onlyRight };
  Kind kind = Kind::same;
  std::string bytes;

  bool operator==(DiffPiece const&) const = default;
};

/// The shortest way from one text to the other, byte by byte. Where they have little in common the
/// middle is given as one piece of each.
std::vector<DiffPiece> diffBytes(std::string_view left, std::string_view right);

}  // namespace aplus::inspect
