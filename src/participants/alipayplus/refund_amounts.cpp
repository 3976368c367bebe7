#include "participants/alipayplus/refund_amounts.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/alipayplus/pay_amounts.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

/// What was given back of a payment before.
struct GivenBack {
  Money amount;  ///< of paymentAmount, as far as it is certain
  Money from;    ///< of payToAmount, as far as it is certain
  bool certain = true;  ///< no refund is still unknown
};

GivenBack givenBack(State const& state, Payment const& payment) {
  GivenBack all{{0, payment.paymentAmount.currency}, {0, payment.payToAmount.currency}};
  for (auto const& [id, refund] : state.refunds) {
    if (refund.payment != payment.acquirerRequestId) continue;
    if (refund.result.resultStatus == ResultStatus::U) all.certain = false;
    if (!refund.result.success()) continue;
    all.amount.amountMinor += refund.refundAmount.amountMinor;
    all.from.amountMinor += refund.refundFromAmount.amountMinor;
  }
  return all;
}

std::int64_t savingOf(Refund const& refund, std::string const& promoId) {
  if (!refund.promotion) return 0;
  for (PaymentPromoDetail const& undone : refund.promotion->paymentPromoDetails) {
    if (undone.promoId == promoId) return undone.savingsAmount->amountMinor;
  }
  return 0;
}

std::int64_t surchargeOf(Refund const& refund) {
  return refund.surcharge ? refund.surcharge->surchargeAmount.amountMinor : 0;
}

/// The share that goes back, with `wanted`, of something that belongs to the whole order. What is rounded is
/// the sum of all shares, so that the last one is exactly what is left. Refunds without an answer count, so
/// that no share goes back twice.
template <class ShareOf>
Money share(State const& state, Payment const& payment, Money const& wanted, Money const& whole, ShareOf&& before) {
  std::int64_t const order = payment.orderAmount.amountMinor;
  std::int64_t part = std::min(wanted.amountMinor, order);
  std::int64_t given = 0;
  for (auto const& [id, refund] : state.refunds) {
    bool const failed = refund.result.resultStatus == ResultStatus::F;
    if (refund.payment != payment.acquirerRequestId || failed) continue;
    part = std::min(part + refund.orderAmount.amountMinor, order);
    given += before(refund);
  }
  return {std::max<std::int64_t>(proportion(whole, part, order).amountMinor - given, 0), whole.currency};
}

void takePromotionsOff(State const& state, Payment const& payment, Money const& wanted, RefundAmounts& amounts,
                       Context& context) {
  if (!payment.promotion) return;
  for (PaymentPromoDetail const& promotion : payment.promotion->paymentPromoDetails) {
    PaymentPromoDetail undone = promotion;
    undone.savingsAmount = share(state, payment, wanted, *promotion.savingsAmount, [&](Refund const& refund) {
      return savingOf(refund, promotion.promoId);
    });
    std::int64_t& saved = undone.savingsAmount->amountMinor;
    saved = std::min(saved, amounts.refundAmount.amountMinor);  // rounded up, several can be more than there is
    if (saved == 0) continue;
    amounts.refundAmount.amountMinor -= saved;
    context.note(fmt::format("{} of it had come from the promotion {}: refundPromoInfo says so, and the user does "
                             "not get it.",
                             format(*undone.savingsAmount), promotion.promoName),
                 docs::kRefund);
    if (!amounts.promotion) amounts.promotion.emplace();
    amounts.promotion->paymentPromoDetails.push_back(std::move(undone));
  }
}

void addSurcharge(State const& state, Payment const& payment, Money const& wanted, RefundAmounts& amounts,
                  Context& context) {
  if (!payment.surcharge) return;
  Money const back = share(state, payment, wanted, payment.surcharge->surchargeAmount, surchargeOf);
  if (back.amountMinor == 0) return;
  amounts.refundAmount.amountMinor += back.amountMinor;
  amounts.surcharge = SurchargeInfo{back, std::nullopt};
  context.note(fmt::format("{} of the surcharge go back with it: surchargeInfo says so.", format(back)), docs::kRefund);
}

/// What is converted is the sum of all refunds, so that rounding never adds up.
Result<Money> inWalletCurrency(State const& state, Payment const& payment, GivenBack const& before, Money const& amount,
                               Context& context) {
  if (amount.amountMinor == 0) return Money{0, payment.payToAmount.currency};
  auto const sum = add(before.amount, amount);
  if (!sum) return fail(sum.error());
  context.note("refundFromAmount is refundAmount at the rate of the payment.", docs::kRefund);
  bool const tooMuch = sum->amountMinor > payment.paymentAmount.amountMinor;
  if (tooMuch || !before.certain || before.amount.amountMinor == 0) return atRateOf(state, payment, amount);
  auto const together = atRateOf(state, payment, *sum);
  if (!together) return fail(together.error());
  context.note("The sum of all refunds is converted, so that rounding never adds up.", kSandboxChoice);
  return Money{together->amountMinor - before.from.amountMinor, before.from.currency};
}

}  // namespace

Result<RefundAmounts> refundAmountsFor(State const& state, Payment const& payment, Money const& wanted,
                                       Context& context) {
  RefundAmounts amounts;
  amounts.refundAmount = wanted;
  takePromotionsOff(state, payment, wanted, amounts, context);
  addSurcharge(state, payment, wanted, amounts, context);
  if (amounts.promotion || amounts.surcharge) {
    context.note(fmt::format("Shared out in proportion to the order's price: refundAmount is {}.",
                             format(amounts.refundAmount)),
                 kSandboxChoice);
  }
  auto from = inWalletCurrency(state, payment, givenBack(state, payment), amounts.refundAmount, context);
  if (!from) return fail(from.error());
  amounts.refundFromAmount = std::move(*from);
  return amounts;
}

}  // namespace aplus::alipayplus
