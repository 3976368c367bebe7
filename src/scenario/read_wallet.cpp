#include "base/currency.h"
#include "scenario/reading.h"

namespace aplus::scenario {

using codec::ValueReader;

WalletSetup readWallet(ValueReader const& object) {
  WalletSetup setup;
  allowOnly(object, {"currency", "balance", "status", "integration", "codeQuantity", "callsInit", "lifetimes"});
  setup.currency = readText(object, "currency");
  if (auto const currency = object.member("currency");
      currency && !minorUnits(setup.currency)) {
    currency->wrong(fmt::format("must be a currency of ISO 4217, not {}", currency->shown()));
  }
  if (auto const balance = object.member("balance")) {
    setup.balance = readMoney(*balance);
    if (setup.balance.currency != setup.currency) {
      balance->wrong(fmt::format("must be in the wallet's currency {}", setup.currency));
    }
  } else {
    object.missing("balance");
  }
  if (auto const status = object.member("status")) {
    using enum wallet::server::AccountStatus;
    setup.status = readChoice<wallet::server::AccountStatus>(
        *status, {{"active", active}, {"frozen", frozen}});
  }
  readApp(object, setup);
  return setup;
}

}  // namespace aplus::scenario
