#include "participants/alipayplus/codes.h"

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/get_payment_code.h"
#include "protocol/codes/payment_code.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

GetPaymentCodeResponse answer(State& state, Envelope const& request, Context& context) {
  GetPaymentCodeResponse response;
  auto const check = checkIncoming(*state.walletEndpoint, context, request);
  if (!check.valid) {
    response.result = makeResult(check.code);
    return response;
  }
  auto const wanted = codec::decode<GetPaymentCodeRequest>(request.message.body);
  if (!wanted) {
    response.result = unreadable(context, wanted.error());
    return response;
  }
  response.result = makeResult("SUCCESS");
  IssuedTo const user{wanted->value.customerId, wanted->value.region};
  std::int64_t const quantity = wanted->value.codeQuantity.value_or(1);
  for (std::int64_t i = 0; i < quantity; ++i) {
    SimTime const from = context.now() + i * state.lifetimes.paymentCodeMs;
    auto const [code, issued] = issueCode(state, user, from, context);
    response.paymentCodeInfoList.push_back({code, formatIso8601(issued.validFrom, kChinaTime),
                                            formatIso8601(issued.expiresAt, kChinaTime)});
  }
  context.note("Each code is good for one minute; several of them bridge a weak network.", docs::kGetPaymentCode);
  if (quantity > 1) context.note("Each begins when the one before it ends.", kSandboxChoice);
  return response;
}

}  // namespace

std::pair<PaymentCode, IssuedCode> issueCode(State& state, IssuedTo const& user, SimTime validFrom,
                                             Context& context) {
  std::string digits = context.newDigits(kUserNumberDigits);
  if (!state.codeEnding.empty()) {
    digits.replace(digits.size() - state.codeEnding.size(), std::string::npos, state.codeEnding);
    context.note(fmt::format("In this world all payment codes end in {}.", state.codeEnding), kSandboxChoice);
  }
  PaymentCode code = makePaymentCode(state.wallet.issuerPrefix, digits);
  IssuedCode issued{user.customerId, user.region, validFrom, validFrom + state.lifetimes.paymentCodeMs};
  state.codes[code] = issued;
  return {std::move(code), std::move(issued)};
}

Result<void> checkCode(State const& state, PaymentCode const& code, SimTime now) {
  auto const issued = state.codes.find(code);
  if (issued == state.codes.end()) return fail("INVALID_CODE", "", "Alipay+ never issued this payment code");
  if (issued->second.used) return fail("INVALID_CODE", "", "this payment code was used before");
  if (issued->second.validFrom > now) return fail("INVALID_CODE", "", "this payment code is not valid yet");
  if (issued->second.expiresAt <= now) return fail("EXPIRED_CODE", "", "this payment code is older than a minute");
  return {};
}

void onGetPaymentCode(State& state, Envelope const& request, Context& context) {
  GetPaymentCodeResponse const response = answer(state, request, context);
  sendResponse(*state.walletEndpoint, context, request, codec::encode(response), {kServerCodeFlow, "8"});
}

}  // namespace aplus::alipayplus
