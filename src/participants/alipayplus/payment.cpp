#include "participants/alipayplus/payment.h"

#include <fmt/format.h>

#include "participants/alipayplus/acquirer_line.h"
#include "participants/alipayplus/agreements.h"
#include "participants/alipayplus/codes.h"
#include "participants/alipayplus/easy_pay.h"
#include "participants/alipayplus/order_codes.h"
#include "participants/alipayplus/new_payment.h"
#include "participants/alipayplus/wallet_line.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/pay.h"
#include "protocol/payments/payment_scenario.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

constexpr DocStep kAcquirerPayAnswer{"Process the payment", "response"};

void refuse(State const& state, Context& context, Envelope const& request, ResultInfo result) {
  AcquirerPayResponse response;
  response.result = std::move(result);
  answerAcquirer(state, context, request, response, kAcquirerPayAnswer);
}

/// True when the request was answered already: a repetition.
bool answerRepetition(State const& state, Envelope const& request, AcquirerPayRequest const& wanted,
                      Context& context) {
  auto const known = state.payments.find(wanted.paymentRequestId);
  if (known == state.payments.end()) return false;
  Payment const& payment = known->second;
  bool const same = payment.orderAmount == wanted.paymentAmount &&
                    payment.paymentCode.value == wanted.paymentMethod.paymentMethodId;
  context.note(same ? "This paymentRequestId came before: the answer is the same."
                    : "REPEAT_REQ_INCONSISTENT: this paymentRequestId came before with other content",
               docs::kIdempotency);
  if (same) {
    answerPay(state, request, payment, context);
  } else {
    AcquirerPayResponse response;
    response.result = makeResult("REPEAT_REQ_INCONSISTENT");
    response.acquirerId = wanted.acquirerId;
    answerAcquirer(state, context, request, response, kAcquirerPayAnswer);
  }
  return true;
}

void forward(State& state, Envelope const& request, AcquirerPayRequest const& wanted, Amounts const& amounts,
             Context& context) {
  Payment payment = newPayment(state, wanted, amounts, state.lifetimes.paymentMs, context);
  payment.paymentCode = PaymentCode{wanted.paymentMethod.paymentMethodId};
  payment.customerId = state.codes.at(payment.paymentCode).customerId;
  noteAmounts(amounts, context);
  state.codes.at(payment.paymentCode).used = true;
  if (payment.quote) {
    context.note("The settlement crosses a border: isCrossborderSettlement is true.", docs::kAcceptPayment);
  }
  context.note("paymentExpiryTime says until when the wallet may still take the money.", docs::kAcceptPayment);
  PayRequest pay = payRequest(state, wanted, payment);
  pay.paymentMethod.customerId = payment.customerId;
  PendingCall pending;
  pending.purpose = PendingCall::Purpose::pay;
  pending.waiting = request;
  pending.payment = payment.acquirerRequestId;
  askWallet(state, context, "pay", codec::encode(pay), {"Process the payment", "request"}, std::move(pending));
  state.payments[payment.acquirerRequestId] = std::move(payment);
}

/// What the code of the payment and the line say, before anything is paid.
Result<void> checkPay(State const& state, AcquirerPayRequest const& wanted, SimTime now) {
  if (wanted.acquirerId != state.acquirerId) {
    return fail("PARAM_ILLEGAL", "", "$.acquirerId is not that of this client");
  }
  if (state.cancelledUnseen.contains(wanted.paymentRequestId)) {
    return fail("ORDER_IS_CLOSED", "", "the acquirer has cancelled this payment before it arrived");
  }
  return checkCode(state, PaymentCode{wanted.paymentMethod.paymentMethodId}, now);
}

/// What every pay of the acquirer must say, whatever kind of payment it is.
Result<PaymentScenario> readScenario(AcquirerPayRequest const& wanted) {
  if (wanted.paymentAmount.amountMinor < 1) {
    return fail("PARAM_ILLEGAL", "$.paymentAmount.value", "must be 1 at least: the smallest unit of the currency");
  }
  return scenarioOf(wanted.paymentFactor);
}

