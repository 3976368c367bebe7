#include "protocol/signing.h"

#include <charconv>

#include <fmt/format.h>

#include "crypto/base64.h"
#include "protocol/percent_encoding.h"

namespace aplus::protocol {
namespace {

constexpr std::string_view kAlgorithm = "RSA256";

std::string_view trim(std::string_view text) {
  auto const begin = text.find_first_not_of(" \t");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

tl::unexpected<Error> wrongHeader(std::string message) {
  return fail("INVALID_SIGNATURE", "Signature", std::move(message));
}

/// `application/json`, with or without a charset.
bool isJson(std::string_view contentType) {
  return trim(contentType.substr(0, contentType.find(';'))) == "application/json";
}

SignatureCheck refuse(SignatureCheck check, std::string_view code, std::string reason) {
  check.code = std::string(code);
  check.reason = std::move(reason);
  return check;
}

/// Why the time does not lie in the window; empty when it does.
std::string outside(ClockWindow const& window, std::string_view time) {
  auto const instant = parseIso8601(time);
  if (!instant) return instant.error().message;
  std::int64_t const apart = *instant - window.now;
  if (apart <= window.toleranceMs && -apart <= window.toleranceMs) return {};
  return fmt::format("{} lies {} s {} the receiver's clock; at most {} s are allowed", time, (apart < 0 ? -apart : apart) / kSecondMs,
                     apart < 0 ? "behind" : "ahead of", window.toleranceMs / kSecondMs);
}

}  // namespace

std::string contentToSign(std::string_view method, std::string_view uri, std::string_view clientId,
                          std::string_view time, std::string_view body) {
  return fmt::format("{} {}\n{}.{}.{}", method, uri.substr(0, uri.find('?')), clientId, time, body);
}

std::string formatSignatureHeader(int keyVersion, std::string_view signature) {
  return fmt::format("algorithm={},keyVersion={},signature={}", kAlgorithm, keyVersion,
                     percentEncode(crypto::encodeBase64(signature)));
}

Result<SignatureHeader> parseSignatureHeader(std::string_view value) {
  SignatureHeader header;
  bool hasSignature = false;
  while (!value.empty()) {
    auto const comma = std::min(value.find(','), value.size());
    std::string_view const pair = trim(value.substr(0, comma));
    value.remove_prefix(std::min(comma + 1, value.size()));
    auto const equals = pair.find('=');
    if (equals == pair.npos) {
      return wrongHeader(fmt::format("'{}' is no name=value pair; write algorithm=RSA256,"
                                     "keyVersion=1,signature=…",
                                     pair.substr(0, 40)));
    }
    std::string_view const name = trim(pair.substr(0, equals));
    std::string_view const text = trim(pair.substr(equals + 1));
    if (name == "algorithm") {
      header.algorithm = std::string(text);
    } else if (name == "keyVersion") {
      auto const [end, error] =
          std::from_chars(text.data(), text.data() + text.size(), header.keyVersion);
      if (error != std::errc() || end != text.data() + text.size() || header.keyVersion < 1) {
        return wrongHeader(fmt::format("keyVersion '{}' is no whole number from 1",
                                       text.substr(0, 40)));
      }
    } else if (name == "signature") {
      auto const decoded = percentDecode(text);
      if (!decoded) return wrongHeader(fmt::format("signature: {}", decoded.error().message));
      auto bytes = crypto::decodeBase64(*decoded);
      if (!bytes) return wrongHeader(fmt::format("signature: {}", bytes.error().message));
      header.signature = std::move(*bytes);
      hasSignature = true;
    }
  }
  if (header.algorithm != kAlgorithm) {
    return wrongHeader(header.algorithm.empty()
                           ? "algorithm is missing; it must be RSA256"
                           : fmt::format("algorithm is '{}'; it must be RSA256",
                                         header.algorithm.substr(0, 40)));
  }
  if (!hasSignature) return wrongHeader("signature is missing");
  return header;
}

std::string_view timeHeader(Direction direction) {
  return direction == Direction::request ? "Request-Time" : "Response-Time";
}

void sign(HttpMessage& message, Direction direction, std::string time, SigningKey const& key) {
  std::string const content =
      contentToSign(message.method, message.uri, key.clientId.value, time, message.body);
  message.headers.push_back({"Content-Type", "application/json; charset=UTF-8"});
  message.headers.push_back({"Client-Id", key.clientId.value});
  message.headers.push_back({std::string(timeHeader(direction)), std::move(time)});
  message.headers.push_back(
      {"Signature", formatSignatureHeader(key.keyVersion, key.key.sign(content))});
}

SignatureCheck checkSignature(HttpMessage const& message, Direction direction, KeyRing const& keys,
                              std::optional<ClockWindow> const& window) {
  SignatureCheck check;
  // A response has no method of its own; what it is signed with is that of the request it answers.
  if (direction == Direction::request && message.method != "POST") {
    return refuse(check, "METHOD_NOT_SUPPORTED",
                  fmt::format("The method is '{}'; every API is called by POST", message.method));
  }
  std::string const* contentType = message.header("Content-Type");
  if (contentType != nullptr && !isJson(*contentType)) {
    return refuse(check, "MEDIA_TYPE_NOT_ACCEPTABLE",
                  fmt::format("Content-Type is '{}'; it must be application/json", *contentType));
  }
  std::string const* clientId = message.header("Client-Id");
  std::string const* time = message.header(timeHeader(direction));
  std::string const* signature = message.header("Signature");
  if (clientId == nullptr) {
    return refuse(check, "INVALID_CLIENT", "The header Client-Id is missing");
  }
  if (time == nullptr) {
    return refuse(check, "INVALID_SIGNATURE",
                  fmt::format("The header {} is missing", timeHeader(direction)));
  }
  check.content = contentToSign(message.method, message.uri, *clientId, *time, message.body);
  if (signature == nullptr) {
    return refuse(check, "INVALID_SIGNATURE", "The header Signature is missing");
  }
  auto const header = parseSignatureHeader(*signature);
  if (!header) {
    return refuse(check, "INVALID_SIGNATURE",
                  fmt::format("The header Signature cannot be read: {}", header.error().message));
  }
  auto const client = keys.find(ClientId{*clientId});
  if (client == keys.end() || client->second.empty()) {
    return refuse(check, "INVALID_CLIENT",
                  fmt::format("The receiver knows no client '{}'", *clientId));
  }
  auto const key = header->keyVersion == 0 ? std::prev(client->second.end())
                                           : client->second.find(header->keyVersion);
  if (key == client->second.end()) {
    return refuse(check, "KEY_NOT_FOUND",
                  fmt::format("The receiver has no key version {} of client '{}'",
                              header->keyVersion, *clientId));
  }
  check.keyVersion = key->first;
  if (!key->second.key.verify(check.content, header->signature)) {
    return refuse(check, "INVALID_SIGNATURE",
                  fmt::format("The signature does not fit these bytes and key version {} of {}",
                              key->first, key->second.owner));
  }
  if (window) {
    if (auto const reason = outside(*window, *time); !reason.empty()) {
      return refuse(check, "PARAM_ILLEGAL", fmt::format("{}: {}", timeHeader(direction), reason));
    }
  }
  check.valid = true;
  check.signer = key->second.owner;
  check.reason = fmt::format("Signed by {} with key version {}", check.signer, check.keyVersion);
  return check;
}

}  // namespace aplus::protocol
