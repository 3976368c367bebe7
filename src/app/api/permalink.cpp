#include "app/api/permalink.h"

#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "inspect/password_cover.h"
#include "protocol/codec/json_text.h"
#include "protocol/percent_encoding.h"

namespace aplus::app {
namespace {

using Json = nlohmann::ordered_json;

/// What stands in a link for letting time pass until the next timer runs out.
constexpr char const* kNextDeadline = "advanceToNextDeadline";

tl::unexpected<Error> wrong(std::string_view part, std::string message) {
  return fail("INVALID_LINK", fmt::format("The link's {}", part), std::move(message));
}

using Parts = std::map<std::string, std::string>;

Result<Parts> split(std::string_view fragment) {
  Parts parts;
  if (!fragment.empty() && fragment.front() == '#') fragment.remove_prefix(1);
  while (!fragment.empty()) {
    auto const end = std::min(fragment.find('&'), fragment.size());
    std::string_view const pair = fragment.substr(0, end);
    fragment.remove_prefix(std::min(end + 1, fragment.size()));
    auto const equals = std::min(pair.find('='), pair.size());
    auto const value = protocol::percentDecode(pair.substr(std::min(equals + 1, pair.size())));
    if (!value) return wrong(pair.substr(0, equals), value.error().message);
    parts[std::string(pair.substr(0, equals))] = *value;
  }
  return parts;
}

Result<std::uint64_t> number(Parts const& parts, char const* name, std::uint64_t otherwise) {
  auto const part = parts.find(name);
  if (part == parts.end()) return otherwise;
  std::uint64_t value = 0;
  char const* const end = part->second.data() + part->second.size();
  auto const [stop, error] = std::from_chars(part->second.data(), end, value);
  if (error != std::errc() || stop != end || value > 9007199254740991u) {
    return wrong(name, fmt::format("must be a whole number, not '{}'", part->second.substr(0, 40)));
  }
  return value;
}

Result<std::vector<scenario::Edit>> parseEdits(std::string const& text) {
  auto const json = codec::parseJson(text);
  if (!json || !json->is_array()) return wrong("edits", "must be a JSON array");
  std::vector<scenario::Edit> edits;
  for (Json const& row : *json) {
    auto const at = row.is_object() ? row.find("at") : row.end();
    if (at == row.end() || !at->is_number_unsigned() || *at > 1'000'000) {
      return wrong("edits", "must each have a step's number as 'at'");
    }
    Json command = row;
    command.erase("at");
    if (row.value("name", Json()) == kNextDeadline) {
      edits.push_back({at->get<std::size_t>(), scenario::RunUntilTimer{}});
      continue;
    }
    auto const parsed = commandFromJson(command);
    if (!parsed) return wrong("edits", parsed.error().message);
    edits.push_back({at->get<std::size_t>(), *parsed});
  }
  return edits;
}

/// Whether a person typed a one-time password of the wallet that the phone did not have, such as one that they saw
/// before they went back. Any other digits are a guess and nothing to hide.
bool typesSecrets(scenario::Playback const& run) {
  std::vector<std::string> typed;
  for (scenario::Edit const& edit : run.edits()) {
    auto const* command = std::get_if<user::Command>(&edit.change);
    if (command == nullptr) continue;
    auto const digits = command->arguments.find("otpCode");
    if (digits != command->arguments.end()) typed.push_back(digits->second);
  }
  if (typed.empty()) return false;
  timeline::Timeline whole = run.timeline();
  whole.seek(whole.length());
  inspect::PasswordCover const passwords(whole);
  return std::any_of(typed.begin(), typed.end(), [&](std::string const& digits) { return passwords.finds(digits); });
}

}  // namespace

Result<user::Command> commandFromJson(Json const& json) {
  auto const name = json.is_object() ? json.find("name") : json.end();
  if (!json.is_object() || name == json.end() || !name->is_string()) {
    return fail("INVALID_ARGUMENT", "",
                "command expects an object with the name of a command, such as "
                "{\"name\": \"openPaymentPage\"}");
  }
  user::Command command;
  command.name = name->get<std::string>();
  for (auto const& [key, value] : json.items()) {
    if (key == "name") continue;
    if (value.is_string()) command.arguments[key] = value.get<std::string>();
    else if (value.is_number_integer()) command.arguments[key] = value.dump();
    else return fail("INVALID_ARGUMENT", key, "must be a text or a whole number");
  }
  if (auto const known = user::check(command); !known) return fail(known.error());
  return command;
}

Result<std::string> formatPermalink(scenario::Playback const& run) {
  if (!run.scenario().builtin) {
    return fail("NOT_LINKABLE", "",
                fmt::format("'{}' did not come with the playground, so a link cannot find it again; "
                            "share its file instead",
                            run.scenario().id));
  }
  if (typesSecrets(run)) {
    return fail("NOT_LINKABLE", "",
                "A one-time password was typed that had not come to the phone; a link would give it away");
  }
  std::string link = fmt::format("#v=1&s={}&seed={}&step={}", protocol::percentEncode(run.scenario().id),
                                 run.seed(), run.cursor());
  if (run.edits().empty()) return link;
  Json edits = Json::array();
  for (scenario::Edit const& edit : run.edits()) {
    Json row{{"at", edit.at}};
    if (auto const* command = std::get_if<user::Command>(&edit.change)) {
      row["name"] = command->name;
      for (auto const& [key, value] : command->arguments) row[key] = value;
    } else {
      row["name"] = kNextDeadline;
    }
    edits.push_back(std::move(row));
  }
  return link + "&edits=" +
         protocol::percentEncode(edits.dump(-1, ' ', true, Json::error_handler_t::replace));
}

Result<Permalink> parsePermalink(std::string_view fragment) {
  auto const parts = split(fragment);
  if (!parts) return fail(parts.error());
  auto const version = number(*parts, "v", 1);
  if (!version) return fail(version.error());
  if (*version != 1) {
    return wrong("v", fmt::format("is {}; this page reads version 1", *version));
  }
  auto const id = parts->find("s");
  if (id == parts->end() || id->second.empty()) {
    return wrong("s", "is missing; it names the scenario, such as s=upm-pay");
  }
  Permalink link;
  link.scenario = id->second;
  auto const seed = number(*parts, "seed", 1);
  auto const step = number(*parts, "step", 0);
  if (!seed) return fail(seed.error());
  if (!step) return fail(step.error());
  link.seed = *seed;
  link.step = std::size_t(std::min<std::uint64_t>(*step, 0x7fffffff));
  if (auto const edits = parts->find("edits"); edits != parts->end()) {
    auto parsed = parseEdits(edits->second);
    if (!parsed) return fail(parsed.error());
    link.edits = std::move(*parsed);
  }
  return link;
}

Result<scenario::Playback> openPermalink(std::string_view fragment) {
  auto const link = parsePermalink(fragment);
  if (!link) return fail(link.error());
  auto scenario = scenario::findBuiltin(link->scenario);
  if (!scenario) return fail(scenario.error());
  auto run = scenario::Playback::load(std::move(*scenario), link->seed);
  if (!run) return fail(run.error());
  for (scenario::Edit const& edit : link->edits) {
    if (auto const there = run->seek(edit.at); !there) return fail(there.error());
    if (auto const done = run->apply(edit.change); !done) return fail(done.error());
  }
  if (auto const there = run->seek(link->step); !there) return fail(there.error());
  return run;
}

}  // namespace aplus::app
