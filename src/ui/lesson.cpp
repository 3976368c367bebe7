#include "ui/lesson.h"

#include "ui/language.h"

namespace aplus::ui {

std::size_t scriptPosition(scenario::Playback const& run) {
  for (std::size_t n = run.cursor(); n > 0; --n) {
    if (auto const at = run.scriptStep(n)) return *at;
  }
  return 0;
}

std::size_t firstStepOf(scenario::Playback const& run, std::size_t scriptStep) {
  for (std::size_t n = 1; n <= run.length(); ++n) {
    if (run.scriptStep(n) == scriptStep) return n;
  }
  return 0;
}

std::string_view integrationOf(scenario::Scenario const& scenario) {
  bool const session = scenario.setup.wallet.integration == wallet::app::Integration::session;
  return session ? tr("Integration: client SDK with a session (the older generation).")
                 : tr("Integration: codes from the wallet's own server (the newer generation).");
}

}  // namespace aplus::ui
