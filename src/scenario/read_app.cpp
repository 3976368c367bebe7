#include "scenario/reading.h"

namespace aplus::scenario {

using codec::ValueReader;

void readApp(ValueReader const& object, WalletSetup& setup) {
  if (auto const integration = object.member("integration")) {
    using enum wallet::app::Integration;
    setup.integration = readChoice<wallet::app::Integration>(
        *integration, {{"session", session}, {"server", server}});
  }
  if (auto const quantity = object.member("codeQuantity")) {
    setup.codeQuantity = readCount(*quantity);
    if (setup.codeQuantity < 1 || setup.codeQuantity > 10) quantity->wrong("must be a whole number from 1 to 10");
  }
  if (auto const calls = object.member("callsInit")) setup.callsInit = readFlag(*calls);
  if (auto const lifetimes = object.member("lifetimes")) {
    allowOnly(*lifetimes, {"authCode", "accessToken", "refreshToken"});
    readDurations(*lifetimes, {{"authCode", &setup.lifetimes.authCodeMs},
                               {"accessToken", &setup.lifetimes.accessTokenMs},
                               {"refreshToken", &setup.lifetimes.refreshTokenMs}});
  }
}

}  // namespace aplus::scenario
