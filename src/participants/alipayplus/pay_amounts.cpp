#include "participants/alipayplus/pay_amounts.h"

#include <fmt/format.h>

#include "protocol/doc_pages.h"
#include "protocol/payments/quote.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

void takePromotionsOff(State const& state, Amounts& amounts, Context& context) {
  for (Promotion const& promotion : state.promotions) {
    Money& left = amounts.paymentAmount;
    if (promotion.savings.currency != left.currency || promotion.savings.amountMinor >= left.amountMinor) continue;
    left.amountMinor -= promotion.savings.amountMinor;
    if (!amounts.promotion) amounts.promotion.emplace();
    amounts.promotion->paymentPromoDetails.push_back(
        {promotion.promoId, promotion.promoName, promotion.promoType, promotion.savings});
    context.note(fmt::format("The promotion {} saves {}: paymentAmount leaves it out, orderAmount keeps the price.",
                             promotion.promoName, format(promotion.savings)),
                 docs::kAcceptPayment);
  }
}

void addSurcharge(State const& state, Amounts& amounts, Context& context) {
  if (!state.surcharge) return;
  auto const sum = add(amounts.paymentAmount, *state.surcharge);
  if (!sum) return;  // meant for another currency
  amounts.paymentAmount = *sum;
  amounts.surcharge = SurchargeInfo{*state.surcharge, std::nullopt};
  context.note(fmt::format("A surcharge of {} is due: needSurcharge is true and surchargeInfo says how much.",
                           format(*state.surcharge)),
               docs::kAcceptPayment);
  context.note("The surcharge is part of paymentAmount, so that payToAmount is still paymentAmount × quotePrice.",
               kSandboxChoice);
}

}  // namespace

Result<Amounts> amountsFor(State const& state, Money const& price, Context& context) {
  Amounts amounts;
  amounts.paymentAmount = price;
  takePromotionsOff(state, amounts, context);
  addSurcharge(state, amounts, context);
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
    auto const converted = applyQuote(amounts.paymentAmount, quote, state.wallet.currency, state.quoteScaling);
    if (!converted) return fail(converted.error());
    amounts.payToAmount = *converted;
    amounts.quote = std::move(quote);
    context.note(fmt::format("{} at {} {} is {}, rounded half to even.", format(amounts.paymentAmount),
                             known.pair, known.price, format(amounts.payToAmount)),
                 docs::kAcceptPayment);
    return amounts;
  }
  return fail("CURRENCY_NOT_SUPPORT", "",
              fmt::format("there is no quote between {} and {}", price.currency, state.wallet.currency));
}

Result<Money> atRateOf(State const& state, Payment const& payment, Money const& part) {
  if (!payment.quote) return part;
  return applyQuote(part, *payment.quote, payment.payToAmount.currency, state.quoteScaling);
}

}  // namespace aplus::alipayplus
