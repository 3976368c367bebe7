#pragma once

#include <map>
#include <utility>
#include <variant>

#include "base/rng.h"
#include "base/sim_time.h"
#include "network/network.h"
#include "participants/acquirer/acquirer.h"
#include "participants/alipayplus/alipayplus.h"
#include "participants/client_sdk/client_sdk.h"
#include "participants/user/user.h"
#include "participants/wallet/app/wallet_app.h"
#include "participants/wallet/server/wallet_server.h"

namespace aplus::timeline {

/// A message on its way.
struct Delivery {
  SimTime sentAt;
  Envelope envelope;

  bool operator==(Delivery const&) const = default;
};

/// Something that the network is going to do to a message on its way.
struct PendingFault {
  SequenceNo delivery = 0;  ///< the queue entry of the message
  network::FaultRule rule;

  bool operator==(PendingFault const&) const = default;
};

using Event = std::variant<Delivery, Timer, PendingFault>;

/// Due time, then order of creation: the next event is always the first one.
using EventKey = std::pair<SimTime, SequenceNo>;

/// Everything that can influence the future, and nothing else. Copying it copies the future.
struct World {
  SimTime now;
  SequenceNo nextSequence = 1;
  Rng ids;
  std::map<EventKey, Event> queue;

  network::State network;
  user::State user;
  wallet::app::State walletApp;
  client_sdk::State clientSdk;
  wallet::server::State walletServer;
  alipayplus::State alipayplus;
  acquirer::State acquirer;

  bool operator==(World const&) const = default;
};

/// Whether anything but timers is still on its way.
bool messagesInFlight(World const& world);

/// Describes the state of one party.
void describe(World const& world, Party party, StateWriter& out);

}  // namespace aplus::timeline
