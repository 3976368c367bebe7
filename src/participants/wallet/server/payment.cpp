#include "participants/wallet/server/payment.h"

#include <fmt/format.h>

#include "participants/wallet/own_api.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/pay.h"
#include "protocol/payments/quote.h"

namespace aplus::wallet::server {
namespace {

using protocol::makeResult;
using protocol::PayRequest;
using protocol::PayResponse;
using protocol::ResultInfo;

constexpr DocStep kPayAnswer{"Process the payment", "response"};
constexpr std::string_view kSettlementAccount = "settlement:alipayplus";

ResultInfo refuse(Context& context, std::string_view code, std::string reason,
                  std::string_view source = docs::kAcceptPayment) {
  context.note(fmt::format("{}: {}", code, reason), source);
  return makeResult(code);
}

ResultInfo illegal(Context& context, std::string_view path, std::string_view message) {
  std::string const reason = fmt::format("{} {}", path, message);
  context.note("PARAM_ILLEGAL: " + reason, docs::kAcceptPayment);
  return makeResult("PARAM_ILLEGAL", reason);
}

/// The rules by which fields depend on each other. Nothing when all hold.
std::optional<ResultInfo> checkFields(State const& state, PayRequest const& request,
                                      Context& context) {
  if (request.pspId != state.pspId) {
    return illegal(context, "$.pspId", "is not this wallet's");
  }
  if (request.paymentFactor.isVerificationAndPay == true) {
    return refuse(context, "BUSINESS_NOT_SUPPORT", "this wallet sent no one-time password");
  }
  bool const inStore = request.paymentFactor.isInStorePayment.value_or(false);
  if (inStore && !request.order->merchant.store) {
    return illegal(context, "$.order.merchant.store", "is required when isInStorePayment is true");
  }
  if (inStore && request.paymentMethod.paymentMethodType != protocol::kConnectWallet) {
    return illegal(context, "$.paymentMethod.paymentMethodType",
                   "must be CONNECT_WALLET when isInStorePayment is true");
  }
  if (request.paymentMethod.customerId.empty()) {
    return illegal(context, "$.paymentMethod.customerId",
                   "is required when Alipay+ issued the payment code");
  }
  return std::nullopt;
}

/// payToAmount = paymentAmount × quotePrice, HALF_EVEN. That there is a quote where the currencies
/// differ is the message's own rule.
std::optional<ResultInfo> checkAmounts(State const& state, PayRequest const& request,
                                       Context& context) {
  Money const& paid = *request.paymentAmount;
  Money const& payTo = *request.payToAmount;
  if (payTo.currency != state.currency) {
    return refuse(context, "CURRENCY_NOT_SUPPORT",
                  fmt::format("accounts are in {}, payToAmount is in {}", state.currency,
                              payTo.currency));
  }
  if (paid.currency == payTo.currency) return std::nullopt;
  auto const expected =
      protocol::applyQuote(paid, *request.paymentQuote, payTo.currency, state.quoteScaling);
  if (!expected) {
    std::string const& path = expected.error().path;
    return illegal(context, path.empty() ? "$.paymentAmount" : "$.paymentQuote." + path,
                   expected.error().message);
  }
  std::string const rate = fmt::format("{} {}", request.paymentQuote->quoteCurrencyPair,
                                       request.paymentQuote->quotePrice);
  if (*expected != payTo) {
    return illegal(context, "$.payToAmount",
                   fmt::format("must be {}: paymentAmount {} at {}", format(*expected), format(paid),
                               rate));
  }
  context.note(fmt::format("{} at {} is {}: the amounts agree.", format(paid), rate, format(payTo)),
               docs::kAcceptPayment);
  return std::nullopt;
}

/// Takes the money, or says why not.
ResultInfo debit(State& state, PayRequest const& request, SequenceNo cause, Context& context) {
  auto const account = state.accounts.find(request.paymentMethod.customerId);
  if (account == state.accounts.end()) {
    return refuse(context, "USER_NOT_EXIST", "no account has this customerId");
  }
  if (account->second.status != AccountStatus::active) {
    return refuse(context, "USER_STATUS_ABNORMAL", "the account is frozen");
  }
  Money const balance = state.ledger.balance(account->second.ledgerAccount);
  if (balance.amountMinor < request.payToAmount->amountMinor) {
    return refuse(context, "USER_BALANCE_NOT_ENOUGH",
                  fmt::format("the balance is {}, the payment {}", format(balance),
                              format(*request.payToAmount)));
  }
  auto const moved =
      state.ledger.move({account->second.ledgerAccount, std::string(kSettlementAccount),
                         *request.payToAmount, request.paymentRequestId, cause});
  if (!moved) return refuse(context, "PROCESS_FAIL", moved.error().message);
  context.note(fmt::format("{} are taken from the account; {} are left.",
                           format(*request.payToAmount),
                           format(state.ledger.balance(account->second.ledgerAccount))));
  return makeResult("SUCCESS");
}

bool sameContent(Payment const& payment, PayRequest const& request) {
  return payment.paymentAmount == request.paymentAmount &&
         payment.payToAmount == request.payToAmount &&
         payment.paymentMethodId == request.paymentMethod.paymentMethodId &&
         payment.customerId == request.paymentMethod.customerId;
}

PayResponse answer(Payment const& payment) {
  PayResponse response;
  response.result = payment.result;
  if (payment.result.success()) {
    response.paymentId = payment.paymentId;
    response.paymentTime = payment.paymentTime;
    response.paymentAmount = payment.paymentAmount;
    response.payToAmount = payment.payToAmount;
    response.customerId = payment.customerId;
  }
  return response;
}

PayResponse answer(ResultInfo result) {
  PayResponse response;
  response.result = std::move(result);
  return response;
}

/// Lets the user's app know. Sandbox choice: how is the wallet's own affair.
void pushResult(Payment const& payment, PayRequest const& request, Context& context) {
  PaymentResultPush push;
  push.result = payment.result;
  push.merchantName = request.order->merchant.merchantName;
  push.paymentAmount = payment.paymentAmount;
  push.payToAmount = payment.payToAmount;
  push.paymentId = payment.paymentId;
  push.paymentTime = payment.paymentTime;
  Envelope envelope;
  envelope.kind = Kind::http;
  envelope.phase = Phase::event;
  envelope.from = Party::walletServer;
  envelope.to = Party::walletApp;
  envelope.name = "pushPaymentResult";
  envelope.message.body = codec::encode(push);
  context.send(std::move(envelope));
}

PayResponse pay(State& state, Envelope const& message, Context& context) {
  auto const decoded = codec::decode<PayRequest>(message.message.body);
  if (!decoded) return answer(illegal(context, decoded.error().path, decoded.error().message));
  for (std::string const& note : decoded->notes) context.note(note);
  PayRequest const& request = decoded->value;

  if (auto const known = state.payments.find(request.paymentRequestId);
      known != state.payments.end()) {
    if (!sameContent(known->second, request)) {
      return answer(refuse(context, "REPEAT_REQ_INCONSISTENT",
                           "this paymentRequestId came before with other content",
                           docs::kIdempotency));
    }
    context.note("This paymentRequestId was answered before: the same answer is given.",
                 docs::kIdempotency);
    return answer(known->second);
  }
  if (auto const wrong = checkFields(state, request, context)) return answer(*wrong);
  if (auto const wrong = checkAmounts(state, request, context)) return answer(*wrong);

  Payment payment;
  payment.paymentRequestId = request.paymentRequestId;
  payment.customerId = request.paymentMethod.customerId;
  payment.paymentAmount = *request.paymentAmount;
  payment.payToAmount = *request.payToAmount;
  payment.paymentMethodId = request.paymentMethod.paymentMethodId;
  payment.result = debit(state, request, message.id, context);
  if (payment.result.success()) {
    payment.paymentId =
        PaymentId{formatDate(context.now(), state.endpoint->zone) + context.newDigits(20)};
    payment.paymentTime = formatIso8601Seconds(context.now(), state.endpoint->zone);
  }
  state.payments[payment.paymentRequestId] = payment;
  pushResult(payment, request, context);
  return answer(payment);
}

}  // namespace

void onPay(State& state, Envelope const& request, Context& context) {
  PayResponse const response = pay(state, request, context);
  sendResponse(*state.endpoint, context, request, codec::encode(response), kPayAnswer);
}

}  // namespace aplus::wallet::server
