#include <set>

#include "base/currency.h"
#include "protocol/catalog.h"
#include "scenario/reading.h"

namespace aplus::scenario {
namespace {

using codec::ValueReader;
using wallet::server::Account;
using wallet::server::Conduct;
using wallet::server::Limits;
using wallet::server::PeriodLimit;

/// An amount in the wallet's currency.
std::int64_t readOwnMoney(ValueReader const& object, std::string const& currency) {
  Money const money = readMoney(object);
  if (money.currency != currency) {
    object.wrong(fmt::format("must be in the wallet's currency {}", currency));
  }
  return money.amountMinor;
}

PeriodLimit readPeriodLimit(ValueReader const& object, std::string const& currency) {
  allowOnly(object, {"amount", "count"});
  PeriodLimit limit;
  if (auto const amount = object.member("amount")) limit.amountMinor = readOwnMoney(*amount, currency);
  if (auto const count = object.member("count")) limit.count = readCount(*count);
  if (!limit.amountMinor && !limit.count) object.wrong("must have amount, count or both");
  return limit;
}

Limits readLimits(ValueReader const& object, std::string const& currency) {
  allowOnly(object, {"perPayment", "day", "month", "year"});
  Limits limits;
  if (auto const one = object.member("perPayment")) {
    limits.perPaymentMinor = readOwnMoney(*one, currency);
  }
  for (Period const period : kPeriods) {
    if (auto const limit = object.member(name(period))) {
      limits.periods[period] = readPeriodLimit(*limit, currency);
    }
  }
  return limits;
}

wallet::server::Processing readProcessing(ValueReader const& object) {
  using enum wallet::server::Answer;
  allowOnly(object, {"answer", "decideAfter"});
  wallet::server::Processing processing;
  if (auto const answer = object.member("answer")) {
    processing.answer = readChoice<wallet::server::Answer>(
        *answer, {{"atOnce", atOnce}, {"later", later}, {"unknown", unknown}});
  } else {
    object.missing("answer");
  }
  if (auto const after = object.member("decideAfter")) processing.decideAfterMs = readDuration(*after);
  return processing;
}

std::int64_t readBasisPoints(ValueReader const& value) {
  std::int64_t const points = readCount(value);
  if (points <= 10000) return points;
  value.wrong("must be 10000 at most, which is the whole amount");
  return 0;
}

std::set<std::string> readMerchants(ValueReader const& value) {
  std::set<std::string> merchants;
  for (auto const& element : value.elements()) {
    if (auto const id = element.text(); id && !id->empty()) merchants.insert(*id);
    else element.wrong("must be a referenceMerchantId, a text that is not empty");
  }
  return merchants;
}

wallet::server::TrafficLimit readTraffic(ValueReader const& object) {
  allowOnly(object, {"requests", "per"});
  wallet::server::TrafficLimit limit;
  if (auto const requests = object.member("requests")) {
    limit.requests = readCount(*requests);
    if (limit.requests < 1) requests->wrong("must be 1 at least");
  } else {
    object.missing("requests");
  }
  if (auto const per = object.member("per")) limit.perMs = readDuration(*per);
  else object.missing("per");
  return limit;
}

std::set<std::string> readDeniedApis(ValueReader const& value) {
  std::set<std::string> apis;
  for (auto const& element : value.elements()) {
    auto const name = element.text();
    auto const* api = name ? protocol::findApi(*name, protocol::Role::alipayplus) : nullptr;
    if (api != nullptr && api->callee == protocol::Role::wallet) apis.insert(*name);
    else element.wrong("must be an API that Alipay+ calls at the wallet, such as pay or refund");
  }
  return apis;
}

Conduct readConduct(ValueReader const& object, std::string const& currency) {
  Conduct conduct;
  if (auto const it = object.member("processing")) conduct.processing = readProcessing(*it);
  if (auto const it = object.member("limits")) conduct.limits = readLimits(*it, currency);
  if (auto const it = object.member("magicValues")) conduct.magicValues = readFlag(*it);
  if (auto const it = object.member("merchants")) conduct.registeredMerchants = readMerchants(*it);
  if (auto const it = object.member("trafficLimit")) conduct.traffic = readTraffic(*it);
  if (auto const it = object.member("deniedApis")) conduct.deniedApis = readDeniedApis(*it);
  if (auto const it = object.member("feeBasisPoints")) conduct.feeBasisPoints = readBasisPoints(*it);
  if (auto const it = object.member("cashbackBasisPoints")) {
    conduct.cashbackBasisPoints = readBasisPoints(*it);
  }
  return conduct;
}

CustomerId readCustomerId(ValueReader const& object) {
  std::string id = readText(object, "customerId");
  if (auto const member = object.member("customerId"); id.size() > 64) {
    member->wrong("must have 64 characters at most");
  }
  return CustomerId{std::move(id)};
}

Account readAccount(ValueReader const& object) {
  using enum wallet::server::AccountStatus;
  Account account;
  if (object.member("customerId")) account.customerId = readCustomerId(object);
  account.loginId = readOptionalText(object, "loginId");
  if (auto const status = object.member("status")) {
    account.status = readChoice<wallet::server::AccountStatus>(
        *status, {{name(active), active}, {name(frozen), frozen}, {name(closed), closed}});
  }
  if (auto const it = object.member("kycQualified")) account.kycQualified = readFlag(*it);
  if (auto const it = object.member("riskSuspected")) account.riskSuspected = readFlag(*it);
  if (auto const it = object.member("paymentMethodAvailable")) {
    account.paymentMethodAvailable = readFlag(*it);
  }
  if (auto const it = object.member("passesVerification")) account.passesVerification = readFlag(*it);
  return account;
}

OtherAccount readOther(ValueReader const& object, std::string const& currency) {
  allowOnly(object, {"customerId", "balance", "status", "kycQualified", "riskSuspected", "paymentMethodAvailable",
                     "passesVerification"});
  OtherAccount other;
  other.account = readAccount(object);
  if (other.account.customerId.empty()) object.missing("customerId");
  auto const balance = object.member("balance");
  if (balance) other.balance = {readOwnMoney(*balance, currency), currency};
  else object.missing("balance");
  return other;
}

/// Two accounts of one customerId would be one.
void readOthers(ValueReader const& list, WalletSetup& setup) {
  CustomerId const& user = setup.account.customerId;
  std::set<CustomerId> known{user.empty() ? CustomerId{std::string(kDefaultCustomerId)} : user};
  for (auto const& element : list.elements()) {
    OtherAccount other = readOther(element, setup.currency);
    if (!known.insert(other.account.customerId).second) element.wrong("must have a customerId of its own");
    setup.others.push_back(std::move(other));
  }
}

}  // namespace

WalletSetup readWallet(ValueReader const& object) {
  WalletSetup setup;
  allowOnly(object, {"currency", "balance", "customerId", "status", "kycQualified", "riskSuspected",
                     "paymentMethodAvailable", "passesVerification", "processing", "limits",
                     "magicValues", "merchants", "trafficLimit", "deniedApis", "feeBasisPoints", "cashbackBasisPoints", "integration",
                     "codeQuantity", "callsInit", "lifetimes", "others", "loginId"});
  setup.currency = readText(object, "currency");
  if (auto const currency = object.member("currency");
      currency && !minorUnits(setup.currency)) {
    currency->wrong(fmt::format("must be a currency of ISO 4217, not {}", currency->shown()));
  }
  if (auto const balance = object.member("balance")) {
    setup.balance = {readOwnMoney(*balance, setup.currency), setup.currency};
  } else {
    object.missing("balance");
  }
  setup.account = readAccount(object);
  setup.conduct = readConduct(object, setup.currency);
  if (auto const others = object.member("others")) readOthers(*others, setup);
  readApp(object, setup);
  return setup;
}

}  // namespace aplus::scenario
