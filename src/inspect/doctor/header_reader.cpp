#include "inspect/doctor/header_reader.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "crypto/base64.h"
#include "inspect/doctor/text_tools.h"
#include "protocol/percent_encoding.h"
#include "protocol/signing.h"

namespace aplus::inspect {
namespace {

class PatientReader {
 public:
  PatientReader(HeaderReading& reading, std::size_t signatureSize) : reading_(reading), size_(signatureSize) {}

  void header(std::string_view value) {
    std::string text = trimmed(value);
    if (lower(text.substr(0, 10)) == "signature:") {
      repaired("header-name-in-value");
      text = trimmed(text.substr(10));
    }
    if (lower(text).find("sig") == std::string::npos && text.find(',') == std::string::npos) {
      repaired("header-bare-signature");
      signature(text);
      return;
    }
    bool hasAlgorithm = false;
    for (std::string const& pair : pairs(text)) {
      auto const equals = std::min(pair.find_first_of("=:"), pair.size());
      std::string const name = unquoted(trimmed(pair.substr(0, equals)));
      std::string const content = unquoted(trimmed(pair.substr(std::min(equals + 1, pair.size()))));
      if (lower(name) == "algorithm") {
        hasAlgorithm = true;
        spelled(name, "algorithm");
        if (content != "RSA256") repaired("header-algorithm", shown(content));
      } else if (lower(name) == "keyversion") {
        spelled(name, "keyVersion");
        keyVersion(content);
      } else if (lower(name) == "signature" || lower(name) == "sign" || lower(name) == "sig") {
        spelled(name, "signature");
        signature(content);
      }
    }
    if (!hasAlgorithm) repaired("header-algorithm-missing");
  }

  /// The value of `signature=`, whatever was done to it.
  void signature(std::string text) {
    text = percentDecoded(std::move(text));
    text = blanksMended(std::move(text));
    if (isHex(text)) return fromHex(text, "signature-hex");
    if (text.find_first_of("-_") != text.npos) {
      repaired("signature-base64url");
      std::replace(text.begin(), text.end(), '-', '+');
      std::replace(text.begin(), text.end(), '_', '/');
      pad(text);
    } else if (pad(text)) {
      repaired("signature-padding-missing");
    }
    auto bytes = crypto::decodeBase64(text);
    if (!bytes) return;
    bytesRead(std::move(*bytes));
  }

  /// Bytes that may be the signature, or a text that stands for it.
  void bytesRead(std::string bytes) {
    if (bytes.size() != size_) {
      if (isHex(bytes)) return fromHex(bytes, "signature-hex-in-base64");
      if (auto inner = crypto::decodeBase64(bytes); inner && inner->size() == size_) {
        repaired("signature-base64-twice");
        bytes = std::move(*inner);
      }
    }
    reading_.signature = std::move(bytes);
  }

 private:
  void repaired(std::string id, std::string detail = "") {
    for (auto const& known : reading_.repairs) {
      if (known.id == id) return;
    }
    reading_.repairs.push_back({std::move(id), std::move(detail)});
  }

  void spelled(std::string const& name, std::string_view right) {
    if (name != right) repaired("header-field-name", fmt::format("'{}' for '{}'", name, right));
  }

  void keyVersion(std::string const& text) {
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), reading_.keyVersion);
    if (error == std::errc() && end == text.data() + text.size() && reading_.keyVersion > 0) return;
    reading_.keyVersion = 0;
    repaired("header-key-version", shown(text));
  }

  std::vector<std::string> pairs(std::string const& text) {
    char separator = ',';
    for (char const c : {',', ';', '&', '\n', ' '}) {
      if (text.find(c) == text.npos) continue;
      separator = c;
      break;
    }
    if (separator != ',') repaired("header-separator", shown(std::string(1, separator)));
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= text.size()) {
      auto const end = std::min(text.find(separator, from), text.size());
      if (std::string part = trimmed(text.substr(from, end - from)); !part.empty()) parts.push_back(std::move(part));
      from = end + 1;
    }
    return parts;
  }

  std::string unquoted(std::string text) {
    if (text.size() < 2 || text.front() != text.back() || (text.front() != '"' && text.front() != '\'')) return text;
    repaired("header-quoted");
    return text.substr(1, text.size() - 2);
  }

  std::string percentDecoded(std::string text) {
    constexpr int kMostTimes = 4;
    for (int times = 0; times < kMostTimes && text.find('%') != text.npos; ++times) {
      auto decoded = protocol::percentDecode(text);
      if (!decoded) return text;
      if (times == 1) repaired("signature-encoded-twice");
      text = std::move(*decoded);
    }
    return text;
  }

  /// A blank stands where a plus was, unless taking it out gives the right length.
  std::string blanksMended(std::string text) {
    if (text.find("\\n") != text.npos || text.find("\\r") != text.npos || text.find_first_of("\r\n") != text.npos) {
      repaired("signature-line-breaks");
      text = replaced(replaced(replaced(replaced(text, "\\r", ""), "\\n", ""), "\r", ""), "\n", "");
    }
    if (text.find_first_of(" \t") == text.npos) return text;
    std::size_t const right = (size_ + 2) / 3 * 4;
    std::string const without = replaced(replaced(text, " ", ""), "\t", "");
    if (text.size() != right && without.size() == right) {
      repaired("signature-blanks");
      return without;
    }
    repaired("signature-plus-became-blank");
    return replaced(text, " ", "+");
  }

  bool isHex(std::string const& text) const {
    std::string const digits = replaced(text, ":", "");
    return digits.size() == 2 * size_ && digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos;
  }

  void fromHex(std::string const& text, std::string id) {
    repaired(std::move(id));
    std::string const digits = replaced(text, ":", "");
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
      unsigned value = 0;
      std::from_chars(digits.data() + i, digits.data() + i + 2, value, 16);
      bytes += char(value);
    }
    reading_.signature = std::move(bytes);
  }

  static bool pad(std::string& text) {
    if (text.size() % 4 < 2) return false;
    text.append(4 - text.size() % 4, '=');
    return true;
  }

  HeaderReading& reading_;
  std::size_t size_;
};

}  // namespace

HeaderReading readHeaderPatiently(std::string_view value, std::size_t signatureSize) {
  HeaderReading reading;
  PatientReader reader(reading, signatureSize);
  auto strict = protocol::parseSignatureHeader(value);
  if (strict && strict->signature.size() == signatureSize) {
    reading.keyVersion = strict->keyVersion;
    reading.signature = std::move(strict->signature);
    return reading;
  }
  // Hexadecimal digits are good Base64 too, of something that is no signature.
  if (!strict) reading.complaint = strict.error().message;
  reader.header(value);
  return reading;
}

}  // namespace aplus::inspect
