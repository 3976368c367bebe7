#include "participants/alipayplus/easy_pay.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "participants/alipayplus/acquirer_line.h"
#include "participants/alipayplus/cancel.h"
#include "participants/alipayplus/outcome.h"
#include "participants/alipayplus/pages.h"
#include "participants/alipayplus/new_payment.h"
#include "participants/alipayplus/payment.h"
#include "participants/alipayplus/wallet_line.h"
#include "participants/doc_flow.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;
using Purpose = PendingCall::Purpose;

void answer(State const& state, Envelope const& request, ResultInfo result, Context& context) {
  AcquirerPayResponse response;
  response.result = std::move(result);
  response.acquirerId = state.acquirerId;
  answerAcquirer(state, context, request, response);
}

PendingCall pendingFor(Purpose purpose, Payment const& payment, Envelope const& waiting) {
  PendingCall pending;
  pending.purpose = purpose;
  pending.payment = payment.acquirerRequestId;
  pending.waiting = waiting;
  return pending;
}

/// Why no payment is made of it; nothing when all is well.
std::optional<ResultInfo> refusal(State const& state, AcquirerPayRequest const& wanted) {
  if (wanted.acquirerId != state.acquirerId) {
    return makeResult("PARAM_ILLEGAL", "$.acquirerId is not that of this client");
  }
  if (state.cancelledUnseen.contains(wanted.paymentRequestId)) return makeResult("ORDER_IS_CLOSED");
  if (wanted.paymentMethod.paymentMethodType != state.easyPay.walletType) {
    return makeResult("UNAVAILABLE_PAYMENT_METHOD", "No wallet of this name takes part.");
  }
  if (wanted.paymentAmount != wanted.order.orderAmount) {
    return makeResult("PARAM_ILLEGAL", "$.paymentAmount is not order.orderAmount");
  }
  if (wanted.paymentRedirectUrl.empty()) {
    return makeResult("PARAM_ILLEGAL", "$.paymentRedirectUrl is required: the user has to come back");
  }
  return std::nullopt;
}

/// What calls 1 and 2 have in common.
PayRequest commonRequest(State const& state, AcquirerPayRequest wanted, Payment const& payment) {
  wanted.paymentFactor = {};
  if (state.easyPay.mistake != EasyPayMistake::noAgreementFlag) wanted.paymentFactor.isAgreementPayment = true;
  wanted.paymentFactor.isEasyPayScenario = true;
  return payRequest(state, wanted, payment);
}

/// Call 1: may this account pay this? Its paymentRequestId is its own.
void evaluate(State& state, Payment const& payment, Envelope const& waiting, Context& context) {
  EasyPayment& easyPay = state.easyPay.payments.at(payment.acquirerRequestId);
  bool const byId = !easyPay.pay.paymentMethod.paymentMethodId.empty();
  context.act({kEasyPayFlow, "3"},
              byId ? "The account is the one that paymentMethodId names."
                   : fmt::format("There is no paymentMethodId, so the account is the one with the {} login id.",
                                 easyPay.page.userLoginIdType),
              docs::kEasyPay);
  PayRequest request = easyPay.pay;
  request.paymentRequestId = PaymentRequestId{formatDate(context.now(), kChinaTime) + context.newDigits(24)};
  request.paymentFactor.isPaymentEvaluation = true;
  request.paymentExpiryTime.clear();  // nothing is paid that could be late or be told of
  request.paymentNotifyUrl.clear();
  context.note("The first call has a paymentRequestId of its own; the second and the third share one.", kSandboxChoice);
  easyPay.page.step = PageStep::asking;
  askWallet(state, context, "pay", codec::encode(request), {kEasyPayFlow, "4"},
            pendingFor(Purpose::evaluate, payment, waiting));
}

/// Call 2: make the order and send the password.
void order(State& state, Payment const& payment, Context& context) {
  EasyPayment& easyPay = state.easyPay.payments.at(payment.acquirerRequestId);
  if (state.easyPay.mistake == EasyPayMistake::noOrder) {
    context.note("Alipay+ of this world forgets the second call.", kSandboxChoice);
    passwordSent(state, easyPay.page, context.newAlphanumeric(32), context);
    return updatePage(state, payment, {}, context);
  }
  easyPay.ordered = true;
  easyPay.page.step = PageStep::asking;
  askWallet(state, context, "pay", codec::encode(easyPay.pay), {kEasyPayFlow, "7"},
            pendingFor(Purpose::order, payment, {}));
  updatePage(state, payment, {}, context);
}

void endOpen(Payment& payment, ResultInfo result, Context& context) {
  stopTimer(payment, context);
  payment.stage = Stage::done;
  payment.result = std::move(result);
}

