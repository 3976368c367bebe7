#include "ui/branch_text.h"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "ui/language.h"

namespace aplus::ui {
namespace {

/// What a person did where the branch left its parent; empty for the first branch.
std::string beginning(scenario::Playback const& run, std::size_t branch) {
  if (branch == 0) return {};
  auto const& edits = run.edits(branch);
  std::size_t const at = run.timeline().branchForkedAt(branch);
  auto const edit = std::find_if(edits.begin(), edits.end(), [at](scenario::Edit const& one) { return one.at == at; });
  if (edit == edits.end()) return {};
  auto const* command = std::get_if<user::Command>(&edit->change);
  return command != nullptr ? command->name : std::string(tr("time went on"));
}

}  // namespace

std::string branchSentence(scenario::Playback const& run, std::size_t branch) {
  if (branch == 0) return std::string(tr("As the script has it"));
  std::size_t const at = run.timeline().branchForkedAt(branch);
  std::string const what = beginning(run, branch);
  return what.empty() ? trf("Left the run after step {}", at) : trf("Left the run after step {}: {}", at, what);
}

std::string branchTitle(scenario::Playback const& run, std::size_t branch) {
  std::string const what = beginning(run, branch);
  std::string const& name = run.timeline().branchName(branch);
  return what.empty() ? name : fmt::format("{}: {}", name, what);
}

}  // namespace aplus::ui
