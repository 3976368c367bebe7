#include "ui/findings.h"

#include <algorithm>

namespace aplus::ui {
namespace {

/// Whom the receiver of a message believes; null when it checks no signatures on that line.
protocol::KeyRing const* trustedKeys(timeline::World const& world, Envelope const& envelope) {
  auto const ringOf = [](std::optional<Endpoint> const& endpoint) {
    return endpoint ? &endpoint->trustedKeys : nullptr;
  };
  switch (envelope.to) {
    case Party::walletServer: return ringOf(world.walletServer.endpoint);
    case Party::acquirer: return ringOf(world.acquirer.endpoint);
    case Party::alipayplus:
      return ringOf(envelope.from == Party::acquirer ? world.alipayplus.acquirerEndpoint : world.alipayplus.walletEndpoint);
    default: return nullptr;
  }
}

bool isMessage(Envelope const& envelope) { return envelope.kind == Kind::http || envelope.kind == Kind::sdk; }

}  // namespace

inspect::PrettyJson const& Findings::prettyBody(SandboxView const& view, std::size_t step) {
  return pretty_.get(placeOf(view, step),
                     [&] { return inspect::prettyJson(view.playback->timeline().record(step).envelope.message.body); });
}

Findings::Worlds const& Findings::worlds(SandboxView const& view, std::size_t step) {
  return worlds_.get(placeOf(view, step), [&] {
    timeline::Timeline const& run = view.playback->timeline();
    Worlds found;
    found.second = run.worldAt(step);
    if (step > 0) found.first = run.worldAt(step - 1);
    return found;
  });
}

std::vector<StateRow> const& Findings::states(SandboxView const& view, std::size_t step, Party party) {
  return states_.get({placeOf(view, step), party}, [&] {
    Worlds const& both = worlds(view, step);
    return stateRows(*both.second, party, both.first ? &*both.first : nullptr);
  });
}

inspect::WalletDuty const* Findings::walletDuty(SandboxView const& view, std::size_t step) {
  return duty_.get(placeOf(view, step), [&] { return inspect::walletDuty(view.playback->timeline().record(step).envelope); });
}

std::vector<inspect::ChainLink> const& Findings::signatureChain(SandboxView const& view, std::size_t step) {
  return chain_.get(placeOf(view, step), [&] {
    Envelope const& envelope = view.playback->timeline().record(step).envelope;
    protocol::KeyRing const* keys = trustedKeys(*worlds(view, step).first, envelope);
    auto const direction =
        envelope.phase == Phase::response ? protocol::Direction::response : protocol::Direction::request;
    return inspect::signatureChain(envelope.message, direction, keys == nullptr ? protocol::KeyRing{} : *keys);
  });
}

MessageDifference const& Findings::difference(SandboxView const& view, std::size_t left, std::size_t right) {
  return difference_.get({placeOf(view, left), right}, [&] {
    timeline::Timeline const& run = view.playback->timeline();
    Envelope const& a = run.record(left).envelope;
    Envelope const& b = run.record(right).envelope;
    return MessageDifference{inspect::diffFields(a, b), inspect::diffBytes(a.message.body, b.message.body)};
  });
}

inspect::Provenance const& Findings::provenance(SandboxView const& view, std::string const& value) {
  std::size_t const cursor = view.playback->cursor();
  return provenance_.get({placeOf(view, cursor), value},
                         [&] { return inspect::traceValue(view.playback->timeline(), value, cursor); });
}

std::size_t counterpart(timeline::Timeline const& run, std::size_t step, std::size_t upTo) {
  Envelope const& mine = run.record(step).envelope;
  if (!isMessage(mine)) return 0;
  if (mine.inReplyTo != 0) {
    for (std::size_t n = step - 1; n > 0; --n) {
      Envelope const& other = run.record(n).envelope;
      if (isMessage(other) && other.id == mine.inReplyTo) return n;
    }
    return 0;
  }
  for (std::size_t n = step + 1; n <= upTo; ++n) {
    Envelope const& other = run.record(n).envelope;
    if (isMessage(other) && other.inReplyTo == mine.id) return n;
  }
  return 0;
}

std::size_t sameBefore(timeline::Timeline const& run, std::size_t step) {
  Envelope const& mine = run.record(step).envelope;
  for (std::size_t n = step - 1; n > 0; --n) {
    Envelope const& other = run.record(n).envelope;
    bool const alike = other.kind == mine.kind && other.name == mine.name && other.phase == mine.phase &&
                       other.from == mine.from && other.to == mine.to;
    if (alike) return n;
  }
  return 0;
}

}  // namespace aplus::ui
