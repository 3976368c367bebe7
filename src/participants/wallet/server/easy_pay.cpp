#include "participants/wallet/server/easy_pay.h"

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/wallet/server/agreements.h"
#include "participants/wallet/server/decide.h"
#include "participants/wallet/server/decision.h"
#include "participants/wallet/server/magic_values.h"
#include "participants/wallet/server/notify.h"
#include "participants/wallet/server/otp.h"
#include "participants/wallet/server/pay.h"
#include "participants/wallet/server/pay_rules.h"

namespace aplus::wallet::server {
namespace {

using protocol::makeResult;
using protocol::PayRequest;
using protocol::PayResponse;
using protocol::ResultInfo;
using protocol::ResultStatus;

PayResponse answer(ResultInfo result) {
  PayResponse response;
  response.result = std::move(result);
  return response;
}

PayResponse inconsistent(Context& context) {
  return answer(refuse(context, "REPEAT_REQ_INCONSISTENT", "this paymentRequestId came before with other content",
                       docs::kIdempotency));
}

/// Why an order is not even made; nothing when all is well. The account is known from then on.
std::optional<ResultInfo> whyNot(State& state, PayRequest const& request, Payment& payment, Context& context) {
  if (state.cancelledUnseen.contains(payment.paymentRequestId)) {
    return refuse(context, "ORDER_IS_CLOSED", "it was cancelled before it arrived", kSandboxChoice);
  }
  if (auto wrong = breaksRules(state, request, context)) return wrong;
  auto const customer = accountMeant(state, request.paymentMethod, context);
  if (!customer) return customer.error();
  payment.customerId = *customer;
  if (auto forced = forcedByMagic(state, payment, context)) return forced;
  return objection(state, payment, context);
}

ResultInfo refusalOf(OtpSent::Outcome outcome, Context& context) {
  if (outcome == OtpSent::Outcome::locked) {
    return refuse(context, "RISK_REJECT", "too many wrong passwords were typed for this user", kSandboxChoice);
  }
  return refuse(context, "PROCESS_FAIL", "without the password there is no order to verify", kSandboxChoice);
}

EasyPayOrder& orderOf(State& state, PaymentRequestId const& id) { return state.easyPay.orders.at(id); }

void move(EasyPayOrder& order, OrderEvent event, Context& context) {
  OrderPhase const before = order.phase;
  order.phase = after(before, event);
  if (order.phase != before) context.note(fmt::format("The order goes from {} to {}.", name(before), name(order.phase)));
}

/// The password could not be sent, or something stands against the payment: it has failed.
PayResponse refuseOrder(State& state, Payment payment, ResultInfo result, Context& context) {
  EasyPayOrder order;
  move(order, OrderEvent::orderRefused, context);
  finish(state, payment, std::move(result), context);
  order.ordered = answerOf(payment);
  PayResponse const response = order.ordered;
  state.easyPay.orders[payment.paymentRequestId] = std::move(order);
  state.payments[payment.paymentRequestId] = std::move(payment);
  return response;
}

PayResponse repeatedOrder(State& state, Payment const& payment, PayRequest const& request, Context& context) {
  auto const order = state.easyPay.orders.find(payment.paymentRequestId);
  if (order == state.easyPay.orders.end() || !(payment.content == contentOf(request))) return inconsistent(context);
  context.note("The order was made before: the same answer, and no other password.", docs::kIdempotency);
  return order->second.ordered;
}

/// What call 3 says of the order, where it says anything, is what call 2 said.
bool sameOrder(Payment const& payment, PayRequest const& request) {
  return (!request.paymentAmount || *request.paymentAmount == payment.content.paymentAmount) &&
         (!request.payToAmount || *request.payToAmount == payment.content.payToAmount) &&
         request.paymentMethod.paymentMethodType == payment.content.paymentMethod.paymentMethodType;
}

/// The password was right: the money is taken, or not, or later.
PayResponse payVerified(State& state, Payment& payment, EasyPayOrder& order, Context& context) {
  context.cancelTimer(payment.timer);
  payment.timer = 0;
  Processing const processing = processingOf(state, payment);
  if (processing.answer != Answer::atOnce) {
    move(order, OrderEvent::rightAndUnknown, context);
    payment.result = makeResult("PAYMENT_IN_PROCESS");
    postpone(payment, processing.decideAfterMs, context);
    return answer(makeResult(processing.answer == Answer::unknown ? "UNKNOWN_EXCEPTION" : "PAYMENT_IN_PROCESS"));
  }
  finish(state, payment, decide(state, payment, context), context);
  move(order, payment.paid() ? OrderEvent::rightAndPaid : OrderEvent::rightAndRefused, context);
  return answerOf(payment);
}

PayResponse noTriesLeft(State& state, Payment& payment, EasyPayOrder& order, Context& context) {
  context.cancelTimer(payment.timer);
  payment.timer = 0;
  finish(state, payment,
         refuse(context, "USER_PAYMENT_VERIFICATION_FAILED", "the one-time password failed for the last time",
                docs::kEasyPay),
         context);
  move(order, OrderEvent::noTriesLeft, context);
  return answerOf(payment);
}

/// Call 3 of an order that waits for its password.
PayResponse verify(State& state, Payment& payment, EasyPayOrder& order, PayRequest const& request, Context& context) {
  bool const signs = request.paymentFactor.isAuthorizationAndPay == true;
  context.act({kEasyPayFlow, "13"}, "The wallet verifies the one-time password and pays the order of the second call.",
              docs::kEasyPay);
  OtpVerdict const verdict = verifyPassword(state, payment.customerId, payment.paymentRequestId.value,
                                            *request.otpVerification, context);
  if (verdict == OtpVerdict::tryAgain) {
    move(order, OrderEvent::wrongPassword, context);
    context.note("VERIFICATION_IN_PROCESS: the verification failed, and Alipay+ can still retry.", docs::kEasyPay);
    return answer(makeResult("VERIFICATION_IN_PROCESS"));
  }
  if (signs) order.agreement = request.authorizationInfo;
  return verdict == OtpVerdict::right ? payVerified(state, payment, order, context)
                                      : noTriesLeft(state, payment, order, context);
}

}  // namespace

EasyPayCall easyPayCall(PayRequest const& request) {
  protocol::PaymentFactor const& factor = request.paymentFactor;
  if (factor.isVerificationAndPay == true) return EasyPayCall::verify;
  if (factor.isPaymentEvaluation == true) return EasyPayCall::evaluate;
  if (factor.isEasyPayScenario == true) return EasyPayCall::order;
  return EasyPayCall::none;
}

PayResponse evaluatePayment(State& state, PayRequest const& request, Context& context) {
  if (request.paymentFactor.isEasyPayScenario == true) {
    context.note("isEasyPayScenario comes with it, as in the guide's sample; isPaymentEvaluation decides.",
                 kSandboxChoice);
  }
  auto& evaluations = state.easyPay.evaluations;
  PaymentContent const content = contentOf(request);
  if (auto const known = evaluations.find(request.paymentRequestId); known != evaluations.end()) {
    return known->second.content == content ? known->second.answer : inconsistent(context);
  }
  if (state.payments.contains(request.paymentRequestId)) return inconsistent(context);
  Payment payment = paymentOf(state, request, 0, context.now());
  auto no = whyNot(state, request, payment, context);
  if (!no && processingOf(state, payment).answer == Answer::unknown) {
    context.note("Whether the account supports the payment is unknown: U.", docs::kEasyPay);
    return answer(makeResult("UNKNOWN_EXCEPTION"));
  }
  PayResponse response = answer(no ? *no : makeResult("SUCCESS"));
  if (!no) {
    response.customerId = payment.customerId;
    response.pspId = state.pspId;
    context.note("The account supports the payment. Nothing is taken: it was an evaluation only.", docs::kEasyPay);
  }
  evaluations[request.paymentRequestId] = {content, response};
  return response;
}

PayResponse orderWithPassword(State& state, PayRequest const& request, SequenceNo cause, Context& context) {
  auto const known = state.payments.find(request.paymentRequestId);
  if (known != state.payments.end()) return repeatedOrder(state, known->second, request, context);
  if (state.easyPay.neverOrdered.contains(request.paymentRequestId)) {
    return answer(refuse(context, "ORDER_NOT_EXIST", "a password came before the order, and was refused",
                         kSandboxChoice));
  }
  Payment payment = paymentOf(state, request, cause, context.now());
  if (payment.expiresAt <= context.now()) {
    return refuseOrder(state, std::move(payment), refuse(context, "ORDER_IS_CLOSED", "paymentExpiryTime is over"),
                       context);
  }
  if (auto no = whyNot(state, request, payment, context)) {
    return refuseOrder(state, std::move(payment), std::move(*no), context);
  }
  OtpSent const sent =
      sendPassword(state, payment.customerId, payment.paymentRequestId.value, {kEasyPayFlow, "8"}, context);
  if (sent.verifyRequestId.empty()) {
    return refuseOrder(state, std::move(payment), refusalOf(sent.outcome, context), context);
  }
  EasyPayOrder order;
  move(order, OrderEvent::ordered, context);
  order.ordered = answer(makeResult("VERIFICATION_IN_PROCESS"));
  order.ordered.verifyRequestId = sent.verifyRequestId;
  context.note("The order is made, and nothing is paid before the password is verified: the answer can't be S.",
               docs::kEasyPay);
  payment.result = makeResult("VERIFICATION_IN_PROCESS");
  waitUntilExpiry(payment, context);
  PayResponse const response = order.ordered;
  state.easyPay.orders[payment.paymentRequestId] = std::move(order);
  state.payments[payment.paymentRequestId] = std::move(payment);
  return response;
}

PayResponse verifyAndPay(State& state, PayRequest const& request, SequenceNo cause, Context& context) {
  auto const known = state.payments.find(request.paymentRequestId);
  if (known == state.payments.end()) {
    state.easyPay.neverOrdered.insert(request.paymentRequestId);
    return answer(refuse(context, "ORDER_NOT_EXIST", "no order was made under this paymentRequestId", kSandboxChoice));
  }
  Payment& payment = known->second;
  bool const easyPay = state.easyPay.orders.contains(request.paymentRequestId);
  if (!easyPay || !sameOrder(payment, request)) return inconsistent(context);
  context.note("The third call bears the second one's paymentRequestId: that is how the order is found, and no repetition.",
               kSandboxChoice);
  EasyPayOrder& order = orderOf(state, request.paymentRequestId);
  if (order.phase == OrderPhase::processing) {
    context.note("The password was right; the payment is still in process.", docs::kIdempotency);
    return answer(makeResult("PAYMENT_IN_PROCESS"));
  }
  if (order.phase != OrderPhase::waiting) {
    context.note("The order has ended: the answer is the one that it ended with.", docs::kIdempotency);
    return answerOf(payment);
  }
  payment.cause = cause;
  return verify(state, payment, order, request, context);
}

void afterVerification(State& state, PaymentRequestId const& id, Context& context) {
  auto const found = state.payments.find(id);
  auto const order = state.easyPay.orders.find(id);
  bool const ended = found != state.payments.end() && order != state.easyPay.orders.end() &&
                     !found->second.inProcess() && !found->second.cancelled;
  if (!ended || state.notifications.contains(id)) return;
  pushResult(found->second, found->second.result, context);
  authorizeIfSigned(state, found->second, order->second, context);
  startNotifying(state, found->second, context);
}

DocStep payAnswerStep(State const& state, PayRequest const& request) {
  switch (easyPayCall(request)) {
    case EasyPayCall::evaluate: return {kEasyPayFlow, "5"};
    case EasyPayCall::order: return {};
    case EasyPayCall::verify: return {kEasyPayFlow, "14"};
    case EasyPayCall::none: break;
  }
  if (request.paymentFactor.isAgreementPayment != true) return {"Process the payment", "response"};
  auto const token = state.tokens.find(AccessToken{request.paymentMethod.paymentMethodId});
  bool const byBinding = token != state.tokens.end() && token->second.grant.byBinding;
  return bindingStep(byBinding, "18", "27");
}

void orderEvent(State& state, PaymentRequestId const& id, OrderEvent event) {
  EasyPayOrder& order = orderOf(state, id);
  order.phase = after(order.phase, event);
}

void easyPayEnded(State& state, Payment const& payment, Context& context) {
  auto const found = state.easyPay.orders.find(payment.paymentRequestId);
  if (found == state.easyPay.orders.end()) return;
  EasyPayOrder& order = found->second;
  endPasswords(state, payment.paymentRequestId.value);
  OrderEvent const event = payment.cancelled                  ? OrderEvent::cancelled
                           : payment.paid()                   ? OrderEvent::decidedPaid
                           : payment.expiresAt <= context.now() ? OrderEvent::expired
                                                              : OrderEvent::decidedRefused;
  if (findTransition(order.phase, event) == nullptr) return;  // it had failed before
  move(order, event, context);
  authorizeIfSigned(state, payment, order, context);
}

void describeEasyPay(State const& state, StateWriter& out) {
  EasyPay const& easyPay = state.easyPay;
  if (easyPay.orders.empty() && easyPay.evaluations.empty() && easyPay.prepared.empty()) return;
  out.beginObject("easyPay");
  out.beginObject("orders");
  for (auto const& [id, order] : easyPay.orders) {
    out.beginObject(id.value);
    out.text("phase", name(order.phase));
    out.flag("signsAgreement", order.agreement.has_value());
    out.endObject();
  }
  out.endObject();
  describePasswords(state, out);
  describeAgreements(state, out);
  out.endObject();
}

}  // namespace aplus::wallet::server
