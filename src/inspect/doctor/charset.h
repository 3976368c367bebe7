#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aplus::inspect {

// Each reads UTF-8 and gives nothing when the text is none or cannot be written that way.

std::optional<std::u32string> codePoints(std::string_view utf8);
std::string utf8(char32_t codePoint);

/// The characters that GBK shares with GB 2312: hanzi, kana, full-width forms and punctuation.
std::optional<std::string> toGbk(std::string_view utf8Text);
std::optional<std::string> toLatin1(std::string_view utf8Text);
std::optional<std::string> toUtf16(std::string_view utf8Text, bool bigEndian);

/// Every character beyond ASCII becomes the replacement.
std::optional<std::string> replaceBeyondAscii(std::string_view utf8Text, std::string_view replacement);

/// The bytes taken for Latin-1 and written as UTF-8 once more.
std::string mojibake(std::string_view bytes);

/// `\uXXXX` for every character beyond ASCII, in pairs beyond the basic plane.
std::optional<std::string> escapeUnicode(std::string_view utf8Text, bool capitals);
/// The reverse, for escapes that stand for characters beyond ASCII. Others stay.
std::string unescapeUnicode(std::string_view text);

}  // namespace aplus::inspect
