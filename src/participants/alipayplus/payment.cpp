#include "participants/alipayplus/payment.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"
#include "protocol/payments/pay.h"
#include "protocol/payments/quote.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

constexpr DocStep kAcquirerPayAnswer{"Process the payment", "response"};

/// Codes that speak of the line between Alipay+ and the wallet. They mean nothing to an acquirer.
bool isBetweenUsAndTheWallet(std::string_view code) {
  static constexpr std::array<std::string_view, 7> kCodes{
      "INVALID_SIGNATURE",         "KEY_NOT_FOUND",        "INVALID_CLIENT",
      "MEDIA_TYPE_NOT_ACCEPTABLE", "METHOD_NOT_SUPPORTED", "NO_INTERFACE_DEF",
      "ACCESS_DENIED"};
  return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

AcquirerPayResponse answer(Payment const& payment, State const& state) {
  AcquirerPayResponse response;
  response.result = payment.result;
  response.acquirerId = payment.acquirerId;
  response.pspId = state.wallet.pspId;
  if (payment.result.success()) {
    response.paymentId = payment.paymentId;
    response.paymentTime = payment.paymentTime;
    response.paymentAmount = payment.paymentAmount;
    response.customerId = payment.customerId;
  }
  return response;
}

void respond(State const& state, Context& context, Envelope const& request,
             AcquirerPayResponse const& response) {
  sendResponse(*state.acquirerEndpoint, context, request, codec::encode(response),
               kAcquirerPayAnswer);
}

Result<void> refuse(Context& context, std::string_view code, std::string reason) {
  context.note(fmt::format("{}: {}", code, reason));
  return fail(std::string(code), "", std::move(reason));
}

/// What the wallet must pay, with the quote where the currencies differ.
struct Settled {
  Money payToAmount;
  std::optional<PaymentQuote> quote;
};

Result<Settled> settle(State const& state, Money const& paymentAmount) {
  if (paymentAmount.currency == state.wallet.currency) return Settled{paymentAmount, std::nullopt};
  for (Quote const& known : state.quotes) {
    if (!pairConnects(known.pair, paymentAmount.currency, state.wallet.currency)) continue;
    PaymentQuote quote;
    quote.quoteId.value = known.quoteId;
    quote.quoteCurrencyPair = known.pair;
    quote.quotePrice = known.price;
    auto const converted =
        applyQuote(paymentAmount, quote, state.wallet.currency, state.quoteScaling);
    if (!converted) return fail(converted.error());
    return Settled{*converted, std::move(quote)};
  }
  return fail("CURRENCY_NOT_SUPPORT", "",
              fmt::format("there is no quote between {} and {}", paymentAmount.currency,
                          state.wallet.currency));
}

/// The user behind a code that was scanned.
Result<void> checkCode(State const& state, PaymentCode const& code, Context& context) {
  auto const issued = state.codes.find(code);
  if (issued == state.codes.end()) {
    return refuse(context, "INVALID_CODE", "Alipay+ never issued this payment code");
  }
  if (issued->second.used) {
    return refuse(context, "INVALID_CODE", "this payment code was used before");
  }
  if (issued->second.expiresAt <= context.now()) {
    return refuse(context, "EXPIRED_CODE", "this payment code is older than a minute");
  }
  return {};
}

/// True when the request was answered already: a repetition.
bool answerRepetition(State const& state, Envelope const& request, AcquirerPayRequest const& wanted,
                      Context& context) {
  auto const known = state.payments.find(wanted.paymentRequestId);
  if (known == state.payments.end()) return false;
  Payment const& payment = known->second;
  bool const same = payment.paymentAmount == wanted.paymentAmount &&
                    payment.paymentCode.value == wanted.paymentMethod.paymentMethodId;
  AcquirerPayResponse response = answer(payment, state);
  if (!same) {
    response = {};
    response.result = makeResult("REPEAT_REQ_INCONSISTENT");
    response.acquirerId = wanted.acquirerId;
  }
  context.note(same ? "This paymentRequestId came before: the answer is the same."
                    : "REPEAT_REQ_INCONSISTENT: this paymentRequestId came before with other content",
               docs::kIdempotency);
  respond(state, context, request, response);
  return true;
}

void forward(State& state, Envelope const& request, AcquirerPayRequest const& wanted,
             Settled const& settled, Context& context) {
  PaymentCode const code{wanted.paymentMethod.paymentMethodId};
  IssuedCode& issued = state.codes.at(code);
  issued.used = true;

  Payment payment;
  payment.acquirerRequestId = wanted.paymentRequestId;
  payment.walletRequestId =
      PaymentRequestId{formatDate(context.now(), kChinaTime) + context.newDigits(24)};
  payment.acquirerId = wanted.acquirerId;
  payment.paymentId = PaymentId{formatDate(context.now(), kChinaTime) + context.newDigits(20)};
  payment.customerId = issued.customerId;
  payment.paymentCode = code;
  payment.paymentAmount = wanted.paymentAmount;
  payment.payToAmount = settled.payToAmount;
  payment.result = makeResult("PAYMENT_IN_PROCESS");

  PayRequest pay;
  pay.order = wanted.order;
  pay.acquirerId = wanted.acquirerId;
  pay.pspId = state.wallet.pspId;
  pay.paymentRequestId = payment.walletRequestId;
  pay.paymentAmount = wanted.paymentAmount;
  pay.paymentMethod = wanted.paymentMethod;
  pay.paymentMethod.customerId = issued.customerId;
  pay.payToAmount = settled.payToAmount;
  pay.paymentQuote = settled.quote;
  pay.paymentFactor = wanted.paymentFactor;

  SequenceNo const sent = sendRequest(*state.walletEndpoint, context, "pay", state.wallet.payUri,
                                      codec::encode(pay), {"Process the payment", "request"});
  state.pending[sent] = {PendingCall::Purpose::pay, request, wanted.paymentRequestId};
  state.payments[wanted.paymentRequestId] = std::move(payment);
}

}  // namespace

