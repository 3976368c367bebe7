#include "participants/alipayplus/outcome.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/alipayplus/cancel.h"
#include "participants/alipayplus/easy_pay.h"
#include "participants/alipayplus/payment.h"
#include "participants/alipayplus/wallet_line.h"
#include "participants/doc_flow.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/inquiry_payment.h"
#include "protocol/payments/pay.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

constexpr std::string_view kVerifying = "VERIFICATION_IN_PROCESS";

/// The wallet may still say how it ends. An Easy Pay order that waits for its user is known to the wallet already.
bool undecided(State const& state, Payment const& payment) {
  if (payment.stage != Stage::open) return payment.stage == Stage::paying || payment.stage == Stage::inquiring;
  auto const easyPay = state.easyPay.payments.find(payment.acquirerRequestId);
  return easyPay != state.easyPay.payments.end() && easyPay->second.ordered;
}

void finish(Payment& payment, ResultInfo result, Context& context) {
  stopTimer(payment, context);
  payment.stage = Stage::done;
  payment.result = std::move(result);
}

/// Takes a wallet's answer to pay for what it says about the payment.
void learnFromPay(State& state, Payment& payment, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<PayResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted, so nobody knows whether the money was taken.");
    return;
  }
  PayResponse const& answer = reply->value;
  bool const named = !answer.paymentId.empty() && !answer.paymentTime.empty();
  if (answer.result.success() && named) {
    learnPaid(state, payment, {answer.paymentId, answer.paymentTime}, context);
  } else if (answer.result.success()) {
    context.note("SUCCESS without paymentId or paymentTime is no answer: both must be returned.", docs::kAcceptPayment);
  } else if (answer.result.resultCode == kVerifying && state.easyPay.payments.contains(payment.acquirerRequestId)) {
    verificationContinues(state, payment, context);
  } else if (answer.result.resultStatus == ResultStatus::U) {
    context.note(fmt::format("{} is not final: the payment has to be inquired.", answer.result.resultCode),
                 docs::kInquiryPayment);
  } else if (isLineCode(answer.result.resultCode)) {
    context.note(fmt::format("{} speaks of the line to the wallet; the acquirer is told PROCESS_FAIL.",
                             answer.result.resultCode),
                 kSandboxChoice);
    learnFailed(state, payment, makeResult("PROCESS_FAIL"), context);
  } else {
    learnFailed(state, payment, answer.result, context);
  }
}

void inquire(State& state, Payment& payment, Context& context) {
  InquiryPaymentRequest request;
  request.acquirerId = payment.acquirerId;
  request.pspId = state.wallet.pspId;
  request.paymentRequestId = payment.walletRequestId;
  ++payment.inquiries;
  PendingCall pending;
  pending.purpose = PendingCall::Purpose::inquiryPayment;
  pending.payment = payment.acquirerRequestId;
  bool const easyPay = state.easyPay.payments.contains(payment.acquirerRequestId);
  askWallet(state, context, "inquiryPayment", codec::encode(request), easyPay ? DocStep{kEasyPayFlow, "18"} : DocStep{},
            std::move(pending));
}

void beginInquiring(Payment& payment, Context& context) {
  payment.stage = Stage::inquiring;
  context.note("The acquirer is told PAYMENT_IN_PROCESS, and the wallet is asked at growing intervals.",
               docs::kInquiryPayment);
  inquireLater(payment, context);
}

}  // namespace

void stopTimer(Payment& payment, Context& context) {
  if (payment.timer != 0) context.cancelTimer(payment.timer);
  payment.timer = 0;
}

void learnPaid(State& state, Payment& payment, Paid const& paid, Context& context) {
  bool const news = payment.walletPaymentId.empty();
  payment.walletPaymentId = paid.paymentId;
  payment.paymentTime = paid.paymentTime;
  if (undecided(state, payment)) {
    finish(payment, makeResult("SUCCESS"), context);
  } else if (payment.stage == Stage::done && payment.result.success()) {
    context.note("That it is paid is known already.");
  } else if (payment.stage == Stage::done || news) {
    context.note(payment.stage == Stage::open
                     ? "Alipay+ never told the wallet to pay this order: it is cancelled, and the money goes back."
                     : "The success comes too late, the payment is closed: it is cancelled again, and the money goes back.",
                 docs::kCancelPayment);
    beginCancelling(state, payment, {}, context);
  }
}

void learnFailed(State const& state, Payment& payment, ResultInfo const& result, Context& context) {
  if (undecided(state, payment)) finish(payment, result, context);
  else if (payment.result.success() && payment.stage == Stage::done) {
    context.note("The wallet said SUCCESS before; that it now says F is a contradiction and changes nothing.",
                 kSandboxChoice);
  }
}

void onWalletPaid(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Payment& payment = state.payments.at(pending.payment);
  learnFromPay(state, payment, response, context);
  if (payment.stage == Stage::paying) beginInquiring(payment, context);
  answerPay(state, pending.waiting, payment, context);
}

void onWalletPaySilence(State& state, PendingCall const& pending, Context& context) {
  Payment& payment = state.payments.at(pending.payment);
  if (payment.stage == Stage::paying) beginInquiring(payment, context);
  answerPay(state, pending.waiting, payment, context);
}

void inquireLater(Payment& payment, Context& context) {
  if (payment.stage != Stage::inquiring) return;
  stopTimer(payment, context);
  std::int64_t const next = retryDelayMs(payment.inquiries);
  std::int64_t const left = std::max<std::int64_t>(payment.expiresAt - context.now(), 0);
  payment.timer = context.startTimer(std::min(next, left), std::string(kPaymentTimer),
                                     payment.acquirerRequestId.value);
}

void onPaymentTimer(State& state, Timer const& timer, Context& context) {
  auto const found = state.payments.find(PaymentRequestId{timer.subject});
  if (found == state.payments.end() || found->second.timer != timer.id) return;
  Payment& payment = found->second;
  payment.timer = 0;
  if (payment.stage == Stage::cancelling) {
    context.note("cancelPayment has not been confirmed: it is sent again until it is.", docs::kCancelPayment);
    sendCancel(state, payment, {}, context);
  } else if (payment.stage == Stage::open) {
    context.note("The user has not paid in time.", docs::kCancelPayment);
    closeEasyPay(state, payment, {}, context);
  } else if (payment.expiresAt <= context.now()) {
    context.note("The payment has no final result at its expiry: it is cancelled.", docs::kCancelPayment);
    beginCancelling(state, payment, {}, context);
  } else {
    inquire(state, payment, context);
  }
}

void onWalletInquired(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Payment& payment = state.payments.at(pending.payment);
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<InquiryPaymentResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted; the wallet is asked again.");
  } else if (!reply->value.result.success()) {
    bool const unknown = reply->value.result.resultCode == "ORDER_NOT_EXIST";
    context.note(unknown ? "The wallet does not know the payment; pay may still be on its way, so it stays open."
                         : "The inquiry itself was refused; that says nothing of the payment.",
                 kSandboxChoice);
  } else if (ResultInfo const& paid = *reply->value.paymentResult; paid.success()) {
    learnPaid(state, payment, {reply->value.paymentId, reply->value.paymentTime}, context);
  } else if (paid.resultStatus == ResultStatus::F) {
    learnFailed(state, payment, paid, context);
  } else if (paid.resultCode == kVerifying && state.easyPay.payments.contains(pending.payment)) {
    verificationContinues(state, payment, context);
  }
  inquireLater(payment, context);
}

}  // namespace aplus::alipayplus
