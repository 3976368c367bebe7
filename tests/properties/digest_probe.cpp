// Prints "scenario seed digest" for every scenario and some seeds. Natively and as wasm the lines must
// be the same.

#include <cstdio>

#include "scenario/playback.h"

int main() {
  for (auto const& scenario : aplus::scenario::builtinScenarios()) {
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
      auto playback = aplus::scenario::Playback::load(scenario, seed);
      if (!playback) return 1;
      playback->runToEnd();
      std::printf("%s %d %s\n", scenario.id.c_str(), int(seed),
                  aplus::crypto::toHex(playback->timeline().digest()).c_str());
    }
  }
  return 0;
}
