#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "protocol/codec/json_text.h"
#include "scenario/reading.h"

namespace aplus::scenario {
namespace {

using codec::ValueReader;

user::Command readCommand(ValueReader const& object) {
  user::Command command;
  command.name = readText(object, "name");
  for (std::string_view const name : object.memberNames()) {
    if (name != "name") command.arguments[std::string(name)] = readText(object, name);
  }
  if (auto const known = user::check(command); !known) {
    auto const culprit = object.member(known.error().path);
    (culprit ? *culprit : object).wrong(known.error().message);
  }
  return command;
}

Action readRun(ValueReader const& object) {
  allowOnly(object, {"until", "for"});
  auto const until = object.member("until");
  auto const duration = object.member("for");
  if (bool(until) == bool(duration)) object.wrong("must have exactly one of until, for");
  if (duration) return RunFor{readDuration(*duration)};
  if (until && until->text() == "idle") return RunUntilIdle{};
  if (until && until->text() == "timer") return RunUntilTimer{};
  if (until && until->isObject()) return RunUntilMessage{readMatch(*until)};
  if (until) until->wrong("must be \"idle\", \"timer\" or an object that says which message");
  return RunUntilIdle{};
}

ScriptStep readStep(ValueReader const& object) {
  allowOnly(object, {"id", "say", "yourWallet", "do", "run"});
  ScriptStep step;
  step.id = readText(object, "id");
  step.say = readText(object, "say");
  step.yourWallet = readOptionalText(object, "yourWallet");
  auto const command = object.member("do");
  auto const run = object.member("run");
  if (bool(command) == bool(run)) object.wrong("must have exactly one of do, run");
  if (command && command->isObject()) step.action = readCommand(*command);
  else if (command) command->wrong("must be an object with the command's name");
  if (run) step.action = readRun(*run);
  return step;
}

std::string readValueAsText(ValueReader const& object) {
  auto const is = object.member("is");
  if (!is) {
    object.missing("is");
    return "";
  }
  if (auto const text = is->text()) return *text;
  if (auto const number = is->integer()) return fmt::format("{}", *number);
  if (auto const flag = is->boolean()) return *flag ? "true" : "false";
  is->wrong("must be a text, a whole number, true or false");
  return "";
}

Expectation readExpectation(ValueReader const& object, std::set<std::string> const& stepIds) {
  allowOnly(object, {"text", "step", "message", "count", "state", "at", "is"});
  Expectation expectation;
  expectation.text = readText(object, "text");
  expectation.step = readOptionalText(object, "step");
  if (auto const step = object.member("step"); step && !stepIds.contains(expectation.step)) {
    step->wrong(fmt::format("is no step of this scenario; there are {}", fmt::join(stepIds, ", ")));
  }
  auto const message = object.member("message");
  auto const count = object.member("count");
  auto const state = object.member("state");
  if (int(bool(message)) + int(bool(count)) + int(bool(state)) != 1) {
    object.wrong("must have exactly one of message, count, state");
  }
  if (message) expectation.match = readMatch(*message);
  if (count) {
    expectation.kind = Expectation::Kind::count;
    expectation.match = readMatch(*count);
  }
  if (state) {
    expectation.kind = Expectation::Kind::state;
    expectation.party = readParty(*state);
  }
  if (count) {
    if (auto const at = object.member("at")) at->wrong("has no meaning beside count");
  } else {
    expectation.at = readText(object, "at");
    if (auto const at = object.member("at"); at && expectation.at.substr(0, 1) != "/") {
      at->wrong("must be a JSON pointer such as \"/result/resultCode\"");
    }
  }
  expectation.is = readValueAsText(object);
  return expectation;
}

Question readQuestion(ValueReader const& object, std::set<std::string> const& stepIds) {
  allowOnly(object, {"step", "question", "answers", "right", "why"});
  Question question{readOptionalText(object, "step"), readText(object, "question"), {}, 0, readText(object, "why")};
  if (auto const step = object.member("step"); step && !stepIds.contains(question.step)) {
    step->wrong(fmt::format("is no step of this scenario; there are {}", fmt::join(stepIds, ", ")));
  }
  auto const answers = object.member("answers");
  if (answers) {
    for (auto const& answer : answers->elements()) question.answers.emplace_back(answer.text().value_or(""));
  }
  std::string const right = readText(object, "right");
  auto const found = std::find(question.answers.begin(), question.answers.end(), right);
  if (!answers) object.missing("answers");
  else if (question.answers.size() < 2) answers->wrong("must be two texts or more");
  else if (auto const member = object.member("right"); member && found == question.answers.end()) {
    member->wrong("must be one of the answers, word for word");
  } else {
    question.right = static_cast<std::size_t>(found - question.answers.begin());
  }
  return question;
}

std::initializer_list<std::pair<std::string_view, Flow>> const kFlowNames{
    {"session", Flow::session}, {"pay", Flow::pay},          {"signatures", Flow::signatures},
    {"faults", Flow::faults},   {"refund", Flow::refund},    {"limits", Flow::limits},
    {"easy-pay", Flow::easyPay}, {"binding", Flow::binding}, {"cashier", Flow::cashier},
    {"acquirer", Flow::acquirer}, {"free", Flow::free}};

Scenario readScenario(ValueReader const& root) {
  allowOnly(root, {"$schema", "id", "title", "summary", "flow", "source", "shows", "world", "steps", "expect", "check"});
  Scenario scenario;
  scenario.id = readText(root, "id");
  scenario.title = readText(root, "title");
  scenario.summary = readText(root, "summary");
  if (auto const flow = root.member("flow")) scenario.flow = readChoice(*flow, kFlowNames);
  scenario.source = readText(root, "source");
  if (auto const shows = root.member("shows")) {
    for (auto const& rule : shows->elements()) {
      if (auto const id = rule.text(); id && !id->empty()) scenario.shows.push_back(*id);
      else rule.wrong("must be the id of a rule, a text that is not empty");
    }
  }
  if (auto const world = root.member("world")) scenario.setup = readSetup(*world);
  else root.missing("world");
  std::set<std::string> stepIds;
  if (auto const steps = root.member("steps")) {
    for (auto const& element : steps->elements()) {
      scenario.steps.push_back(readStep(element));
      if (!stepIds.insert(scenario.steps.back().id).second) {
        element.wrong(fmt::format("has the id '{}', which an earlier step has",
                                  scenario.steps.back().id));
      }
    }
  } else {
    root.missing("steps");
  }
  if (auto const expect = root.member("expect")) {
    for (auto const& element : expect->elements()) {
      scenario.expectations.push_back(readExpectation(element, stepIds));
    }
  }
  if (auto const check = root.member("check")) scenario.check = readQuestion(*check, stepIds);
  return scenario;
}

/// `$.steps[2].do` -> `/steps/2/do`.
std::string toPointer(std::string_view path) {
  std::string pointer;
  for (char const c : path.substr(1)) {
    if (c == '.' || c == '[') pointer += '/';
    else if (c != ']') pointer += c;
  }
  return pointer;
}

tl::unexpected<Error> invalid(std::string_view file, codec::Position at, std::string message) {
  return fail("INVALID_SCENARIO", fmt::format("{}:{}:{}", file, at.line, at.column),
              std::move(message));
}

}  // namespace

std::string_view name(Flow flow) {
  for (auto const& [name, one] : kFlowNames) {
    if (one == flow) return name;
  }
  return "";
}

Result<Scenario> parse(std::string_view text, std::string_view file) {
  auto const json = codec::parseJson(text);
  if (!json) {
    return invalid(file, codec::positionAt(text, json.error().offset), json.error().message);
  }
  codec::Findings findings;
  Scenario scenario = readScenario(ValueReader(*json, findings));
  if (findings.error) {
    return invalid(file, codec::locate(text, toPointer(findings.error->path)),
                   fmt::format("{} {}", findings.error->path, findings.error->message));
  }
  return scenario;
}

}  // namespace aplus::scenario