#pragma once

#include <string>

#include "protocol/codec/field.h"

namespace aplus::protocol {

/// Which wallet an account is bound of.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration
struct WalletForAccountBinding {
  std::string walletName;
  std::string walletBrandName;

  bool operator==(WalletForAccountBinding const&) const = default;
};

codec::Fields fieldsOf(WalletForAccountBinding const*);

}  // namespace aplus::protocol
