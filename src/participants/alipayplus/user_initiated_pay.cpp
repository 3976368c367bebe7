#include "participants/alipayplus/user_initiated_pay.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/alipayplus/outcome.h"
#include "participants/alipayplus/new_payment.h"
#include "participants/alipayplus/order_codes.h"
#include "participants/alipayplus/regulation_limits.h"
#include "participants/doc_flow.h"
#include "protocol/catalog.h"
#include "protocol/client_sdk/action_payload.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/order_code.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/user_initiated_pay.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

constexpr std::string_view kPrivateCodeTimeout = "acquirerDecodeTimeout";

/// Sandbox choice: shorter than the wallet waits.
constexpr std::int64_t kPrivateCodeTimeoutMs = 2 * kSecondMs;

void answer(State const& state, Envelope const& request, UserInitiatedPayResponse const& response, DocStep step,
            Context& context) {
  sendResponse(*state.walletEndpoint, context, request, codec::encode(response), step);
}

/// A code that cannot be paid. The wallet goes on, which means that it tells its user.
UserInitiatedPayResponse refused(Context& context, std::string_view code, std::string_view why,
                                 std::string_view source) {
  context.note(fmt::format("{}: {}", code, why), source);
  UserInitiatedPayResponse response;
  response.result = makeResult(code);
  response.actionForm = ActionForm{std::string(kHandleByPsp), ""};
  return response;
}

/// The order as the wallet needs it, whoever acts next.
UserInitiatedPayResponse orderOf(State const& state, OrderCode const& code, Payment const& payment) {
  UserInitiatedPayResponse response;
  response.acquirerId = payment.acquirerId;
  response.pspId = state.wallet.pspId;
  response.codeType = "ORDER_CODE";
  response.paymentRequestId = payment.walletRequestId;
  response.order = code.order;
  response.paymentAmount = payment.paymentAmount;
  response.payToAmount = payment.payToAmount;
  response.paymentQuote = payment.quote;
  response.paymentFactor = code.paymentFactor;
  if (payment.quote) response.paymentFactor->isCrossborderSettlement = true;
  if (payment.surcharge) response.paymentFactor->needSurcharge = true;
  response.paymentExpiryTime = formatIso8601(payment.expiresAt, kChinaTime);
  response.paymentPromoInfo = payment.promotion;
  response.surchargeInfo = payment.surcharge;
  return response;
}

UserInitiatedPayResponse handleBySdk(State const& state, OrderCode& code, UserInitiatedPayResponse response,
                                     ExceededLimit const& exceeded, Context& context) {
  code.exceeded = exceeded.reason;
  ActionPayload payload;
  payload.v = kPayloadVersion;
  payload.type = kOpenErrorPage;
  payload.reason = exceeded.reason;
  payload.limit = exceeded.limit;
  payload.amount = code.order.orderAmount;
  if (exceeded.used.amountMinor > 0) payload.used = exceeded.used;
  context.act(flowStep(code.entryCode, "19", "9"),
              "Alipay+ puts together the error page: reason, limit and amount go into sdkActionPayload, which only "
              "its own client SDK reads.",
              docs::kRegulation);
  response.actionForm = ActionForm{std::string(kHandleBySdk), encodeActionPayload(payload)};
  context.act(flowStep(code.entryCode, "20", "10"), "actionForm.actionType is HANDLE_BY_SDK.", docs::kRegulation);
  bool const success = state.merchantPresented.overLimitIsSuccess;
  response.result = makeResult(success ? "SUCCESS" : codeFor(exceeded));
  context.note(success ? "This world answers S: the code was decoded. The wallet has to obey actionForm all the same."
                       : fmt::format("{}: which result goes with HANDLE_BY_SDK is not published. The order stays "
                                     "open until its expiry.",
                                     response.result.resultCode),
               kSandboxChoice);
  return response;
}

