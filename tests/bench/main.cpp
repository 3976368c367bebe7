#include <cstdio>
#include <string>

#include "bench.h"

namespace aplus::bench {

void report(std::string_view name, double value, std::string_view unit) {
  std::printf("{\"name\":\"%s\",\"value\":%.6g,\"unit\":\"%s\"}\n", std::string(name).c_str(), value,
              std::string(unit).c_str());
}

}  // namespace aplus::bench

int main() {
  aplus::bench::engine();
  return 0;
}
