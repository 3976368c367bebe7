#include "ui/lesson.h"

#include <algorithm>

#include "ui/language.h"

namespace aplus::ui {
namespace {

std::optional<WalletSentence> ownSentence(scenario::Playback const& run, std::size_t part) {
  std::string const& own = run.scenario().steps[part].yourWallet;
  if (own.empty()) return std::nullopt;
  return WalletSentence{tr(own), ""};
}

}  // namespace

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

std::optional<WalletSentence> walletSentence(inspect::WalletDuty const* duty) {
  if (duty == nullptr) return std::nullopt;
  return WalletSentence{tr(duty->text), duty->source};
}

std::vector<WalletSentence> yourWallet(scenario::Playback const& run, std::size_t part) {
  if (auto const own = ownSentence(run, part)) return {*own};
  std::vector<WalletSentence> found;
  std::size_t const first = firstStepOf(run, part);
  for (std::size_t n = first; n > 0 && n <= run.cursor() && run.scriptStep(n).value_or(part) == part; ++n) {
    auto const sentence = walletSentence(inspect::walletDuty(run.timeline().record(n).envelope));
    if (sentence && std::find(found.begin(), found.end(), *sentence) == found.end()) found.push_back(*sentence);
  }
  return found;
}

std::optional<WalletSentence> yourWallet(scenario::Playback const& run, std::size_t part, inspect::WalletDuty const* duty) {
  auto const own = ownSentence(run, part);
  return own ? own : walletSentence(duty);
}

std::string_view integrationOf(scenario::Scenario const& scenario) {
  bool const session = scenario.setup.wallet.integration == wallet::app::Integration::session;
  return session ? tr("Integration: client SDK with a session (the older generation).")
                 : tr("Integration: codes from the wallet's own server (the newer generation).");
}

}  // namespace aplus::ui
