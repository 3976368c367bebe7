#include "participants/alipayplus/inquiry.h"

#include "participants/alipayplus/acquirer_line.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/inquiry_payment.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

std::vector<PaymentTransaction> transactionsOf(State const& state, Payment const& payment) {
  std::vector<PaymentTransaction> all;
  for (auto const& [id, refund] : state.refunds) {
    if (refund.payment != payment.acquirerRequestId) continue;
    PaymentTransaction transaction;
    transaction.transactionResult = refund.result;
    transaction.transactionId = refund.refundId.value;
    transaction.transactionType = "REFUND";
    transaction.transactionAmount = refund.orderAmount;
    transaction.transactionRequestId = id.value;
    transaction.transactionTime = refund.refundTime;
    all.push_back(std::move(transaction));
  }
  return all;
}

}  // namespace

void onAcquirerInquiry(State& state, Envelope const& request, Context& context) {
  AcquirerInquiryPaymentResponse response;
  response.acquirerId = state.acquirerId;
  auto const wanted = readAcquirer<AcquirerInquiryPaymentRequest>(state, request, context);
  Payment const* payment = wanted ? findPayment(state, *wanted) : nullptr;
  if (payment == nullptr) {
    response.result = wanted ? makeResult("ORDER_NOT_EXIST") : wanted.error();
    return answerAcquirer(state, context, request, response);
  }
  context.note("Two results: one of this inquiry, one of the payment.", docs::kInquiryPayment);
  response.result = makeResult("SUCCESS");
  response.pspId = state.wallet.pspId;
  response.paymentResult = payment->result;
  response.paymentRequestId = payment->acquirerRequestId;
  response.paymentId = payment->paymentId;
  if (payment->result.success()) {
    response.paymentAmount = payment->orderAmount;
    response.paymentTime = payment->paymentTime;
    response.customerId = payment->customerId;
  }
  response.transactions = transactionsOf(state, *payment);
  answerAcquirer(state, context, request, response);
}

}  // namespace aplus::alipayplus
