#include "timeline/advance.h"

#include <fmt/format.h>

#include "base/assert.h"

namespace aplus::timeline {
namespace {

/// The door through which a participant acts on the world while it handles one event.
class WorldContext : public Context {
 public:
  WorldContext(World& world, StepRecord& record) : world_(world), record_(record) {}

  SimTime now() const override { return world_.now; }
  std::string newDigits(int count) override { return world_.ids.digits(count); }
  std::string newAlphanumeric(int count) override { return world_.ids.alphanumeric(count); }

  SequenceNo send(Envelope envelope) override {
    SequenceNo const id = world_.nextSequence++;
    envelope.id = id;
    network::Plan const plan = network::plan(world_.network, envelope);
    SimTime const due = world_.now + plan.latencyMs;
    world_.queue[{due, id}] = Delivery{world_.now, std::move(envelope)};
    if (plan.fault) {
      world_.queue[{world_.now + plan.latencyMs / 2, world_.nextSequence++}] =
          PendingFault{id, *plan.fault};
    }
    return id;
  }

  SequenceNo startTimer(std::int64_t delayMs, std::string name, std::string subject) override {
    APLUS_ASSERT(delayMs >= 0);
    SequenceNo const id = world_.nextSequence++;
    world_.queue[{world_.now + delayMs, id}] =
        Timer{id, record_.envelope.to, std::move(name), std::move(subject)};
    return id;
  }

  void cancelTimer(SequenceNo timer) override {
    for (auto entry = world_.queue.begin(); entry != world_.queue.end(); ++entry) {
      if (entry->first.second != timer || !std::holds_alternative<Timer>(entry->second)) continue;
      world_.queue.erase(entry);
      return;
    }
  }

  void note(std::string text, std::string_view source) override {
    record_.notes.push_back({std::move(text), std::string(source)});
  }

  void act(DocStep step, std::string text, std::string_view source) override {
    record_.notes.push_back({std::move(text), std::string(source), step});
  }

  void signatureChecked(protocol::SignatureCheck check) override {
    record_.signature = std::move(check);
  }

