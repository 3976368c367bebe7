#include "participants/wallet/server/pay_rules.h"

#include <fmt/format.h>

#include "participants/wallet/server/decision.h"
#include "participants/wallet/server/easy_pay.h"
#include "protocol/codec/json_check.h"
#include "protocol/codes/payment_code.h"
#include "protocol/payments/quote.h"

namespace aplus::wallet::server {
namespace {

using protocol::PaymentFactor;
using protocol::PayRequest;
using protocol::ResultInfo;
using Verdict = std::optional<ResultInfo>;

/// Who is asked to pay, in which kind of shop, and with what.
Verdict checkKind(PayRequest const& request, Context& context) {
  PaymentFactor const& factor = request.paymentFactor;
  if (factor.isInStorePayment != true) {
    return illegal(context, "$.paymentFactor.isInStorePayment",
                   "must be true for a user-presented payment");
  }
  if (factor.isCashierPayment == true) {
    return illegal(context, "$.paymentFactor.isCashierPayment",
                   "must not be true when isInStorePayment is true");
  }
  if (!factor.inStorePaymentScenario.empty() &&
      factor.inStorePaymentScenario != protocol::kPaymentCodeScenario) {
    return illegal(context, "$.paymentFactor.inStorePaymentScenario",
                   "must be PaymentCode: the other codes are scanned by the user, and the wallet "
                   "begins that payment itself",
                   docs::kAcquirerFaq);
  }
  if (!request.order->merchant.store) {
    return illegal(context, "$.order.merchant.store", "is required when isInStorePayment is true");
  }
  return std::nullopt;
}

Verdict checkMethod(State const& state, PayRequest const& request, Context& context) {
  protocol::PaymentMethod const& method = request.paymentMethod;
  if (method.paymentMethodType != protocol::kConnectWallet) {
    return illegal(context, "$.paymentMethod.paymentMethodType",
                   "must be CONNECT_WALLET when isInStorePayment is true");
  }
  if (method.paymentMethodId.empty()) {
    return illegal(context, "$.paymentMethod.paymentMethodId",
                   "is required: it is the payment code that was scanned");
  }
  auto const code = protocol::parsePaymentCode(method.paymentMethodId);
  if (!code) {
    return illegal(context, "$.paymentMethod.paymentMethodId",
                   "must be a payment code: " + code.error().message, docs::kCodeFormat);
  }
  if (method.customerId.empty() && code->issuer == state.issuer) {
    return illegal(context, "$.paymentMethod.customerId",
                   "is required when Alipay+ issued the payment code");
  }
  return std::nullopt;
}

/// Payments without a code: evaluated, verified by a one-time password, or by an access token.
Verdict checkAgreement(State const& state, PayRequest const& request, Context& context) {
  PaymentFactor const& factor = request.paymentFactor;
  if (factor.isAgreementPayment != true) {
    return illegal(context, "$.paymentFactor.isAgreementPayment", "must be true", docs::kEasyPay);
  }
  if (factor.isInStorePayment == true) {
    return illegal(context, "$.paymentFactor.isInStorePayment",
                   "must not be true when isAgreementPayment is true", docs::kAcquirerFaq);
  }
  if (request.paymentMethod.paymentMethodType != state.easyPay.walletType) {
    return illegal(context, "$.paymentMethod.paymentMethodType",
                   fmt::format("must be {}, the name of this wallet", state.easyPay.walletType), docs::kEasyPay);
  }
  if (!request.passThroughInfo.empty() && !codec::isJsonObject(request.passThroughInfo)) {
    return illegal(context, "$.passThroughInfo", "must be a JSON object as a string: a set of key-value pairs",
                   docs::kEasyPay);
  }
  return std::nullopt;
}

/// Sandbox choice: which payment needs cross-border settlement is told from its currencies. The page's
/// own sample pays yen from a wallet in won without the flag, so its absence is no mistake.
Verdict checkSettlement(PayRequest const& request, Context& context) {
  if (request.paymentAmount->currency == request.payToAmount->currency ||
      request.paymentFactor.isCrossborderSettlement != false) {
    return std::nullopt;
  }
  return illegal(context, "$.paymentFactor.isCrossborderSettlement",
                 "must not be false when paymentAmount and payToAmount are in different currencies");
}

/// payToAmount = paymentAmount × quotePrice, HALF_EVEN; in one currency they are equal. That there is
/// a quote where the currencies differ is the message's own rule.
Verdict checkPayToAmount(State const& state, PayRequest const& request, Context& context) {
  Money const& paid = *request.paymentAmount;
  Money const& payTo = *request.payToAmount;
  if (payTo.currency != state.currency) {
    return refuse(context, "CURRENCY_NOT_SUPPORT",
                  fmt::format("accounts are in {}, payToAmount is in {}", state.currency,
                              payTo.currency));
  }
  if (paid.currency == payTo.currency) {
    if (request.paymentQuote) {
      return illegal(context, "$.paymentQuote",
                     "must be absent when paymentAmount and payToAmount are in one currency");
    }
    if (paid == payTo) return std::nullopt;
    return illegal(context, "$.payToAmount",
                   fmt::format("must be {} as paymentAmount is: both are in one currency",
                               format(paid)));
  }
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

/// Takes what the promotions save off the price; nothing when one is told in another currency or not told at all.
Result<std::optional<Money>> afterPromotion(Money const& price, std::optional<protocol::PaymentPromoInfo> const& info) {
  Money rest = price;
  if (!info) return rest;
  for (auto const& promotion : info->paymentPromoDetails) {
    bool const told = promotion.savingsAmount && promotion.savingsAmount->currency == price.currency;
    if (!told) return std::optional<Money>();
    auto const less = add(rest, {-promotion.savingsAmount->amountMinor, price.currency});
    if (!less) return fail("PARAM_ILLEGAL", "$.paymentPromoInfo", less.error().message);
    rest = *less;
  }
  return rest;
}

Result<Money> surchargeIn(State const& state, std::string const& currency, protocol::SurchargeInfo const& info) {
  if (info.surchargeAmount.currency == currency) return info.surchargeAmount;
  if (!info.surchargeQuote) {
    return fail("PARAM_ILLEGAL", "$.surchargeInfo.surchargeQuote",
                "is required when the surcharge is in another currency than the order");
  }
  auto const converted = protocol::applyQuote(info.surchargeAmount, *info.surchargeQuote, currency, state.quoteScaling);
  if (!converted) return fail("PARAM_ILLEGAL", "$.surchargeInfo", converted.error().message);
  return *converted;
}

/// orderAmount − promotion + surcharge = paymentAmount, in the merchant's currency. That paymentAmount
/// excludes the promotion is the page's word; that it includes the surcharge is a sandbox choice,
/// because payToAmount is made from paymentAmount alone.
Verdict checkPaymentAmount(State const& state, PayRequest const& request, Context& context) {
  Money const& price = request.order->orderAmount;
  Money const& paid = *request.paymentAmount;
  if (paid.currency != price.currency) {
    return illegal(context, "$.paymentAmount.currency",
                   fmt::format("must be the order's, {}", price.currency));
  }
  auto const expected = amountDue(state, price, request.paymentPromoInfo, request.surchargeInfo);
  if (!expected) return illegal(context, expected.error().path, expected.error().message);
  if (!*expected) {
    context.note("What the promotion saves is not told in the order's currency, so that "
                 "paymentAmount cannot be checked against it.",
                 kSandboxChoice);
    return std::nullopt;
  }
  if (paid == **expected) {
    if (paid != price) {
      context.note(fmt::format("The order costs {}; with promotion and surcharge {} are to be paid.",
                               format(price), format(paid)),
                   docs::kAcceptPayment);
    }
    return std::nullopt;
  }
  if (!request.paymentPromoInfo && paid.amountMinor < (*expected)->amountMinor) {
    return illegal(context, "$.paymentPromoInfo",
                   fmt::format("is required: paymentAmount is {}, the order {}", format(paid),
                               format(**expected)));
  }
  return illegal(context, "$.paymentAmount",
                 fmt::format("must be {}: the order's price without promotion and with surcharge",
                             format(**expected)));
}

}  // namespace

Result<std::optional<Money>> amountDue(State const& state, Money const& price,
                                       std::optional<protocol::PaymentPromoInfo> const& promotion,
                                       std::optional<protocol::SurchargeInfo> const& surcharge) {
  auto const reduced = afterPromotion(price, promotion);
  if (!reduced || !*reduced || !surcharge) return reduced;
  auto const more = surchargeIn(state, price.currency, *surcharge);
  if (!more) return fail(more.error());
  auto const sum = add(**reduced, *more);
  if (!sum) return fail("PARAM_ILLEGAL", "$.surchargeInfo", sum.error().message);
  return std::optional<Money>(*sum);
}

std::optional<ResultInfo> breaksRules(State const& state, PayRequest const& request,
                                      Context& context) {
  if (easyPayCall(request) != EasyPayCall::none || request.paymentFactor.isAgreementPayment == true) {
    if (auto wrong = checkAgreement(state, request, context)) return wrong;
  } else {
    if (auto wrong = checkKind(request, context)) return wrong;
    if (auto wrong = checkMethod(state, request, context)) return wrong;
  }
  if (auto wrong = checkSettlement(request, context)) return wrong;
  if (auto wrong = checkPaymentAmount(state, request, context)) return wrong;
  return checkPayToAmount(state, request, context);
}

}  // namespace aplus::wallet::server
