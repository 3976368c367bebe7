#include "protocol/codes/inquiry_code_rules.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

bool byPrefix(CodeMatchPattern const& pattern) { return pattern.matchMethod == "PREFIX"; }
bool byRegex(CodeMatchPattern const& pattern) { return pattern.matchMethod == "REGEX"; }
bool byEmvco(CodeMatchPattern const& pattern) { return pattern.matchMethod == "EMVCO"; }

}  // namespace

codec::Fields fieldsOf(InquiryCodeRulesRequest const*) { return {}; }

codec::Fields fieldsOf(EmvMatchRule const*) {
  static constexpr codec::Field kFields[] = {
      field<&EmvMatchRule::isPrimitiveMerchant>(
          "isPrimitiveMerchant", optional, 0,
          "The value is looked for right below the tag."),
      field<&EmvMatchRule::primitiveMerchantTag>(
          "primitiveMerchantTag", optional, 2,
          "The tag of the merchant account information."),
      field<&EmvMatchRule::extendedMerchantTag>(
          "extendedMerchantTag", optional, 2,
          "The tag within it."),
      field<&EmvMatchRule::extendedMerchantValue>(
          "extendedMerchantValue", optional, 256,
          "What stands there: R regular expression, S beginning, C part, N whether there at "
          "all.")
          .sandboxChoice("no length is published"),
  };
  return kFields;
}

codec::Fields fieldsOf(CodeMatchPattern const*) {
  static constexpr codec::Field kFields[] = {
      field<&CodeMatchPattern::matchMethod>(
          "matchMethod", required, 0,
          "How the code is compared.")
          .oneOf(kMatchMethods),
      field<&CodeMatchPattern::prefix>(
          "prefix", optional, 512,
          "How the code begins, in either case.")
          .requiredWhen<&byPrefix>("matchMethod is PREFIX"),
      field<&CodeMatchPattern::regex>(
          "regex", optional, 512,
          "The regular expression that it matches.")
          .requiredWhen<&byRegex>("matchMethod is REGEX"),
      field<&CodeMatchPattern::priority>(
          "priority", optional, 0,
          "The lowest number wins; 10000 when absent."),
      field<&CodeMatchPattern::emvMatchRules>(
          "emvMatchRules", optional, 0,
          "What an EMVCo code must hold.")
          .requiredWhen<&byEmvco>("matchMethod is EMVCO"),
  };
  return kFields;
}

codec::Fields fieldsOf(PostCodeMatchAction const*) {
  static constexpr codec::Field kFields[] = {
      field<&PostCodeMatchAction::postCodeMatchActionType>(
          "postCodeMatchActionType", required, 0,
          "DECODE: call userInitiatedPay. OPEN_URL: open the page with the client SDK.")
          .oneOf(kPostCodeMatchActionTypes),
      field<&PostCodeMatchAction::urlConstructionMethod>(
          "urlConstructionMethod", optional, 0,
          "Where the address of the page comes from.")
          .oneOf(kUrlConstructionMethods),
      field<&PostCodeMatchAction::userAgent>(
          "userAgent", optional, 1024,
          "The User-Agent to open it with; AlipayConnect when absent."),
      field<&PostCodeMatchAction::dynamicUrlExpression>(
          "dynamicUrlExpression", optional, 2048,
          "The address with ${codeValue} and ${issuer} to fill in."),
      field<&PostCodeMatchAction::emvUrlTag>(
          "emvUrlTag", optional, 16,
          "The tag of the EMVCo code that holds the address.")
          .sandboxChoice("no length is published"),
  };
  return kFields;
}

codec::Fields fieldsOf(CodeRule const*) {
  static constexpr codec::Field kFields[] = {
      field<&CodeRule::codeMatchPattern>(
          "codeMatchPattern", required, 0,
          "Which codes it is for."),
      field<&CodeRule::postCodeMatchAction>(
          "postCodeMatchAction", required, 0,
          "What to do with them."),
      field<&CodeRule::extendInfo>(
          "extendInfo", optional, 2048,
          "Anything else that was agreed on.")
          .sandboxChoice("no length is published"),
  };
  return kFields;
}

codec::Fields fieldsOf(InquiryCodeRulesResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&InquiryCodeRulesResponse::result>(),
      field<&InquiryCodeRulesResponse::codeRules>(
          "codeRules", optional, 0,
          "All rules, in the order in which a tie is decided."),
      field<&InquiryCodeRulesResponse::version>(
          "version", optional, 16,
          "Which state of the rules it is.")
          .requiredWhen<&succeeded<InquiryCodeRulesResponse>>("result is S"),
  };
  return kFields;
}

}  // namespace aplus::protocol
