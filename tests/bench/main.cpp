#include <cstdio>
#include <string>

#include "bench.h"

namespace aplus::bench {

void report(std::string_view name, double value, std::string_view unit) {
  std::printf("{\"name\":\"%s\",\"value\":%.6g,\"unit\":\"%s\"}\n", std::string(name).c_str(), value,
              std::string(unit).c_str());
}

}  // namespace aplus::bench

/// aplus_bench [PART]: all of them, or one for a profiler to look at.
int main(int argc, char** argv) {
  using namespace aplus::bench;
  std::string_view const only = argc > 1 ? argv[1] : "";
  if (only.empty() || only == "engine") engine();
  if (only.empty() || only == "codec") codec();
  if (only.empty() || only == "doctor") doctor();
  if (only.empty() || only == "frames") frames();
  return 0;
}
