#include "protocol/codes/order_code.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/assert.h"
#include "protocol/codes/issued_text.h"
#include "protocol/doc_pages.h"

namespace aplus::protocol {
namespace {

constexpr std::string_view kScheme = "https://";
constexpr std::size_t kHead = kIssuerDigits + kTypeDigits + 4;

auto no(std::string why) { return fail("INVALID_CODE", "", std::move(why)); }

struct Address {
  std::string_view domain;
  std::string_view path;  ///< after the slash; empty when there is none
};

bool isDomain(std::string_view text) {
  return text.find('.') != text.npos && text.front() != '.' && text.back() != '.' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '-';
         });
}

Result<Address> split(std::string_view url) {
  if (url.substr(0, kScheme.size()) != kScheme) return no("The address must begin with https://");
  if (std::any_of(url.begin(), url.end(), [](char c) { return c <= ' ' || c >= '\x7f'; })) {
    return no("The address must have visible ASCII characters only");
  }
  url.remove_prefix(kScheme.size());
  auto const end = std::min(url.find_first_of("/?#:"), url.size());
  Address const address{url.substr(0, end), end < url.size() && url[end] == '/' ? url.substr(end + 1) : ""};
  if (!isDomain(address.domain)) return no("The address has no domain");
  return address;
}

Result<ParsedOrderCode> parse(Address const& address) {
  std::string_view const path = address.path;
  if (path.size() < kHead || !isDigits(path.substr(0, kHead)) || !isOfType(path, kOrderCodeType)) {
    return no("After the domain there must be 281, three digits of Alipay+, 04 and four digits");
  }
  return ParsedOrderCode{std::string(address.domain), std::string(path.substr(0, kIssuerDigits)),
                         std::string(path.substr(kIssuerDigits + kTypeDigits, 4)),
                         std::string(path.substr(kHead))};
}

ExplainedCode explain(std::string_view kind, std::string_view source, ParsedOrderCode const& code,
                      std::string fourDigits, std::string rest) {
  ExplainedCode explained{kind, source, {}};
  explained.add(kScheme.size(), "scheme", "Always HTTPS.");
  explained.add(code.domain.size() + 1, "domain", "Whose code it is: a wallet knows it by this.");
  explained.add(kIssuerDigits, "issuer", "281 and three digits that Alipay+ assigned.");
  explained.add(kTypeDigits, "type", "04: an order code.");
  explained.add(4, "number", std::move(fourDigits));
  if (!code.rest.empty()) explained.add(code.rest.size(), "order", std::move(rest));
  return explained;
}

}  // namespace

Result<ParsedOrderCode> parseOrderCode(std::string_view url) {
  auto const address = split(url);
  if (!address) return fail(address.error());
  if (address->domain != kOrderCodeDomain) {
    return no(fmt::format("An order code of Alipay+ stands at {}", kOrderCodeDomain));
  }
  auto code = parse(*address);
  if (!code) return code;
  if (code->rest.size() != kOrderCodeRandom || !isAlphanumeric(code->rest)) {
    return no(fmt::format("After its twelve digits an order code has {} letters and digits",
                          kOrderCodeRandom));
  }
  return code;
}

Result<ParsedOrderCode> parsePrivateOrderCode(std::string_view url) {
  auto const address = split(url);
  if (!address) return fail(address.error());
  if (address->domain == kOrderCodeDomain) {
    return no(fmt::format("{} is the domain of Alipay+; a private order code stands at the acquirer's",
                          kOrderCodeDomain));
  }
  return parse(*address);
}

Result<void> checkEntryCode(std::string_view url) {
  auto const address = split(url);
  if (!address) return fail(address.error());
  return {};
}

std::string makeOrderCode(std::string_view issuer, std::string_view fourDigits, std::string_view random) {
  std::string code = fmt::format("{}{}/{}{}{}{}", kScheme, kOrderCodeDomain, issuer, kOrderCodeType,
                                 fourDigits, random);
  APLUS_ASSERT(parseOrderCode(code).has_value() && fourDigits.size() == 4);
  return code;
}

std::string makePrivateOrderCode(std::string_view domain, std::string_view issuer,
                                 std::string_view fourDigits, std::string_view rest) {
  std::string code =
      fmt::format("{}{}/{}{}{}{}", kScheme, domain, issuer, kOrderCodeType, fourDigits, rest);
  APLUS_ASSERT(parsePrivateOrderCode(code).has_value() && fourDigits.size() == 4);
  return code;
}

Result<ExplainedCode> explainOrderCode(std::string_view url) {
  auto const code = parseOrderCode(url);
  if (!code) return fail(code.error());
  return explain("order code", docs::kMerchantPresented, *code,
                 "Four digits; what they say is not published.",
                 "Stands for one order until it has been paid or has run out.");
}

Result<ExplainedCode> explainPrivateOrderCode(std::string_view url) {
  auto const code = parsePrivateOrderCode(url);
  if (!code) return fail(code.error());
  return explain("private order code", docs::kPrivateOrderCode, *code,
                 "Four digits of the acquirer's own choice.",
                 "Stands for one order; Alipay+ asks the acquirer which.");
}

Result<ExplainedCode> explainEntryCode(std::string_view url) {
  if (auto const ok = checkEntryCode(url); !ok) return fail(ok.error());
  auto const address = *split(url);
  ExplainedCode code{"entry code", docs::kAcquirerFaq, {}};
  code.add(kScheme.size(), "scheme", "Always HTTPS.");
  code.add(address.domain.size(), "domain", "The acquirer's or merchant's page.");
  std::size_t const used = kScheme.size() + address.domain.size();
  if (url.size() > used) {
    code.add(url.size() - used, "page", "Where the user types the amount; the acquirer's own affair.");
  }
  return code;
}

}  // namespace aplus::protocol