/// Something did not work; the user may try once more on the page.
void stayAtAccount(State& state, Payment const& payment, std::string message, Context& context) {
  HostedPage& page = state.easyPay.payments.at(payment.acquirerRequestId).page;
  page.step = PageStep::account;
  page.confirmed = false;
  page.message = std::move(message);
  updatePage(state, payment, {}, context);
}

std::optional<PayResponse> readAnswer(State const& state, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto reply = codec::decode<PayResponse>(response.message.body);
  if (check.valid && reply) return std::move(reply->value);
  context.note("The answer cannot be trusted, so it counts as unknown.");
  return std::nullopt;
}

/// What the wallet said of the account when it could not be asked on the page.
void refuseAccount(State& state, Payment& payment, ResultInfo result, Envelope const& waiting, Context& context) {
  bool const lineOnly = isLineCode(result.resultCode);
  context.note(fmt::format("{}: the account does not support the payment.", result.resultCode), docs::kEasyPay);
  EasyPayment const& easyPay = state.easyPay.payments.at(payment.acquirerRequestId);
  if (easyPay.page.asksForLoginId) return stayAtAccount(state, payment, result.resultMessage, context);
  endOpen(payment, lineOnly ? makeResult("PROCESS_FAIL") : std::move(result), context);
  answerPay(state, waiting, payment, context);
}

AuthorizationInfo authorizationOf(EasyPayment const& easyPay, Payment const& payment) {
  AuthorizationInfo info;
  info.authClientId = ClientId{easyPay.pay.order->merchant.referenceMerchantId};
  info.authState = easyPay.authState;
  info.referenceAgreementId = payment.walletRequestId.value;  // as in the guide's sample
  return info;
}

/// The password of the order before, where the world wants that mistake.
std::string otherPassword(State const& state, PaymentRequestId const& own) {
  std::string other;
  for (auto const& [id, easyPay] : state.easyPay.payments) {
    if (id != own && !easyPay.orderedWith.empty()) other = easyPay.orderedWith;
  }
  return other;
}

void makeMistakes(State const& state, Payment const& payment, PayRequest& request, Context& context) {
  using enum EasyPayMistake;
  std::string& verifyRequestId = request.otpVerification->verifyRequestId;
  switch (state.easyPay.mistake) {
    case wrongVerifyRequestId: std::reverse(verifyRequestId.begin(), verifyRequestId.end()); break;
    case otherOrdersPassword: {
      std::string const other = otherPassword(state, payment.acquirerRequestId);
      if (other.empty()) return;
      verifyRequestId = other;
      break;
    }
    case otherAmount:
      request.paymentAmount = Money{payment.paymentAmount.amountMinor + 100, payment.paymentAmount.currency};
      request.payToAmount = Money{payment.payToAmount.amountMinor + 100, payment.payToAmount.currency};
      break;
    default: return;
  }
  context.note(fmt::format("Alipay+ of this world makes a mistake: {}.", name(state.easyPay.mistake)), kSandboxChoice);
}

}  // namespace

std::string_view name(EasyPayMistake mistake) {
  static constexpr std::array<std::string_view, 6> kNames{
      "none", "noAgreementFlag", "noOrder", "wrongVerifyRequestId", "otherOrdersPassword", "otherAmount"};
  return kNames[static_cast<std::size_t>(mistake)];
}

bool isEasyPay(AcquirerPayRequest const& wanted) { return wanted.paymentFactor.isEasyPayScenario == true; }

void onEasyPayOrder(State& state, Envelope const& request, AcquirerPayRequest const& wanted, Context& context) {
  if (auto const known = state.payments.find(wanted.paymentRequestId); known != state.payments.end()) {
    bool const same = known->second.orderAmount == wanted.paymentAmount &&
                      state.easyPay.payments.contains(wanted.paymentRequestId);
    context.note(same ? "This paymentRequestId came before: the answer is the same."
                      : "REPEAT_REQ_INCONSISTENT: this paymentRequestId came before with other content",
                 docs::kIdempotency);
    if (same) return answerPay(state, request, known->second, context);
    return answer(state, request, makeResult("REPEAT_REQ_INCONSISTENT"), context);
  }
  auto no = refusal(state, wanted);
  if (no) return answer(state, request, std::move(*no), context);
  auto const amounts = amountsFor(state, wanted.paymentAmount);
  if (!amounts) return answer(state, request, makeResult(amounts.error().code, amounts.error().message), context);
  Payment& payment = state.payments[wanted.paymentRequestId] = newPayment(state, wanted, *amounts, state.easyPay.paymentMs, context);
  payment.stage = Stage::open;
  noteAmounts(*amounts, context);
  payment.timer = context.startTimer(payment.expiresAt - context.now(), std::string(kPaymentTimer),
                                     payment.acquirerRequestId.value);
  EasyPayment& easyPay = state.easyPay.payments[wanted.paymentRequestId];
  easyPay.page = makePage(state, "pay", wanted.paymentRedirectUrl, context);
  easyPay.pay = commonRequest(state, wanted, payment);
  easyPay.authState = context.newAlphanumeric(24);
  if (auto const& known = wanted.paymentMethod.paymentMethodMetaData; known && !known->userLoginId.empty()) {
    easyPay.page.userLoginId = known->userLoginId;
    easyPay.page.userLoginIdType = known->userLoginIdType;
  }
  bool const named = !wanted.paymentMethod.paymentMethodId.empty() || !easyPay.page.userLoginId.empty();
  if (named) return evaluate(state, payment, request, context);
  context.note("The merchant does not say whose account it is: Alipay+ asks on its page.", docs::kEasyPay);
  easyPay.page.asksForLoginId = true;
  answerPay(state, request, payment, context);
}

