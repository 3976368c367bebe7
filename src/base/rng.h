#pragma once

#include <cstdint>
#include <string>

namespace aplus {

/// SplitMix64 with distributions of our own: those of the standard library differ between
/// libstdc++ and libc++, and a run must give the same bytes everywhere. Plain value: copying it
/// copies the future.
class Rng {
 public:
  Rng() = default;
  explicit Rng(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();

  /// Uniform in [0, bound). `bound` > 0.
  std::uint64_t below(std::uint64_t bound);

  std::string digits(int count);
  /// Upper-case letters and digits.
  std::string alphanumeric(int count);

  bool operator==(Rng const&) const = default;

 private:
  std::string pick(char const* alphabet, std::uint64_t size, int count);

  std::uint64_t state_ = 0;
};

}  // namespace aplus
