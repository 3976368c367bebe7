#include "scenario/reading.h"

namespace aplus::scenario {
namespace {

using codec::ValueReader;
using wallet::server::ActionFormConduct;

std::int64_t readFen(ValueReader const& object) {
  Money const money = readMoney(object);
  if (money.currency != "CNY") object.wrong("must be in CNY");
  return money.amountMinor;
}

alipayplus::RegulationLimits readRegulationLimits(ValueReader const& value) {
  if (!value.isObject()) {
    return readChoice<alipayplus::RegulationLimits>(value, {{"page", alipayplus::RegulationLimits{}},
                                                            {"2024", alipayplus::kLimitsOf2024}});
  }
  alipayplus::RegulationLimits limits;
  allowOnly(value, {"single", "year", "entrySingle", "entryYear"});
  if (auto const it = value.member("single")) limits.single = readFen(*it);
  if (auto const it = value.member("year")) limits.year = readFen(*it);
  if (auto const it = value.member("entrySingle")) limits.entrySingle = readFen(*it);
  if (auto const it = value.member("entryYear")) limits.entryYear = readFen(*it);
  return limits;
}

alipayplus::EarlierPayment readEarlierPayment(ValueReader const& object) {
  allowOnly(object, {"customerId", "amount", "entryCode", "at"});
  alipayplus::EarlierPayment payment;
  payment.customerId.value = readOptionalText(object, "customerId");
  if (auto const amount = object.member("amount")) payment.fen = readFen(*amount);
  else object.missing("amount");
  if (auto const entryCode = object.member("entryCode")) payment.entryCode = readFlag(*entryCode);
  auto const at = parseIso8601(readText(object, "at"));
  if (auto const member = object.member("at"); member && !at) member->wrong(at.error().message);
  payment.at = at.value_or(SimTime{});
  return payment;
}

}  // namespace

MerchantPresentedSetup readMerchantPresented(ValueReader const& object) {
  MerchantPresentedSetup setup;
  allowOnly(object, {"limits", "overLimitStatus", "actionForm", "individuals", "earlierPayments"});
  if (auto const limits = object.member("limits")) setup.limits = readRegulationLimits(*limits);
  if (auto const status = object.member("overLimitStatus")) {
    setup.overLimitIsSuccess = readChoice<bool>(*status, {{"F", false}, {"S", true}});
  }
  if (auto const conduct = object.member("actionForm")) {
    using enum ActionFormConduct;
    setup.actionForm = readChoice<ActionFormConduct>(
        *conduct, {{name(obeyed), obeyed}, {name(ignoredWhenFailed), ignoredWhenFailed}, {name(unknown), unknown}});
  }
  if (auto const individuals = object.member("individuals")) {
    for (std::string_view const customer : individuals->memberNames()) {
      setup.individuals[CustomerId{std::string(customer)}] = readText(*individuals, customer);
    }
  }
  if (auto const earlier = object.member("earlierPayments")) {
    for (auto const& payment : earlier->elements()) setup.earlier.push_back(readEarlierPayment(payment));
  }
  return setup;
}

}  // namespace aplus::scenario
