#include "scenario/sandbox_codes.h"

namespace aplus::scenario {
namespace {

using protocol::CodeRule;

/// What the client SDK takes for order codes on a merchant's page.
constexpr std::string_view kDecodeConfig = "https://global.alipay.com/281,https://order.acquirer.example/28100204";

CodeRule rule(std::string_view method, std::int64_t priority, std::string_view action) {
  CodeRule made;
  made.codeMatchPattern.matchMethod = method;
  made.codeMatchPattern.priority = priority;
  made.postCodeMatchAction.postCodeMatchActionType = action;
  return made;
}

CodeRule opens(CodeRule made, std::string_view construction) {
  made.postCodeMatchAction.urlConstructionMethod = construction;
  made.postCodeMatchAction.userAgent = "AlipayConnect";
  made.extendInfo = kDecodeConfig;
  return made;
}

}  // namespace

std::vector<CodeRule> sandboxCodeRules() {
  CodeRule ordersOfAlipayplus = rule("PREFIX", 100, protocol::kDecode);
  ordersOfAlipayplus.codeMatchPattern.prefix = "https://global.alipay.com/28100204";
  CodeRule ordersOfTheAcquirer = rule("PREFIX", 200, protocol::kDecode);
  ordersOfTheAcquirer.codeMatchPattern.prefix = "https://order.acquirer.example/28100204";
  CodeRule pages = opens(rule("REGEX", 300, protocol::kOpenUrl), "USE_DIRECTLY");
  pages.codeMatchPattern.regex = "^https://page\\.acquirer\\.example/M[0-9]{12}$";
  // Everything else of that acquirer: it loses to the rule before wherever both match.
  CodeRule otherPages = opens(rule("PREFIX", 9000, protocol::kOpenUrl), "CONSTRUCT_DYNAMIC_URL");
  otherPages.codeMatchPattern.prefix = "https://page.acquirer.example/";
  otherPages.postCodeMatchAction.dynamicUrlExpression = "https://page.acquirer.example/open?code=${codeValue}";
  CodeRule emv = opens(rule("EMVCO", 400, protocol::kOpenUrl), "EXTRACT_URL_FROM_EMVCODE");
  protocol::EmvMatchRule ours;
  ours.extendedMerchantTag = "00";
  ours.extendedMerchantValue = "Scom.alipayplus";
  emv.codeMatchPattern.emvMatchRules = {ours};
  emv.postCodeMatchAction.emvUrlTag = "26.01";
  return {ordersOfAlipayplus, ordersOfTheAcquirer, otherPages, pages, emv};
}

}  // namespace aplus::scenario
