#include "inspect/desk.h"

#include <algorithm>

#include <fmt/format.h>

#include "crypto/digest.h"
#include "crypto/sha256.h"

namespace aplus::inspect {
namespace {

tl::unexpected<Error> incomplete(std::string_view header) {
  return fail("INCOMPLETE", std::string(header), fmt::format("The header {} is missing; it is part of what is signed", header));
}

bool sameName(std::string_view a, std::string_view b) {
  auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

void setHeader(protocol::HttpMessage& message, std::string_view name, std::string value) {
  for (protocol::Header& header : message.headers) {
    if (sameName(header.name, name)) {
      header.value = std::move(value);
      return;
    }
  }
  message.headers.push_back({std::string(name), std::move(value)});
}

Result<std::string> contentOf(DeskMessage const& message) {
  auto const parts = contentParts(message);
  if (!parts) return fail(parts.error());
  std::string content;
  for (ContentPart const& part : *parts) content += part.text;
  return content;
}

}  // namespace

Result<DeskMessage> readPasted(std::string_view text) {
  auto const begin = text.find_first_not_of(" \t\r\n$");
  std::string_view const command = begin == text.npos ? std::string_view() : text.substr(begin);
  bool const isCurl = command.rfind("curl ", 0) == 0 || command.rfind("curl.exe ", 0) == 0 || command.rfind("curl\t", 0) == 0;
  return isCurl ? readCurl(text) : readRawHttp(text);
}

Result<std::vector<ContentPart>> contentParts(DeskMessage const& desk) {
  std::string_view const timeName = protocol::timeHeader(desk.direction);
  std::string const* clientId = desk.message.header("Client-Id");
  std::string const* time = desk.message.header(timeName);
  if (clientId == nullptr) return incomplete("Client-Id");
  if (time == nullptr) return incomplete(timeName);
  // Sandbox choice: only the path is signed.
  std::string const path = desk.message.uri.substr(0, desk.message.uri.find('?'));
  return std::vector<ContentPart>{{"method", desk.message.method}, {"", " "}, {"uri", path}, {"", "\n"}, {"Client-Id", *clientId},
                                  {"", "."}, {timeName, *time}, {"", "."}, {"body", desk.message.body}};
}

SignatureSteps signatureSteps(std::string_view content, int keyBits) {
  using crypto::DigestAlgorithm;
  std::string const digest = crypto::digest(DigestAlgorithm::sha256, content);
  return {crypto::toHex(digest), crypto::toHex(crypto::digestInfo(DigestAlgorithm::sha256, digest)),
          crypto::toHex(crypto::paddedBlock(DigestAlgorithm::sha256, digest, std::size_t(keyBits + 7) / 8))};
}

Result<DeskMessage> signOnDesk(DeskMessage message, crypto::PrivateKey const& key, int keyVersion) {
  auto const content = contentOf(message);
  if (!content) return fail(content.error());
  setHeader(message.message, "Signature", protocol::formatSignatureHeader(keyVersion, key.sign(*content)));
  return message;
}

DeskVerdict verifyOnDesk(DeskMessage const& message, crypto::PublicKey const& key) {
  auto const content = contentOf(message);
  if (!content) return {false, content.error().message};
  std::string const* value = message.message.header("Signature");
  if (value == nullptr) return {false, "The header Signature is missing"};
  auto const header = protocol::parseSignatureHeader(*value);
  if (!header) return {false, fmt::format("The header Signature cannot be read: {}", header.error().message)};
  if (!key.verify(*content, header->signature)) return {false, "The signature does not fit these bytes and this key"};
  return {true, "The signature fits"};
}

Result<DeskMessage> tamper(DeskMessage desk, std::string_view origin, std::string value) {
  if (origin == "method") desk.message.method = std::move(value);
  else if (origin == "uri") desk.message.uri = std::move(value);
  else if (origin == "body") desk.message.body = std::move(value);
  else if (origin == "Client-Id" || origin == "Signature" || origin == protocol::timeHeader(desk.direction)) setHeader(desk.message, origin, std::move(value));
  else return fail("UNKNOWN_PART", std::string(origin), fmt::format("'{}' is no part; there are method, uri, Client-Id, {}, body and Signature", origin, protocol::timeHeader(desk.direction)));
  return desk;
}

}  // namespace aplus::inspect
