#include "participants/wallet/server/settle.h"

#include "base/assert.h"

namespace aplus::wallet::server {
namespace {

constexpr std::int64_t kBasisPoints = 10000;

Money less(Money const& amount, Money const& part) {
  return {amount.amountMinor - part.amountMinor, amount.currency};
}

void moveSurely(State& state, std::vector<Movement> movements) {
  auto const moved = state.ledger.move(std::move(movements));
  APLUS_ASSERT(moved.has_value());  // it only returns what was moved before
}

}  // namespace

std::string const& ledgerAccountOf(State const& state, Payment const& payment) {
  auto const account = state.accounts.find(payment.customerId);
  APLUS_ASSERT(account != state.accounts.end());
  return account->second.ledgerAccount;
}

Money feeFor(State const& state, Money const& payToAmount) {
  return proportion(payToAmount, state.conduct.feeBasisPoints, kBasisPoints);
}

Result<void> takePayment(State& state, Payment& payment) {
  std::string const& user = ledgerAccountOf(state, payment);
  Money const& amount = payment.content.payToAmount;
  Money const fee = feeFor(state, amount);
  Money const cashback = proportion(amount, state.conduct.cashbackBasisPoints, kBasisPoints);
  PaymentRequestId const& id = payment.paymentRequestId;
  auto const moved = state.ledger.move({
      {user, std::string(kSettlementAccount), amount, Purpose::payment, id, {}, payment.cause},
      {user, std::string(kFeeAccount), fee, Purpose::fee, id, {}, payment.cause},
      {std::string(kPromotionAccount), user, cashback, Purpose::cashback, id, {}, payment.cause},
  });
  if (!moved) return fail(moved.error());
  payment.fee = fee;
  payment.cashback = cashback;
  payment.refunded = {0, payment.content.paymentAmount.currency};
  payment.refundedFrom = payment.feeReturned = payment.cashbackTaken = {0, amount.currency};
  return {};
}

void undoPayment(State& state, Payment& payment, SequenceNo cause) {
  std::string const& user = ledgerAccountOf(state, payment);
  PaymentRequestId const& id = payment.paymentRequestId;
  Money const amount = less(payment.content.payToAmount, payment.refundedFrom);
  Money const fee = less(payment.fee, payment.feeReturned);
  Money const cashback = less(payment.cashback, payment.cashbackTaken);
  moveSurely(state, {
      {std::string(kSettlementAccount), user, amount, Purpose::cancel, id, {}, cause},
      {std::string(kFeeAccount), user, fee, Purpose::cancelFee, id, {}, cause},
      {user, std::string(kPromotionAccount), cashback, Purpose::cancelCashback, id, {}, cause},
  });
}

void giveBack(State& state, Payment& payment, Refund const& refund, SequenceNo cause) {
  std::string const& user = ledgerAccountOf(state, payment);
  PaymentRequestId const& id = payment.paymentRequestId;
  Money const& amount = refund.refundFromAmount;
  payment.refunded.amountMinor += refund.refundAmount.amountMinor;
  payment.refundedFrom.amountMinor += amount.amountMinor;
  auto const share = [&](Money const& whole) {
    return proportion(whole, payment.refundedFrom.amountMinor,
                      payment.content.payToAmount.amountMinor);
  };
  Money const fee = share(payment.fee);
  Money const cashback = share(payment.cashback);
  moveSurely(state, {
      {std::string(kSettlementAccount), user, amount, Purpose::refund, id, refund.refundRequestId,
       cause},
      {std::string(kFeeAccount), user, less(fee, payment.feeReturned), Purpose::feeReturn, id,
       refund.refundRequestId, cause},
      {user, std::string(kPromotionAccount), less(cashback, payment.cashbackTaken),
       Purpose::cashbackReturn, id, refund.refundRequestId, cause},
  });
  payment.feeReturned = fee;
  payment.cashbackTaken = cashback;
}

}  // namespace aplus::wallet::server
