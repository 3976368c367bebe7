#include "ui/widgets/visible_bytes.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "ui/widgets/text.h"

namespace aplus::ui {
namespace {

constexpr std::size_t kLongestEdited = 32 * 1024;

/// How many bytes the character at the front has; 0 when they are no UTF-8.
std::size_t characterSize(std::string_view text) {
  auto const first = static_cast<unsigned char>(text.front());
  if (first < 0x80U) return 1;
  std::size_t const size = first >= 0xF0U && first < 0xF5U ? 4 : first >= 0xE0U && first < 0xF0U ? 3 : first >= 0xC2U && first < 0xE0U ? 2 : 0;
  if (size == 0 || text.size() < size) return 0;
  bool const continued = std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(size),
                                     continuesCharacter);
  return continued ? size : 0;
}

std::string escapeOf(std::string_view character) {
  auto const first = static_cast<unsigned char>(character.front());
  if (character == "\xEF\xBB\xBF") return "\\ufeff";
  if (character == "\xC2\xA0") return "\\u00a0";
  if (character == "\xE2\x80\x8B") return "\\u200b";
  switch (first) {
    case 0: return "\\0";
    case '\t': return "\\t";
    case '\r': return "\\r";
    case '\n': return "\\n";
    default: return first < 0x20U || first == 0x7FU ? fmt::format("\\x{:02x}", first) : "";
  }
}

}  // namespace

VisibleBytes visibleBytes(Theme const& theme, std::string_view bytes, bool lineEnds) {
  VisibleBytes out;
  out.text.reserve(bytes.size());
  while (!bytes.empty()) {
    std::size_t const size = characterSize(bytes);
    std::string escape;
    if (size == 0) escape = fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes.front()));
    else if (bytes.front() != '\n' || lineEnds) escape = escapeOf(bytes.substr(0, size));
    if (escape.empty()) {
      out.text += bytes.substr(0, size);
    } else {
      std::size_t const begin = out.text.size();
      out.text += escape;
      out.escapes.push_back({begin, out.text.size(), theme.colors.warn, theme.colors.warnSoft});
    }
    bytes.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return out;
}

std::string hexPairs(std::string_view bytes) {
  std::string out;
  for (char c : bytes) fmt::format_to(std::back_inserter(out), "{}{:02x}", out.empty() ? "" : " ", static_cast<unsigned char>(c));
  return out;
}

bool isEditable(std::string_view text) {
  if (text.size() > kLongestEdited || text.find('\0') != text.npos) return false;
  while (!text.empty()) {
    std::size_t const size = characterSize(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace aplus::ui