/// A payment code of a wallet must be named, and CONNECT_WALLET. The published answer to anything else is
/// UNKNOWN_EXCEPTION.
bool namesAWallet(State const& state, AcquirerPayRequest const& wanted) {
  PaymentMethod const& method = wanted.paymentMethod;
  return method.paymentMethodType == kConnectWallet && state.codes.contains(PaymentCode{method.paymentMethodId});
}

void refuseMethod(State const& state, Envelope const& request, AcquirerPayRequest const& wanted, Context& context) {
  bool const type = wanted.paymentMethod.paymentMethodType != kConnectWallet;
  context.note(type ? fmt::format("UNKNOWN_EXCEPTION: paymentMethodType must be {}, not {}.", kConnectWallet,
                                  wanted.paymentMethod.paymentMethodType)
                    : "UNKNOWN_EXCEPTION: paymentMethodId is no payment code that a wallet has shown.",
               docs::kAcquirerFaq);
  context.note("It is a mistake of the input that gets U, so the acquirer has to inquire what it could have been told. "
               "The sandbox's wallet answers PARAM_ILLEGAL to the same mistake: F ends it.",
               kSandboxChoice);
  refuse(state, context, request, makeResult("UNKNOWN_EXCEPTION"));
}

void onUserPresented(State& state, Envelope const& request, AcquirerPayRequest const& wanted, Context& context) {
  if (answerRepetition(state, request, wanted, context)) return;
  if (!namesAWallet(state, wanted)) return refuseMethod(state, request, wanted, context);
  if (auto const usable = checkPay(state, wanted, context.now()); !usable) {
    context.note(fmt::format("{}: {}", usable.error().code, usable.error().message));
    bool const illegal = usable.error().code == "PARAM_ILLEGAL";
    refuse(state, context, request,
           illegal ? makeResult("PARAM_ILLEGAL", usable.error().message) : makeResult(usable.error().code));
    return;
  }
  auto const amounts = amountsFor(state, wanted.paymentAmount);
  if (!amounts) {
    context.note(amounts.error().code + ": " + amounts.error().message);
    refuse(state, context, request, makeResult(amounts.error().code, amounts.error().message));
    return;
  }
  forward(state, request, wanted, *amounts, context);
}

}  // namespace

void answerPay(State const& state, Envelope const& request, Payment const& payment, Context& context) {
  AcquirerPayResponse response;
  response.result = payment.result;
  response.acquirerId = payment.acquirerId;
  response.pspId = state.wallet.pspId;
  if (payment.result.success()) {
    response.paymentId = payment.paymentId;
    response.paymentTime = payment.paymentTime;
    response.paymentAmount = payment.orderAmount;
    response.customerId = payment.customerId;
    response.walletBrandName = state.wallet.walletBrandName;
  }
  response.paymentUrl = pageOf(state, payment);
  DocStep const online = payAnswerStep(state, payment);
  bool const byCode = !payment.paymentCode.empty();
  answerAcquirer(state, context, request, response, byCode ? kAcquirerPayAnswer : online);
}

void onAcquirerPay(State& state, Envelope const& request, Context& context) {
  auto const wanted = readAcquirer<AcquirerPayRequest>(state, request, context);
  if (!wanted) {
    refuse(state, context, request, wanted.error());
    return;
  }
  auto const scenario = readScenario(*wanted);
  if (!scenario) {
    Error const& wrong = scenario.error();
    context.note(fmt::format("{}: {} {}", wrong.code, wrong.path, wrong.message), docs::kAcquirerFaq);
    return refuse(state, context, request, makeResult(wrong.code, wrong.path + " " + wrong.message));
  }
  switch (*scenario) {
    case PaymentScenario::userPresented: return onUserPresented(state, request, *wanted, context);
    case PaymentScenario::orderCode:
    case PaymentScenario::entryCode:
    case PaymentScenario::cashier: return onOrder(state, request, *wanted, *scenario, context);
    case PaymentScenario::autoDebit:
      return isEasyPay(*wanted) ? onEasyPayOrder(state, request, *wanted, context)
                                : onAgreementPay(state, request, *wanted, context);
  }
}

}  // namespace aplus::alipayplus
