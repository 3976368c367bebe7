#include "base/rng.h"

#include "base/assert.h"

namespace aplus {

std::uint64_t Rng::next() {
  state_ += 0x9E3779B97F4A7C15u;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

std::uint64_t Rng::below(std::uint64_t bound) {
  APLUS_ASSERT(bound > 0);
  // Values from the incomplete last stretch are thrown away, so that each result is equally likely.
  std::uint64_t const limit = UINT64_MAX - UINT64_MAX % bound;
  std::uint64_t value = next();
  while (value >= limit) value = next();
  return value % bound;
}

std::string Rng::pick(char const* alphabet, std::uint64_t size, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += alphabet[below(size)];
  return text;
}

std::string Rng::digits(int count) { return pick("0123456789", 10, count); }

std::string Rng::alphanumeric(int count) {
  return pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 36, count);
}

}  // namespace aplus
