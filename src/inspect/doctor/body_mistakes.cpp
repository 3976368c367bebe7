#include <algorithm>
#include <optional>

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

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// A list in braces is const, but its texts are long and made for this once: they are moved out of it.
struct Row {
  mutable std::optional<std::string> text;
  mutable std::string detail;
};

/// The variants that differ from the body.
TextVariants of(std::string const& body, std::initializer_list<Row> rows) {
  TextVariants variants;
  for (Row const& row : rows) {
    if (row.text && *row.text != body) variants.push_back({std::move(*row.text), std::move(row.detail)});
  }
  return variants;
}

TextVariants empty(std::string const& body, DoctorInput const&) {
  return of(body, {{"", "nothing at all"}, {"{}", "'{}'"}, {"null", "'null'"}, {"undefined", "'undefined'"}, {"[object Object]", "'[object Object]'"},
                   {"None", "'None'"}, {"\"\"", "an empty JSON text"}});
}

TextVariants otherMessage(std::string const& body, DoctorInput const& input) {
  TextVariants variants;
  for (OtherMessage const& other : input.others) {
    if (other.body != body) variants.push_back({other.body, other.name});
  }
  return variants;
}

TextVariants newlineAdded(std::string const& body, DoctorInput const&) {
  return of(body, {{body + "\n", "LF"}, {body + "\r\n", "CR LF"}, {body + "\n\n", "two LF"}, {body + "\r", "CR"}});
}

TextVariants blankAround(std::string const& body, DoctorInput const&) {
  return of(body, {{body + " ", "a blank behind it"}, {" " + body, "a blank in front of it"}, {"\n" + body, "a line feed in front of it"},
                   {body + std::string(1, '\0'), "a zero byte behind it"}, {body + ".", "a dot behind it"}, {"\"" + body + "\"", "quotes around it"},
                   {"'" + body + "'", "single quotes around it"}});
}

TextVariants endTrimmed(std::string const& body, DoctorInput const&) {
  auto const end = body.find_last_not_of(" \t\r\n");
  std::string const right = body.substr(0, end == std::string::npos ? 0 : end + 1);
  std::string const oneLess = !body.empty() && body.back() == '\n' ? body.substr(0, body.size() - 1) : body;
  return of(body, {{right, "at its end"}, {trimmed(body), "at both ends"}, {oneLess, "one line feed"}});
}

TextVariants lineEnds(std::string const& body, DoctorInput const&) {
  std::string const lf = replaced(replaced(body, "\r\n", "\n"), "\r", "\n");
  return of(body, {{lf, "LF"}, {replaced(lf, "\n", "\r\n"), "CR LF"}, {replaced(lf, "\n", "\r"), "CR"}, {replaced(lf, "\n", "\\n"), "the characters \\n"}});
}

TextVariants lineEndsGone(std::string const& body, DoctorInput const&) {
  std::string const lf = replaced(body, "\r", "");
  return of(body, {{replaced(lf, "\n", ""), ""}, {replaced(lf, "\n", " "), ""}});
}

TextVariants blanksGone(std::string const& body, DoctorInput const&) {
  std::string bare;
  for (char const c : body) {
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') bare += c;
  }
  return of(body, {{bare, ""}, {replaced(body, " ", ""), ""}});
}

TextVariants markAdded(std::string const& body, DoctorInput const&) { return of(body, {{std::string(kByteOrderMark) + body, ""}}); }

TextVariants markGone(std::string const& body, DoctorInput const&) {
  if (body.rfind(kByteOrderMark, 0) != 0) return {};
  return of(body, {{body.substr(kByteOrderMark.size()), ""}});
}

TextVariants gbk(std::string const& body, DoctorInput const&) { return of(body, {{toGbk(body), ""}}); }
TextVariants latin1(std::string const& body, DoctorInput const&) { return of(body, {{toLatin1(body), ""}}); }

TextVariants utf16(std::string const& body, DoctorInput const&) {
  auto const little = toUtf16(body, false), big = toUtf16(body, true);
  if (!little || !big) return {};
  return of(body, {{little, "little-endian"}, {big, "big-endian"}, {"\xff\xfe" + *little, "little-endian with a mark"}, {"\xfe\xff" + *big, "big-endian with a mark"}});
}

TextVariants questionMarks(std::string const& body, DoctorInput const&) {
  return of(body, {{replaceBeyondAscii(body, "?"), "question marks"}, {replaceBeyondAscii(body, "\xef\xbf\xbd"), "U+FFFD"}, {replaceBeyondAscii(body, ""), "nothing"}});
}

TextVariants twiceUtf8(std::string const& body, DoctorInput const&) { return of(body, {{mojibake(body), ""}}); }

TextVariants doubleEncoded(std::string const& body, DoctorInput const&) {
  std::string const inner = replaced(replaced(replaced(body, "\\", "\\\\"), "\"", "\\\""), "\n", "\\n");
  return of(body, {{"\"" + inner + "\"", "with quotes around it"}, {inner, "without quotes around it"}});
}

TextVariants encoded(std::string const& body, DoctorInput const&) {
  auto const decoded = protocol::percentDecode(body);
  std::string const percent = protocol::percentEncode(body);
  return of(body, {{percent, "percent-encoded"}, {replaced(percent, "%20", "+"), "encoded as a form"}, {decoded ? *decoded : body, "percent-decoded"}, {replaced(body, "+", " "), "with blanks for plus signs"}});
}

