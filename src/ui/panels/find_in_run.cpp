// Search over everything that the run holds.
#include <fmt/format.h>

#include "ui/finder.h"
#include "ui/shortcuts.h"
#include "ui/step_text.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

constexpr std::size_t kMost = 200;
constexpr std::size_t kLineBytes = 120;

Icon iconOf(Envelope const& envelope) {
  switch (envelope.kind) {
    case Kind::ui: return Icon::tap;
    case Kind::timer: return Icon::clock;
    case Kind::fault: return Icon::warning;
    default: return Icon::lanes;
  }
}

}  // namespace

std::vector<Finding> findInRun(Ui const& ui, std::string_view query) {
  std::vector<Finding> found;
  std::vector<std::size_t>& hits = ui.state.searchHits;  // the diagram marks them
  hits.clear();
  if (ui.run() == nullptr || query.find_first_not_of(' ') == query.npos) return found;
  for (std::size_t n = 1; n <= ui.run()->length() && found.size() < kMost; ++n) {
    timeline::StepRecord const& record = ui.run()->timeline().record(n);
    Envelope const& envelope = record.envelope;
    auto offer = [&](std::string_view where, std::string_view content) {
      if (hits.empty() || hits.back() != n) hits.push_back(n);
      found.push_back({iconOf(envelope), fmt::format("{}. {}", n, stepTitle(record)), around(query, content, kLineBytes),
                       std::string(where), [n](Ui const& page) { lookAtStep(page, n); }});
    };
    std::string const names = stepTitle(record) + " " + std::string(title(envelope.from)) + " " +
                              std::string(title(envelope.to)) + " " + envelope.message.uri;
    if (rankOf(query, names, "") >= 0) offer(tr("name"), envelope.message.body);
    else if (rankOf(query, envelope.message.body, "") >= 0) offer(tr("body"), envelope.message.body);
    for (Note const& note : record.notes) {
      std::string const words = worldWords(note.text);
      if (rankOf(query, words, note.source) >= 0) offer(tr("reason"), words);
    }
  }
  return found;
}

}  // namespace aplus::ui
