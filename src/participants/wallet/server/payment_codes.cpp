#include "participants/wallet/server/payment_codes.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/wallet/own_api.h"
#include "participants/wallet/server/app_line.h"
#include "participants/wallet/server/authorization.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/get_payment_code.h"
#include "protocol/doc_pages.h"

namespace aplus::wallet::server {
namespace {

using namespace protocol;

void refuseApp(Context& context, Envelope const& request, ResultInfo result) {
  FetchPaymentCodesResponse response;
  response.result = std::move(result);
  answerApp(context, request, codec::encode(response), {kServerCodeFlow, "9"});
}

}  // namespace

void onFetchPaymentCodes(State& state, Envelope const& request, Context& context) {
  Account const* account = accountOfApp(state, request);
  auto const wanted = codec::decode<FetchPaymentCodesRequest>(request.message.body);
  if (account == nullptr || !wanted) {
    refuseApp(context, request,
              makeResult(account == nullptr ? "ACCESS_DENIED" : "PARAM_ILLEGAL"));
    return;
  }
  GetPaymentCodeRequest ask;
  ask.region = wanted->value.region;
  ask.customerId = account->customerId;
  ask.codeQuantity = wanted->value.codeQuantity;
  ask.env.terminalType = "APP";
  ask.env.deviceTokenId = wanted->value.deviceTokenId;
  context.note("The wallet server knows who its user is and asks Alipay+ for their codes.", docs::kGetPaymentCode);
  SequenceNo const sent =
      sendRequest(*state.endpoint, context, "getPaymentCode",
                  std::string(api("getPaymentCode", Role::wallet).path), codec::encode(ask), {kServerCodeFlow, "7"});
  SequenceNo const timer = context.startTimer(kCodesTimeoutMs, "getPaymentCodeTimeout", fmt::format("{}", sent));
  state.codeRequests[sent] = {request, timer};
}

bool onPaymentCodesIssued(State& state, Envelope const& response, Context& context) {
  auto const found = state.codeRequests.find(response.inReplyTo);
  if (found == state.codeRequests.end()) return false;
  CodesRequest const waiting = std::move(found->second);
  state.codeRequests.erase(found);
  context.cancelTimer(waiting.timer);
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<GetPaymentCodeResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted: codes of somebody else could be in it.");
    refuseApp(context, waiting.request, makeResult("UNKNOWN_EXCEPTION"));
    return true;
  }
  answerApp(context, waiting.request,
            codec::encode(FetchPaymentCodesResponse{reply->value.result, reply->value.paymentCodeInfoList}),
            {kServerCodeFlow, "9"});
  return true;
}

bool onPaymentCodesTimer(State& state, Timer const& timer, Context& context) {
  auto const found = std::find_if(state.codeRequests.begin(), state.codeRequests.end(),
                                  [&](auto const& entry) { return entry.second.timer == timer.id; });
  if (found == state.codeRequests.end()) return false;
  CodesRequest const waiting = std::move(found->second);
  state.codeRequests.erase(found);
  context.note("Alipay+ does not answer getPaymentCode in time.", kSandboxChoice);
  refuseApp(context, waiting.request, makeResult("UNKNOWN_EXCEPTION", "Alipay+ does not answer."));
  return true;
}

}  // namespace aplus::wallet::server
