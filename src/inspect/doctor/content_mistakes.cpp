#include "crypto/base64.h"
#include "crypto/digest.h"
#include "crypto/sha256.h"
#include "inspect/doctor/charset.h"
#include "inspect/doctor/mistake.h"
#include "inspect/doctor/text_tools.h"
#include "protocol/percent_encoding.h"

namespace aplus::inspect {
namespace {

using enum FaqCheck;
using crypto::DigestAlgorithm;

/// Where the first line ends, for contents that still have one.
std::size_t secondLine(std::string const& content) {
  auto const end = content.find('\n');
  return end == std::string::npos ? 0 : end + 1;
}

struct Digest {
  DigestAlgorithm algorithm;
  std::string bytes;
};

/// Every digest of a content. Three rows ask for the same ones after each other, so the last are kept.
std::vector<Digest> const& digestsOf(std::string const& content) {
  static std::string last;
  static std::vector<Digest> digests;
  if (!digests.empty() && last == content) return digests;
  last = content;
  digests.clear();
  for (auto const algorithm : crypto::digestAlgorithms()) digests.push_back({algorithm, crypto::digest(algorithm, content)});
  return digests;
}

TextVariants hashedTwice(std::string const& content) {
  TextVariants variants;
  for (auto const& [algorithm, bytes] : digestsOf(content)) variants.push_back({bytes, std::string(crypto::name(algorithm))});
  return variants;
}

TextVariants hexDigest(std::string const& content) {
  TextVariants variants;
  for (auto const& [algorithm, bytes] : digestsOf(content)) {
    std::string const hex = crypto::toHex(bytes);
    variants.push_back({hex, std::string(crypto::name(algorithm))});
    variants.push_back({upper(hex), std::string(crypto::name(algorithm)) + " in capitals"});
  }
  return variants;
}

TextVariants base64Digest(std::string const& content) {
  TextVariants variants;
  for (auto const& [algorithm, bytes] : digestsOf(content)) {
    bool const usual = algorithm == DigestAlgorithm::sha256 || algorithm == DigestAlgorithm::sha1 || algorithm == DigestAlgorithm::md5;
    if (usual) variants.push_back({crypto::encodeBase64(bytes), std::string(crypto::name(algorithm))});
  }
  return variants;
}

TextVariants base64(std::string const& content) { return {{crypto::encodeBase64(content), ""}}; }
TextVariants hex(std::string const& content) { return {{crypto::toHex(content), "small letters"}, {upper(crypto::toHex(content)), "capitals"}}; }

TextVariants encoded(std::string const& content) {
  std::string const percent = protocol::percentEncode(content);
  return {{percent, "percent-encoded"}, {replaced(percent, "%20", "+"), "encoded as a form"}};
}

TextVariants letters(std::string const& content) { return {{lower(content), "small letters"}, {upper(content), "capitals"}}; }

TextVariants utf16(std::string const& content) {
  TextVariants variants;
  if (auto const text = toUtf16(content, false)) variants.push_back({*text, "little-endian"});
  if (auto const text = toUtf16(content, true)) variants.push_back({*text, "big-endian"});
  return variants;
}

TextVariants firstLineMissing(std::string const& content) { return {{content.substr(secondLine(content)), ""}}; }
TextVariants firstLineOnly(std::string const& content) {
  std::size_t const second = secondLine(content);
  if (second == 0) return {};
  return {{content.substr(0, second), ""}, {content.substr(0, second - 1), ""}};
}

/// The body begins behind the second dot; Client-Ids have none, but times may.
TextVariants bodyOnly(std::string const& content) {
  TextVariants variants;
  auto dot = content.find('.', secondLine(content));
  for (int i = 0; i < 3 && dot != std::string::npos; ++i) {
    variants.push_back({content.substr(dot + 1), ""});
    dot = content.find('.', dot + 1);
  }
  return variants;
}

TextVariants blankAround(std::string const& content) {
  return {{" " + content, "a blank in front"}, {"\n" + content, "a line feed in front"}, {"\xef\xbb\xbf" + content, "a byte order mark in front"},
          {"\"" + content + "\"", "quotes around it"}};
}

}  // namespace

std::vector<Mistake> const& contentMistakes() {
  constexpr std::string_view kPlain = "Pass the plain content to the signer; it computes the digest itself (SHA256withRSA).";
  constexpr std::string_view kLayout = "Sign <METHOD> <URI>, a line feed, <Client-Id>.<time>.<body>, nothing more and nothing less.";
  auto const row = [](std::string_view id, FaqCheck check, std::string_view sentence, std::string_view fix, auto of) {
    return Mistake{id, check, piece::whole, sentence, fix, nullptr, nullptr, of};
  };
  static std::vector<Mistake> const rows{
      row("digest-hashed-again", algorithm, "A digest ({}) was signed as if it were the content, so it was hashed twice.", kPlain, hashedTwice),
      row("hex-digest-signed", algorithm, "The hexadecimal text of a digest ({}) was signed instead of the content.", kPlain, hexDigest),
      row("base64-digest-signed", algorithm, "The Base64 text of a digest ({}) was signed instead of the content.", kPlain, base64Digest),
      row("first-line-missing", content, "The first line, method and URI, is missing from what was signed.", kLayout, firstLineMissing),
      row("body-only", content, "Only the body was signed.", kLayout, bodyOnly),
      row("first-line-only", content, "Only the first line was signed.", kLayout, firstLineOnly),
      row("content-blank-around", content, "The content was signed with something more around it: {}.", kLayout, blankAround),
      row("content-base64", encoding, "The content was signed in Base64.", kPlain, base64),
      row("content-hex", encoding, "The content was signed as hexadecimal text, {}.", kPlain, hex),
      row("content-encoded", encoding, "The whole content was signed {}.", "URL-encode the signature's value only, not what is signed.", encoded),
      row("content-utf16", encoding, "The content was signed in UTF-16, {}.", "Turn the content into UTF-8 bytes before signing.", utf16),
      row("content-letters", content, "The whole content was signed in {}.", kLayout, letters),
  };
  return rows;
}

}  // namespace aplus::inspect
