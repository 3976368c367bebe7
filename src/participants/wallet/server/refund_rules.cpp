#include "participants/wallet/server/refund_rules.h"

#include <fmt/format.h>

#include "participants/wallet/server/decision.h"
#include "protocol/payments/quote.h"

namespace aplus::wallet::server {
namespace {

using protocol::PaymentPromoInfo;
using protocol::RefundRequest;
using protocol::ResultInfo;
using Verdict = std::optional<ResultInfo>;

Verdict checkPayment(State const& state, Payment const& payment, RefundRequest const& request,
                     Context& context) {
  if (payment.cancelled) {
    return refuse(context, "ORDER_IS_CLOSED", "the payment was cancelled", kSandboxChoice);
  }
  if (!payment.paid()) {
    return refuse(context, "ORDER_IS_CLOSED",
                  fmt::format("the payment ended with {}: nothing was taken",
                              payment.result.resultCode),
                  kSandboxChoice);
  }
  if (payment.paymentId != request.paymentId) {
    return illegal(context, "$.paymentId", "is not that of the payment", docs::kRefund);
  }
  SimTime const end = payment.paidAt + state.lifetimes.refundWindowMs;
  if (context.now() > end) {
    return refuse(context, "REFUND_WINDOW_EXCEED",
                  fmt::format("it could be refunded until {}",
                              formatIso8601Seconds(end, state.endpoint->zone)),
                  docs::kRefund);
  }
  return std::nullopt;
}

/// What an amount of the order's currency is in the wallet's, at the rate of the payment.
Result<Money> atPaymentsRate(State const& state, Payment const& payment, Money const& amount) {
  if (!payment.quote) return amount;
  return protocol::applyQuote(amount, *payment.quote, payment.content.payToAmount.currency,
                              state.quoteScaling);
}

/// Either the refund's own conversion or, so that rounding never adds up, what brings the sum of all
/// refunds to its conversion: the last refund of many then returns exactly the rest. Sandbox choice:
/// the page asks for the same rate and is silent on rounding.
bool agrees(State const& state, Payment const& payment, RefundRequest const& request,
            Money const& sum) {
  auto const alone = atPaymentsRate(state, payment, request.refundAmount);
  auto const together = atPaymentsRate(state, payment, sum);
  bool const asOne = alone && *alone == request.refundFromAmount;
  bool const asRest = together && together->amountMinor - payment.refundedFrom.amountMinor ==
                                      request.refundFromAmount.amountMinor;
  return asOne || asRest;
}

Verdict checkQuote(Payment const& payment, RefundRequest const& request, Context& context) {
  if (!request.refundQuote) return std::nullopt;
  if (!payment.quote) {
    return illegal(context, "$.refundQuote", "must be absent: the payment had no quote", docs::kRefund);
  }
  auto const ours = Decimal::parse(payment.quote->quotePrice);
  auto const theirs = Decimal::parse(request.refundQuote->quotePrice);
  bool const same = ours && theirs && *ours == *theirs &&
                    payment.quote->quoteCurrencyPair == request.refundQuote->quoteCurrencyPair;
  if (same) return std::nullopt;
  return illegal(context, "$.refundQuote",
                 fmt::format("must be the payment's, {} {}", payment.quote->quoteCurrencyPair,
                             payment.quote->quotePrice),
                 docs::kRefund);
}

Verdict checkAmounts(State const& state, Payment const& payment, RefundRequest const& request,
                     Context& context) {
  Money const& paid = payment.content.paymentAmount;
  Money const& payTo = payment.content.payToAmount;
  auto const sum = add(payment.refunded, request.refundAmount);
  auto const sumFrom = add(payment.refundedFrom, request.refundFromAmount);
  if (request.refundAmount.currency != paid.currency) {
    return illegal(context, "$.refundAmount.currency",
                   fmt::format("must be the order's, {}", paid.currency), docs::kRefund);
  }
  if (request.refundFromAmount.currency != payTo.currency) {
    return illegal(context, "$.refundFromAmount.currency",
                   fmt::format("must be the wallet's, {}", payTo.currency), docs::kRefund);
  }
  if (!sum || sum->amountMinor > paid.amountMinor || !sumFrom ||
      sumFrom->amountMinor > payTo.amountMinor) {
    return refuse(context, "REFUND_AMOUNT_EXCEED",
                  fmt::format("{} were paid and {} refunded before; {} are too much", format(paid),
                              format(payment.refunded), format(request.refundAmount)),
                  docs::kRefund);
  }
  if (!agrees(state, payment, request, *sum)) {
    return illegal(context, "$.refundFromAmount", "must be refundAmount at the payment's rate",
                   docs::kRefund);
  }
  return std::nullopt;
}

/// Sum of the savings in one currency; nothing when one is told otherwise or not at all.
std::optional<Money> savings(PaymentPromoInfo const& info, std::string const& currency) {
  Money sum{0, currency};
  for (auto const& promotion : info.paymentPromoDetails) {
    if (!promotion.savingsAmount) return std::nullopt;
    auto const more = add(sum, *promotion.savingsAmount);
    if (!more) return std::nullopt;
    sum = *more;
  }
  return sum;
}

/// What the refunds of this payment that were made before have undone of a part of it.
template <class PartOf>
Money undoneBefore(State const& state, Payment const& payment, std::string const& currency, PartOf&& part) {
  Money sum{0, currency};
  for (auto const& [id, refund] : state.refunds) {
    if (refund.paymentRequestId != payment.paymentRequestId || !refund.result.success()) continue;
    std::optional<Money> const undone = part(refund);
    if (auto const more = undone ? add(sum, *undone) : Result<Money>(sum)) sum = *more;
  }
  return sum;
}

bool exceeds(Money const& before, Money const& more, Money const& whole) {
  auto const sum = add(before, more);
  return !sum || sum->currency != whole.currency || sum->amountMinor > whole.amountMinor;
}

/// A promotion moves no money of the user's, since paymentAmount excludes it; what is undone of it is
/// told, and all refunds together cannot undo more than there was.
Verdict checkPromotion(State const& state, Payment const& payment, RefundRequest const& request,
                       Context& context) {
  if (!request.refundPromoInfo) return std::nullopt;
  if (!payment.content.paymentPromoInfo) {
    return illegal(context, "$.refundPromoInfo", "must be absent: the payment had no promotion",
                   docs::kRefund);
  }
  std::string const& currency = payment.content.paymentAmount.currency;
  auto const saved = savings(*payment.content.paymentPromoInfo, currency);
  auto const undone = savings(*request.refundPromoInfo, currency);
  if (!saved || !undone) return std::nullopt;
  Money const before = undoneBefore(state, payment, currency, [&](Refund const& refund) {
    return refund.refundPromoInfo ? savings(*refund.refundPromoInfo, currency) : std::nullopt;
  });
  if (exceeds(before, *undone, *saved)) {
    return illegal(context, "$.refundPromoInfo",
                   fmt::format("must be at most what is left of the {} that the promotion saved; "
                               "{} were undone before",
                               format(*saved), format(before)),
                   docs::kRefund);
  }
  context.note(fmt::format("{} of the promotion are undone; that moves no money of the user's.",
                           format(*undone)),
               docs::kRefund);
  return std::nullopt;
}

/// The surcharge is part of paymentAmount, so what goes back of it is part of refundAmount.
Verdict checkSurcharge(State const& state, Payment const& payment, RefundRequest const& request,
                       Context& context) {
  if (!request.surchargeInfo) return std::nullopt;
  if (!payment.content.surchargeInfo) {
    return illegal(context, "$.surchargeInfo", "must be absent: the payment had no surcharge",
                   docs::kRefund);
  }
  Money const& paid = payment.content.surchargeInfo->surchargeAmount;
  Money const& back = request.surchargeInfo->surchargeAmount;
  Money const before = undoneBefore(state, payment, paid.currency, [](Refund const& refund) {
    return refund.surchargeInfo ? std::optional<Money>(refund.surchargeInfo->surchargeAmount)
                                : std::nullopt;
  });
  bool const partOfIt = back.currency != request.refundAmount.currency ||
                        back.amountMinor <= request.refundAmount.amountMinor;
  if (exceeds(before, back, paid) || !partOfIt) {
    return illegal(context, "$.surchargeInfo.surchargeAmount",
                   fmt::format("must be a part of refundAmount, and at most what is left of the "
                               "surcharge of {}; {} went back before",
                               format(paid), format(before)),
                   docs::kRefund);
  }
  context.note(fmt::format("{} of it are surcharge.", format(back)), docs::kRefund);
  return std::nullopt;
}

}  // namespace

std::optional<ResultInfo> refusesRefund(State const& state, Payment const& payment,
                                        RefundRequest const& request, Context& context) {
  if (auto no = checkPayment(state, payment, request, context)) return no;
  if (auto no = checkQuote(payment, request, context)) return no;
  if (auto no = checkAmounts(state, payment, request, context)) return no;
  if (auto no = checkPromotion(state, payment, request, context)) return no;
  return checkSurcharge(state, payment, request, context);
}

}  // namespace aplus::wallet::server
