#include "invariants/invariants.h"

#include <map>
#include <set>

#include <fmt/format.h>

#include "protocol/codec/codec.h"
#include "protocol/payments/pay.h"

namespace aplus::invariants {
namespace {

using timeline::StepRecord;
using timeline::Timeline;

Check holds(std::string name) { return {std::move(name), "", true}; }

Check broken(std::string name, std::string text) { return {std::move(name), std::move(text), false}; }

bool isWalletPay(StepRecord const& step, Phase phase) {
  Envelope const& e = step.envelope;
  return e.kind == Kind::http && e.phase == phase && e.name == "pay" &&
         (e.from == Party::walletServer || e.to == Party::walletServer);
}

}  // namespace

Check moneyIsConserved(Timeline const& run) {
  static constexpr char kName[] = "money is conserved";
  std::map<std::string, std::int64_t> moved;
  for (auto const& movement : run.world().walletServer.ledger.movements()) {
    moved[movement.from] -= movement.amount.amountMinor;
    moved[movement.to] += movement.amount.amountMinor;
  }
  std::int64_t sum = 0;
  for (auto const& [account, balance] : run.world().walletServer.ledger.balances()) {
    sum += balance.amountMinor;
    if (account.starts_with("user:") && balance.amountMinor < 0) {
      return broken(kName, fmt::format("{} owes {}", account, format(balance)));
    }
    if (moved[account] != balance.amountMinor) {
      return broken(kName, fmt::format("{} holds {}, the movements make {}", account,
                                       format(balance), moved[account]));
    }
  }
  if (sum != 0) return broken(kName, fmt::format("the balances add up to {} minor units", sum));
  return holds(kName);
}

Check oneFinalAnswerPerPayment(Timeline const& run) {
  static constexpr char kName[] = "one final answer per paymentRequestId";
  std::map<SequenceNo, std::string> requestIds;
  std::map<std::string, std::string> answers;
  for (std::size_t n = 1; n <= run.cursor(); ++n) {
    StepRecord const& step = run.record(n);
    if (!step.signature || !step.signature->valid) continue;
    if (isWalletPay(step, Phase::request)) {
      auto const request = codec::decode<protocol::PayRequest>(step.envelope.message.body);
      if (request) requestIds[step.envelope.id] = request->value.paymentRequestId.value;
    } else if (isWalletPay(step, Phase::response)) {
      auto const response = codec::decode<protocol::PayResponse>(step.envelope.message.body);
      auto const id = requestIds.find(step.envelope.inReplyTo);
      if (!response || id == requestIds.end()) continue;
      protocol::ResultInfo const& result = response->value.result;
      bool const refusedAsOther = result.resultCode == "REPEAT_REQ_INCONSISTENT";
      if (result.resultStatus == protocol::ResultStatus::U || refusedAsOther) continue;
      std::string const answer = result.resultCode + response->value.paymentId.value;
      auto const [known, first] = answers.emplace(id->second, answer);
      if (!first && known->second != answer) {
        return broken(kName, fmt::format("{} was answered {} and later {}", id->second,
                                         known->second, answer));
      }
    }
  }
  return holds(kName);
}

Check debitsAreSignedAndSingle(Timeline const& run) {
  static constexpr char kName[] = "debits are signed for and single";
  std::set<SequenceNo> verified;
  for (std::size_t n = 1; n <= run.cursor(); ++n) {
    StepRecord const& step = run.record(n);
    if (step.signature && step.signature->valid) verified.insert(step.envelope.id);
  }
  std::set<std::string> seen;
  for (auto const& movement : run.world().walletServer.ledger.movements()) {
    if (movement.paymentRequestId.empty()) continue;  // opening balances and top-ups
    if (!verified.contains(movement.cause)) {
      return broken(kName, fmt::format("{} moved without a verified request",
                                       format(movement.amount)));
    }
    std::string const id = movement.refundRequestId.empty() ? movement.paymentRequestId.value
                                                            : movement.refundRequestId.value;
    if (!seen.insert(fmt::format("{} of {}", name(movement.purpose), id)).second) {
      return broken(kName, fmt::format("there were two movements for {} of {}",
                                       name(movement.purpose), id));
    }
  }
  return holds(kName);
}

namespace {

using wallet::server::Payment;
using Balances = std::map<std::string, std::int64_t>;

std::string whatIsWrong(Payment const& payment, Balances const& balances, std::int64_t refunded) {
  std::string const& id = payment.paymentRequestId.value;
  bool const nothing = payment.cancelled || !payment.paid();
  for (auto const& [account, minor] : balances) {
    if (nothing && minor != 0) return fmt::format("{} changed {} though it came to nothing", id, account);
  }
  if (nothing) return "";
  auto const owed = balances.find(std::string(wallet::server::kSettlementAccount));
  std::int64_t const rest =
      payment.content.payToAmount.amountMinor - payment.refundedFrom.amountMinor;
  if (owed == balances.end() || owed->second != rest || rest < 0) {
    return fmt::format("of {} {} minor units should be owed to Alipay+", id, rest);
  }
  if (refunded > payment.content.paymentAmount.amountMinor) {
    return fmt::format("{} was refunded more than was paid", id);
  }
  return "";
}

}  // namespace

Check paymentsAddUp(Timeline const& run) {
  static constexpr char kName[] = "payments, cancellations and refunds add up";
  auto const& server = run.world().walletServer;
  std::map<PaymentRequestId, Balances> balances;
  for (auto const& movement : server.ledger.movements()) {
    if (movement.paymentRequestId.empty()) continue;
    balances[movement.paymentRequestId][movement.from] -= movement.amount.amountMinor;
    balances[movement.paymentRequestId][movement.to] += movement.amount.amountMinor;
  }
  std::map<PaymentRequestId, std::int64_t> refunded;
  for (auto const& [id, refund] : server.refunds) {
    if (refund.result.success()) refunded[refund.paymentRequestId] += refund.refundAmount.amountMinor;
  }
  for (auto const& [id, moved] : balances) {
    if (!server.payments.contains(id)) {
      return broken(kName, fmt::format("{} moved money and is unknown", id.value));
    }
  }
  for (auto const& [id, payment] : server.payments) {
    std::string const wrong = whatIsWrong(payment, balances[id], refunded[id]);
    if (!wrong.empty()) return broken(kName, wrong);
  }
  return holds(kName);
}

Check requestsAreAnswered(Timeline const& run) {
  static constexpr char kName[] = "every request is answered";
  if (timeline::messagesInFlight(run.world())) return holds(kName);
  std::map<SequenceNo, std::string> open;
  for (std::size_t n = 1; n <= run.cursor(); ++n) {
    Envelope const& e = run.record(n).envelope;
    bool const lost = e.kind == Kind::fault && e.name == "drop";
    if (lost) return holds(kName);
    if (e.kind == Kind::http && e.phase == Phase::request) open[e.id] = e.name;
    if (e.kind == Kind::http && e.phase == Phase::response) open.erase(e.inReplyTo);
  }
  // Alipay+ answers the acquirer only after the wallet; until then the request is rightly open.
  if (!open.empty()) {
    return broken(kName, fmt::format("{} was never answered", open.begin()->second));
  }
  return holds(kName);
}

std::vector<Check> checkAll(Timeline const& run) {
  return {moneyIsConserved(run), oneFinalAnswerPerPayment(run), debitsAreSignedAndSingle(run),
          paymentsAddUp(run), passwordsGoFirst(run), requestsAreAnswered(run), silenceIsFollowedUp(run),
          unknownHasAnAlarm(run), acquirerAgrees(run), acquirerBooksAddUp(run), allSidesAgree(run)};
}

}  // namespace aplus::invariants
