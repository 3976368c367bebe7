#include "timeline/world.h"

namespace aplus::timeline {

bool messagesInFlight(World const& world) {
  for (auto const& [key, event] : world.queue) {
    if (!std::holds_alternative<Timer>(event)) return true;
  }
  return false;
}

void describe(World const& world, Party party, StateWriter& out) {
  switch (party) {
    case Party::user: return user::describe(world.user, world.now, out);
    case Party::walletApp: return wallet::app::describe(world.walletApp, out);
    case Party::clientSdk: return client_sdk::describe(world.clientSdk, out);
    case Party::walletServer: return wallet::server::describe(world.walletServer, out);
    case Party::alipayplus: return alipayplus::describe(world.alipayplus, out);
    case Party::acquirer: return acquirer::describe(world.acquirer, out);
  }
}

}  // namespace aplus::timeline
