#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/money.h"
#include "network/network.h"
#include "protocol/codec/value.h"
#include "scenario/scenario.h"

namespace aplus::scenario {

// What the readers of a scenario's parts have in common. A mistake is noted with its place, and reading goes on
// with a harmless value.

/// Refuses members that mean nothing here: a misspelt key must not be ignored.
void allowOnly(codec::ValueReader const& object, std::initializer_list<std::string_view> names);

/// A text that must be there and is not empty.
std::string readText(codec::ValueReader const& object, std::string_view name);
std::string readOptionalText(codec::ValueReader const& object, std::string_view name);

/// A whole number from 0 to a million.
std::int64_t readCount(codec::ValueReader const& value);

/// The value of the one name of the list that stands there.
template <class T>
T readChoice(codec::ValueReader const& value, std::initializer_list<std::pair<std::string_view, T>> choices) {
  std::string names;
  for (auto const& [name, choice] : choices) {
    if (value.text() == name) return choice;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  value.wrong(fmt::format("must be one of {}, not {}", names, value.shown()));
  return choices.begin()->second;
}

/// true or false.
bool readFlag(codec::ValueReader const& value);

Party readParty(codec::ValueReader const& value);

/// `"90s"` in milliseconds.
std::int64_t readDuration(codec::ValueReader const& value);

/// `{"value": "100", "currency": "JPY"}`.
Money readMoney(codec::ValueReader const& object);

network::Match readMatch(codec::ValueReader const& object);

// The parts of a world.

Setup readSetup(codec::ValueReader const& object);
WalletSetup readWallet(codec::ValueReader const& object);
/// How the app gets its codes, and how long what the wallet gives out is good for.
void readApp(codec::ValueReader const& object, WalletSetup& setup);
AlipayplusSetup readAlipayplus(codec::ValueReader const& object);
MerchantPresentedSetup readMerchantPresented(codec::ValueReader const& object);
AcquirerSetup readAcquirer(codec::ValueReader const& object);
EasyPaySetup readEasyPay(codec::ValueReader const& object);
alipayplus::Quote readQuote(codec::ValueReader const& object);
alipayplus::Promotion readPromotion(codec::ValueReader const& object);
network::FaultRule readFault(codec::ValueReader const& object);

/// Members that are lengths of time; what is left out stays as it is.
void readDurations(codec::ValueReader const& object,
                   std::initializer_list<std::pair<std::string_view, std::int64_t*>> members);

}  // namespace aplus::scenario
