#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "invariants/invariants.h"
#include "participants/acquirer/books.h"

// That the books of the acquirer are right, and that all sides say the same of a payment.
namespace aplus::invariants {
namespace {

using protocol::ResultStatus;
using timeline::Timeline;
using timeline::World;

Check holds(std::string name) { return {std::move(name), "", true}; }

Check broken(std::string name, std::string text) { return {std::move(name), std::move(text), false}; }

std::set<SequenceNo> verifiedMessages(Timeline const& run) {
  std::set<SequenceNo> verified;
  for (std::size_t n = 1; n <= run.cursor(); ++n) {
    timeline::StepRecord const& step = run.record(n);
    if (step.signature && step.signature->valid) verified.insert(step.envelope.id);
  }
  return verified;
}

/// What the movements of a payment have brought to an account.
std::int64_t broughtTo(Ledger const& ledger, std::string const& account, PaymentRequestId const& payment) {
  std::int64_t sum = 0;
  for (Movement const& movement : ledger.movements()) {
    if (movement.paymentRequestId != payment) continue;
    if (movement.to == account) sum += movement.amount.amountMinor;
    if (movement.from == account) sum -= movement.amount.amountMinor;
  }
  return sum;
}

std::int64_t merchantGets(World const& world, acquirer::Order const& order) {
  acquirer::State const& own = world.acquirer;
  return broughtTo(own.ledger, merchantAccount(own.merchant, order.sale.amount.currency), order.paymentRequestId);
}

std::string wrongBalance(Ledger const& ledger) {
  std::map<std::string, std::int64_t> sums;
  for (Movement const& movement : ledger.movements()) {
    sums[movement.from] -= movement.amount.amountMinor;
    sums[movement.to] += movement.amount.amountMinor;
  }
  for (auto const& [account, balance] : ledger.balances()) {
    if (sums[account] != balance.amountMinor) return fmt::format("{} holds {}", account, format(balance));
  }
  return "";
}

std::string wrongMovement(Timeline const& run) {
  auto const verified = verifiedMessages(run);
  std::set<std::string> seen;
  for (Movement const& movement : run.world().acquirer.ledger.movements()) {
    if (!verified.contains(movement.cause)) return format(movement.amount) + " moved without a verified message";
    std::string const id = movement.refundRequestId.empty() ? movement.paymentRequestId.value
                                                            : movement.refundRequestId.value;
    if (!seen.insert(fmt::format("{} of {}", name(movement.purpose), id)).second) {
      return fmt::format("there were two movements for {} of {}", name(movement.purpose), id);
    }
  }
  return "";
}

std::string wrongOrder(World const& world) {
  for (auto const& [id, order] : world.acquirer.orders) {
    std::int64_t const refunds = refunded(order).amountMinor;
    std::int64_t const due = order.result.success() ? order.sale.amount.amountMinor - refunds : 0;
    if (due < 0) return fmt::format("{} was refunded more than was paid", id.value);
    if (std::int64_t const has = merchantGets(world, order); has != due) {
      return fmt::format("of {} the merchant should get {} minor units and gets {}", id.value, due, has);
    }
    if (std::int64_t const settled = settledFor(world.acquirer, id); settled != due) {
      return fmt::format("of {} {} minor units are settled instead of {}", id.value, settled, due);
    }
  }
  return "";
}

/// What is settled is what the merchant's accounts hold.
std::string wrongSettlement(World const& world) {
  acquirer::State const& own = world.acquirer;
  std::map<std::string, std::int64_t> payables;
  for (auto const& [account, balance] : own.ledger.balances()) {
    if (account == merchantAccount(own.merchant, balance.currency)) payables[balance.currency] -= balance.amountMinor;
  }
  for (auto const& [day, settlement] : own.settlements) payables[settlement.currency] += payable(settlement).amountMinor;
  for (auto const& [currency, difference] : payables) {
    if (difference != 0) return fmt::format("the settlements in {} differ from the ledger by {} minor units", currency, difference);
  }
  return "";
}

/// Somebody does not know its end yet and will ask, or nobody has told the acquirer.
bool isOpen(World const& world, alipayplus::Payment const& payment) {
  if (payment.stage != alipayplus::Stage::done) return true;
  for (auto const& [id, refund] : world.alipayplus.refunds) {
    if (refund.payment == payment.acquirerRequestId && refund.result.resultStatus == ResultStatus::U) return true;
  }
  auto const known = world.acquirer.orders.find(payment.acquirerRequestId);
  if (known == world.acquirer.orders.end()) return false;
  acquirer::Order const& order = known->second;
  if (order.cancelling || order.result.resultStatus == ResultStatus::U) return true;
  for (auto const& [id, refund] : order.refunds) {
    if (refund.result.resultStatus == ResultStatus::U) return true;
  }
  return false;
}

struct Net {
  std::int64_t order = 0;   ///< in the order's currency
  std::int64_t wallet = 0;  ///< in the wallet's
};

/// What is left of a payment by what Alipay+ knows.
Net netOf(World const& world, alipayplus::Payment const& payment) {
  if (!payment.result.success()) return {};
  Net net{payment.orderAmount.amountMinor, payment.payToAmount.amountMinor};
  for (auto const& [id, refund] : world.alipayplus.refunds) {
    if (refund.payment != payment.acquirerRequestId || !refund.result.success()) continue;
    net.order -= refund.orderAmount.amountMinor;
    net.wallet -= refund.refundFromAmount.amountMinor;
  }
  return net;
}

}  // namespace

Check acquirerAgrees(Timeline const& run) {
  static constexpr char kName[] = "acquirer and Alipay+ agree";
  World const& world = run.world();
  if (timeline::messagesInFlight(world)) return holds(kName);
  for (auto const& [id, order] : world.acquirer.orders) {
    auto const known = world.alipayplus.payments.find(id);
    bool const final = order.result.resultStatus != ResultStatus::U && !order.cancelling;
    if (!final || known == world.alipayplus.payments.end()) continue;
    alipayplus::Payment const& payment = known->second;
    if (payment.stage == alipayplus::Stage::cancelling) continue;
    if (order.result.success() != payment.result.success()) {
      return broken(kName, fmt::format("{} is {} for the acquirer and {} for Alipay+", id.value,
                                       order.result.resultCode, payment.result.resultCode));
    }
  }
  return holds(kName);
}

Check acquirerBooksAddUp(Timeline const& run) {
  static constexpr char kName[] = "the acquirer's books add up";
  for (std::string const& wrong :
       {wrongBalance(run.world().acquirer.ledger), wrongOrder(run.world()), wrongSettlement(run.world()), wrongMovement(run)}) {
    if (!wrong.empty()) return broken(kName, wrong);
  }
  return holds(kName);
}

Check allSidesAgree(Timeline const& run) {
  static constexpr char kName[] = "wallet, Alipay+ and acquirer agree";
  World const& world = run.world();
  if (timeline::messagesInFlight(world)) return holds(kName);
  for (auto const& [id, order] : world.acquirer.orders) {
    if (!world.alipayplus.payments.contains(id) && merchantGets(world, order) != 0) {
      return broken(kName, fmt::format("{} is paid for the acquirer only", id.value));
    }
  }
  for (auto const& [id, payment] : world.alipayplus.payments) {
    if (isOpen(world, payment)) continue;
    Net const net = netOf(world, payment);
    std::int64_t const owed = broughtTo(world.walletServer.ledger, std::string(wallet::server::kSettlementAccount),
                                        payment.walletRequestId);
    auto const order = world.acquirer.orders.find(id);
    std::int64_t const due = order == world.acquirer.orders.end() ? 0 : merchantGets(world, order->second);
    std::int64_t const settled = settledFor(world.acquirer, id);
    if (owed != net.wallet || due != net.order || settled != net.order) {
      return broken(kName, fmt::format("of {} the wallet owes {}, the merchant gets {} and is settled {}; for Alipay+ it is {} and {}",
                                       id.value, owed, due, settled, net.wallet, net.order));
    }
  }
  return holds(kName);
}

}  // namespace aplus::invariants
