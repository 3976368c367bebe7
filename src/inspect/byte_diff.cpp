#include "inspect/byte_diff.h"

#include <algorithm>

namespace aplus::inspect {
namespace {

using Kind = DiffPiece::Kind;

void append(std::vector<DiffPiece>& pieces, Kind kind, std::string_view bytes) {
  if (bytes.empty()) return;
  if (!pieces.empty() && pieces.back().kind == kind) pieces.back().bytes.append(bytes);
  else pieces.push_back({kind, std::string(bytes)});
}

/// How many single-byte steps are looked for before the texts count as different all through.
constexpr int kMostSteps = 400;

/// Myers' greedy algorithm: the furthest left position on each diagonal, step by step.
/// https://doi.org/10.1007/BF01840446
bool shortestEdit(std::string_view left, std::string_view right, std::vector<DiffPiece>& pieces) {
  int const n = int(left.size()), m = int(right.size());
  std::vector<std::vector<int>> trace;
  std::vector<int> furthest(std::size_t(2 * kMostSteps + 3), 0);
  auto const at = [](std::vector<int>& row, int diagonal) -> int& { return row[std::size_t(diagonal + kMostSteps + 1)]; };
  int steps = -1;
  for (int d = 0; d <= kMostSteps && steps < 0; ++d) {
    trace.push_back(furthest);
    for (int k = -d; k <= d && steps < 0; k += 2) {
      bool const down = k == -d || (k != d && at(furthest, k - 1) < at(furthest, k + 1));
      int x = down ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
      while (x < n && x - k < m && x - k >= 0 && left[std::size_t(x)] == right[std::size_t(x - k)]) ++x;
      at(furthest, k) = x;
      if (k == n - m && x >= n) steps = d;
    }
  }
  if (steps < 0) return false;
  std::vector<std::pair<Kind, char>> backwards;
  int x = n, y = m;
  for (int d = steps; d >= 0; --d) {
    std::vector<int>& before = trace[std::size_t(d)];
    int const k = x - y;
    bool const down = k == -d || (k != d && at(before, k - 1) < at(before, k + 1));
    int const fromX = d == 0 ? 0 : at(before, down ? k + 1 : k - 1);
    int const fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    while (x > fromX && y > fromY) {
      backwards.emplace_back(Kind::same, left[std::size_t(--x)]);
      --y;
    }
    if (d == 0) break;
    if (down) backwards.emplace_back(Kind::onlyRight, right[std::size_t(--y)]);
    else backwards.emplace_back(Kind::onlyLeft, left[std::size_t(--x)]);
  }
  for (auto step = backwards.rbegin(); step != backwards.rend(); ++step) append(pieces, step->first, std::string_view(&step->second, 1));
  return true;
}

}  // namespace

std::vector<DiffPiece> diffBytes(std::string_view left, std::string_view right) {
  std::size_t const shorter = std::min(left.size(), right.size());
  std::size_t front = 0, back = 0;
  while (front < shorter && left[front] == right[front]) ++front;
  while (back < shorter - front && left[left.size() - 1 - back] == right[right.size() - 1 - back]) ++back;
  std::string_view const leftMiddle = left.substr(front, left.size() - front - back);
  std::string_view const rightMiddle = right.substr(front, right.size() - front - back);
  std::vector<DiffPiece> pieces;
  append(pieces, Kind::same, left.substr(0, front));
  std::vector<DiffPiece> middle;
  if (shortestEdit(leftMiddle, rightMiddle, middle)) {
    for (DiffPiece const& piece : middle) append(pieces, piece.kind, piece.bytes);
  } else {
    append(pieces, Kind::onlyLeft, leftMiddle);
    append(pieces, Kind::onlyRight, rightMiddle);
  }
  append(pieces, Kind::same, left.substr(left.size() - back));
  return pieces;
}

}  // namespace aplus::inspect
