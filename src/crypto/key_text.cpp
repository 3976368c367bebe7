#include "crypto/key_text.h"

#include <fmt/format.h>

#include "crypto/base64.h"

namespace aplus::crypto {
namespace {

constexpr std::string_view kBegin = "-----BEGIN ";
constexpr std::string_view kDashes = "-----";

std::string withoutBlanks(std::string_view text) {
  std::string kept;
  for (char const c : text) {
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') kept += c;
  }
  return kept;
}

}  // namespace

Result<KeyText> unwrapKey(std::string_view text) {
  KeyText key;
  std::string_view body = text;
  if (auto const begin = text.find(kBegin); begin != std::string_view::npos) {
    std::string_view const rest = text.substr(begin + kBegin.size());
    auto const labelEnd = rest.find(kDashes);
    if (labelEnd == std::string_view::npos) {
      return fail("INVALID_KEY", "", "The BEGIN line is not closed with five dashes");
    }
    key.label = std::string(rest.substr(0, labelEnd));
    body = rest.substr(labelEnd + kDashes.size());
    std::string const endLine = "-----END " + key.label + "-----";
    auto const end = body.find(endLine);
    if (end == std::string_view::npos) {
      return fail("INVALID_KEY", "", fmt::format("The line {} is missing", endLine));
    }
    body = body.substr(0, end);
  }
  if (key.label == "ENCRYPTED PRIVATE KEY" || body.find("ENCRYPTED") != std::string_view::npos) {
    return fail("INVALID_KEY", "",
                "The private key is encrypted; decrypt it first, for example with "
                "openssl pkey -in key.pem -out plain.pem");
  }
  std::string const base64 = withoutBlanks(body);
  if (base64.empty()) {
    return fail("INVALID_KEY", "", "There is no key here; paste PEM or Base64 on one line");
  }
  auto der = decodeBase64(base64);
  if (!der) {
    return fail("INVALID_KEY", "",
                fmt::format("The key is neither PEM nor Base64: {}", der.error().message));
  }
  key.der = std::move(*der);
  return key;
}

}  // namespace aplus::crypto
