#include "inspect/doctor/charset.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include <fmt/format.h>

#include "inspect/doctor/gb2312_table.h"

namespace aplus::inspect {
namespace {

using GbkCodes = std::map<char32_t, std::uint16_t>;

constexpr int kCellsPerRow = 94;

void addRows(GbkCodes& codes, std::string_view characters, int firstRow) {
  int index = 0;
  auto const decoded = codePoints(characters);
  for (char32_t const c : *decoded) {
    if (c != U' ') codes[c] = std::uint16_t((0xa0 + firstRow + index / kCellsPerRow) << 8 | (0xa1 + index % kCellsPerRow));
    ++index;
  }
}

/// A row whose characters follow each other in Unicode too.
void addRun(GbkCodes& codes, char32_t first, int count, int row) {
  for (int i = 0; i < count; ++i) codes[first + char32_t(i)] = std::uint16_t((0xa0 + row) << 8 | (0xa1 + i));
}

GbkCodes makeGbkCodes() {
  GbkCodes codes;
  addRows(codes, kGb2312Signs, 1);
  addRun(codes, 0xff01, kCellsPerRow, 3);  // full-width forms of ASCII
  codes.erase(0xff04);  // the dollar and the tilde have places in row 1
  codes.erase(0xff5e);
  codes[0xff04] = 0xa1e7;
  codes[0xffe5] = 0xa3a4;
  codes[0xffe3] = 0xa3fe;
  addRun(codes, 0x3041, 83, 4);  // hiragana
  addRun(codes, 0x30a1, 86, 5);  // katakana
  addRows(codes, kGb2312Hanzi, 16);
  return codes;
}

/// Most messages are, and then no charset makes a difference.
bool isAscii(std::string_view text) {
  unsigned char all = 0;
  for (char const c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

template <class Encode>
std::optional<std::string> encodeEach(std::string_view text, Encode const& encode) {
  auto const decoded = codePoints(text);
  if (!decoded) return std::nullopt;
  std::string out;
  out.reserve(2 * text.size());
  for (char32_t const c : *decoded) {
    if (!encode(c, out)) return std::nullopt;
  }
  return out;
}

void addUnit(std::string& out, unsigned unit, bool bigEndian) {
  char const high = char(unit >> 8), low = char(unit & 0xff);
  out += bigEndian ? high : low;
  out += bigEndian ? low : high;
}

/// One or two UTF-16 units.
template <class Add>
void utf16Units(char32_t c, Add const& add) {
  if (c < 0x10000) {
    add(unsigned(c));
  } else {
    add(unsigned(0xd800 + ((c - 0x10000) >> 10)));
    add(unsigned(0xdc00 + ((c - 0x10000) & 0x3ff)));
  }
}

/// The value of four hexadecimal digits behind `\u`, or -1.
int hexEscape(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int value = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    char const c = text[i];
    int const digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

}  // namespace

std::optional<std::u32string> codePoints(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    auto const lead = static_cast<unsigned char>(text[i]);
    std::size_t const more = lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 9;
    if (more == 9 || i + more >= text.size()) return std::nullopt;
    char32_t c = more == 0 ? lead : char32_t(lead & (0x3f >> more));
    for (std::size_t k = 1; k <= more; ++k) {
      auto const next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xc0) != 0x80) return std::nullopt;
      c = c << 6 | (next & 0x3f);
    }
    bool const tooLong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
    if (tooLong || c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) return std::nullopt;
    out += c;
    i += more + 1;
  }
  return out;
}

std::string utf8(char32_t c) {
  auto const tail = [&](int shift) { return char(0x80 | (c >> shift & 0x3f)); };
  if (c < 0x80) return {char(c)};
  if (c < 0x800) return {char(0xc0 | c >> 6), tail(0)};
  if (c < 0x10000) return {char(0xe0 | c >> 12), tail(6), tail(0)};
  return {char(0xf0 | c >> 18), tail(12), tail(6), tail(0)};
}

std::optional<std::string> toGbk(std::string_view text) {
  if (isAscii(text)) return std::string(text);
  static GbkCodes const codes = makeGbkCodes();
  return encodeEach(text, [](char32_t c, std::string& out) {
    if (c < 0x80) {
      out += char(c);
      return true;
    }
    auto const code = codes.find(c);
    if (code == codes.end()) return false;
    addUnit(out, code->second, true);
    return true;
  });
}

std::optional<std::string> toLatin1(std::string_view text) {
  if (isAscii(text)) return std::string(text);
  return encodeEach(text, [](char32_t c, std::string& out) {
    out += char(c);
    return c < 0x100;
  });
}

std::optional<std::string> toUtf16(std::string_view text, bool bigEndian) {
  return encodeEach(text, [&](char32_t c, std::string& out) {
    utf16Units(c, [&](unsigned unit) { addUnit(out, unit, bigEndian); });
    return true;
  });
}

std::optional<std::string> replaceBeyondAscii(std::string_view text, std::string_view replacement) {
  if (isAscii(text)) return std::string(text);
  return encodeEach(text, [&](char32_t c, std::string& out) {
    if (c < 0x80) out += char(c);
    else out += replacement;
    return true;
  });
}

std::string mojibake(std::string_view bytes) {
  if (isAscii(bytes)) return std::string(bytes);
  std::string out;
  for (char const c : bytes) out += utf8(static_cast<unsigned char>(c));
  return out;
}

std::optional<std::string> escapeUnicode(std::string_view text, bool capitals) {
  if (isAscii(text)) return std::string(text);
  return encodeEach(text, [&](char32_t c, std::string& out) {
    if (c < 0x80) out += char(c);
    else utf16Units(c, [&](unsigned unit) { out += capitals ? fmt::format("\\u{:04X}", unit) : fmt::format("\\u{:04x}", unit); });
    return true;
  });
}

std::string unescapeUnicode(std::string_view text) {
  if (text.find("\\u") == text.npos) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    int const first = hexEscape(text, i);
    bool const high = first >= 0xd800 && first < 0xdc00;
    int const second = high ? hexEscape(text, i + 6) : -1;
    if (high && second >= 0xdc00 && second < 0xe000) {
      out += utf8(char32_t(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)));
      i += 12;
    } else if (first >= 0x80 && !(first >= 0xd800 && first < 0xe000)) {
      out += utf8(char32_t(first));
      i += 6;
    } else if (text[i] == '\\' && i + 1 < text.size()) {
      out.append(text.substr(i, 2));  // an escaped backslash must not lend its u
      i += 2;
    } else {
      out += text[i++];
    }
  }
  return out;
}

}  // namespace aplus::inspect
