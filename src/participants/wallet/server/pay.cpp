#include "participants/wallet/server/pay.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/wallet/server/agreements.h"
#include "participants/wallet/server/app_line.h"
#include "participants/wallet/server/decide.h"
#include "participants/wallet/server/decision.h"
#include "participants/wallet/server/easy_pay.h"
#include "participants/wallet/server/magic_values.h"
#include "participants/wallet/server/notify.h"
#include "participants/wallet/server/pay_rules.h"
#include "protocol/codec/codec.h"

namespace aplus::wallet::server {
namespace {

using protocol::makeResult;
using protocol::PayRequest;
using protocol::PayResponse;
using protocol::ResultInfo;

PayResponse answer(ResultInfo result) {
  PayResponse response;
  response.result = std::move(result);
  return response;
}

MagicValue const* magicOf(State const& state, Payment const& payment) {
  return state.conduct.magicValues ? findMagicValue(payment.content) : nullptr;
}

/// The same id always gets the same final answer; until there is one, that it is in process.
PayResponse repeatedAnswer(Payment const& payment, PayRequest const& request, Context& context) {
  if (!(payment.content == contentOf(request))) {
    return answer(refuse(context, "REPEAT_REQ_INCONSISTENT",
                         "this paymentRequestId came before with another paymentAmount, payToAmount, "
                         "surchargeInfo, paymentMethod or paymentPromoInfo",
                         docs::kIdempotency));
  }
  if (payment.inProcess()) {
    context.note("This paymentRequestId came before and is still in process.", docs::kIdempotency);
    return answer(makeResult("PAYMENT_IN_PROCESS"));
  }
  context.note("This paymentRequestId was answered before: the same answer is given.",
               docs::kIdempotency);
  if (payment.cancelled && payment.paid()) {
    context.note("It was cancelled since; of that inquiryPayment tells, the answer to pay stays.",
                 kSandboxChoice);
  }
  return answerOf(payment);
}

ResultInfo closedByTime(Payment const& payment, Context& context) {
  return refuse(context, "ORDER_IS_CLOSED",
                fmt::format("it had to succeed before {}",
                            formatIso8601Seconds(payment.expiresAt, kChinaTime)));
}

/// What the request's own mistakes or a magic value make of it, without a look at the account.
std::optional<ResultInfo> foregoneResult(State const& state, PayRequest const& request, Payment& payment,
                                         Context& context) {
  if (state.cancelledUnseen.contains(payment.paymentRequestId)) {
    return refuse(context, "ORDER_IS_CLOSED",
                  "it was cancelled before it arrived, so that nothing is taken", kSandboxChoice);
  }
  if (auto wrong = breaksRules(state, request, context)) return wrong;
  if (payment.expiresAt <= context.now()) return closedByTime(payment, context);
  if (request.paymentFactor.isAgreementPayment == true) {
    auto const customer = accountMeant(state, request.paymentMethod, context);
    if (!customer) return customer.error();
    payment.customerId = *customer;
  }
  return forcedByMagic(state, payment, context);
}

PayResponse firstAnswer(State& state, PayRequest const& request, SequenceNo cause, Context& context) {
  Payment payment = paymentOf(state, request, cause, context.now());
  auto foregone = foregoneResult(state, request, payment, context);
  if (foregone && leavesNoPayment(foregone->resultCode)) return answer(std::move(*foregone));
  Processing const processing = processingOf(state, payment);
  PayResponse response;
  if (!foregone && processing.answer != Answer::atOnce) {
    postpone(payment, processing.decideAfterMs, context);
    bool const brokeDown = processing.answer == Answer::unknown;
    if (brokeDown) {
      context.note("UNKNOWN_EXCEPTION: something broke down on the way to the answer; no other field "
                   "is needed.",
                   docs::kAcceptPayment);
    }
    response = brokeDown ? answer(makeResult("UNKNOWN_EXCEPTION")) : answerOf(payment);
  } else {
    ResultInfo result = foregone ? std::move(*foregone) : decide(state, payment, context);
    finish(state, payment, std::move(result), context);
    bool const usersConcern = payment.result.resultCode != "PARAM_ILLEGAL";
    if (usersConcern) pushResult(payment, payment.result, context);
    response = answerOf(payment);
  }
  state.payments[payment.paymentRequestId] = std::move(payment);
  return response;
}

/// The answer to a request of whatever kind.
PayResponse answerTo(State& state, PayRequest const& request, SequenceNo cause, Context& context) {
  if (request.pspId != state.pspId) {
    return answer(illegal(context, "$.pspId", "is not this wallet's"));
  }
  switch (easyPayCall(request)) {
    case EasyPayCall::evaluate: return evaluatePayment(state, request, context);
    case EasyPayCall::order: return orderWithPassword(state, request, cause, context);
    case EasyPayCall::verify: return verifyAndPay(state, request, cause, context);
    case EasyPayCall::none: break;
  }
  auto const known = state.payments.find(request.paymentRequestId);
  if (known != state.payments.end()) return repeatedAnswer(known->second, request, context);
  return firstAnswer(state, request, cause, context);
}

}  // namespace

PayResponse answerOf(Payment const& payment) {
  PayResponse response = answer(payment.result);
  if (payment.paid()) {
    response.paymentId = payment.paymentId;
    response.paymentTime = payment.paymentTime;
    response.paymentAmount = payment.content.paymentAmount;
    response.payToAmount = payment.content.payToAmount;
    response.customerId = payment.customerId;
  }
  if (payment.result.resultCode != "UNKNOWN_EXCEPTION") {
    response.passThroughInfo = payment.passThroughInfo;
  }
  return response;
}

PaymentContent contentOf(PayRequest const& request) {
  return {*request.paymentAmount, *request.payToAmount, request.surchargeInfo,
          request.paymentMethod, request.paymentPromoInfo};
}

Payment paymentOf(State const& state, PayRequest const& request, SequenceNo cause, SimTime now) {
  Payment payment;
  payment.paymentRequestId = request.paymentRequestId;
  payment.customerId = request.paymentMethod.customerId;
  payment.content = contentOf(request);
  payment.quote = request.paymentQuote;
  payment.referenceMerchantId = request.order->merchant.referenceMerchantId;
  payment.merchantName = request.order->merchant.merchantName;
  payment.passThroughInfo = request.passThroughInfo;
  payment.notifyUri = notifyUriOf(request.paymentNotifyUrl);
  payment.cause = cause;
  payment.receivedAt = now;
  payment.expiresAt =
      parseIso8601(request.paymentExpiryTime).value_or(now + state.lifetimes.paymentMs);
  payment.result = makeResult("PAYMENT_IN_PROCESS");
  return payment;
}

std::optional<ResultInfo> forcedByMagic(State const& state, Payment const& payment, Context& context) {
  MagicValue const* magic = magicOf(state, payment);
  if (magic == nullptr) return std::nullopt;
  context.note(fmt::format("{} is a magic value: {}", magic->value, magic->meaning), kSandboxChoice);
  if (forcesProcessing(*magic)) return std::nullopt;
  return makeResult(magic->code);
}

Processing processingOf(State const& state, Payment const& payment) {
  Processing processing = state.conduct.processing;
  MagicValue const* magic = magicOf(state, payment);
  if (magic != nullptr && forcesProcessing(*magic)) {
    processing.answer = magic->code == "UNKNOWN_EXCEPTION" ? Answer::unknown : Answer::later;
  }
  return processing;
}

void postpone(Payment& payment, std::int64_t decideAfterMs, Context& context) {
  std::int64_t const delay = std::min(decideAfterMs, payment.expiresAt - context.now());
  payment.timer = context.startTimer(delay, std::string(kDecisionTimer),
                                     payment.paymentRequestId.value);
  context.note(fmt::format("The wallet decides in {} seconds and then notifies Alipay+. It is closed "
                           "if there is no success before {}.",
                           decideAfterMs / kSecondMs,
                           formatIso8601Seconds(payment.expiresAt, kChinaTime)),
               docs::kAcceptPayment);
}

void waitUntilExpiry(Payment& payment, Context& context) {
  payment.timer = context.startTimer(payment.expiresAt - context.now(), std::string(kDecisionTimer),
                                     payment.paymentRequestId.value);
}

void finish(State& state, Payment& payment, ResultInfo result, Context& context) {
  state.lastDecisionAt = context.now();
  payment.result = std::move(result);
  if (payment.paid()) {
    UtcOffset const zone = state.endpoint->zone;
    payment.paymentId = PaymentId{formatDate(context.now(), zone) + context.newDigits(20)};
    payment.paymentTime = formatIso8601Seconds(context.now(), zone);
    payment.paidAt = context.now();
  }
}

void onPay(State& state, Envelope const& message, Context& context) {
  auto const decoded = codec::decode<PayRequest>(message.message.body);
  if (!decoded) {
    PayResponse const no = answer(illegal(context, decoded.error().path, decoded.error().message));
    return sendResponse(*state.endpoint, context, message, codec::encode(no), {"Process the payment", "response"});
  }
  for (std::string const& note : decoded->notes) context.note(note);
  PayRequest const& request = decoded->value;
  PayResponse const response = answerTo(state, request, message.id, context);
  sendResponse(*state.endpoint, context, message, codec::encode(response), payAnswerStep(state, request));
  if (easyPayCall(request) == EasyPayCall::verify) afterVerification(state, request.paymentRequestId, context);
}

void onDecisionTimer(State& state, PaymentRequestId const& id, Context& context) {
  auto const found = state.payments.find(id);
  if (found == state.payments.end() || found->second.timer == 0) return;
  Payment& payment = found->second;
  payment.timer = 0;
  bool const late = payment.expiresAt <= context.now();
  finish(state, payment, late ? closedByTime(payment, context) : decide(state, payment, context),
         context);
  pushResult(payment, payment.result, context);
  easyPayEnded(state, payment, context);
  startNotifying(state, payment, context);
}

void closePayment(State& state, Payment& payment, Context& context) {
  context.cancelTimer(payment.timer);
  payment.timer = 0;
  finish(state, payment, makeResult("ORDER_IS_CLOSED"), context);
}

PaymentResultPush receiptOf(Payment const& payment, ResultInfo const& result) {
  PaymentResultPush receipt;
  receipt.result = result;
  receipt.merchantName = payment.merchantName;
  receipt.paymentAmount = payment.content.paymentAmount;
  receipt.payToAmount = payment.content.payToAmount;
  if (result.success()) {
    receipt.paymentId = payment.paymentId;
    receipt.paymentTime = payment.paymentTime;
  }
  return receipt;
}

void pushResult(Payment const& payment, ResultInfo const& result, Context& context) {
  pushToApp(context, "pushPaymentResult", codec::encode(receiptOf(payment, result)), {});
}

}  // namespace aplus::wallet::server
