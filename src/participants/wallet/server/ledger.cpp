#include "participants/wallet/server/ledger.h"

#include <fmt/format.h>

#include "base/assert.h"

namespace aplus::wallet::server {
namespace {

constexpr std::string_view kOutside = "outside";

}  // namespace

void Ledger::open(std::string const& account, Money const& opening) {
  Money const nothing{0, opening.currency};
  balances_.try_emplace(std::string(kOutside), nothing);
  balances_.try_emplace(account, nothing);
  if (opening.amountMinor == 0) return;
  auto const moved = move({std::string(kOutside), account, opening, {}, 0});
  APLUS_ASSERT(moved.has_value());
}

Money Ledger::balance(std::string const& account) const {
  auto const found = balances_.find(account);
  APLUS_ASSERT(found != balances_.end());
  return found->second;
}

Result<void> Ledger::move(Movement movement) {
  auto const from = balances_.find(movement.from);
  auto const to = balances_.find(movement.to);
  APLUS_ASSERT(from != balances_.end() && to != balances_.end());
  auto const debited =
      add(from->second, Money{-movement.amount.amountMinor, movement.amount.currency});
  if (!debited) return fail(debited.error());
  auto const credited = add(to->second, movement.amount);
  if (!credited) return fail(credited.error());
  from->second = *debited;
  to->second = *credited;
  movements_.push_back(std::move(movement));
  return {};
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
    out.text("paymentRequestId", movement.paymentRequestId.value);
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::wallet::server