UserInitiatedPayResponse handleByPsp(OrderCode& code, Payment& payment,
                                     UserInitiatedPayResponse response, Context& context) {
  code.exceeded.clear();
  code.handedOverAt = context.now();
  if (code.timer != 0) context.cancelTimer(code.timer);
  code.timer = 0;
  payment.customerId = code.customerId;
  payment.stage = Stage::inquiring;
  inquireLater(payment, context);
  context.act(flowStep(code.entryCode, "21", "11"),
              "Alipay+ places the order with this wallet and will ask how it ended until it knows.", docs::kRegulation);
  response.result = makeResult("SUCCESS");
  response.actionForm = ActionForm{std::string(kHandleByPsp), ""};
  context.act(flowStep(code.entryCode, "22", "12"), "actionForm.actionType is HANDLE_BY_PSP.", docs::kRegulation);
  code.answer = response;
  return response;
}

UserInitiatedPayResponse decodeOrder(State& state, OrderCode& code, UserInitiatedPayRequest const& wanted,
                                     Context& context) {
  Payment& payment = state.payments.at(code.payment);
  if (!code.customerId.empty() && code.customerId != wanted.customerId) {
    return refused(context, "REPEAT_REQ_INCONSISTENT", "this code came before from another customerId",
                   docs::kUserInitiatedPay);
  }
  bool const ended = payment.stage == Stage::done || payment.stage == Stage::cancelling;
  if (ended && !payment.result.success()) {
    if (payment.expiresAt <= context.now()) {
      return refused(context, "EXPIRED_CODE", "the order had to be paid before", docs::kUserInitiatedPay);
    }
    return refused(context, "ORDER_IS_CLOSED", "the order was closed", docs::kUserInitiatedPay);
  }
  if (code.answer) {
    context.note("The same code from the same customer: the answer is the same, and there is still one payment.",
                 docs::kUserInitiatedPay);
    return *code.answer;
  }
  code.customerId = wanted.customerId;
  auto const amounts = amountsFor(state, code.order.orderAmount);
  if (!amounts) return refused(context, amounts.error().code, amounts.error().message, docs::kAcceptPayment);
  setAmounts(payment, *amounts);
  noteAmounts(*amounts, context);
  UserInitiatedPayResponse response = orderOf(state, code, payment);
  response.passThroughInfo = wanted.passThroughInfo;
  if (auto const exceeded = exceededLimit(state, code, wanted.customerId, context)) {
    return handleBySdk(state, code, std::move(response), *exceeded, context);
  }
  return handleByPsp(code, payment, std::move(response), context);
}

/// Whether the acquirer issued it: its own domain, and the twelve digits that all order codes begin with.
bool isPrivateCode(std::string_view codeValue) { return parsePrivateOrderCode(codeValue).has_value(); }

void askAcquirer(State& state, Envelope const& request, UserInitiatedPayRequest const& wanted, Context& context) {
  AcquirerUserInitiatedPayRequest ask;
  ask.acquirerId = state.acquirerId;
  ask.pspId = state.wallet.pspId;
  ask.codeValue = wanted.codeValue;
  ask.customerId = wanted.customerId;
  context.note("A private order code: its issuer, the acquirer, is asked which order it stands for.",
               docs::kPrivateOrderCode);
  SequenceNo const sent = sendRequest(*state.acquirerEndpoint, context, "userInitiatedPay",
                                      std::string(api("userInitiatedPay", Role::alipayplus).path),
                                      codec::encode(ask), {});
  SequenceNo const timer =
      context.startTimer(kPrivateCodeTimeoutMs, std::string(kPrivateCodeTimeout), fmt::format("{}", sent));
  state.merchantPresented.pending[sent] = {request, wanted.codeValue, timer};
}