TextVariants base64(std::string const& body, DoctorInput const&) { return of(body, {{crypto::encodeBase64(body), ""}}); }

TextVariants digestOfBody(std::string const& body, DoctorInput const&) {
  TextVariants variants;
  for (auto const algorithm : crypto::digestAlgorithms()) {
    std::string const bytes = crypto::digest(algorithm, body);
    std::string const detail(crypto::name(algorithm));
    variants.push_back({crypto::toHex(bytes), detail});
    variants.push_back({upper(crypto::toHex(bytes)), detail + " in capitals"});
    variants.push_back({crypto::encodeBase64(bytes), detail + " in Base64"});
  }
  return variants;
}

TextVariants cut(std::string const& body, DoctorInput const&) {
  TextVariants variants;
  for (std::size_t const size : {64u, 100u, 128u, 200u, 255u, 256u, 500u, 512u, 1000u, 1023u, 1024u, 2000u, 2048u, 4000u, 4096u, 8192u, 16384u, 32768u, 65535u, 65536u}) {
    if (size < body.size()) variants.push_back({body.substr(0, size), std::to_string(size)});
  }
  // A length counted in characters cuts as many bytes off as the text has beyond its characters.
  auto const characters = codePoints(body);
  if (characters && characters->size() < body.size()) variants.push_back({body.substr(0, characters->size()), std::to_string(characters->size())});
  return variants;
}

TextVariants letters(std::string const& body, DoctorInput const&) {
  return of(body, {{lower(body), "small letters"}, {upper(body), "capitals"}});
}

}  // namespace

std::vector<Mistake> const& bodyMistakes() {
  constexpr std::string_view kBytes = "Sign the exact bytes that are sent; read them once and pass the same bytes to the signer and to the connection.";
  constexpr std::string_view kUtf8 = "Turn the body into UTF-8 bytes once, sign these and send these; name the charset wherever text becomes bytes.";
  auto const row = [](std::string_view id, FaqCheck check, std::uint32_t pieces, std::string_view sentence, std::string_view fix, auto of) {
    return Mistake{id, check, pieces, sentence, fix, nullptr, of};
  };
  static std::vector<Mistake> const rows{
      row("body-empty", content, piece::body, "The body was signed as {}.", "Put the body behind the second dot before signing; read the stream before it is used up.", empty),
      row("body-other-message", content, piece::body, "The body of another message was signed: {}.", "Sign each message with its own body; keep nothing between messages.", otherMessage),
      row("body-trimmed", content, piece::end, "The body was signed without the blanks or line ends that were sent {}.", "Trim the body before signing and sending, or not at all.", endTrimmed),
      row("body-letters", content, piece::wrapping, "The body was signed in {}.", kBytes, letters),
      row("body-blanks-gone", content, piece::layout | piece::wrapping, "The body was signed with every blank taken out, also inside texts.", kBytes, blanksGone),
      row("body-line-ends", content, piece::lineEnds, "The lines of the body were signed with other ends: {}.", "Sign the bytes that are sent, and let nothing translate line ends on the way.", lineEnds),
      row("body-line-ends-gone", content, piece::lineEnds | piece::layout, "The body was signed with its lines joined.", kBytes, lineEndsGone),
      row("body-newline-added", content, piece::end, "The body was signed with a line end behind it that was not sent: {}.", "Files and echo end in a line feed; sign the bytes that are sent, for example with printf '%s'.", newlineAdded),
      row("body-blank-around", content, piece::start | piece::end, "The body was signed with something more than was sent: {}.", kBytes, blankAround),
      row("body-gbk", encoding, piece::charset, "The body was signed in GBK and sent in UTF-8.", kUtf8, gbk),
      row("body-latin1", encoding, piece::charset, "The body was signed in Latin-1 and sent in UTF-8.", kUtf8, latin1),
      row("body-utf16", encoding, piece::charset, "The body was signed in UTF-16, {}, and sent in UTF-8.", kUtf8, utf16),
      row("body-question-marks", encoding, piece::charset, "The body was signed with characters beyond ASCII lost; in their place stood {}.", kUtf8, questionMarks),
      row("body-utf8-twice", encoding, piece::charset, "The body was encoded as UTF-8 twice before it was signed.", kUtf8, twiceUtf8),
      row("body-bom-added", encoding, piece::start, "The body was signed with a byte order mark (EF BB BF) that was not sent.", "Write UTF-8 without a mark.", markAdded),
      row("body-bom-gone", encoding, piece::start, "The body was signed without the byte order mark (EF BB BF) that was sent.", "Send UTF-8 without a mark.", markGone),
      row("body-json-text", content, piece::wrapping, "The body was signed as a JSON text inside quotes or with escaped quotes, {}.", "Pass the body on as bytes; do not serialise what is text already.", doubleEncoded),
      row("body-encoded", encoding, piece::wrapping, "The body was signed in another encoding than it was sent: {}.", "Sign the body as it is sent; only the signature's value is URL-encoded.", encoded),
      row("body-base64", encoding, piece::wrapping, "The body was signed in Base64.", "Sign the plain body; only the signature's value is Base64.", base64),
      row("body-digest", content, piece::wrapping, "A digest of the body was signed instead of the body: {}.", "Put the body itself behind the second dot.", digestOfBody),
      row("body-cut", content, piece::wrapping, "Only the first {} bytes of the body were signed.", "Sign the whole body; count bytes, not characters.", cut),
  };
  return rows;
}

}  // namespace aplus::inspect
