#include "network/network.h"

#include <array>

#include <fmt/format.h>

namespace aplus::network {
namespace {

/// A short message takes its way through the telephone network. Sandbox choice.
constexpr std::int64_t kSmsMs = 1500;

std::int64_t latencyOf(State& state, Envelope const& message) {
  Latency const& latency = state.latency;
  bool const sms = message.kind == Kind::ui && message.from == Party::walletServer && message.to == Party::user;
  if (sms) return kSmsMs;
  if (message.kind == Kind::ui) return 0;
  auto const outside = [](Party party) { return party == Party::alipayplus || party == Party::acquirer; };
  bool const inThePhone = message.kind == Kind::sdk && !outside(message.from) && !outside(message.to);
  if (inThePhone) return latency.sdkLocalMs;
  return latency.httpMs + std::int64_t(state.rng.below(std::uint64_t(latency.httpJitterMs) + 1));
}

/// Null when there is no such header.
std::string* partOf(protocol::HttpMessage& message, FaultRule const& fault) {
  switch (fault.part) {
    case Part::body: return &message.body;
    case Part::method: return &message.method;
    case Part::uri: return &message.uri;
    case Part::header: break;
  }
  for (protocol::Header& header : message.headers) {
    if (header.name == fault.header) return &header.value;
  }
  return nullptr;
}

std::string partPhrase(FaultRule const& fault) {
  switch (fault.part) {
    case Part::body: return "";
    case Part::header: return fmt::format("header {} of the ", fault.header);
    case Part::method:
    case Part::uri: break;
  }
  return fmt::format("{} of the ", name(fault.part));
}

}  // namespace

std::string_view name(Part part) {
  static constexpr std::array<std::string_view, 4> kNames{"body", "header", "method", "uri"};
  return kNames[static_cast<std::size_t>(part)];
}

bool matches(Match const& match, Envelope const& message) {
  return (!match.from || *match.from == message.from) && (!match.to || *match.to == message.to) &&
         (match.name.empty() || match.name == message.name) &&
         (!match.phase || *match.phase == message.phase);
}

std::string_view name(FaultKind kind) {
  static constexpr std::array<std::string_view, 4> kNames{"drop", "delay", "duplicate", "alter"};
  return kNames[static_cast<std::size_t>(kind)];
}

Plan plan(State& state, Envelope const& message) {
  Plan result;
  result.latencyMs = latencyOf(state, message);
  for (FaultRule& rule : state.faults) {
    if (!matches(rule.match, message)) continue;
    ++rule.seen;
    bool const struck = rule.seen >= rule.nth && rule.seen - rule.nth < rule.times;
    if (struck && !result.fault) result.fault = rule;
  }
  return result;
}

bool alter(Envelope& message, FaultRule const& fault) {
  std::string* text = partOf(message.message, fault);
  auto const at = text == nullptr || fault.find.empty() ? std::string::npos : text->find(fault.find);
  if (at == std::string::npos) return false;
  text->replace(at, fault.find.size(), fault.replace);
  return true;
}

std::string describe(FaultRule const& fault, Envelope const& message) {
  std::string const which = fmt::format("{} {} from {} to {}", message.name, name(message.phase),
                                        aplus::name(message.from), aplus::name(message.to));
  std::string const change =
      fault.replace.empty()
          ? fmt::format("leaves '{}' out of the {}{}", fault.find, partPhrase(fault), which)
          : fmt::format("replaces '{}' by '{}' in the {}{}", fault.find, fault.replace, partPhrase(fault), which);
  std::string const sender(title(message.from));
  switch (fault.kind) {
    case FaultKind::drop: return fmt::format("The network loses the {}.", which);
    case FaultKind::delay:
      return fmt::format("The network holds the {} back for {} ms.", which, fault.delayMs);
    case FaultKind::duplicate:
      if (fault.find.empty()) return fmt::format("The network delivers the {} twice.", which);
      if (fault.bySender) return fmt::format("{} is faulty: it sends a second copy and {}.", sender, change);
      return fmt::format("Somebody on the way sends a second copy and {}.", change);
    case FaultKind::alter:
      if (fault.bySender) return fmt::format("{} is faulty: before signing it {}.", sender, change);
      return fmt::format("Somebody on the way {}.", change);
  }
  return "";
}

}  // namespace aplus::network
