#pragma once

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

/// Alipay+ asks what became of a payment. The signature was checked before.
void onInquiryPayment(State& state, Envelope const& request, Context& context);

}  // namespace aplus::wallet::server
