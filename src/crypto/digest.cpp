#include "crypto/digest.h"

#include <array>

#include <openssl/evp.h>

#include "base/assert.h"

namespace aplus::crypto {
namespace {

using namespace std::string_view_literals;

struct Row {
  std::string_view name;
  char const* fetchName;
  std::size_t size;
  std::string_view oid;  ///< the DER of the algorithm's object identifier
};

/// Object identifiers: https://www.rfc-editor.org/rfc/rfc8017#section-9.2 (note 1)
constexpr std::array<Row, 6> kRows{{
    {"MD5"sv, "MD5", 16, "\x06\x08\x2a\x86\x48\x86\xf7\x0d\x02\x05"sv},
    {"SHA-1"sv, "SHA1", 20, "\x06\x05\x2b\x0e\x03\x02\x1a"sv},
    {"SHA-224"sv, "SHA224", 28, "\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x04"sv},
    {"SHA-256"sv, "SHA256", 32, "\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01"sv},
    {"SHA-384"sv, "SHA384", 48, "\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x02"sv},
    {"SHA-512"sv, "SHA512", 64, "\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x03"sv},
}};

Row const& row(DigestAlgorithm algorithm) { return kRows[std::size_t(algorithm)]; }

/// Every length here is below 128, so one byte is enough.
std::string der(char tag, std::string_view content) {
  std::string out{tag, char(content.size())};
  return out.append(content);
}

std::string withParameters(DigestAlgorithm algorithm, std::string_view digest, std::string_view parameters) {
  std::string const identifier = der('\x30', std::string(row(algorithm).oid).append(parameters));
  return der('\x30', identifier + der('\x04', digest));
}

}  // namespace

std::vector<DigestAlgorithm> const& digestAlgorithms() {
  using enum DigestAlgorithm;
  static std::vector<DigestAlgorithm> const all{md5, sha1, sha224, sha256, sha384, sha512};
  return all;
}

std::string_view name(DigestAlgorithm algorithm) { return row(algorithm).name; }

std::size_t digestSize(DigestAlgorithm algorithm) { return row(algorithm).size; }

std::string digest(DigestAlgorithm algorithm, std::string_view content) {
  static std::array<EVP_MD*, kRows.size()> fetched{};  // kept: looking one up costs more than using it
  EVP_MD*& method = fetched[std::size_t(algorithm)];
  if (method == nullptr) method = EVP_MD_fetch(nullptr, row(algorithm).fetchName, nullptr);
  std::string out(digestSize(algorithm), '\0');
  unsigned length = 0;
  bool const done = method != nullptr &&
                    EVP_Digest(content.data(), content.size(), reinterpret_cast<unsigned char*>(out.data()),
                               &length, method, nullptr) == 1;
  APLUS_ASSERT(done && length == out.size());
  return out;
}

std::string digestInfo(DigestAlgorithm algorithm, std::string_view digest) {
  return withParameters(algorithm, digest, "\x05\x00"sv);
}

std::optional<DigestInfo> parseDigestInfo(std::string_view der) {
  // There are only twelve that can be, so they are built and compared: nothing lenient can creep in.
  for (DigestAlgorithm const algorithm : digestAlgorithms()) {
    if (der.size() < digestSize(algorithm)) continue;
    std::string_view const digest = der.substr(der.size() - digestSize(algorithm));
    for (bool const hasNull : {true, false}) {
      if (der == withParameters(algorithm, digest, hasNull ? "\x05\x00"sv : ""sv)) {
        return DigestInfo{algorithm, std::string(digest), hasNull};
      }
    }
  }
  return std::nullopt;
}

}  // namespace aplus::crypto
