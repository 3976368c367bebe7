#include "participants/alipayplus/pay_amounts.h"

#include <fmt/format.h>

#include "protocol/codec/amount.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/quote.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

void takePromotionsOff(State const& state, Amounts& amounts) {
  for (Promotion const& promotion : state.promotions) {
    Money& left = amounts.paymentAmount;
    if (promotion.savings.currency != left.currency || promotion.savings.amountMinor >= left.amountMinor) continue;
    left.amountMinor -= promotion.savings.amountMinor;
    if (!amounts.promotion) amounts.promotion.emplace();
    amounts.promotion->paymentPromoDetails.push_back(
        {promotion.promoId, promotion.promoName, promotion.promoType, promotion.savings});
  }
}

Result<void> addSurcharge(State const& state, Amounts& amounts) {
  if (!state.surcharge || state.surcharge->currency != amounts.paymentAmount.currency) return {};
  auto const sum = add(amounts.paymentAmount, *state.surcharge);
  if (!sum) return fail("PARAM_ILLEGAL", "", sum.error().message);
  amounts.paymentAmount = *sum;
  amounts.surcharge = SurchargeInfo{*state.surcharge, std::nullopt};
  return {};
}

/// A message that its own codec could not read must not be sent.
Result<Money> sendable(Money amount) {
  if (amount.amountMinor <= codec::kMaxAmountValue) return amount;
  return fail("PARAM_ILLEGAL", "",
              fmt::format("{} is too much: an amount's value has {} digits at most", format(amount),
                          codec::kMaxAmountDigits));
}

Result<Money> converted(State const& state, Money const& amount, PaymentQuote const& quote, std::string_view currency) {
  auto result = applyQuote(amount, quote, currency, state.quoteScaling);
  return result ? sendable(std::move(*result)) : result;
}

}  // namespace

Result<Amounts> amountsFor(State const& state, Money const& price) {
  Amounts amounts;
  amounts.paymentAmount = price;
  takePromotionsOff(state, amounts);
  if (auto const added = addSurcharge(state, amounts); !added) return fail(added.error());
  if (auto const fits = sendable(amounts.paymentAmount); !fits) return fail(fits.error());
  if (price.currency == state.wallet.currency) {
    amounts.payToAmount = amounts.paymentAmount;
    return amounts;
  }
  for (Quote const& known : state.quotes) {
    if (!pairConnects(known.pair, price.currency, state.wallet.currency)) continue;
    PaymentQuote quote;
    quote.quoteId.value = known.quoteId;
    quote.quoteCurrencyPair = known.pair;
    quote.quotePrice = known.price;
    auto const payTo = converted(state, amounts.paymentAmount, quote, state.wallet.currency);
    if (!payTo) return fail(payTo.error());
    amounts.payToAmount = *payTo;
    amounts.quote = std::move(quote);
    return amounts;
  }
  return fail("CURRENCY_NOT_SUPPORT", "",
              fmt::format("there is no quote between {} and {}", price.currency, state.wallet.currency));
}

void noteAmounts(Amounts const& amounts, Context& context) {
  if (amounts.promotion) {
    for (PaymentPromoDetail const& promotion : amounts.promotion->paymentPromoDetails) {
      context.note(fmt::format("The promotion {} saves {}: paymentAmount leaves it out, orderAmount keeps the price.",
                               promotion.promoName, format(*promotion.savingsAmount)),
                   docs::kAcceptPayment);
    }
  }
  if (amounts.surcharge) {
    context.note(fmt::format("A surcharge of {} is due: needSurcharge is true and surchargeInfo says how much.",
                             format(amounts.surcharge->surchargeAmount)),
                 docs::kAcceptPayment);
    context.note("The surcharge is part of paymentAmount, so that payToAmount is still paymentAmount × quotePrice.",
                 kSandboxChoice);
  }
  if (amounts.quote) {
    context.note(fmt::format("{} at {} {} is {}, rounded half to even.", format(amounts.paymentAmount),
                             amounts.quote->quoteCurrencyPair, amounts.quote->quotePrice, format(amounts.payToAmount)),
                 docs::kAcceptPayment);
  }
}

Result<Money> atRateOf(State const& state, Payment const& payment, Money const& part) {
  if (!payment.quote) return part;
  return converted(state, part, *payment.quote, payment.payToAmount.currency);
}

}  // namespace aplus::alipayplus
