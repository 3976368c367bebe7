#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/codec/field.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

inline constexpr std::string_view kMatchMethods[] = {"PREFIX", "REGEX", "EMVCO"};
inline constexpr std::string_view kDecode = "DECODE";
inline constexpr std::string_view kOpenUrl = "OPEN_URL";
inline constexpr std::string_view kPostCodeMatchActionTypes[] = {kDecode, kOpenUrl};
inline constexpr std::string_view kUrlConstructionMethods[] = {
    "USE_DIRECTLY", "CONSTRUCT_DYNAMIC_URL", "EXTRACT_URL_FROM_EMVCODE"};

/// Wallet → Alipay+, at least once a day. It has no fields.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/inquiry_code_rules
struct InquiryCodeRulesRequest {
  bool operator==(InquiryCodeRulesRequest const&) const = default;
};

/// What the merchant account information of an EMVCo code must hold.
struct EmvMatchRule {
  std::optional<bool> isPrimitiveMerchant;
  std::string primitiveMerchantTag;
  std::string extendedMerchantTag;
  std::string extendedMerchantValue;

  bool operator==(EmvMatchRule const&) const = default;
};

struct CodeMatchPattern {
  std::string matchMethod;
  std::string prefix;
  std::string regex;
  std::optional<std::int64_t> priority;
  std::vector<EmvMatchRule> emvMatchRules;

  bool operator==(CodeMatchPattern const&) const = default;
};

struct PostCodeMatchAction {
  std::string postCodeMatchActionType;
  std::string urlConstructionMethod;
  std::string userAgent;
  std::string dynamicUrlExpression;
  std::string emvUrlTag;

  bool operator==(PostCodeMatchAction const&) const = default;
};

struct CodeRule {
  CodeMatchPattern codeMatchPattern;
  PostCodeMatchAction postCodeMatchAction;
  std::string extendInfo;

  bool operator==(CodeRule const&) const = default;
};

struct InquiryCodeRulesResponse {
  ResultInfo result;
  std::vector<CodeRule> codeRules;
  std::string version;

  bool operator==(InquiryCodeRulesResponse const&) const = default;
};

codec::Fields fieldsOf(InquiryCodeRulesRequest const*);
codec::Fields fieldsOf(EmvMatchRule const*);
codec::Fields fieldsOf(CodeMatchPattern const*);
codec::Fields fieldsOf(PostCodeMatchAction const*);
codec::Fields fieldsOf(CodeRule const*);
codec::Fields fieldsOf(InquiryCodeRulesResponse const*);

}  // namespace aplus::protocol
