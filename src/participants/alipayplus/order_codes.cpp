#include "participants/alipayplus/order_codes.h"

#include <fmt/format.h>

#include "participants/alipayplus/acquirer_line.h"
#include "participants/alipayplus/cashier.h"
#include "participants/alipayplus/new_payment.h"
#include "participants/alipayplus/outcome.h"
#include "participants/alipayplus/regulation_limits.h"
#include "participants/doc_flow.h"
#include "protocol/codes/order_code.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

constexpr std::string_view kExpiryTimer = "orderCodeExpires";

/// Sandbox choice: the issuer and the four digits of the published samples' beginning.
constexpr std::string_view kOrderIssuer = "281002";
constexpr std::string_view kOrderDigits = "0100";

void answer(State const& state, Envelope const& request, AcquirerPayResponse const& response,
            PaymentScenario scenario, Context& context) {
  bool const cashier = scenario == PaymentScenario::cashier;
  DocStep const step = flowStep(scenario == PaymentScenario::entryCode, "12", "2");
  answerAcquirer(state, context, request, response, cashier ? DocStep{} : step);
}

/// Why no order is made of it; nothing when all is well.
std::optional<ResultInfo> refusal(State const& state, AcquirerPayRequest const& wanted, bool entryCode, SimTime now) {
  if (wanted.acquirerId != state.acquirerId) {
    return makeResult("PARAM_ILLEGAL", "$.acquirerId is not that of this client");
  }
  if (state.cancelledUnseen.contains(wanted.paymentRequestId)) return makeResult("ORDER_IS_CLOSED");
  if (wanted.paymentAmount != wanted.order.orderAmount) {
    return makeResult("PARAM_ILLEGAL", "$.paymentAmount is not order.orderAmount");
  }
  if (entryCode && !wanted.order.merchant.store) {
    return makeResult("PARAM_ILLEGAL", "$.order.merchant.store is required for an entry code");
  }
  if (entryCode && (!wanted.order.env || wanted.order.env->userAgent.empty())) {
    return makeResult("PARAM_ILLEGAL", "$.order.env.userAgent is required for an entry code");
  }
  if (!wanted.paymentExpiryTime.empty() && *parseIso8601(wanted.paymentExpiryTime) <= now) {
    return makeResult("PARAM_ILLEGAL", "$.paymentExpiryTime is over already");
  }
  // In which currency it is paid is known when a wallet has scanned the code; that no wallet could be asked, now.
  auto const amounts = amountsFor(state, wanted.paymentAmount);
  if (!amounts && amounts.error().code == "PARAM_ILLEGAL") {
    return makeResult("PARAM_ILLEGAL", "$.paymentAmount.value: " + amounts.error().message);
  }
  return std::nullopt;
}

std::string const* codeOf(State const& state, PaymentRequestId const& payment) {
  for (auto const& [value, code] : state.merchantPresented.orderCodes) {
    if (code.payment == payment) return &value;
  }
  return nullptr;
}

/// What the order is told by: the cashier page when it has one, else the code itself.
AcquirerPayResponse orderPlaced(State const& state, Payment const& payment, std::string const& codeValue) {
  AcquirerPayResponse response;
  response.result = payment.result;
  response.acquirerId = payment.acquirerId;
  response.paymentId = payment.paymentId;
  std::string const cashier = cashierUrl(state, payment.acquirerRequestId);
  response.paymentUrl = cashier.empty() ? codeValue : cashier;
  return response;
}

/// True when the request was answered already: a repetition.
bool answerRepetition(State const& state, Envelope const& request, AcquirerPayRequest const& wanted,
                      PaymentScenario scenario, Context& context) {
  auto const known = state.payments.find(wanted.paymentRequestId);
  if (known == state.payments.end()) return false;
  std::string const* codeValue = codeOf(state, wanted.paymentRequestId);
  bool const same = codeValue != nullptr && known->second.orderAmount == wanted.paymentAmount;
  context.note(same ? "This paymentRequestId came before: the answer is the same."
                    : "REPEAT_REQ_INCONSISTENT: this paymentRequestId came before with other content",
               docs::kIdempotency);
  AcquirerPayResponse response;
  if (same) {
    response = orderPlaced(state, known->second, *codeValue);
  } else {
    response.result = makeResult("REPEAT_REQ_INCONSISTENT");
  }
  answer(state, request, response, scenario, context);
  return true;
}

OrderCode codeFor(AcquirerPayRequest const& wanted, bool entryCode) {
  OrderCode code;
  code.payment = wanted.paymentRequestId;
  code.entryCode = entryCode;
  code.order = wanted.order;
  code.paymentFactor = wanted.paymentFactor;
  return code;
}

}  // namespace