void onAcquirerPay(State& state, Envelope const& request, Context& context) {
  auto const check = checkIncoming(*state.acquirerEndpoint, context, request);
  auto const refuseWith = [&](ResultInfo result) {
    AcquirerPayResponse response;
    response.result = std::move(result);
    respond(state, context, request, response);
  };
  if (!check.valid) {
    refuseWith(makeResult(check.code));
    return;
  }
  auto const decoded = codec::decode<AcquirerPayRequest>(request.message.body);
  if (!decoded) {
    refuseWith(makeResult("PARAM_ILLEGAL", decoded.error().path + " " + decoded.error().message));
    return;
  }
  AcquirerPayRequest const& wanted = decoded->value;
  if (wanted.acquirerId != state.acquirerId) {
    refuseWith(makeResult("PARAM_ILLEGAL", "$.acquirerId is not that of this client"));
    return;
  }
  if (answerRepetition(state, request, wanted, context)) return;

  PaymentCode const code{wanted.paymentMethod.paymentMethodId};
  if (auto const usable = checkCode(state, code, context); !usable) {
    refuseWith(makeResult(usable.error().code));
    return;
  }
  auto const settled = settle(state, wanted.paymentAmount);
  if (!settled) {
    context.note(settled.error().code + ": " + settled.error().message);
    refuseWith(makeResult(settled.error().code, settled.error().message));
    return;
  }
  if (settled->quote) {
    context.note(fmt::format("{} at {} {} is {}, rounded half to even.", format(wanted.paymentAmount),
                             settled->quote->quoteCurrencyPair, settled->quote->quotePrice,
                             format(settled->payToAmount)),
                 docs::kAcceptPayment);
  }
  forward(state, request, wanted, *settled, context);
}

void onWalletPaid(State& state, PendingCall const& pending, Envelope const& response,
                  Context& context) {
  Payment& payment = state.payments.at(pending.acquirerRequestId);
  auto const check = checkIncoming(*state.walletEndpoint, context, response);
  auto const reply = codec::decode<PayResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted, so nobody knows whether the money was taken.");
    payment.result = makeResult("UNKNOWN_EXCEPTION");
  } else if (isBetweenUsAndTheWallet(reply->value.result.resultCode)) {
    context.note(fmt::format("{} speaks of the line to the wallet; the acquirer is told PROCESS_FAIL.",
                             reply->value.result.resultCode),
                 kSandboxChoice);
    payment.result = makeResult("PROCESS_FAIL");
  } else {
    payment.result = reply->value.result;
    payment.paymentTime = reply->value.paymentTime;
  }
  respond(state, context, pending.waiting, answer(payment, state));
}

}  // namespace aplus::alipayplus
