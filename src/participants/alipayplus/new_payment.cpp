#include "participants/alipayplus/new_payment.h"

#include "participants/alipayplus/payment.h"

namespace aplus::alipayplus {

using namespace protocol;

Payment newPayment(State const& state, PaymentRequestId const& acquirerRequestId, Money const& price, SimTime expiresAt,
                   Context& context) {
  Payment payment;
  payment.acquirerRequestId = acquirerRequestId;
  payment.walletRequestId = PaymentRequestId{formatDate(context.now(), kChinaTime) + context.newDigits(24)};
  payment.acquirerId = state.acquirerId;
  payment.paymentId = PaymentId{formatDate(context.now(), kChinaTime) + context.newDigits(20)};
  payment.orderAmount = payment.paymentAmount = price;
  payment.payToAmount = {0, state.wallet.currency};
  payment.expiresAt = expiresAt;
  payment.result = makeResult("PAYMENT_IN_PROCESS");
  return payment;
}

Payment newPayment(State const& state, AcquirerPayRequest const& wanted, Amounts const& amounts,
                   std::int64_t lifetimeMs, Context& context) {
  Payment payment = newPayment(state, wanted.paymentRequestId, wanted.paymentAmount,
                               expiryOf(wanted, lifetimeMs, context.now()), context);
  setAmounts(payment, amounts);
  return payment;
}

void setAmounts(Payment& payment, Amounts const& amounts) {
  payment.paymentAmount = amounts.paymentAmount;
  payment.payToAmount = amounts.payToAmount;
  payment.quote = amounts.quote;
  payment.promotion = amounts.promotion;
  payment.surcharge = amounts.surcharge;
}

SimTime expiryOf(AcquirerPayRequest const& wanted, std::int64_t lifetimeMs, SimTime now) {
  // The codec has read the time, so it is one.
  return wanted.paymentExpiryTime.empty() ? now + lifetimeMs : *parseIso8601(wanted.paymentExpiryTime);
}

PayRequest payRequest(State const& state, AcquirerPayRequest const& wanted, Payment const& payment) {
  PayRequest pay;
  pay.order = wanted.order;
  pay.acquirerId = payment.acquirerId;
  pay.pspId = state.wallet.pspId;
  pay.paymentRequestId = payment.walletRequestId;
  pay.paymentAmount = payment.paymentAmount;
  pay.paymentMethod = wanted.paymentMethod;
  pay.payToAmount = payment.payToAmount;
  pay.paymentQuote = payment.quote;
  pay.paymentFactor = wanted.paymentFactor;
  if (payment.quote) pay.paymentFactor.isCrossborderSettlement = true;
  if (payment.surcharge) pay.paymentFactor.needSurcharge = true;
  pay.paymentExpiryTime = formatIso8601(payment.expiresAt, kChinaTime);
  pay.paymentNotifyUrl = std::string(kPaymentNotifyUrl);
  pay.paymentPromoInfo = payment.promotion;
  pay.surchargeInfo = payment.surcharge;
  pay.passThroughInfo = wanted.passThroughInfo;
  return pay;
}

}  // namespace aplus::alipayplus
