#include "participants/acquirer/notices.h"

#include <fmt/format.h>

#include "participants/acquirer/books.h"
#include "participants/acquirer/cancel.h"
#include "participants/acquirer/merchant_presented.h"
#include "participants/acquirer/payment.h"
#include "participants/acquirer/till.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/notify_payment.h"

namespace aplus::acquirer {
namespace {

using namespace protocol;

/// What is answered to a notification that was understood.
ResultInfo acknowledgement(State& state, AcquirerNotifyPaymentRequest const& notice, Context& context) {
  Mistakes& mistakes = state.mistakes;
  if (mistakes.noticeAnswers == 0) return makeResult("SUCCESS");
  --mistakes.noticeAnswers;
  switch (mistakes.noticeAnswer) {
    case NoticeAnswer::paymentResult:
      context.note("This acquirer repeats the payment's own result. The answer speaks of the notification and should "
                   "be S and SUCCESS.",
                   docs::kAcquirerFaq);
      return notice.paymentResult;
    case NoticeAnswer::unknown:
      context.note("This acquirer answers U, so it will be told again.", docs::kAcquirerFaq);
      return makeResult("UNKNOWN_EXCEPTION");
    case NoticeAnswer::acknowledged: break;
  }
  return makeResult("SUCCESS");
}

/// The order is taken for what the notification says, unless that contradicts what is final here.
void take(State& state, acquirer::Order& order, AcquirerNotifyPaymentRequest const& notice, Context& context) {
  bool const success = notice.paymentResult.success();
  bool const closed = order.cancelled || order.result.resultStatus == ResultStatus::F;
  if (closed && success) {
    context.note("The order is closed here, and this says that it was paid: the payment is cancelled, so that the money "
                 "goes back.",
                 docs::kNotifyPayment);
    if (!order.cancelling) beginCancelling(state, order, context);
    return;
  }
  if (order.result.success() && !success && !order.cancelling) {
    context.note("It was paid before, and this says that it was not: Alipay+ is asked which of the two holds.",
                 kSandboxChoice);
    inquire(state, order, context);
    return;
  }
  if (closed) return;
  order.result = notice.paymentResult;
  order.paymentId = notice.paymentId;
  order.paymentTime = notice.paymentTime;
  if (!order.cancelling) stopTimer(order, context);
}

}  // namespace

void onNotified(State& state, Envelope const& request, Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, request);
  auto const notice = codec::decode<AcquirerNotifyPaymentRequest>(request.message.body);
  auto const found = check.valid && notice ? state.orders.find(notice->value.paymentRequestId) : state.orders.end();
  AcquirerNotifyPaymentResponse response;
  if (!check.valid) response.result = makeResult(check.code);
  else if (!notice) response.result = unreadable(context, notice.error());
  else if (found == state.orders.end()) response.result = makeResult("ORDER_NOT_EXIST");
  else response.result = acknowledgement(state, notice->value, context);
  sendResponse(*state.endpoint, context, request, codec::encode(response), {});
  if (found == state.orders.end()) return;
  acquirer::Order& order = found->second;
  take(state, order, notice->value, context);
  keepBooks(state, order, request.id, context.now());
  endPresenting(state, order);
  showOrder(state, order, context);
}

}  // namespace aplus::acquirer
