#include "participants/alipayplus/regulation_limits.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/calendar.h"
#include "participants/doc_flow.h"
#include "protocol/client_sdk/action_payload.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

constexpr std::string_view kYuan = "CNY";

std::string individualOf(State const& state, CustomerId const& customer) {
  auto const found = state.merchantPresented.individuals.find(customer);
  return found == state.merchantPresented.individuals.end() ? customer.value : found->second;
}

/// In-store payments in the mainland; their orders are in yuan.
bool isRegulated(OrderCode const& code) {
  auto const& address = code.order.merchant.merchantAddress;
  bool const inStore = code.paymentFactor.isInStorePayment != false;
  return inStore && address && address->region == "CN" && code.order.orderAmount.currency == kYuan;
}

/// What is left of a payment after refunds.
std::int64_t keptOf(State const& state, Payment const& payment) {
  std::int64_t kept = payment.orderAmount.amountMinor;
  for (auto const& [id, refund] : state.refunds) {
    if (refund.payment == payment.acquirerRequestId && refund.result.success()) {
      kept -= refund.orderAmount.amountMinor;
    }
  }
  return std::max<std::int64_t>(kept, 0);
}

/// A sum that stays within 64 bits: one that does not fit is beyond every limit. Neither is negative.
std::int64_t saturatedSum(std::int64_t left, std::int64_t right) {
  return left > INT64_MAX - right ? INT64_MAX : left + right;
}

std::string yuan(std::int64_t fen) { return format(Money{fen, std::string(kYuan)}); }

}  // namespace

YearUsage yearUsage(State const& state, CustomerId const& customer, SimTime now) {
  std::string const individual = individualOf(state, customer);
  SimTime const from = startOf(Period::year, now, kChinaTime);
  SimTime const to = endOf(Period::year, now, kChinaTime);
  YearUsage usage;
  auto const count = [&](CustomerId const& who, SimTime at, std::int64_t fen, bool entryCode) {
    if (individualOf(state, who) != individual || at < from || at >= to) return;
    usage.all = saturatedSum(usage.all, fen);
    if (entryCode) usage.entryCode = saturatedSum(usage.entryCode, fen);
  };
  for (EarlierPayment const& payment : state.merchantPresented.earlier) {
    count(payment.customerId, payment.at, payment.fen, payment.entryCode);
  }
  for (auto const& [value, code] : state.merchantPresented.orderCodes) {
    if (!code.handedOverAt || !isRegulated(code)) continue;
    Payment const& payment = state.payments.at(code.payment);
    bool const counts = payment.result.resultStatus != protocol::ResultStatus::F;
    if (counts) count(code.customerId, *code.handedOverAt, keptOf(state, payment), code.entryCode);
  }
  return usage;
}

std::optional<ExceededLimit> exceededLimit(State const& state, OrderCode const& code, CustomerId const& customer,
                                           Context& context) {
  DocStep const step = flowStep(code.entryCode, "18", "8");
  if (!isRegulated(code)) {
    context.act(step, "The limits are for in-store payments in yuan at merchants in the Chinese mainland; this is none.",
                docs::kRegulation);
    return std::nullopt;
  }
  RegulationLimits const& limits = state.merchantPresented.limits;
  YearUsage const usage = yearUsage(state, customer, context.now());
  std::int64_t const fen = code.order.orderAmount.amountMinor;
  struct Row {
    bool applies;
    std::string_view reason;
    std::int64_t used;
    std::int64_t limit;
  };
  Row const rows[] = {
      {code.entryCode, protocol::kEntrySingleLimit, 0, limits.entrySingle},
      {code.entryCode, protocol::kEntryYearLimit, usage.entryCode, limits.entryYear},
      {true, protocol::kSingleLimit, 0, limits.single},
      {true, protocol::kYearLimit, usage.all, limits.year},
  };
  context.note("A year is the calendar year in China; entry code payments count to both sums; what is in "
               "process counts, what was cancelled, failed or given back does not.",
               kSandboxChoice);
  for (Row const& row : rows) {
    if (!row.applies || saturatedSum(row.used, fen) <= row.limit) continue;
    context.act(step,
                fmt::format("{}: {} and {} paid before exceed {}.", row.reason, yuan(fen), yuan(row.used),
                            yuan(row.limit)),
                docs::kRegulation);
    return ExceededLimit{row.reason, {row.limit, std::string(kYuan)}, {row.used, std::string(kYuan)}};
  }
  context.act(step,
              fmt::format("Within the limits: {} at once, and {} in this year, of which {} by entry codes. "
                          "Exactly the limit would be allowed.",
                          yuan(fen), yuan(usage.all + fen), yuan(usage.entryCode + (code.entryCode ? fen : 0))),
              docs::kRegulation);
  return std::nullopt;
}

std::string_view codeFor(ExceededLimit const& exceeded) {
  bool const year = exceeded.reason == protocol::kYearLimit || exceeded.reason == protocol::kEntryYearLimit;
  return year ? "USER_AMOUNT_EXCEED_LIMIT" : "PAYMENT_AMOUNT_EXCEED_LIMIT";
}

void describeLimits(State const& state, StateWriter& out) {
  MerchantPresented const& own = state.merchantPresented;
  out.beginObject("limitsInFen");
  out.number("single", own.limits.single);
  out.number("year", own.limits.year);
  out.number("entrySingle", own.limits.entrySingle);
  out.number("entryYear", own.limits.entryYear);
  out.endObject();
  std::set<CustomerId> customers;
  SimTime latest;
  for (EarlierPayment const& payment : own.earlier) {
    customers.insert(payment.customerId);
    if (latest < payment.at) latest = payment.at;
  }
  for (auto const& [value, code] : own.orderCodes) {
    if (!code.handedOverAt) continue;
    customers.insert(code.customerId);
    if (latest < *code.handedOverAt) latest = *code.handedOverAt;
  }
  out.beginObject("paidInTheYearOfTheLastPayment");
  for (CustomerId const& customer : customers) {
    YearUsage const usage = yearUsage(state, customer, latest);
    out.beginObject(customer.value);
    out.text("individual", individualOf(state, customer));
    out.number("allInFen", usage.all);
    out.number("entryCodeInFen", usage.entryCode);
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::alipayplus
