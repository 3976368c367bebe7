#include <algorithm>

#include <fmt/format.h>

#include "base/assert.h"
#include "scenario/builtin.h"
#include "scenario/scenario.h"

namespace aplus::scenario {
namespace {

/// How many letters must be changed, added or taken away to get from one word to the other.
std::size_t editDistance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      std::size_t const above = row[j];
      std::size_t const change = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      row[j] = std::min({change, above + 1, row[j - 1] + 1});
      diagonal = above;
    }
  }
  return row.back();
}

std::string nearMatches(std::string_view id) {
  std::vector<std::pair<std::size_t, std::string_view>> ranked;
  for (Scenario const& scenario : builtinScenarios()) {
    bool const contains = !id.empty() && scenario.id.find(id) != std::string::npos;
    ranked.emplace_back(contains ? 0 : editDistance(id, scenario.id), scenario.id);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](auto const& left, auto const& right) { return left.first < right.first; });
  std::string names;
  for (std::size_t i = 0; i < ranked.size() && i < 3; ++i) {
    names += (i == 0 ? "" : ", ") + std::string(ranked[i].second);
  }
  return names;
}

}  // namespace

std::vector<Scenario> const& builtinScenarios() {
  static std::vector<Scenario> const scenarios = [] {
    std::vector<Scenario> all;
    for (auto const& file : kBuiltinScenarios) {
      auto scenario = parse(file.bytes, file.name);
      if (!scenario) {
        assertionFailed((scenario.error().path + ": " + scenario.error().message).c_str(), "scenarios", 0);
      }
      scenario->builtin = true;
      all.push_back(std::move(*scenario));
    }
    return all;
  }();
  return scenarios;
}

Result<Scenario> findBuiltin(std::string_view id) {
  for (Scenario const& scenario : builtinScenarios()) {
    if (scenario.id == id) return scenario;
  }
  return fail("UNKNOWN_SCENARIO", "scenario",
              fmt::format("There is no scenario '{}'; did you mean {}?", id.substr(0, 64),
                          nearMatches(id)));
}

}  // namespace aplus::scenario
