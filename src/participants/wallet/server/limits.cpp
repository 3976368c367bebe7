#include "participants/wallet/server/limits.h"

#include <fmt/format.h>

#include "participants/wallet/server/wallet_server.h"
#include "protocol/doc_pages.h"

namespace aplus::wallet::server {
namespace {

/// What of a payment still counts, or nothing.
std::optional<std::int64_t> counted(Payment const& payment) {
  if (!payment.paid() || payment.cancelled) return std::nullopt;
  std::int64_t const left =
      payment.content.payToAmount.amountMinor - payment.refundedFrom.amountMinor;
  if (left == 0) return std::nullopt;
  return left;
}

/// A sum that stays within 64 bits: one that does not fit is beyond every limit.
Money saturatedSum(Money const& left, Money const& right) {
  return add(left, right).value_or(Money{INT64_MAX, left.currency});
}

std::string untilText(State const& state, Period period, Usage const& usage) {
  return fmt::format("in this {}, which ends at {}", name(period),
                     formatIso8601Seconds(usage.resetsAt, state.endpoint->zone));
}

}  // namespace

Usage usageOf(State const& state, CustomerId const& customer, Period period, SimTime now) {
  UtcOffset const zone = state.endpoint->zone;
  SimTime const start = startOf(period, now, zone);
  Usage usage{{0, state.currency}, 0, endOf(period, now, zone)};
  for (auto const& [id, payment] : state.payments) {
    auto const left = counted(payment);
    if (!left || !(payment.customerId == customer) || payment.paidAt < start) continue;
    usage.amount = saturatedSum(usage.amount, {*left, state.currency});
    ++usage.count;
  }
  return usage;
}

std::optional<std::string_view> exceededLimit(State const& state, CustomerId const& customer,
                                              Money const& amount, Context& context) {
  Limits const& limits = state.conduct.limits;
  auto const refuse = [&](std::string_view code, std::string const& reason) {
    context.note(fmt::format("{}: {}", code, reason), docs::kAcceptPayment);
    return code;
  };
  if (limits.perPaymentMinor && amount.amountMinor > *limits.perPaymentMinor) {
    return refuse("PAYMENT_AMOUNT_EXCEED_LIMIT",
                  fmt::format("one payment may be {} at most, this is {}",
                              format({*limits.perPaymentMinor, state.currency}), format(amount)));
  }
  for (auto const& [period, limit] : limits.periods) {
    Usage const usage = usageOf(state, customer, period, context.now());
    Money const sum = saturatedSum(usage.amount, amount);
    std::string const until = untilText(state, period, usage);
    if (limit.amountMinor && sum.amountMinor > *limit.amountMinor) {
      return refuse("USER_AMOUNT_EXCEED_LIMIT",
                    fmt::format("with it {} would be paid of {} {}", format(sum),
                                format({*limit.amountMinor, state.currency}), until));
    }
    if (limit.count && usage.count + 1 > *limit.count) {
      return refuse("PAYMENT_COUNT_EXCEED_LIMIT",
                    fmt::format("it would be payment {} of {} {}", usage.count + 1, *limit.count,
                                until));
    }
    context.note(fmt::format("It is payment {} and makes {} {}: within the limits.", usage.count + 1,
                             format(sum), until),
                 kSandboxChoice);
  }
  return std::nullopt;
}

void describeLimits(State const& state, Account const& account, StateWriter& out) {
  Limits const& limits = state.conduct.limits;
  if (!limits.perPaymentMinor && limits.periods.empty()) return;
  out.beginObject("limits");
  if (limits.perPaymentMinor) out.money("perPayment", {*limits.perPaymentMinor, state.currency});
  for (auto const& [period, limit] : limits.periods) {
    Usage const usage = usageOf(state, account.customerId, period, state.lastDecisionAt);
    out.beginObject(name(period));
    out.money("used", usage.amount);
    if (limit.amountMinor) out.money("amount", {*limit.amountMinor, state.currency});
    out.number("usedCount", usage.count);
    if (limit.count) out.number("count", *limit.count);
    out.text("resetsAt", formatIso8601Seconds(usage.resetsAt, state.endpoint->zone));
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::wallet::server