void onEvaluated(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Payment& payment = state.payments.at(pending.payment);
  auto const reply = readAnswer(state, response, context);
  if (payment.stage != Stage::open || pending.late) return;
  if (!reply || reply->result.resultStatus == ResultStatus::U) return onEvaluationSilence(state, pending, context);
  if (!reply->result.success()) return refuseAccount(state, payment, reply->result, pending.waiting, context);
  payment.customerId = reply->customerId;
  EasyPayment& easyPay = state.easyPay.payments.at(pending.payment);
  easyPay.page.step = PageStep::account;
  easyPay.page.message.clear();
  if (easyPay.page.confirmed) return order(state, payment, context);
  answerPay(state, pending.waiting, payment, context);
}

void onEvaluationSilence(State& state, PendingCall const& pending, Context& context) {
  Payment& payment = state.payments.at(pending.payment);
  if (payment.stage != Stage::open) return;
  context.note("Whether the account supports the payment is unknown. Nothing was taken, so this attempt simply ends.",
               kSandboxChoice);
  refuseAccount(state, payment, makeResult("PROCESS_FAIL", "The wallet cannot say whether it can pay. Try again."),
                pending.waiting, context);
}

void confirmPaymentAccount(State& state, PaymentRequestId const& id, std::string loginId, Context& context) {
  Payment& payment = state.payments.at(id);
  EasyPayment& easyPay = state.easyPay.payments.at(id);
  if (payment.stage != Stage::open || easyPay.page.step != PageStep::account) return;
  easyPay.page.confirmed = true;
  if (!easyPay.page.asksForLoginId) return order(state, payment, context);
  setLoginId(easyPay.page, std::move(loginId));
  auto& known = easyPay.pay.paymentMethod.paymentMethodMetaData.emplace();
  known.userLoginId = easyPay.page.userLoginId;
  known.userLoginIdType = easyPay.page.userLoginIdType;
  evaluate(state, payment, {}, context);
  updatePage(state, payment, {}, context);
}

void onOrdered(State& state, PendingCall const& pending, Envelope const& response, Context& context) {
  Payment& payment = state.payments.at(pending.payment);
  EasyPayment& easyPay = state.easyPay.payments.at(pending.payment);
  auto const reply = readAnswer(state, response, context);
  if (payment.stage != Stage::open || easyPay.page.step != PageStep::asking) return;
  if (reply && reply->result.success()) {
    context.note("S is no answer to the second call: nothing can be paid before the password. The order is cancelled.",
                 docs::kEasyPay);
    beginCancelling(state, payment, {}, context);
  } else if (reply && reply->result.resultStatus == ResultStatus::F) {
    context.note(fmt::format("{}: the wallet makes no order.", reply->result.resultCode), docs::kEasyPay);
    bool const lineOnly = isLineCode(reply->result.resultCode);
    endOpen(payment, lineOnly ? makeResult("PROCESS_FAIL") : reply->result, context);
  } else if (reply && !reply->verifyRequestId.empty()) {
    context.note("U VERIFICATION_IN_PROCESS: the order is made, and the password is on its way.", docs::kEasyPay);
    easyPay.orderedWith = reply->verifyRequestId;
    passwordSent(state, easyPay.page, reply->verifyRequestId, context);
    updatePage(state, payment, {}, context);
  } else {
    onOrderSilence(state, pending, context);
  }
}

void onOrderSilence(State& state, PendingCall const& pending, Context& context) {
  Payment const& payment = state.payments.at(pending.payment);
  HostedPage const& page = state.easyPay.payments.at(pending.payment).page;
  if (payment.stage != Stage::open || page.step != PageStep::asking) return;
  context.note("Whether the order was made is unknown. The same call again gets the same answer, so the user may confirm "
               "once more.",
               docs::kIdempotency);
  stayAtAccount(state, payment, "That did not work. Please try again", context);
}

