#pragma once

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

// Parts of describe().

void describeAccounts(State const& state, StateWriter& out);
void describePayments(State const& state, StateWriter& out);
void describeRefunds(State const& state, StateWriter& out);
void describeNotifications(State const& state, StateWriter& out);

}  // namespace aplus::wallet::server
