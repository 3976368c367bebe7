#include "scenario/reading.h"

namespace aplus::scenario {

using codec::ValueReader;

namespace {

void readAlteration(ValueReader const& object, network::FaultRule& rule) {
  allowOnly(object, {"part", "header", "find", "replace", "bySender"});
  rule.header = readOptionalText(object, "header");
  auto const part = object.member("part");
  if (part) {
    using enum network::Part;
    rule.part = readChoice<network::Part>(
        *part, {{name(body), body}, {name(method), method}, {name(uri), uri}});
  }
  if (!rule.header.empty()) {
    rule.part = network::Part::header;
    if (part) part->wrong("has no meaning beside header");
  }
  rule.find = readText(object, "find");
  rule.replace = readOptionalText(object, "replace");
  if (auto const it = object.member("bySender")) {
    rule.bySender = readFlag(*it);
    if (rule.bySender && rule.part == network::Part::header) it->wrong("has no meaning for headers: they are written when it is signed");
  }
}

}  // namespace

network::FaultRule readFault(ValueReader const& object) {
  allowOnly(object, {"on", "nth", "times", "drop", "delay", "duplicate", "alter"});
  network::FaultRule rule;
  if (auto const on = object.member("on")) rule.match = readMatch(*on);
  else object.missing("on");
  if (auto const nth = object.member("nth")) {
    rule.nth = std::int32_t(readCount(*nth));
    if (rule.nth == 0) nth->wrong("must be a whole number from 1 on");
  }
  if (auto const times = object.member("times")) {
    rule.times = std::int32_t(readCount(*times));
    if (rule.times == 0) times->wrong("must be a whole number from 1 on");
  }
  auto const drop = object.member("drop");
  auto const delay = object.member("delay");
  auto const duplicate = object.member("duplicate");
  auto const alter = object.member("alter");
  int const whole = int(bool(drop)) + int(bool(delay)) + int(bool(duplicate));
  bool const altersCopy = alter && duplicate && whole == 1;
  if (!altersCopy && whole + int(bool(alter)) != 1) {
    object.wrong("must have exactly one of drop, delay, duplicate, alter, or duplicate and alter together");
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
    if (!duplicate) rule.kind = network::FaultKind::alter;
    readAlteration(*alter, rule);
  }
  return rule;
}

}  // namespace aplus::scenario
