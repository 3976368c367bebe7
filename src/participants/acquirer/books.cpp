#include "participants/acquirer/books.h"

#include <fmt/format.h>

#include "base/assert.h"
#include "participants/cancel_window.h"

namespace aplus::acquirer {
namespace {

/// What one order moves, and why.
struct Booking {
  Money amount;
  bool toMerchant = true;
  Purpose purpose = Purpose::payment;
  RefundRequestId refundRequestId;
};

/// When and because of which message something is booked.
struct Occasion {
  SequenceNo cause = 0;
  SimTime now;
};

/// The settlement of the day, in the currency.
Settlement& settlementOf(State& state, std::string const& currency, SimTime now) {
  std::string const day = formatIso8601(now, kChinaTime).substr(0, 10);
  Settlement& found = state.settlements[fmt::format("{} {}", day, currency)];
  found.currency = currency;
  found.closesAt = acquirerCancelWindowEnd(now);
  return found;
}

/// Sandbox choice: what is cancelled leaves the settlements that are still open. Official: a cancelled payment is in no
/// settlement file.
void withdraw(State& state, PaymentRequestId const& payment, SimTime now) {
  for (auto& [day, settlement] : state.settlements) {
    if (now >= settlement.closesAt) continue;
    std::erase_if(settlement.entries, [&](SettlementEntry const& entry) { return entry.paymentRequestId == payment; });
  }
  std::erase_if(state.settlements, [](auto const& ofDay) { return ofDay.second.entries.empty(); });
}

void settle(State& state, PaymentRequestId const& payment, Booking const& booking, SimTime now) {
  std::int64_t minor = booking.toMerchant ? booking.amount.amountMinor : -booking.amount.amountMinor;
  if (booking.purpose == Purpose::cancel) {
    withdraw(state, payment, now);
    minor = -settledFor(state, payment);  // what closed settlements brought
    if (minor == 0) return;
  }
  settlementOf(state, booking.amount.currency, now)
      .entries.push_back({booking.purpose, payment, booking.refundRequestId, minor});
}

void book(State& state, Order const& order, Booking const& booking, Occasion const& occasion) {
  std::string const settlement = settlementAccount(booking.amount.currency);
  std::string const merchant = merchantAccount(state.merchant, booking.amount.currency);
  state.ledger.openEmpty(settlement, booking.amount.currency);
  state.ledger.openEmpty(merchant, booking.amount.currency);
  auto const moved = state.ledger.move({{booking.toMerchant ? settlement : merchant,
                                         booking.toMerchant ? merchant : settlement, booking.amount, booking.purpose,
                                         order.paymentRequestId, booking.refundRequestId, occasion.cause}});
  APLUS_ASSERT(moved.has_value());  // amounts of one till stay far below what 64 bits hold
  settle(state, order.paymentRequestId, booking, occasion.now);
}

void bookRefunds(State& state, Order& order, Occasion const& occasion) {
  for (auto& [id, refund] : order.refunds) {
    if (refund.booked || !refund.result.success()) continue;
    refund.booked = true;
    book(state, order, {refund.amount, false, Purpose::refund, id}, occasion);
  }
}

}  // namespace

std::string settlementAccount(std::string const& currency) { return "settlement:alipayplus:" + currency; }

std::string merchantAccount(Merchant const& merchant, std::string const& currency) {
  return "merchant:" + merchant.referenceMerchantId + ":" + currency;
}

void keepBooks(State& state, Order& order, SequenceNo cause, SimTime now) {
  Occasion const occasion{cause, now};
  if (order.result.success() && !order.booked) {
    order.booked = true;
    book(state, order, {order.sale.amount, true, Purpose::payment, {}}, occasion);
  }
  bookRefunds(state, order, occasion);
  bool const undone = order.booked && order.result.resultStatus == protocol::ResultStatus::F;
  if (!undone) return;
  order.booked = false;
  Money const rest{order.sale.amount.amountMinor - refunded(order).amountMinor, order.sale.amount.currency};
  book(state, order, {rest, false, Purpose::cancel, {}}, occasion);
}

Money payable(Settlement const& settlement) {
  Money sum{0, settlement.currency};
  for (SettlementEntry const& entry : settlement.entries) sum.amountMinor += entry.amountMinor;
  return sum;
}

std::int64_t settledFor(State const& state, PaymentRequestId const& payment) {
  std::int64_t sum = 0;
  for (auto const& [day, settlement] : state.settlements) {
    for (SettlementEntry const& entry : settlement.entries) {
      if (entry.paymentRequestId == payment) sum += entry.amountMinor;
    }
  }
  return sum;
}

void describeSettlements(State const& state, StateWriter& out) {
  out.beginObject("settlements");
  for (auto const& [day, settlement] : state.settlements) {
    out.beginObject(day);
    out.money("payable", payable(settlement));
    out.text("closesAt", formatIso8601(settlement.closesAt, kChinaTime));
    out.beginObject("entries");
    for (SettlementEntry const& entry : settlement.entries) {
      std::string const& id = entry.refundRequestId.empty() ? entry.paymentRequestId.value : entry.refundRequestId.value;
      out.money(fmt::format("{} {}", name(entry.purpose), id), {entry.amountMinor, settlement.currency});
    }
    out.endObject();
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::acquirer
