#include "participants/acquirer/books.h"

#include "base/assert.h"

namespace aplus::acquirer {
namespace {

/// What one order moves, and why.
struct Booking {
  Money amount;
  bool toMerchant = true;
  Purpose purpose = Purpose::payment;
  RefundRequestId refundRequestId;
};

void book(State& state, Order const& order, Booking const& booking, SequenceNo cause) {
  std::string const settlement = settlementAccount(booking.amount.currency);
  std::string const merchant = merchantAccount(state.merchant, booking.amount.currency);
  state.ledger.openEmpty(settlement, booking.amount.currency);
  state.ledger.openEmpty(merchant, booking.amount.currency);
  auto const moved = state.ledger.move({{booking.toMerchant ? settlement : merchant,
                                         booking.toMerchant ? merchant : settlement, booking.amount, booking.purpose,
                                         order.paymentRequestId, booking.refundRequestId, cause}});
  APLUS_ASSERT(moved.has_value());  // amounts of one till stay far below what 64 bits hold
}

void bookRefunds(State& state, Order& order, SequenceNo cause) {
  for (auto& [id, refund] : order.refunds) {
    if (refund.booked || !refund.result.success()) continue;
    refund.booked = true;
    book(state, order, {refund.amount, false, Purpose::refund, id}, cause);
  }
}

}  // namespace

std::string settlementAccount(std::string const& currency) { return "settlement:alipayplus:" + currency; }

std::string merchantAccount(Merchant const& merchant, std::string const& currency) {
  return "merchant:" + merchant.referenceMerchantId + ":" + currency;
}

void keepBooks(State& state, Order& order, SequenceNo cause) {
  if (order.result.success() && !order.booked) {
    order.booked = true;
    book(state, order, {order.sale.amount, true, Purpose::payment, {}}, cause);
  }
  bookRefunds(state, order, cause);
  bool const undone = order.booked && order.result.resultStatus == protocol::ResultStatus::F;
  if (!undone) return;
  order.booked = false;
  Money const rest{order.sale.amount.amountMinor - refunded(order).amountMinor, order.sale.amount.currency};
  book(state, order, {rest, false, Purpose::cancel, {}}, cause);
}

}  // namespace aplus::acquirer
