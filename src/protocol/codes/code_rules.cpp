#include "protocol/codes/code_rules.h"

#include <algorithm>

#include <fmt/format.h>

#include "protocol/codes/emv_code.h"
#include "protocol/codes/issued_text.h"
#include "protocol/codes/pattern.h"
#include "protocol/percent_encoding.h"

namespace aplus::protocol {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

bool startsWithIgnoringCase(std::string_view text, std::string_view prefix) {
  return !prefix.empty() && text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char left, char right) { return lower(left) == lower(right); });
}

bool matchesPattern(std::string_view text, std::string_view expression) {
  auto const pattern = Pattern::parse(expression);
  return pattern && pattern->matches(text);
}

/// A value against `R…`, `S…`, `C…`, `NNULL`, `NNOT_NULL`, or a text that it must be.
bool matchesMode(std::string const* value, std::string_view wanted) {
  if (wanted == "NNULL") return value == nullptr;
  if (value == nullptr) return false;
  if (wanted.empty() || wanted == "NNOT_NULL") return true;
  std::string_view const rest = wanted.substr(1);
  switch (wanted.front()) {
    case 'R': return matchesPattern(*value, rest);
    case 'S': return startsWithIgnoringCase(*value, rest);
    case 'C': return value->find(rest) != std::string::npos;
    default: return *value == wanted;
  }
}

/// Merchant account information stands at 02 to 25 as one text, at 26 to 51 as entries.
bool isTemplate(EmvEntry const& entry) { return entry.id >= "26" && entry.id <= "51"; }

bool matchesEmvRule(std::vector<EmvEntry> const& code, EmvMatchRule const& rule) {
  if (rule.isPrimitiveMerchant == true) {
    return matchesMode(findEmv(code, rule.primitiveMerchantTag), rule.extendedMerchantValue);
  }
  return std::any_of(code.begin(), code.end(), [&](EmvEntry const& entry) {
    if (!isTemplate(entry)) return false;
    if (!rule.primitiveMerchantTag.empty() && rule.primitiveMerchantTag != entry.id) return false;
    auto const inner = parseEmvEntries(entry.value);
    return inner && matchesMode(findEmv(*inner, rule.extendedMerchantTag), rule.extendedMerchantValue);
  });
}

/// A code and, where it is one of EMVCo, its entries: parsed once for all rules.
struct Scanned {
  std::string_view text;
  std::optional<std::vector<EmvEntry>> emv;
};

bool matches(Scanned const& code, CodeMatchPattern const& pattern) {
  if (pattern.matchMethod == "PREFIX") return startsWithIgnoringCase(code.text, pattern.prefix);
  if (pattern.matchMethod == "REGEX") return !pattern.regex.empty() && matchesPattern(code.text, pattern.regex);
  return code.emv && !pattern.emvMatchRules.empty() &&
         std::all_of(pattern.emvMatchRules.begin(), pattern.emvMatchRules.end(),
                     [&](EmvMatchRule const& rule) { return matchesEmvRule(*code.emv, rule); });
}

/// A static EMVCo code stands for a shop and is opened, a dynamic one stands for an order and is decoded.
std::string actionFor(Scanned const& code, CodeRule const& rule) {
  std::string const& action = rule.postCodeMatchAction.postCodeMatchActionType;
  if (rule.codeMatchPattern.matchMethod != "EMVCO") return action;
  std::string const* initiation = findEmv(*code.emv, kEmvInitiation);
  if (initiation == nullptr) return action;
  return std::string(*initiation == "12" ? kDecode : kOpenUrl);
}

/// `26.01`: entry 01 inside entry 26; `80`: entry 80.
std::string emvValueAt(std::vector<EmvEntry> const& code, std::string_view path) {
  auto const dot = path.find('.');
  std::string const* outer = findEmv(code, path.substr(0, dot));
  if (outer == nullptr || dot == path.npos) return outer == nullptr ? "" : *outer;
  auto const inner = parseEmvEntries(*outer);
  std::string const* value = inner ? findEmv(*inner, path.substr(dot + 1)) : nullptr;
  return value == nullptr ? "" : *value;
}

void replaceAll(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

/// The six digits of the issuer after the last slash, where the code has them.
std::string issuerOf(std::string_view code) {
  auto const slash = code.rfind('/');
  std::string_view const tail = slash == code.npos ? code : code.substr(slash + 1);
  return isIssuer(tail.substr(0, kIssuerDigits)) ? std::string(tail.substr(0, kIssuerDigits)) : "";
}

std::string urlFor(Scanned const& code, PostCodeMatchAction const& action) {
  if (action.urlConstructionMethod == "EXTRACT_URL_FROM_EMVCODE") {
    return code.emv ? emvValueAt(*code.emv, action.emvUrlTag) : "";
  }
  if (action.urlConstructionMethod != "CONSTRUCT_DYNAMIC_URL") return std::string(code.text);
  std::string url = action.dynamicUrlExpression;
  replaceAll(url, "${codeValue}", percentEncode(code.text));
  replaceAll(url, "${issuer}", issuerOf(code.text));
  return url;
}

std::string describe(CodeMatchPattern const& pattern) {
  std::string_view const text = pattern.matchMethod == "PREFIX"  ? std::string_view(pattern.prefix)
                                : pattern.matchMethod == "REGEX" ? std::string_view(pattern.regex)
                                : pattern.emvMatchRules.empty()
                                    ? std::string_view()
                                    : std::string_view(pattern.emvMatchRules.front().extendedMerchantValue);
  return fmt::format("{} {}, priority {}", pattern.matchMethod, text, pattern.priority.value_or(kDefaultPriority));
}

}  // namespace

std::optional<IdentifiedCode> identifyByRules(std::vector<CodeRule> const& rules, std::string_view codeValue) {
  Scanned code{codeValue, std::nullopt};
  if (auto emv = parseEmvCode(codeValue)) code.emv = std::move(*emv);
  CodeRule const* best = nullptr;
  for (CodeRule const& rule : rules) {
    auto const priority = [](CodeRule const& r) { return r.codeMatchPattern.priority.value_or(kDefaultPriority); };
    if (!matches(code, rule.codeMatchPattern)) continue;
    if (best == nullptr || priority(rule) < priority(*best)) best = &rule;
  }
  if (best == nullptr) return std::nullopt;
  IdentifiedCode found;
  found.actionType = actionFor(code, *best);
  found.rule = describe(best->codeMatchPattern);
  if (found.actionType == kOpenUrl) {
    found.url = urlFor(code, best->postCodeMatchAction);
    found.userAgent = best->postCodeMatchAction.userAgent.empty() ? std::string(kDefaultUserAgent)
                                                                  : best->postCodeMatchAction.userAgent;
    found.acDecodeConfig = best->extendInfo;
  }
  return found;
}

}  // namespace aplus::protocol