 private:
  World& world_;
  StepRecord& record_;
};

void receive(World& world, StepRecord& record) {
  WorldContext context(world, record);
  Envelope const& envelope = record.envelope;
  switch (envelope.to) {
    case Party::user: return user::onMessage(world.user, envelope, context);
    case Party::walletApp: return wallet::app::onMessage(world.walletApp, envelope, context);
    case Party::clientSdk: return client_sdk::onMessage(world.clientSdk, envelope, context);
    case Party::walletServer:
      return wallet::server::onMessage(world.walletServer, envelope, context);
    case Party::alipayplus: return alipayplus::onMessage(world.alipayplus, envelope, context);
    case Party::acquirer: return acquirer::onMessage(world.acquirer, envelope, context);
  }
}

void wake(World& world, Timer const& timer, StepRecord& record) {
  WorldContext context(world, record);
  switch (timer.owner) {
    case Party::user: return;
    case Party::walletApp: return wallet::app::onTimer(world.walletApp, timer, context);
    case Party::clientSdk: return client_sdk::onTimer(world.clientSdk, timer, context);
    case Party::walletServer: return wallet::server::onTimer(world.walletServer, timer, context);
    case Party::alipayplus: return alipayplus::onTimer(world.alipayplus, timer, context);
    case Party::acquirer: return acquirer::onTimer(world.acquirer, timer, context);
  }
}

Envelope selfEvent(Kind kind, Party party, std::string name) {
  Envelope envelope;
  envelope.kind = kind;
  envelope.phase = Phase::event;
  envelope.from = party;
  envelope.to = party;
  envelope.name = std::move(name);
  return envelope;
}

/// Between which two servers it is signed; null for what is not signed.
Endpoint const* endpointOf(World const& world, Envelope const& message) {
  bool const toWallet = message.to == Party::walletServer;
  bool const signedLine = message.kind == Kind::http && (message.from == Party::alipayplus || message.to == Party::alipayplus);
  if (!signedLine) return nullptr;
  auto const& endpoint = message.from == Party::walletServer ? world.walletServer.endpoint
                         : message.from == Party::acquirer   ? world.acquirer.endpoint
                         : toWallet                          ? world.alipayplus.walletEndpoint
                                                             : world.alipayplus.acquirerEndpoint;
  return endpoint ? &*endpoint : nullptr;
}

/// Alters a message on its way. What its sender is to have written so is signed with the sender's key.
void alter(World const& world, Envelope& envelope, network::FaultRule const& rule, StepRecord& record) {
  if (!network::alter(envelope, rule)) {
    record.notes.push_back({fmt::format("The {} does not contain '{}': nothing is changed.", network::name(rule.part),
                                        rule.find),
                            ""});
  }
  Endpoint const* endpoint = rule.bySender ? endpointOf(world, envelope) : nullptr;
  if (endpoint != nullptr) signAgain(*endpoint, envelope);
}

/// The network does to a message on its way what the rule says.
void strike(World& world, PendingFault const& pending, StepRecord& record) {
  auto entry = world.queue.begin();
  while (entry != world.queue.end() && entry->first.second != pending.delivery) ++entry;
  if (entry == world.queue.end()) return;
  EventKey const key = entry->first;
  Delivery delivery = std::get<Delivery>(entry->second);
  network::FaultRule const& rule = pending.rule;

  record.envelope.from = delivery.envelope.from;
  record.envelope.to = delivery.envelope.to;
  record.notes.push_back({network::describe(rule, delivery.envelope), ""});
  switch (rule.kind) {
    case network::FaultKind::drop: world.queue.erase(entry); break;
    case network::FaultKind::delay:
      world.queue.erase(entry);
      world.queue[{key.first + rule.delayMs, key.second}] = std::move(delivery);
      break;
    case network::FaultKind::duplicate:
      if (!rule.find.empty()) alter(world, delivery.envelope, rule, record);
      world.queue[{key.first + rule.delayMs, world.nextSequence++}] = std::move(delivery);
      break;
    case network::FaultKind::alter:
      alter(world, delivery.envelope, rule, record);
      if (rule.part == network::Part::body) {
        record.envelope.message.body = delivery.envelope.message.body;
      } else {
        record.envelope.message = delivery.envelope.message;
      }
      entry->second = std::move(delivery);
      break;
  }
}

StepRecord deliverNext(World& world) {
  auto const first = world.queue.begin();
  SimTime const due = first->first.first;
  Event const event = std::move(first->second);
  world.queue.erase(first);
  world.now = due;

  StepRecord record;
  record.sentAt = record.time = due;
  if (auto const* delivery = std::get_if<Delivery>(&event)) {
    record.sentAt = delivery->sentAt;
    record.envelope = delivery->envelope;
    receive(world, record);
  } else if (auto const* timer = std::get_if<Timer>(&event)) {
    record.envelope = selfEvent(Kind::timer, timer->owner, timer->name);
    wake(world, *timer, record);
  } else {
    auto const& fault = std::get<PendingFault>(event);
    record.envelope =
        selfEvent(Kind::fault, Party::user, std::string(network::name(fault.rule.kind)));
    strike(world, fault, record);
  }
  return record;
}

StepRecord advanceClock(World& world, SimTime to) {
  world.now = to;
  StepRecord record;
  record.sentAt = record.time = to;
  record.envelope = selfEvent(Kind::timer, Party::user, "timePasses");
  return record;
}

StepRecord perform(World& world, user::Command const& command) {
  StepRecord record;
  record.sentAt = record.time = world.now;
  record.envelope = *user::act(world.user, command);
  record.envelope.id = world.nextSequence++;
  receive(world, record);
  return record;
}

}  // namespace

Result<void> possible(World const& world, Input const& input) {
  if (std::holds_alternative<DeliverNext>(input)) {
    if (world.queue.empty()) return fail("NOT_POSSIBLE", "", "Nothing is on its way");
    return {};
  }
  if (auto const* clock = std::get_if<AdvanceClock>(&input)) {
    if (clock->to < world.now) return fail("NOT_POSSIBLE", "", "Time does not run backwards");
    if (!world.queue.empty() && world.queue.begin()->first.first < clock->to) {
      return fail("NOT_POSSIBLE", "", "Something is due before that time; let it happen first");
    }
    return {};
  }
  auto const envelope = user::act(world.user, std::get<user::Command>(input));
  if (!envelope) return fail(envelope.error());
  return {};
}

Result<StepRecord> advance(World& world, Input const& input) {
  if (auto const may = possible(world, input); !may) return fail(may.error());
  auto const* clock = std::get_if<AdvanceClock>(&input);
  StepRecord record = std::holds_alternative<DeliverNext>(input) ? deliverNext(world)
                      : clock != nullptr                         ? advanceClock(world, clock->to)
                                                                 : perform(world, std::get<user::Command>(input));
  record.shownPassword = user::shownPassword(world.user, world.now);
  return record;
}

}  // namespace aplus::timeline
