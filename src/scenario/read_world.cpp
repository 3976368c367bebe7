#include <fmt/format.h>

#include "base/currency.h"
#include "scenario/reading.h"

namespace aplus::scenario {
namespace {

using codec::ValueReader;

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

}  // namespace

Setup readSetup(ValueReader const& object) {
  allowOnly(object, {"clock", "region", "wallet", "merchant", "quotes", "faults"});
  Setup setup;
  auto const clock = parseIso8601(readText(object, "clock"));
  if (auto const member = object.member("clock"); member && !clock) {
    member->wrong(clock.error().message);
  }
  setup.clock = clock.value_or(SimTime{});
  setup.region = readText(object, "region");
  if (auto const wallet = object.member("wallet")) setup.wallet = readWallet(*wallet);
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

}  // namespace aplus::scenario
