#include "participants/wallet/server/account.h"

#include <array>

#include <fmt/format.h>

#include "participants/wallet/server/agreements.h"
#include "participants/wallet/server/wallet_server.h"
#include "protocol/codec/codec.h"

namespace aplus::wallet::server {
namespace {

std::optional<AccountStatus> statusByName(std::string_view text) {
  using enum AccountStatus;
  for (AccountStatus const status : {active, frozen, closed}) {
    if (name(status) == text) return status;
  }
  return std::nullopt;
}

void topUp(State& state, Account const& account, std::string const& value, SequenceNo cause,
           Context& context) {
  bool const digits = !value.empty() && value.size() <= 15 &&
                      value.find_first_not_of("0123456789") == value.npos;
  if (!digits) {
    context.note("A top-up takes a whole number of minor units of the wallet's currency.");
    return;
  }
  Money const amount{std::stoll(value), state.currency};
  auto const moved = state.ledger.bringIn(account.ledgerAccount, amount, Purpose::topUp, cause);
  context.note(moved ? fmt::format("The account holds {} now.",
                                   format(state.ledger.balance(account.ledgerAccount)))
                     : moved.error().message);
}

void setStatus(Account& account, std::string const& wanted, Context& context) {
  auto const status = statusByName(wanted);
  if (!status) {
    context.note("An account can be active, frozen or closed.");
    return;
  }
  account.status = *status;
  context.note(fmt::format("The account is {} now.", wanted), kSandboxChoice);
}

}  // namespace

std::string_view name(AccountStatus status) {
  static constexpr std::array<std::string_view, 3> kNames{"active", "frozen", "closed"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string maskedLoginId(std::string_view loginId) {
  static constexpr std::size_t kShownAtEnd = 4;
  static constexpr std::size_t kHidden = 4;
  std::string masked(loginId);
  if (masked.size() < kShownAtEnd + kHidden) return std::string(masked.size(), '*');
  masked.replace(masked.size() - kShownAtEnd - kHidden, kHidden, std::string(kHidden, '*'));
  return masked;
}

void onCommand(State& state, Envelope const& tap, Context& context) {
  codec::Texts texts = codec::decodeTexts(tap.message.body);
  if (state.accounts.empty()) return;
  Account& account = state.accounts.begin()->second;  // a world has one user
  if (tap.name == "topUp") topUp(state, account, texts["value"], tap.id, context);
  else if (tap.name == "setAccountStatus") setStatus(account, texts["status"], context);
  else if (tap.name == "unbindMerchant") askToUnbind(state, context);
}

}  // namespace aplus::wallet::server
