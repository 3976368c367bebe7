#include "scenario/reading.h"

#include <algorithm>

#include "base/currency.h"

namespace aplus::scenario {

using codec::ValueReader;

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

bool readFlag(ValueReader const& value) {
  auto const flag = value.boolean();
  if (!flag) value.wrong(fmt::format("must be true or false, not {}", value.shown()));
  return flag.value_or(false);
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

void readDurations(ValueReader const& object,
                   std::initializer_list<std::pair<std::string_view, std::int64_t*>> members) {
  for (auto const& [name, ms] : members) {
    if (auto const member = object.member(name)) *ms = readDuration(*member);
  }
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

}  // namespace aplus::scenario
