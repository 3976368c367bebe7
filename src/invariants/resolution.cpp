#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "invariants/invariants.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/inquiry_payment.h"
#include "protocol/payments/pay.h"

// That nothing stays unknown: silence is noticed, and somebody has set an alarm for what is not known yet.
namespace aplus::invariants {
namespace {

using protocol::ResultStatus;
using timeline::Timeline;
using timeline::World;

Check holds(std::string name) { return {std::move(name), "", true}; }

Check broken(std::string name, std::string text) { return {std::move(name), std::move(text), false}; }

/// Every request that moves money or asks for it names its payment like this.
struct Asked {
  Party from = Party::user;
  Party to = Party::user;
  std::string name;
  std::string payment;
  SequenceNo id = 0;
};

/// Easy Pay's first call moves nothing, so its silence leaves nothing unknown.
bool evaluatesOnly(Envelope const& e) {
  if (e.name != "pay" || e.to != Party::walletServer) return false;
  auto const request = codec::decode<protocol::PayRequest>(e.message.body);
  return request && request->value.paymentFactor.isPaymentEvaluation == true;
}

std::optional<Asked> askedIn(Envelope const& e) {
  static std::set<std::string> const kApis{"pay", "inquiryPayment", "cancelPayment", "refund"};
  bool const meant = e.kind == Kind::http && e.phase == Phase::request && kApis.contains(e.name);
  if (!meant) return std::nullopt;
  if (evaluatesOnly(e)) return std::nullopt;
  // Of the fields of a body only this one is read; the others are unknown to it and do not matter.
  auto const body = codec::decode<protocol::AcquirerInquiryPaymentRequest>(e.message.body);
  if (!body) return std::nullopt;
  return Asked{e.from, e.to, e.name, body->value.paymentRequestId.value, e.id};
}

/// What may follow a request that was met with silence.
bool follows(Asked const& next, Asked const& silent) {
  if (next.from != silent.from || next.payment != silent.payment || next.id <= silent.id) return false;
  if (silent.name == "refund") return next.name == "refund";
  if (silent.name == "cancelPayment") return next.name == "cancelPayment";
  return next.name == "inquiryPayment" || next.name == "cancelPayment";
}

/// The alarms of a party: what they are for.
std::set<std::string> alarmsOf(World const& world, Party party) {
  std::set<std::string> subjects;
  for (auto const& [key, event] : world.queue) {
    auto const* timer = std::get_if<Timer>(&event);
    if (timer != nullptr && timer->owner == party) subjects.insert(timer->subject);
  }
  return subjects;
}

bool knownByAlipayplus(World const& world, std::string const& id) {
  for (auto const& [acquirerId, payment] : world.alipayplus.payments) {
    bool const meant = acquirerId.value == id || payment.walletRequestId.value == id;
    if (meant && payment.stage == alipayplus::Stage::done) return true;
  }
  return false;
}

/// The request was met with silence, and its sender knows the end all the same.
bool knownOtherwise(World const& world, Asked const& silent) {
  if (silent.name == "refund") return false;
  if (silent.from == Party::alipayplus) return knownByAlipayplus(world, silent.payment);
  auto const order = world.acquirer.orders.find(PaymentRequestId{silent.payment});
  return order != world.acquirer.orders.end() && order->second.result.resultStatus != ResultStatus::U;
}

/// A party's unknown thing and the subjects of the alarms that may serve it.
bool alarmed(std::set<std::string> const& alarms, std::string const& id) {
  for (std::string const& subject : alarms) {
    if (subject.find(id) != subject.npos) return true;
  }
  return false;
}

template <class Pending>
std::set<std::string> paymentsAskedFor(Pending const& pending, std::set<std::string> const& alarms) {
  std::set<std::string> ids;
  for (auto const& [request, call] : pending) {
    if (!alarms.contains(fmt::format("{}", request))) continue;
    ids.insert(call.payment.value);
    ids.insert(call.refund.value);
  }
  return ids;
}

/// The first thing that a party does not know the end of and has no alarm for; empty when there is none.
std::string forgottenByAlipayplus(World const& world) {
  auto const alarms = alarmsOf(world, Party::alipayplus);
  auto const asked = paymentsAskedFor(world.alipayplus.pending, alarms);
  for (auto const& [id, payment] : world.alipayplus.payments) {
    bool const open = payment.stage != alipayplus::Stage::done || payment.result.resultStatus == ResultStatus::U;
    if (open && !alarmed(alarms, id.value) && !asked.contains(id.value)) return "payment " + id.value;
  }
  for (auto const& [id, refund] : world.alipayplus.refunds) {
    bool const open = refund.result.resultStatus == ResultStatus::U;
    if (open && !alarmed(alarms, id.value) && !asked.contains(id.value)) return "refund " + id.value;
  }
  return "";
}

std::string forgottenByAcquirer(World const& world) {
  auto const alarms = alarmsOf(world, Party::acquirer);
  auto const asked = paymentsAskedFor(world.acquirer.pending, alarms);
  for (auto const& [id, order] : world.acquirer.orders) {
    bool const open = order.cancelling || order.result.resultStatus == ResultStatus::U;
    if (open && !alarmed(alarms, id.value) && !asked.contains(id.value)) return "order " + id.value;
    for (auto const& [refundId, refund] : order.refunds) {
      bool const unknown = refund.result.resultStatus == ResultStatus::U;
      if (unknown && !alarmed(alarms, refundId.value) && !asked.contains(refundId.value)) {
        return "refund " + refundId.value;
      }
    }
  }
  return "";
}

}  // namespace

Check silenceIsFollowedUp(Timeline const& run) {
  static constexpr char kName[] = "silence is followed up";
  World const& world = run.world();
  if (timeline::messagesInFlight(world)) return holds(kName);
  std::vector<Asked> all;
  std::set<SequenceNo> answered;
  for (std::size_t n = 1; n <= run.cursor(); ++n) {
    Envelope const& e = run.record(n).envelope;
    if (auto asked = askedIn(e)) all.push_back(std::move(*asked));
    if (e.kind == Kind::http && e.phase == Phase::response) answered.insert(e.inReplyTo);
  }
  for (Asked const& silent : all) {
    if (answered.contains(silent.id)) continue;
    bool const waiting = !alarmsOf(world, silent.from).empty();
    bool const asksAgain =
        std::any_of(all.begin(), all.end(), [&](Asked const& next) { return follows(next, silent); });
    if (!waiting && !asksAgain && !knownOtherwise(world, silent)) {
      return broken(kName, fmt::format("{} of {} was met with silence, and that was all", silent.name, silent.payment));
    }
  }
  return holds(kName);
}

Check unknownHasAnAlarm(Timeline const& run) {
  static constexpr char kName[] = "what is unknown has an alarm";
  World const& world = run.world();
  if (timeline::messagesInFlight(world)) return holds(kName);
  if (auto const what = forgottenByAlipayplus(world); !what.empty()) {
    return broken(kName, fmt::format("Alipay+ has forgotten the {}", what));
  }
  if (auto const what = forgottenByAcquirer(world); !what.empty()) {
    return broken(kName, fmt::format("the acquirer has forgotten the {}", what));
  }
  return holds(kName);
}

}  // namespace aplus::invariants
