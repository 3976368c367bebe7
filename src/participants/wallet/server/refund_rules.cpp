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

/// A promotion moves no money of the user's, since paymentAmount excludes it; what is undone of it is
/// told, and cannot be more than there was.
Verdict checkPromotion(Payment const& payment, RefundRequest const& request, Context& context) {
  if (!request.refundPromoInfo) return std::nullopt;
  if (!payment.content.paymentPromoInfo) {
    return illegal(context, "$.refundPromoInfo", "must be absent: the payment had no promotion",
                   docs::kRefund);
  }
  std::string const& currency = payment.content.paymentAmount.currency;
  auto const before = savings(*payment.content.paymentPromoInfo, currency);
  auto const undone = savings(*request.refundPromoInfo, currency);
  if (before && undone && undone->amountMinor > before->amountMinor) {
    return illegal(context, "$.refundPromoInfo",
                   fmt::format("must be {} at most, which the promotion saved", format(*before)),
                   docs::kRefund);
  }
  return std::nullopt;
}

Verdict checkSurcharge(Payment const& payment, RefundRequest const& request, Context& context) {
  if (!request.surchargeInfo) return std::nullopt;
  if (!payment.content.surchargeInfo) {
    return illegal(context, "$.surchargeInfo", "must be absent: the payment had no surcharge",
                   docs::kRefund);
  }
  Money const& before = payment.content.surchargeInfo->surchargeAmount;
  Money const& back = request.surchargeInfo->surchargeAmount;
  if (back.currency == before.currency && back.amountMinor <= before.amountMinor) return std::nullopt;
  return illegal(context, "$.surchargeInfo.surchargeAmount",
                 fmt::format("must be {} at most, which the payment had", format(before)),
                 docs::kRefund);
}

}  // namespace

std::optional<ResultInfo> refusesRefund(State const& state, Payment const& payment,
                                        RefundRequest const& request, Context& context) {
  if (auto no = checkPayment(state, payment, request, context)) return no;
  if (auto no = checkQuote(payment, request, context)) return no;
  if (auto no = checkAmounts(state, payment, request, context)) return no;
  if (auto no = checkPromotion(payment, request, context)) return no;
  return checkSurcharge(payment, request, context);
}

}  // namespace aplus::wallet::server
