#include "participants/wallet/server/scanned_order.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/wallet/merchant_presented_api.h"
#include "participants/wallet/server/app_line.h"
#include "participants/wallet/server/authorization.h"
#include "participants/wallet/server/decide.h"
#include "participants/wallet/server/decision.h"
#include "participants/wallet/server/notify.h"
#include "participants/wallet/server/pay.h"
#include "participants/wallet/server/pay_rules.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/quote.h"
#include "protocol/payments/user_initiated_pay.h"

namespace aplus::wallet::server {
namespace {

using namespace protocol;

constexpr std::string_view kAnswerTimer = "userInitiatedPayTimeout";
constexpr std::string_view kConfirmTimer = "orderNotConfirmed";

/// Sandbox choices: how long Alipay+ may take to answer, and how often the same code is handed in.
constexpr std::int64_t kAnswerTimeoutMs = 3 * kSecondMs;
constexpr std::int32_t kMostAttempts = 2;

/// What the app is told, in answer to its request or pushed.
void tellApp(Context& context, PendingOrder const& order, DecodedOrder const& told, DocStep step) {
  std::string body = codec::encode(told);
  if (order.request.id != 0) answerApp(context, order.request, std::move(body), step);
  else pushToApp(context, "pushDecodedOrder", std::move(body), step);
}

void handIn(State& state, PendingOrder order, Context& context) {
  UserInitiatedPayRequest request;
  request.codeValue = order.codeValue;
  request.customerId = order.customerId;
  ++order.attempts;
  SequenceNo const sent = sendRequest(*state.endpoint, context, "userInitiatedPay",
                                      std::string(api("userInitiatedPay", Role::wallet).path),
                                      codec::encode(request), flowStep(order.entryCode, "17", "7"));
  order.timer = context.startTimer(kAnswerTimeoutMs, std::string(kAnswerTimer), fmt::format("{}", sent));
  state.merchantPresented.orders[sent] = std::move(order);
}

void failOrder(Context& context, PendingOrder const& order, ResultInfo result, bool knowsWhy) {
  context.act(flowStep(order.entryCode, "27", "18"),
              fmt::format("The payment fails with {} before anything is taken.", result.resultCode),
              docs::kRegulation);
  DecodedOrder told;
  told.result = std::move(result);
  if (knowsWhy) told.actionType = kHandleByPsp;
  tellApp(context, order, told, flowStep(order.entryCode, "28", "19"));
}

/// Nobody knows what became of the code. Nothing is paid before the user confirms, so nothing is lost.
void giveUp(Context& context, PendingOrder const& order) {
  context.note("No money moves before the user confirms: they may scan the code again.", docs::kUserInitiatedPay);
  DecodedOrder told;
  told.result = makeResult("UNKNOWN_EXCEPTION");
  tellApp(context, order, told, {});
}

void passToSdk(Context& context, PendingOrder const& order, UserInitiatedPayResponse const& reply) {
  context.act(flowStep(order.entryCode, "", "14"),
              fmt::format("The result is {}, and actionType decides: HANDLE_BY_SDK. The payload goes to the app "
                          "byte for byte.",
                          reply.result.resultCode),
              docs::kRegulation);
  DecodedOrder told;
  told.result = reply.result;
  told.actionType = kHandleBySdk;
  told.sdkActionPayload = reply.actionForm->sdkActionPayload;
  tellApp(context, order, told, flowStep(order.entryCode, "24", "15"));
}

/// orderAmount − promotion + surcharge = paymentAmount, and payToAmount = paymentAmount × quotePrice, as in pay.
std::optional<std::string> wrongAmounts(State const& state, UserInitiatedPayResponse const& reply) {
  auto const due = amountDue(state, reply.order->orderAmount, reply.paymentPromoInfo, reply.surchargeInfo);
  if (!due) return due.error().message;
  if (*due && **due != *reply.paymentAmount) return fmt::format("paymentAmount must be {}", format(**due));
  if (reply.payToAmount->currency != state.currency) return "payToAmount is in a currency that no account is in";
  if (reply.paymentAmount->currency == reply.payToAmount->currency) {
    if (*reply.paymentAmount == *reply.payToAmount) return std::nullopt;
    return "payToAmount must be paymentAmount where both are in one currency";
  }
  if (!reply.paymentQuote) return "there is no quote though the currencies differ";
  auto const expected = applyQuote(*reply.paymentAmount, *reply.paymentQuote, state.currency, state.quoteScaling);
  if (!expected) return expected.error().message;
  if (*expected == *reply.payToAmount) return std::nullopt;
  return fmt::format("payToAmount must be {}", format(*expected));
}

/// Keeps the order as a payment that waits for its user.
Payment& keep(State& state, PendingOrder const& order, UserInitiatedPayResponse const& reply, SequenceNo cause,
              Context& context) {
  Payment payment;
  payment.paymentRequestId = reply.paymentRequestId;
  payment.customerId = order.customerId;
  payment.codeValue = order.codeValue;
  payment.entryCode = order.entryCode;
  payment.content.paymentAmount = *reply.paymentAmount;
  payment.content.payToAmount = *reply.payToAmount;
  payment.content.surchargeInfo = reply.surchargeInfo;
  payment.content.paymentPromoInfo = reply.paymentPromoInfo;
  payment.content.paymentMethod.customerId = order.customerId;
  payment.quote = reply.paymentQuote;
  payment.referenceMerchantId = reply.order->merchant.referenceMerchantId;
  payment.merchantName = reply.order->merchant.merchantName;
  payment.passThroughInfo = reply.passThroughInfo;
  payment.notifyUri = notifyUriOf(reply.paymentNotifyUrl);
  payment.cause = cause;
  payment.receivedAt = context.now();
  payment.expiresAt = parseIso8601(reply.paymentExpiryTime).value_or(context.now() + state.lifetimes.paymentMs);
  payment.result = makeResult("PAYMENT_IN_PROCESS");
  payment.timer = context.startTimer(std::max<std::int64_t>(payment.expiresAt - context.now(), 0),
                                     std::string(kConfirmTimer), payment.paymentRequestId.value);
  return state.payments[payment.paymentRequestId] = std::move(payment);
}

void goOn(State& state, PendingOrder const& order, UserInitiatedPayResponse const& reply, SequenceNo cause,
          Context& context) {
  if (auto const wrong = wrongAmounts(state, reply)) {
    context.note("The order's amounts do not agree: " + *wrong + ".", docs::kAcceptPayment);
    return failOrder(context, order, makeResult("PROCESS_FAIL"), true);
  }
  auto known = state.payments.find(reply.paymentRequestId);
  if (known == state.payments.end()) {
    keep(state, order, reply, cause, context);
  } else if (!known->second.inProcess()) {
    return failOrder(context, order, makeResult("ORDER_IS_CLOSED"), true);
  } else {
    context.note("The same code came before: there is still one payment.", docs::kUserInitiatedPay);
  }
  context.act(flowStep(order.entryCode, "", "14"), "HANDLE_BY_PSP: the wallet goes on.", docs::kRegulation);
  context.note("The wallet shows the order and waits for its user to confirm.", kSandboxChoice);
  DecodedOrder told;
  told.result = reply.result;
  told.actionType = kHandleByPsp;
  told.paymentRequestId = reply.paymentRequestId;
  told.merchantName = reply.order->merchant.merchantName;
  told.orderDescription = reply.order->orderDescription;
  told.paymentAmount = reply.paymentAmount;
  told.payToAmount = reply.payToAmount;
  tellApp(context, order, told, {});
}

/// Acts by actionForm, or, where this wallet does not look at it, by the result alone.
void act(State& state, PendingOrder const& order, UserInitiatedPayResponse const& reply, SequenceNo cause,
         Context& context) {
  using enum ActionFormConduct;
  ActionFormConduct const conduct = state.merchantPresented.actionForm;
  bool const success = reply.result.success();
  bool const looks = conduct == obeyed || (conduct == ignoredWhenFailed && success);
  bool const forSdk = reply.actionForm && reply.actionForm->actionType == kHandleBySdk;
  if (looks && reply.actionForm) {
    context.note("The wallet must act on actionForm whether resultStatus is S or F.", docs::kRegulation);
  }
  if (looks && forSdk) return passToSdk(context, order, reply);
  if (forSdk) {
    context.note(conduct == unknown ? "This old wallet does not know actionForm and goes by the result alone."
                                    : "This wallet makes a mistake: it looks at actionForm only when resultStatus is S.",
                 kSandboxChoice);
  }
  if (success) return goOn(state, order, reply, cause, context);
  if (looks) return failOrder(context, order, reply.result, true);
  context.note("It has no words for why, so its user will only read that it failed.", docs::kRegulation);
  failOrder(context, order, makeResult("PROCESS_FAIL"), false);
}

void handInAgain(State& state, PendingOrder order, Context& context) {
  if (order.attempts >= kMostAttempts) return giveUp(context, order);
  context.note("The same code and customerId are handed in again: Alipay+ gives the same answer.",
               docs::kUserInitiatedPay);
  handIn(state, std::move(order), context);
}

/// A payment that is still in process has not reached its expiry: at that moment the timer closes it.
void confirm(State& state, Payment& payment, Context& context) {
  if (payment.timer != 0) context.cancelTimer(payment.timer);
  payment.timer = 0;
  ResultInfo result = decide(state, payment, context);
  context.act(flowStep(payment.entryCode, "27", "18"),
              fmt::format("The wallet goes on with the payment: {}.", result.resultCode), docs::kRegulation);
  finish(state, payment, std::move(result), context);
  startNotifying(state, payment, context);
}

}  // namespace

void onDecodeOrder(State& state, Envelope const& request, Context& context) {
  Account const* account = accountOfApp(state, request);
  auto const call = codec::decode<DecodeOrderCall>(request.message.body);
  if (account == nullptr || !call) {
    DecodedOrder told;
    told.result = makeResult(account == nullptr ? "ACCESS_DENIED" : "PARAM_ILLEGAL");
    return answerApp(context, request, codec::encode(told), {});
  }
  handIn(state, {request, account->customerId, call->value.codeValue, true, 0, 0}, context);
}

void decodeScannedOrder(State& state, std::string const& codeValue, CustomerId const& customer, Context& context) {
  handIn(state, {{}, customer, codeValue, false, 0, 0}, context);
}

bool onOrderDecoded(State& state, Envelope const& response, Context& context) {
  auto& orders = state.merchantPresented.orders;
  auto const found = orders.find(response.inReplyTo);
  if (found == orders.end()) return false;
  PendingOrder order = std::move(found->second);
  orders.erase(found);
  context.cancelTimer(order.timer);
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<UserInitiatedPayResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted, so nobody is asked to pay by it.", docs::kUserInitiatedPay);
    handInAgain(state, std::move(order), context);
  } else if (reply->value.result.resultStatus == ResultStatus::U) {
    context.note("U: nobody knows yet what the code stands for.", docs::kUserInitiatedPay);
    handInAgain(state, std::move(order), context);
  } else {
    act(state, order, reply->value, response.id, context);
  }
  return true;
}