OrderCode& keepOrder(State& state, std::string const& codeValue, OrderCode code, SimTime expiresAt,
                     Context& context) {
  Payment payment = newPayment(state, code.payment, code.order.orderAmount, expiresAt, context);
  payment.stage = Stage::open;
  code.timer = context.startTimer(std::max<std::int64_t>(expiresAt - context.now(), 0), std::string(kExpiryTimer),
                                  code.payment.value);
  state.payments[code.payment] = std::move(payment);
  return state.merchantPresented.orderCodes[codeValue] = std::move(code);
}

void onOrder(State& state, Envelope const& request, AcquirerPayRequest const& wanted, PaymentScenario scenario,
             Context& context) {
  bool const entryCode = scenario == PaymentScenario::entryCode;
  bool const cashier = scenario == PaymentScenario::cashier;
  if (answerRepetition(state, request, wanted, scenario, context)) return;
  if (auto const refused = refusal(state, wanted, entryCode, context.now())) {
    context.note(fmt::format("{}: {}", refused->resultCode, refused->resultMessage), docs::kAcquirerFaq);
    AcquirerPayResponse response;
    response.result = *refused;
    return answer(state, request, response, scenario, context);
  }
  SimTime const expiresAt = cashier ? cashierExpiry(wanted, context) : expiryOf(wanted, state.lifetimes.paymentMs, context.now());
  std::string const value = makeOrderCode(kOrderIssuer, kOrderDigits, context.newAlphanumeric(int(kOrderCodeRandom)));
  keepOrder(state, value, codeFor(wanted, entryCode), expiresAt, context);
  if (cashier) {
    makeCashierPage(state, wanted, value, context);
  } else {
    context.act(flowStep(entryCode, "11", ""),
                "Alipay+ builds an order code's URL: its own domain, issuer, 04, and characters at random that stand "
                "for this one order until it has been paid or has run out.",
                docs::kRegulation);
    context.note("The URL is returned as paymentUrl. PAYMENT_IN_PROCESS: nobody has paid yet.", kSandboxChoice);
  }
  answer(state, request, orderPlaced(state, state.payments.at(wanted.paymentRequestId), value), scenario, context);
}

bool closeOpenOrder(State& state, Payment& payment, Context& context) {
  if (payment.stage != Stage::open) return false;
  std::string const* value = codeOf(state, payment.acquirerRequestId);
  if (value != nullptr) {
    OrderCode& code = state.merchantPresented.orderCodes.at(*value);
    if (code.timer != 0) context.cancelTimer(code.timer);
    code.timer = 0;
  }
  payment.stage = Stage::done;
  payment.result = makeResult("ORDER_IS_CLOSED");
  context.note("No wallet may pay it yet, so closing the order is all there is to do.", kSandboxChoice);
  return true;
}

bool onOrderTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name != kExpiryTimer) return false;
  PaymentRequestId const id{timer.subject};
  std::string const* value = codeOf(state, id);
  if (value != nullptr) state.merchantPresented.orderCodes.at(*value).timer = 0;
  auto const payment = state.payments.find(id);
  if (payment == state.payments.end() || payment->second.stage != Stage::open) return true;
  context.note("Nobody has paid the order before its expiry.", docs::kMerchantPresented);
  closeOpenOrder(state, payment->second, context);
  return true;
}

void onInquiryCodeRules(State& state, Envelope const& request, Context& context) {
  auto const check = checkIncoming(*state.walletEndpoint, context, request);
  InquiryCodeRulesResponse response;
  response.result = makeResult(check.valid ? "SUCCESS" : check.code);
  if (check.valid) {
    response.codeRules = state.merchantPresented.codeRules;
    response.version = state.merchantPresented.codeRulesVersion;
    context.note("Wallets fetch the rules at least once a day.", docs::kInquiryCodeRules);
  }
  sendResponse(*state.walletEndpoint, context, request, codec::encode(response), {});
}

void describeOrderCodes(State const& state, StateWriter& out) {
  out.beginObject("orderCodes");
  for (auto const& [value, code] : state.merchantPresented.orderCodes) {
    out.beginObject(value);
    out.text("paymentRequestId", code.payment.value);
    out.text("kind", code.isPrivate ? "private order code" : code.entryCode ? "behind an entry code" : "order code");
    out.money("orderAmount", code.order.orderAmount);
    out.text("customerId", code.customerId.value);
    out.flag("handedOver", code.handedOverAt.has_value());
    if (!code.exceeded.empty()) out.text("exceeded", code.exceeded);
    out.endObject();
  }
  out.endObject();
  describeLimits(state, out);
}

}  // namespace aplus::alipayplus