/// What the acquirer says of its code, kept as an order.
UserInitiatedPayResponse learnPrivateOrder(State& state, std::string const& codeValue,
                                           AcquirerUserInitiatedPayResponse const& reply,
                                           UserInitiatedPayRequest const& wanted, Context& context) {
  bool const mine = !state.payments.contains(reply.paymentRequestId);
  if (!mine || !reply.amount || *reply.amount != reply.order->orderAmount || reply.amount->amountMinor < 1) {
    return refused(context, "INVALID_CODE", "what the acquirer says of the code contradicts itself", kSandboxChoice);
  }
  SimTime const expiresAt = reply.paymentExpiryTime.empty() ? context.now() + state.lifetimes.paymentMs
                                                            : *parseIso8601(reply.paymentExpiryTime);
  OrderCode code;
  code.payment = reply.paymentRequestId;
  code.isPrivate = true;
  code.order = *reply.order;
  code.paymentFactor = reply.paymentFactor.value_or(PaymentFactor{});
  OrderCode& kept = keepOrder(state, codeValue, std::move(code), expiresAt, context);
  return decodeOrder(state, kept, wanted, context);
}

/// The wallet's request again, which was read when it came.
UserInitiatedPayRequest wantedBy(Envelope const& request) {
  return codec::decode<UserInitiatedPayRequest>(request.message.body)->value;
}

}  // namespace

void onUserInitiatedPay(State& state, Envelope const& request, Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, request);
  UserInitiatedPayResponse response;
  if (!check.valid) {
    response.result = makeResult(check.code);
    return answer(state, request, response, {}, context);
  }
  auto const wanted = codec::decode<UserInitiatedPayRequest>(request.message.body);
  if (!wanted) {
    response.result = unreadable(context, wanted.error());
    return answer(state, request, response, {}, context);
  }
  auto const known = state.merchantPresented.orderCodes.find(wanted->value.codeValue);
  if (known != state.merchantPresented.orderCodes.end()) {
    response = decodeOrder(state, known->second, wanted->value, context);
    return answer(state, request, response, flowStep(known->second.entryCode, "23", "13"), context);
  }
  if (isPrivateCode(wanted->value.codeValue)) return askAcquirer(state, request, wanted->value, context);
  response = refused(context, "INVALID_CODE", "Alipay+ never issued this code", docs::kUserInitiatedPay);
  answer(state, request, response, flowStep(request.docStep, "23", "13"), context);
}

void onPrivateCodeDecoded(State& state, PendingAcquirerCall const& pending, Envelope const& response,
                          Context& context) {
  context.cancelTimer(pending.timer);
  auto const check = checkIncoming(*state.acquirerEndpoint, context, response);
  auto const reply = codec::decode<AcquirerUserInitiatedPayResponse>(response.message.body);
  UserInitiatedPayRequest const wanted = wantedBy(pending.waiting);
  auto const known = state.merchantPresented.orderCodes.find(pending.codeValue);
  UserInitiatedPayResponse told;
  if (!check.valid || !reply) {
    context.note("The acquirer's answer cannot be trusted: nobody is asked to pay.");
    told.result = makeResult("UNKNOWN_EXCEPTION");
  } else if (known != state.merchantPresented.orderCodes.end()) {
    told = decodeOrder(state, known->second, wanted, context);
  } else if (!reply->value.result.success()) {
    told = refused(context, reply->value.result.resultCode, "so says the acquirer", docs::kPrivateOrderCode);
  } else {
    told = learnPrivateOrder(state, pending.codeValue, reply->value, wanted, context);
  }
  answer(state, pending.waiting, told, flowStep(false, "", "13"), context);
}

bool onPrivateCodeTimeout(State& state, Timer const& timer, Context& context) {
  if (timer.name != kPrivateCodeTimeout) return false;
  auto& all = state.merchantPresented.pending;
  auto const found =
      std::find_if(all.begin(), all.end(), [&](auto const& entry) { return entry.second.timer == timer.id; });
  if (found == all.end()) return true;
  PendingAcquirerCall const pending = std::move(found->second);
  all.erase(found);
  context.note("The acquirer does not say what its code stands for: the wallet is told that nobody knows.",
               kSandboxChoice);
  UserInitiatedPayResponse response;
  response.result = makeResult("UNKNOWN_EXCEPTION");
  answer(state, pending.waiting, response, {}, context);
  return true;
}

}  // namespace aplus::alipayplus
