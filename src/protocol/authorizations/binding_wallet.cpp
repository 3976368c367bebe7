#include "protocol/authorizations/binding_wallet.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(WalletForAccountBinding const*) {
  static constexpr codec::Field kFields[] = {
      field<&WalletForAccountBinding::walletName>("walletName", optional, 128, "The wallet's name for systems.")
          .sandboxChoice("no length is published"),
      field<&WalletForAccountBinding::walletBrandName>("walletBrandName", optional, 128,
                                                       "The wallet's name as users know it.")
          .sandboxChoice("no length is published"),
  };
  return kFields;
}

}  // namespace aplus::protocol
