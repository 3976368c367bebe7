#include "protocol/codes/check_code.h"

#include <algorithm>

#include <fmt/format.h>

#include "protocol/codes/code_rules.h"
#include "protocol/codes/explained_code.h"
#include "protocol/codes/order_code.h"
#include "protocol/doc_pages.h"

namespace aplus::protocol {
namespace {

using State = CodeRuleCheck::State;

constexpr std::string_view kSandbox = "sandbox choice";

/// What scanners should be ready for.
constexpr std::size_t kReadyFor = 32;

CodeRuleCheck made(std::string_view id, std::string_view rule, State state, std::string found,
                   std::string_view source = docs::kAcquirerFaq) {
  return {id, rule, state, std::move(found), source};
}

State keptIf(bool kept) { return kept ? State::kept : State::broken; }

/// The start and the end of a text that may be long.
std::string shortened(std::string_view text) {
  if (text.size() <= 60) return std::string(text);
  return fmt::format("{}…", text.substr(0, 57));
}

/// A scheme as URLs have it, in lower case; empty when there is none.
std::string schemeOf(std::string_view url) {
  auto const end = url.find("://");
  if (end == url.npos || end == 0) return "";
  std::string scheme(url.substr(0, end));
  for (char& c : scheme) {
    bool const upper = c >= 'A' && c <= 'Z';
    if (upper) c = char(c - 'A' + 'a');
    if (!upper && !(c >= 'a' && c <= 'z')) return "";
  }
  return scheme;
}

bool isHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Where a URL has a character that must be percent-encoded; `npos` when nowhere.
std::size_t unencodedAt(std::string_view url) {
  static constexpr std::string_view kNever = "\"<>\\^`{|}";
  for (std::size_t i = 0; i < url.size(); ++i) {
    char const c = url[i];
    bool const plain = c > ' ' && c < '\x7f' && kNever.find(c) == kNever.npos;
    bool const escape = c != '%' || (i + 2 < url.size() && isHex(url[i + 1]) && isHex(url[i + 2]));
    if (!plain || !escape) return i;
  }
  return url.npos;
}

std::string_view hostOf(std::string_view url) {
  auto const scheme = url.find("://");
  std::string_view const rest = scheme == url.npos ? url : url.substr(scheme + 3);
  return rest.substr(0, std::min(rest.find_first_of("/?#"), rest.size()));
}

CodeRuleCheck urlRule(std::string_view code) {
  std::string_view const host = hostOf(code);
  bool const url = !schemeOf(code).empty() && host.find('.') != host.npos;
  return made("entry-url", "The QR code is a URL that points to the merchant's page.", keptIf(url),
              url ? fmt::format("It points to {}.", host)
                  : fmt::format("'{}' is no address with a scheme and a domain.", shortened(code)));
}

CodeRuleCheck encodedRule(std::string_view code) {
  std::size_t const at = unencodedAt(code);
  if (at == code.npos) {
    return made("entry-encoded", "The URL is encoded.", State::kept, "It has the characters of an encoded URL only.");
  }
  return made("entry-encoded", "The URL is encoded.", State::broken,
              fmt::format("Character {} must be percent-encoded: scanners and web views disagree on it.", at + 1));
}

CodeRuleCheck httpsRule(std::string_view code) {
  std::string const scheme = schemeOf(code);
  return made("entry-https", "The merchant's page can only be reached by HTTPS.", keptIf(scheme == "https"),
              scheme.empty() ? "It names no scheme." : fmt::format("It is opened by {}.", scheme));
}

/// An entry code is static; what stands for one order is another kind of code.
CodeRuleCheck staticRule(std::string_view code) {
  bool const order = parseOrderCode(code).has_value() || parsePrivateOrderCode(code).has_value();
  return made("entry-static", "The code is static: the same for every customer and every amount.", keptIf(!order),
              order ? "This is an order code: it stands for one order and runs out."
                    : "Nothing in it stands for one order.");
}

CodeRuleCheck userAgentRule(std::string_view userAgent) {
  constexpr std::string_view kRule = "The page recognises the wallets of Alipay+ by the User-Agent of the request.";
  if (userAgent.empty()) {
    return made("entry-user-agent", kRule, State::open, "The code does not show it; give the User-Agent of a request.");
  }
  bool const wallet = userAgent.find(kDefaultUserAgent) != userAgent.npos;
  return made("entry-user-agent", kRule, keptIf(wallet),
              wallet ? fmt::format("'{}' names {}: a wallet of Alipay+.", shortened(userAgent), kDefaultUserAgent)
                     : fmt::format("'{}' does not name {}: the page would take it for an ordinary browser.",
                                   shortened(userAgent), kDefaultUserAgent),
              kSandbox);
}

CodeRuleCheck digitsRule(std::string_view code) {
  auto const wrong = std::find_if(code.begin(), code.end(), [](char c) { return c < '0' || c > '9'; });
  constexpr std::string_view kRule = "A payment code has digits only.";
  if (code.empty()) return made("payment-digits", kRule, State::broken, "There is nothing.");
  if (wrong == code.end()) return made("payment-digits", kRule, State::kept, "It has digits only.");
  bool const lineEnd = *wrong == '\r' || *wrong == '\n';
  return made("payment-digits", kRule, State::broken,
              lineEnd ? "A line end follows the digits: the scanner sends it, and the till must cut it off."
                      : fmt::format("Character {} is no digit.", wrong - code.begin() + 1));
}

CodeRuleCheck lengthRule(std::string_view code) {
  return made("payment-length", "A payment code has 16 to 24 digits.", keptIf(code.size() >= 16 && code.size() <= 24),
              fmt::format("It has {}.", code.size()));
}

CodeRuleCheck startRule(std::string_view code) {
  std::string_view const start = code.substr(0, 2);
  bool const kept = isDigits(start) && start >= "25" && start <= "30";
  return made("payment-start", "It begins with 25, 26, 27, 28, 29 or 30.", keptIf(kept),
              fmt::format("It begins with '{}'.", start));
}

CodeRuleCheck expansionRule(std::string_view code) {
  bool const longer = code.size() > 24 && code.size() <= kReadyFor;
  std::string found = "Longer ones may come; the scanner should take up to 32 digits.";
  if (longer) found = "Codes of this length do not exist yet, but the scanner should be able to read it.";
  if (code.size() > kReadyFor) found = "It is longer than any code that is planned.";
  return made("payment-expansion", "The terminal should support up to 32 digits for future use.",
              code.size() > kReadyFor ? State::broken : State::open, std::move(found));
}

}  // namespace

std::string_view name(CheckedCode kind) { return kind == CheckedCode::entryCode ? "entry code" : "payment code"; }

std::string_view name(CodeRuleCheck::State state) {
  switch (state) {
    case State::kept: return "kept";
    case State::broken: return "broken";
    case State::open: return "open";
  }
  return "";
}

bool CodeCheck::holds() const {
  return std::none_of(rules.begin(), rules.end(), [](CodeRuleCheck const& rule) { return rule.state == State::broken; });
}

CheckedCode guessKind(std::string_view code) {
  auto const digits = std::count_if(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  bool const mostlyDigits = std::size_t(digits) * 2 > code.size();
  bool const url = code.find("://") != code.npos;
  return mostlyDigits && !url ? CheckedCode::paymentCode : CheckedCode::entryCode;
}

CodeCheck checkEntryCodeRules(std::string_view code, std::string_view userAgent) {
  CodeCheck check{CheckedCode::entryCode, {urlRule(code), encodedRule(code), httpsRule(code), staticRule(code),
                                           userAgentRule(userAgent)}};
  check.rules.push_back(made("entry-brand", "The page keeps the brand guidelines of Alipay+.", State::open,
                             "No program sees that; compare the page with the guidelines."));
  return check;
}

CodeCheck checkPaymentCodeRules(std::string_view code) {
  return {CheckedCode::paymentCode, {digitsRule(code), lengthRule(code), startRule(code), expansionRule(code)}};
}

}  // namespace aplus::protocol
