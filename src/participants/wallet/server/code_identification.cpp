#include "participants/wallet/server/code_identification.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/wallet/merchant_presented_api.h"
#include "participants/wallet/server/app_line.h"
#include "participants/wallet/server/authorization.h"
#include "participants/wallet/server/scanned_order.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/codes/code_rules.h"
#include "protocol/doc_pages.h"

namespace aplus::wallet::server {
namespace {

using namespace protocol;

constexpr std::string_view kRulesTimer = "inquiryCodeRulesTimeout";

void refuseApp(Context& context, Envelope const& request, ResultInfo result) {
  IdentifyCodeReply reply;
  reply.result = std::move(result);
  answerApp(context, request, codec::encode(reply), flowStep(request.docStep, "5", "6"));
}

/// Whether to ask Alipay+ before this scan is looked at.
bool wantsRules(MerchantPresented const& own, SimTime now) {
  if (!own.rulesTriedAt) return true;
  bool const fresh = own.rulesAt && now - *own.rulesAt < kRulesFreshMs;
  return !fresh && now - *own.rulesTriedAt >= kRulesRetryMs;
}

void fetchRules(State& state, Envelope const& scan, Context& context) {
  MerchantPresented& own = state.merchantPresented;
  context.note(own.rulesAt ? "The rules are older than half an hour: they are fetched anew."
                           : "There are no rules yet: they are fetched first.",
               kSandboxChoice);
  own.rulesTriedAt = context.now();
  SequenceNo const sent = sendRequest(*state.endpoint, context, "inquiryCodeRules",
                                      std::string(api("inquiryCodeRules", Role::wallet).path),
                                      codec::encode(InquiryCodeRulesRequest{}), {});
  SequenceNo const timer = context.startTimer(kRulesTimeoutMs, std::string(kRulesTimer), fmt::format("{}", sent));
  own.scans[sent] = {scan, timer};
}

void identify(State& state, Envelope const& request, Context& context) {
  MerchantPresented const& own = state.merchantPresented;
  // Both were checked when the request came.
  std::string const codeValue = codec::decode<IdentifyCodeCall>(request.message.body)->value.codeValue;
  CustomerId const customer = accountOfApp(state, request)->customerId;
  if (own.rules.empty()) {
    context.note("Without rules nobody can say whose code it is; the user may try again.", kSandboxChoice);
    return refuseApp(context, request, makeResult("UNKNOWN_EXCEPTION"));
  }
  auto const found = identifyByRules(own.rules, codeValue);
  if (!found) {
    context.act(flowStep(request.docStep, "4", "6"),
                "No rule knows the code: it is of another scheme, or none at all. It is not passed on to Alipay+.",
                docs::kInquiryCodeRules);
    return refuseApp(context, request, makeResult("INVALID_CODE"));
  }
  bool const opens = found->actionType == kOpenUrl;
  context.act(flowStep(opens, "4", "6"),
              fmt::format("Of all rules that match the lowest priority number wins: {}. So it is {}.", found->rule,
                          found->actionType),
              docs::kInquiryCodeRules);
  IdentifyCodeReply reply;
  reply.result = makeResult("SUCCESS");
  reply.actionType = found->actionType;
  reply.url = found->url;
  reply.userAgent = found->userAgent;
  reply.acDecodeConfig = found->acDecodeConfig;
  answerApp(context, request, codec::encode(reply), flowStep(opens, "5", "6"));
  if (!opens) decodeScannedOrder(state, codeValue, customer, context);
}

void learnRules(State& state, Envelope const& response, Context& context) {
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<InquiryCodeRulesResponse>(response.message.body);
  if (!check.valid || !reply || !reply->value.result.success()) {
    context.note("The answer brings no rules that can be trusted; those from before are kept.", kSandboxChoice);
    return;
  }
  state.merchantPresented.rules = reply->value.codeRules;
  state.merchantPresented.rulesVersion = reply->value.version;
  state.merchantPresented.rulesAt = context.now();
  context.note(fmt::format("{} rules, version {}.", reply->value.codeRules.size(), reply->value.version),
               docs::kInquiryCodeRules);
}

}  // namespace

std::string_view name(ActionFormConduct conduct) {
  switch (conduct) {
    case ActionFormConduct::obeyed: return "obeyed";
    case ActionFormConduct::ignoredWhenFailed: return "ignoredWhenFailed";
    case ActionFormConduct::unknown: break;
  }
  return "unknown";
}

void onIdentifyCode(State& state, Envelope const& request, Context& context) {
  auto const call = codec::decode<IdentifyCodeCall>(request.message.body);
  if (accountOfApp(state, request) == nullptr) return refuseApp(context, request, makeResult("ACCESS_DENIED"));
  if (!call) return refuseApp(context, request, makeResult("PARAM_ILLEGAL", call.error().message));
  if (wantsRules(state.merchantPresented, context.now())) fetchRules(state, request, context);
  else identify(state, request, context);
}

bool onCodeRules(State& state, Envelope const& response, Context& context) {
  auto& scans = state.merchantPresented.scans;
  auto const found = scans.find(response.inReplyTo);
  if (found == scans.end()) return false;
  PendingScan const scan = std::move(found->second);
  scans.erase(found);
  context.cancelTimer(scan.timer);
  learnRules(state, response, context);
  identify(state, scan.request, context);
  return true;
}

bool onCodeRulesTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name != kRulesTimer) return false;
  auto& scans = state.merchantPresented.scans;
  auto const found =
      std::find_if(scans.begin(), scans.end(), [&](auto const& entry) { return entry.second.timer == timer.id; });
  if (found == scans.end()) return true;
  PendingScan const scan = std::move(found->second);
  scans.erase(found);
  context.note("Alipay+ does not answer inquiryCodeRules in time; the rules from before are kept.", kSandboxChoice);
  identify(state, scan.request, context);
  return true;
}

}  // namespace aplus::wallet::server
