#include "participants/wallet/server/decide.h"

#include <fmt/format.h>

#include "participants/wallet/server/decision.h"
#include "participants/wallet/server/settle.h"

namespace aplus::wallet::server {
namespace {

using protocol::ResultInfo;
using Verdict = std::optional<ResultInfo>;

Verdict checkMerchant(State const& state, Payment const& payment, Context& context) {
  auto const& registered = state.conduct.registeredMerchants;
  if (!registered || registered->contains(payment.referenceMerchantId)) return std::nullopt;
  return refuse(context, "MERCHANT_NOT_REGISTERED",
                fmt::format("this wallet has no merchant {}", payment.referenceMerchantId));
}

Verdict checkAccount(State const& state, Payment const& payment, Context& context) {
  auto const found = state.accounts.find(payment.customerId);
  if (found == state.accounts.end()) {
    return refuse(context, "USER_NOT_EXIST", "no account has this customerId");
  }
  Account const& account = found->second;
  if (account.status == AccountStatus::closed) {
    return refuse(context, "USER_NOT_EXIST", "the account was closed", kSandboxChoice);
  }
  if (account.status == AccountStatus::frozen) {
    return refuse(context, "USER_STATUS_ABNORMAL",
                  "the account is frozen; its user may log in and show a code, but not pay");
  }
  if (!account.kycQualified) {
    return refuse(context, "USER_KYC_NOT_QUALIFIED",
                  "the user's identity is not proven as the law wants it");
  }
  if (account.riskSuspected) {
    return refuse(context, "RISK_REJECT", "risk control holds back what is paid from this account");
  }
  if (!account.paymentMethodAvailable) {
    return refuse(context, "UNAVAILABLE_PAYMENT_METHOD",
                  "what the user pays with inside the wallet cannot be used now");
  }
  if (!account.passesVerification) {
    return refuse(context, "USER_PAYMENT_VERIFICATION_FAILED",
                  "the user did not pass the wallet's own verification");
  }
  return std::nullopt;
}

Verdict checkBalance(State const& state, Payment const& payment, Context& context) {
  Money const& amount = payment.content.payToAmount;
  Money const fee = feeFor(state, amount);
  Money const balance = state.ledger.balance(ledgerAccountOf(state, payment));
  auto const needed = add(amount, fee);
  if (needed && balance.amountMinor >= needed->amountMinor) return std::nullopt;
  return refuse(context, "USER_BALANCE_NOT_ENOUGH",
                fee.amountMinor == 0
                    ? fmt::format("the balance is {}, the payment {}", format(balance), format(amount))
                    : fmt::format("the balance is {}, the payment {} and the fee {}", format(balance),
                                  format(amount), format(fee)));
}

}  // namespace

Verdict objection(State const& state, Payment const& payment, Context& context) {
  if (auto no = checkMerchant(state, payment, context)) return no;
  if (auto no = checkAccount(state, payment, context)) return no;
  if (auto const code = exceededLimit(state, payment.customerId, payment.content.payToAmount, context)) {
    return protocol::makeResult(*code);
  }
  return checkBalance(state, payment, context);
}

ResultInfo decide(State& state, Payment& payment, Context& context) {
  if (auto no = objection(state, payment, context)) return *no;
  if (auto const taken = takePayment(state, payment); !taken) {
    return refuse(context, "PROCESS_FAIL", taken.error().message);
  }
  context.note(fmt::format("{} are taken from the account; {} are left.",
                           format(payment.content.payToAmount),
                           format(state.ledger.balance(ledgerAccountOf(state, payment)))),
               docs::kAcceptPayment);
  if (payment.fee.amountMinor + payment.cashback.amountMinor > 0) {
    context.note(fmt::format("The wallet's own fee is {}, its own cashback {}.", format(payment.fee),
                             format(payment.cashback)),
                 kSandboxChoice);
  }
  return protocol::makeResult("SUCCESS");
}

}  // namespace aplus::wallet::server
