#include <algorithm>
#include <initializer_list>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/currency.h"
#include "protocol/codec/json_text.h"
#include "protocol/codec/value.h"
#include "scenario/scenario.h"

namespace aplus::scenario {
namespace {

using codec::ValueReader;

/// Refuses members that mean nothing here: a misspelt key must not be ignored.
void allowOnly(ValueReader const& object, std::initializer_list<std::string_view> names) {
  if (!object.isObject()) {
    object.wrong(fmt::format("must be an object, not {}", object.shown()));
    return;
  }
  for (std::string_view const name : object.memberNames()) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    auto const member = object.member(name);
    (member ? *member : object)
        .wrong(fmt::format("is an unknown key; here may stand {}", fmt::join(names, ", ")));
  }
}

std::string readText(ValueReader const& object, std::string_view name) {
  auto const member = object.member(name);
  if (!member) {
    object.missing(name);
    return "";
  }
  auto text = member->text();
  if (!text || text->empty()) {
    member->wrong(fmt::format("must be a text that is not empty, not {}", member->shown()));
  }
  return text.value_or("");
}

std::string readOptionalText(ValueReader const& object, std::string_view name) {
  return object.member(name) ? readText(object, name) : "";
}

std::int64_t readCount(ValueReader const& value) {
  auto const number = value.integer();
  if (!number || *number < 0 || *number > 1'000'000) {
    value.wrong(fmt::format("must be a whole number from 0 to 1000000, not {}", value.shown()));
    return 0;
  }
  return *number;
}

/// The value of the one name of the list that stands there.
template <class T>
T readChoice(ValueReader const& value, std::initializer_list<std::pair<std::string_view, T>> choices) {
  std::string names;
  for (auto const& [name, choice] : choices) {
    if (value.text() == name) return choice;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  value.wrong(fmt::format("must be one of {}, not {}", names, value.shown()));
  return choices.begin()->second;
}

Party readParty(ValueReader const& value) {
  using enum Party;
  return readChoice<Party>(value, {{name(user), user},
                                   {name(walletApp), walletApp},
                                   {name(clientSdk), clientSdk},
                                   {name(walletServer), walletServer},
                                   {name(alipayplus), alipayplus},
                                   {name(acquirer), acquirer}});
}

std::int64_t readDuration(ValueReader const& value) {
  auto const ms = parseDurationMs(value.text().value_or(""));
  if (!ms) value.wrong(ms.error().message);
  return ms.value_or(0);
}

Money readMoney(ValueReader const& object) {
  allowOnly(object, {"value", "currency"});
  Money money;
  money.currency = readText(object, "currency");
  std::string const value = readText(object, "value");
  bool const digits = value.size() <= 15 && value.find_first_not_of("0123456789") == value.npos;
  if (auto const member = object.member("value"); member && (!digits || value.empty())) {
    member->wrong("must be a whole number of minor units in quotes, such as \"50000\"");
  } else if (member) {
    money.amountMinor = std::stoll(value);
  }
  if (auto const member = object.member("currency"); member && !minorUnits(money.currency)) {
    member->wrong(fmt::format("must be a currency of ISO 4217, not {}", member->shown()));
  }
  return money;
}

network::Match readMatch(ValueReader const& object) {
  allowOnly(object, {"from", "to", "name", "phase"});
  network::Match match;
  if (auto const from = object.member("from")) match.from = readParty(*from);
  if (auto const to = object.member("to")) match.to = readParty(*to);
  match.name = readOptionalText(object, "name");
  if (auto const phase = object.member("phase")) {
    using enum Phase;
    match.phase = readChoice<Phase>(*phase, {{name(request), request},
                                             {name(response), response},
                                             {name(call), call},
                                             {name(callback), callback},
                                             {name(event), event}});
  }
  return match;
}

network::FaultRule readFault(ValueReader const& object) {
  allowOnly(object, {"on", "nth", "drop", "delay", "duplicate", "alter"});
  network::FaultRule rule;
  if (auto const on = object.member("on")) rule.match = readMatch(*on);
  else object.missing("on");
  if (auto const nth = object.member("nth")) {
    rule.nth = std::int32_t(readCount(*nth));
    if (rule.nth == 0) nth->wrong("must be a whole number from 1 on");
  }
  auto const drop = object.member("drop");
  auto const delay = object.member("delay");
  auto const duplicate = object.member("duplicate");
  auto const alter = object.member("alter");
  if (int(bool(drop)) + int(bool(delay)) + int(bool(duplicate)) + int(bool(alter)) != 1) {
    object.wrong("must have exactly one of drop, delay, duplicate, alter");
  }
  if (drop) {
    rule.kind = network::FaultKind::drop;
    if (drop->boolean() != true) drop->wrong("must be true");
  }
  if (delay) {
    rule.kind = network::FaultKind::delay;
    rule.delayMs = readDuration(*delay);
  }
  if (duplicate) {
    rule.kind = network::FaultKind::duplicate;
    rule.delayMs = readDuration(*duplicate);
  }
  if (alter) {
    rule.kind = network::FaultKind::alter;
    allowOnly(*alter, {"find", "replace"});
    rule.find = readText(*alter, "find");
    rule.replace = readOptionalText(*alter, "replace");
  }
  return rule;
}

acquirer::Merchant readMerchant(ValueReader const& object) {
  allowOnly(object, {"referenceMerchantId", "merchantMCC", "merchantName", "region", "city",
                     "referenceStoreId", "storeName", "storeMCC"});
  return {readText(object, "referenceMerchantId"), readText(object, "merchantMCC"),
          readText(object, "merchantName"),        readText(object, "region"),
          readText(object, "city"),                readText(object, "referenceStoreId"),
          readText(object, "storeName"),           readText(object, "storeMCC")};
}

alipayplus::Quote readQuote(ValueReader const& object) {
  allowOnly(object, {"quoteId", "pair", "price"});
  alipayplus::Quote quote{readText(object, "quoteId"), readText(object, "pair"),
                          readText(object, "price")};
  auto const slash = quote.pair.find('/');
  bool const known = slash != std::string::npos && minorUnits(quote.pair.substr(0, slash)) &&
                     minorUnits(quote.pair.substr(slash + 1));
  if (auto const pair = object.member("pair"); pair && !known) {
    pair->wrong("must be two currencies of ISO 4217 with a slash, such as \"JPY/KRW\"");
  }
  if (auto const price = object.member("price"); price && !Decimal::parse(quote.price)) {
    price->wrong("must be a decimal number in quotes, such as \"10.0000\"");
  }
  return quote;
}

void readWallet(Setup& setup, ValueReader const& object) {
  allowOnly(object, {"currency", "balance", "status"});
  setup.walletCurrency = readText(object, "currency");
  if (auto const currency = object.member("currency");
      currency && !minorUnits(setup.walletCurrency)) {
    currency->wrong(fmt::format("must be a currency of ISO 4217, not {}", currency->shown()));
  }
  if (auto const balance = object.member("balance")) {
    setup.userBalance = readMoney(*balance);
    if (setup.userBalance.currency != setup.walletCurrency) {
      balance->wrong(fmt::format("must be in the wallet's currency {}", setup.walletCurrency));
    }
  } else {
    object.missing("balance");
  }
  if (auto const status = object.member("status")) {
    using enum wallet::server::AccountStatus;
    setup.userStatus = readChoice<wallet::server::AccountStatus>(
        *status, {{"active", active}, {"frozen", frozen}});
  }
}

Setup readSetup(ValueReader const& object) {
  allowOnly(object, {"clock", "region", "wallet", "merchant", "quotes", "faults"});
  Setup setup;
  auto const clock = parseIso8601(readText(object, "clock"));
  if (auto const member = object.member("clock"); member && !clock) {
    member->wrong(clock.error().message);
  }
  setup.clock = clock.value_or(SimTime{});
  setup.region = readText(object, "region");
  if (auto const wallet = object.member("wallet")) readWallet(setup, *wallet);
  else object.missing("wallet");
  if (auto const merchant = object.member("merchant")) setup.merchant = readMerchant(*merchant);
  else object.missing("merchant");
  if (auto const quotes = object.member("quotes")) {
    for (auto const& quote : quotes->elements()) setup.quotes.push_back(readQuote(quote));
  }
  if (auto const faults = object.member("faults")) {
    for (auto const& fault : faults->elements()) setup.faults.push_back(readFault(fault));
  }
  return setup;
}

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
  if (until && until->isObject()) return RunUntilMessage{readMatch(*until)};
  if (until) until->wrong("must be \"idle\" or an object that says which message");
  return RunUntilIdle{};
}

ScriptStep readStep(ValueReader const& object) {
  allowOnly(object, {"id", "say", "do", "run"});
  ScriptStep step;
  step.id = readText(object, "id");
  step.say = readText(object, "say");
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

Scenario readScenario(ValueReader const& root) {
  allowOnly(root, {"$schema", "id", "title", "summary", "source", "world", "steps", "expect"});
  Scenario scenario;
  scenario.id = readText(root, "id");
  scenario.title = readText(root, "title");
  scenario.summary = readText(root, "summary");
  scenario.source = readText(root, "source");
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