void payWithPassword(State& state, PaymentRequestId const& id, std::string const& otpCode, bool agrees,
                     Context& context) {
  Payment& payment = state.payments.at(id);
  EasyPayment& easyPay = state.easyPay.payments.at(id);
  if (payment.stage != Stage::open || easyPay.page.step != PageStep::otp) return;
  easyPay.agrees = agrees;
  easyPay.page.step = PageStep::verifying;
  easyPay.page.message.clear();
  payment.stage = Stage::paying;
  PayRequest request;
  request.acquirerId = payment.acquirerId;
  request.pspId = state.wallet.pspId;
  request.paymentRequestId = payment.walletRequestId;
  request.paymentMethod.paymentMethodType = easyPay.pay.paymentMethod.paymentMethodType;
  request.paymentFactor.isVerificationAndPay = true;
  request.otpVerification = OtpVerification{otpCode, easyPay.page.verifyRequestId, "SMS_OTP"};
  if (agrees) {
    request.paymentFactor.isAuthorizationAndPay = true;
    request.authorizationInfo = authorizationOf(easyPay, payment);
    context.note("The user ticked the agreement: isAuthorizationAndPay is true.", docs::kEasyPay);
  }
  makeMistakes(state, payment, request, context);
  context.note("The third call names the order by the second one's paymentRequestId and leaves out order and amounts.",
               docs::kEasyPay);
  askWallet(state, context, "pay", codec::encode(request), {kEasyPayFlow, "12"},
            pendingFor(Purpose::pay, payment, {}));
  updatePage(state, payment, {}, context);
}

void verificationContinues(State& state, Payment& payment, Context& context) {
  if (payment.stage != Stage::paying && payment.stage != Stage::inquiring) return;
  context.note("VERIFICATION_IN_PROCESS: the password failed, and the user may type it again or have another one sent.",
               docs::kEasyPay);
  stopTimer(payment, context);
  payment.stage = Stage::open;
  std::int64_t const left = std::max<std::int64_t>(payment.expiresAt - context.now(), 0);
  payment.timer = context.startTimer(left, std::string(kPaymentTimer), payment.acquirerRequestId.value);
  HostedPage& page = state.easyPay.payments.at(payment.acquirerRequestId).page;
  page.step = PageStep::otp;
  page.message = "This password is not right, or too old. Try again, or have another one sent";
  updatePage(state, payment, {}, context);
}

bool closeEasyPay(State& state, Payment& payment, Envelope const& waiting, Context& context) {
  auto const found = state.easyPay.payments.find(payment.acquirerRequestId);
  if (found == state.easyPay.payments.end() || payment.stage != Stage::open) return false;
  if (found->second.ordered) {
    context.note("The wallet has an order for it, which is cancelled there as well.", docs::kCancelPayment);
    beginCancelling(state, payment, waiting, context);
  } else {
    endOpen(payment, makeResult("ORDER_IS_CLOSED"), context);
    answerCancel(state, waiting, makeResult("SUCCESS"), context);
  }
  return true;
}

std::string pageOf(State const& state, Payment const& payment) {
  auto const found = state.easyPay.payments.find(payment.acquirerRequestId);
  bool const open = found != state.easyPay.payments.end() && payment.result.resultStatus == ResultStatus::U;
  return open ? found->second.page.url : "";
}

void describeEasyPay(State const& state, StateWriter& out) {
  EasyPay const& easyPay = state.easyPay;
  if (easyPay.payments.empty() && easyPay.bindings.empty()) return;
  out.beginObject("easyPay");
  out.beginObject("pages");
  for (auto const& [id, payment] : easyPay.payments) {
    out.beginObject(id.value);
    out.text("step", name(payment.page.step));
    out.text("message", payment.page.message);
    out.flag("ordered", payment.ordered);
    out.flag("agrees", payment.agrees);
    out.endObject();
  }
  for (auto const& [id, binding] : easyPay.bindings) {
    out.beginObject(id);
    out.text("step", name(binding.page.step));
    out.text("message", binding.page.message);
    out.text("resultCode", binding.result.resultCode);
    out.endObject();
  }
  out.endObject();
  out.beginObject("agreements");
  for (auto const& [token, agreement] : easyPay.agreements) {
    out.beginObject(token.value);
    out.text("walletToken", agreement.accessToken.value);
    out.text("accessTokenExpiresAt", formatIso8601(agreement.accessTokenExpiresAt, kChinaTime));
    out.text("userLoginId", agreement.userLoginId);
    out.flag("byBinding", agreement.byBinding);
    out.flag("ended", agreement.ended);
    out.endObject();
  }
  out.endObject();
  out.endObject();
}

}  // namespace aplus::alipayplus
