#pragma once

#include <algorithm>
#include <chrono>
#include <string_view>
#include <vector>

namespace aplus::bench {

/// Prints one figure as a line of JSON.
void report(std::string_view name, double value, std::string_view unit);

/// How long a function takes, in milliseconds: the median of several runs, since the machine is shared.
template <class Function>
double measureMs(Function function) {
  auto const begin = std::chrono::steady_clock::now();
  function();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Each prints the figures of one part.
void engine();
void codec();
void doctor();
void frames();

}  // namespace aplus::bench
