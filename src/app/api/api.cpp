#include "app/api/api.h"

#include <limits>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/api/desk_verbs.h"
#include "app/api/permalink.h"
#include "app/api/views.h"
#include "inspect/export.h"
#include "protocol/codec/json_text.h"
#include "ui/flows.h"
#include "ui/language.h"
#include "ui/world_words.h"

namespace aplus::app {
namespace {

using Json = nlohmann::ordered_json;

tl::unexpected<Error> expected(std::string message) {
  return fail("INVALID_ARGUMENT", "", std::move(message));
}

Result<std::int64_t> wholeNumber(Json const& args, char const* name, std::int64_t otherwise) {
  auto const value = args.find(name);
  if (value == args.end()) return otherwise;
  bool const whole = value->is_number_integer() ||
                     (value->is_number_float() && value->get<double>() < 9e15 &&
                      value->get<double>() == static_cast<double>(std::int64_t(value->get<double>())));
  if (!whole || value->get<double>() < 0 || value->get<double>() > 9007199254740991.0) {
    return expected(fmt::format("{} must be a whole number from 0 on, such as 1", name));
  }
  return value->get<std::int64_t>();
}

Result<scenario::Playback const*> runOf(ui::Controller const& controller) {
  if (controller.playback() == nullptr) {
    return fail("NO_SCENARIO", "", "No scenario is loaded; call load(id) first");
  }
  return controller.playback();
}

Result<Json> state(ui::Controller& controller) {
  scenario::Playback const* run = controller.playback();
  if (run == nullptr) return Json(nullptr);
  timeline::Timeline const& timeline = run->timeline();
  return Json{{"run", controller.view().runId},
              {"scenario", run->scenario().id},
              {"seed", run->seed()},
              {"cursor", run->cursor()},
              {"length", run->length()},
              {"finished", run->finished()},
              {"time", formatIso8601(run->world().now, kChinaTime)},
              {"branch", timeline.branchName(timeline.currentBranch())},
              {"digest", crypto::toHex(timeline.digest())},
              {"undo", controller.view().undo}};
}

/// The state after something that may have failed.
Result<Json> stateAfter(ui::Controller& controller, Result<void> const& done) {
  if (!done) return fail(done.error());
  return state(controller);
}

Result<Json> scenarios(ui::Controller& controller, Json const&) {
  Json list = Json::array();
  for (ui::ScenarioEntry const& entry : controller.scenarios()) {
    list.push_back({{"id", entry.id}, {"title", ui::tr(entry.title)}, {"summary", ui::tr(entry.summary)}, {"flow", ui::tr(ui::flowText(entry.flow).title)}});
  }
  return list;
}

Result<Json> load(ui::Controller& controller, Json const& args) {
  auto const wanted = args.find("scenario");
  bool const usable = wanted != args.end() && (wanted->is_string() || wanted->is_object());
  if (!usable) {
    return expected("load expects the id of a scenario, such as \"upm-pay\", or a scenario object");
  }
  auto const seed = wholeNumber(args, "seed", 1);
  if (!seed) return fail(seed.error());
  if (wanted->is_string()) {
    return stateAfter(controller, controller.loadBuiltin(wanted->get<std::string>(), std::uint64_t(*seed)));
  }
  return stateAfter(controller, controller.loadText(wanted->dump(2), "scenario", std::uint64_t(*seed)));
}

Result<Json> loadFile(ui::Controller& controller, Json const& args) {
  auto const text = args.find("text");
  auto const file = args.find("file");
  bool const usable = text != args.end() && text->is_string() && file != args.end() && file->is_string();
  if (!usable) return expected("loadFile expects the file's text and its name");
  return stateAfter(controller, controller.loadText(text->get<std::string>(), file->get<std::string>(), 1));
}

Result<Json> open(ui::Controller& controller, Json const& args) {
  auto const fragment = args.find("fragment");
  if (fragment == args.end() || !fragment->is_string()) {
    return expected("open expects the fragment of a link, such as \"#v=1&s=upm-pay\"");
  }
  auto opened = openPermalink(fragment->get<std::string>());
  if (!opened) {
    controller.report(ui::phrase("This link was not opened"), opened.error());
    return fail(opened.error());
  }
  controller.show(std::move(*opened));
  return state(controller);
}

Result<Json> step(ui::Controller& controller, Json const&) {
  if (auto const run = runOf(controller); !run) return fail(run.error());
  controller.step();
  return state(controller);
}

Result<Json> back(ui::Controller& controller, Json const&) {
  if (auto const run = runOf(controller); !run) return fail(run.error());
  controller.back();
  return state(controller);
}

Result<Json> seek(ui::Controller& controller, Json const& args) {
  auto const n = wholeNumber(args, "n", -1);
  if (!n) return fail(n.error());
  if (*n < 0) return expected("seek expects n: how many steps have happened");
  std::int64_t const most = std::numeric_limits<std::int32_t>::max();
  return stateAfter(controller, controller.seek(std::size_t(std::min(*n, most))));
}

Result<Json> runToEnd(ui::Controller& controller, Json const&) {
  return stateAfter(controller, controller.runToEnd());
}

Result<Json> command(ui::Controller& controller, Json const& args) {
  auto const parsed = commandFromJson(args);
  if (!parsed) return fail(parsed.error());
  return stateAfter(controller, controller.command(*parsed));
}

Result<Json> advanceToNextDeadline(ui::Controller& controller, Json const&) {
  return stateAfter(controller, controller.advanceToNextDeadline());
}

Result<Json> stateVerb(ui::Controller& controller, Json const&) { return state(controller); }

Result<Json> transcript(ui::Controller& controller, Json const&) {
  auto const run = runOf(controller);
  if (!run) return fail(run.error());
  inspect::RunInfo info{(*run)->scenario().id, (*run)->seed(), {}, {}};
  if ((*run)->finished()) {
    info.expectations = (*run)->expectations();
    info.invariants = (*run)->invariants();
  }
  return Json::parse(inspect::toTranscript((*run)->timeline(), info));
}

Result<Json> permalink(ui::Controller& controller, Json const&) {
  auto const run = runOf(controller);
  if (!run) return fail(run.error());
  auto fragment = formatPermalink(**run);
  if (!fragment) return fail(fragment.error());
  return Json(*fragment);
}

/// A verb that only shows the run.
template <Json (*show)(scenario::Playback const&)>
Result<Json> shown(ui::Controller& controller, Json const&) {
  auto const run = runOf(controller);
  if (!run) return fail(run.error());
  return show(**run);
}

Result<Json> rows(ui::Controller& controller, Json const& args) {
  auto const run = runOf(controller);
  if (!run) return fail(run.error());
  auto const from = wholeNumber(args, "from", 1);
  if (!from) return fail(from.error());
  return rowsJson(**run, std::size_t(std::min<std::int64_t>(*from, std::numeric_limits<std::int32_t>::max())));
}

Result<Json> details(ui::Controller& controller, Json const& args) {
  auto const run = runOf(controller);
  if (!run) return fail(run.error());
  auto const n = wholeNumber(args, "n", 0);
  if (!n) return fail(n.error());
  auto const cursor = std::int64_t((*run)->cursor());
  if (*n < 1 || *n > cursor) return expected(fmt::format("details expects n: a step that has happened, from 1 to {}", cursor));
  return detailsJson(**run, std::size_t(*n));
}

Result<Json> switchBranch(ui::Controller& controller, Json const& args) {
  auto const branch = wholeNumber(args, "branch", -1);
  if (!branch) return fail(branch.error());
  if (*branch < 0) return expected("switchBranch expects branch: its place in the list, from 0 on");
  std::int64_t const most = std::numeric_limits<std::int32_t>::max();
  return stateAfter(controller, controller.switchTo(std::size_t(std::min(*branch, most))));
}

Result<Json> renameBranch(ui::Controller& controller, Json const& args) {
  auto const branch = wholeNumber(args, "branch", -1);
  if (!branch) return fail(branch.error());
  bool const named = args.contains("name") && args["name"].is_string();
  if (*branch < 0 || !named) return expected("renameBranch expects branch, its place in the list from 0 on, and name, a text");
  std::int64_t const most = std::numeric_limits<std::int32_t>::max();
  return stateAfter(controller, controller.renameBranch(std::size_t(std::min(*branch, most)), args["name"].get<std::string>()));
}

Result<Json> undo(ui::Controller& controller, Json const&) {
  controller.undo();
  return state(controller);
}

Result<Json> desk(ui::Controller& controller, Json const& args) {
  if (args.contains("act")) {
    if (auto const done = actOnDesk(controller, args); !done) return fail(done.error());
  }
  return deskJson(controller.desk());
}

using Verb = Result<Json> (*)(ui::Controller&, Json const&);

std::map<std::string_view, Verb> const& verbs() {
  static std::map<std::string_view, Verb> const all{
      {"scenarios", scenarios}, {"load", load},         {"loadFile", loadFile}, {"open", open},
      {"step", step},           {"back", back},         {"seek", seek},
      {"runToEnd", runToEnd},   {"command", command},   {"advanceToNextDeadline", advanceToNextDeadline}, {"state", stateVerb},
      {"transcript", transcript}, {"permalink", permalink},
      {"lesson", shown<lessonJson>}, {"rows", rows},       {"details", details},
      {"screens", shown<screensJson>}, {"states", shown<statesJson>}, {"branches", shown<branchesJson>},
      {"switchBranch", switchBranch}, {"renameBranch", renameBranch}, {"undo", undo}, {"desk", desk}};
  return all;
}

Result<Json> perform(ui::Controller& controller, std::string_view verb, std::string_view args) {
  auto const known = verbs().find(verb);
  if (known == verbs().end()) {
    std::string names;
    for (auto const& [name, call] : verbs()) names += (names.empty() ? "" : ", ") + std::string(name);
    return expected(fmt::format("There is no verb '{}'; there are {}", verb.substr(0, 64), names));
  }
  auto const json = codec::parseJson(args);
  if (!json) return expected("The arguments are no JSON: " + json.error().message);
  if (!json->is_object()) return expected("The arguments must be a JSON object");
  return known->second(controller, *json);
}

}  // namespace

std::string call(ui::Controller& controller, std::string_view verb, std::string_view args) {
  auto const value = perform(controller, verb, args);
  Json answer{{"ok", value.has_value()}};
  if (value) answer["value"] = *value;
  else answer["error"] = (value.error().path.empty() ? "" : ui::worldWords(value.error().path) + ": ") + ui::reasonWords(value.error().message);
  return answer.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace aplus::app