void onConfirmPayment(State& state, Envelope const& request, Context& context) {
  Account const* account = accountOfApp(state, request);
  auto const call = codec::decode<ConfirmPaymentCall>(request.message.body);
  auto const found = call ? state.payments.find(call->value.paymentRequestId) : state.payments.end();
  bool const mine = account != nullptr && found != state.payments.end() &&
                    found->second.customerId == account->customerId && !found->second.codeValue.empty();
  if (!mine) {
    PaymentResultPush receipt;
    receipt.result = makeResult("ORDER_NOT_EXIST");
    receipt.merchantName = "?";
    receipt.paymentAmount = receipt.payToAmount = {0, state.currency};
    return answerApp(context, request, codec::encode(receipt), {});
  }
  Payment& payment = found->second;
  if (payment.inProcess()) confirm(state, payment, context);
  else context.note("This payment was confirmed before, or has ended: the answer is the same, and nothing is taken.");
  answerApp(context, request, codec::encode(receiptOf(payment, payment.result)), flowStep(payment.entryCode, "28", "19"));
}

bool onScannedOrderTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name == kConfirmTimer) {
    auto const payment = state.payments.find(PaymentRequestId{timer.subject});
    if (payment == state.payments.end() || payment->second.timer != timer.id) return true;
    context.note("The user has not confirmed before the order's expiry: it is closed, and nothing is taken.",
                 docs::kAcceptPayment);
    closePayment(state, payment->second, context);
    startNotifying(state, payment->second, context);
    return true;
  }
  if (timer.name != kAnswerTimer) return false;
  auto& orders = state.merchantPresented.orders;
  auto const found =
      std::find_if(orders.begin(), orders.end(), [&](auto const& entry) { return entry.second.timer == timer.id; });
  if (found == orders.end()) return true;
  PendingOrder order = std::move(found->second);
  orders.erase(found);
  context.note("Alipay+ has not answered userInitiatedPay in time.", kSandboxChoice);
  handInAgain(state, std::move(order), context);
  return true;
}

void describeMerchantPresented(State const& state, StateWriter& out) {
  MerchantPresented const& own = state.merchantPresented;
  out.beginObject("merchantPresented");
  out.text("actionForm", name(own.actionForm));
  out.number("codeRules", std::int64_t(own.rules.size()));
  out.text("codeRulesVersion", own.rulesVersion);
  if (own.rulesAt) out.text("codeRulesFetchedAt", formatIso8601(*own.rulesAt, kChinaTime));
  Payment const* last = nullptr;
  for (auto const& [id, payment] : state.payments) {
    bool const later = !payment.codeValue.empty() && (last == nullptr || last->receivedAt < payment.receivedAt);
    if (later) last = &payment;
  }
  if (last != nullptr) {
    out.text("lastResultStatus", std::string(1, letter(last->result.resultStatus)));
    out.text("lastResultCode", last->result.resultCode);
    out.flag("lastCancelled", last->cancelled);
  }
  out.endObject();
}

}  // namespace aplus::wallet::server
