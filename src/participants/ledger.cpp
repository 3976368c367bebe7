#include "participants/ledger.h"

#include <array>

#include <fmt/format.h>

#include "base/assert.h"

namespace aplus {
namespace {

constexpr std::string_view kOutside = "outside";

Result<void> apply(std::map<std::string, Money>& balances, Movement const& movement) {
  auto const from = balances.find(movement.from);
  auto const to = balances.find(movement.to);
  APLUS_ASSERT(from != balances.end() && to != balances.end());
  APLUS_ASSERT(movement.amount.amountMinor >= 0);
  auto const debited =
      add(from->second, Money{-movement.amount.amountMinor, movement.amount.currency});
  if (!debited) return fail(debited.error());
  from->second = *debited;
  auto const credited = add(to->second, movement.amount);
  if (!credited) return fail(credited.error());
  to->second = *credited;
  return {};
}

}  // namespace

std::string_view name(Purpose purpose) {
  static constexpr std::array<std::string_view, 11> kNames{
      "opening",   "topUp",          "payment", "fee",       "cashback",      "refund",
      "feeReturn", "cashbackReturn", "cancel",  "cancelFee", "cancelCashback"};
  return kNames[static_cast<std::size_t>(purpose)];
}

void Ledger::open(std::string const& account, Money const& opening) {
  Money const nothing{0, opening.currency};
  balances_.try_emplace(std::string(kOutside), nothing);
  balances_.try_emplace(account, nothing);
  auto const moved = bringIn(account, opening, Purpose::opening, 0);
  APLUS_ASSERT(moved.has_value());
}

void Ledger::openEmpty(std::string const& account, std::string const& currency) {
  balances_.try_emplace(account, Money{0, currency});
}

Money Ledger::balance(std::string const& account) const {
  auto const found = balances_.find(account);
  APLUS_ASSERT(found != balances_.end());
  return found->second;
}

Result<void> Ledger::move(std::vector<Movement> movements) {
  auto balances = balances_;
  for (Movement const& movement : movements) {
    if (auto const applied = apply(balances, movement); !applied) return fail(applied.error());
  }
  balances_ = std::move(balances);
  for (Movement& movement : movements) {
    if (movement.amount.amountMinor != 0) movements_.push_back(std::move(movement));
  }
  return {};
}

Result<void> Ledger::bringIn(std::string const& account, Money const& amount, Purpose purpose,
                             SequenceNo cause) {
  return move({{std::string(kOutside), account, amount, purpose, {}, {}, cause}});
}

void Ledger::describe(StateWriter& out) const {
  out.beginObject("balances");
  for (auto const& [account, balance] : balances_) out.money(account, balance);
  out.endObject();
  out.beginObject("movements");
  for (std::size_t i = 0; i < movements_.size(); ++i) {
    Movement const& movement = movements_[i];
    out.beginObject(fmt::format("{}", i + 1));
    out.text("from", movement.from);
    out.text("to", movement.to);
    out.money("amount", movement.amount);
    out.text("purpose", name(movement.purpose));
    if (!movement.paymentRequestId.empty()) {
      out.text("paymentRequestId", movement.paymentRequestId.value);
    }
    if (!movement.refundRequestId.empty()) {
      out.text("refundRequestId", movement.refundRequestId.value);
    }
    out.number("cause", movement.cause);
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus
