#include "inspect/doctor/text_tools.h"

#include <fmt/format.h>

namespace aplus::inspect {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  }
  return out;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
  }
  return out;
}

std::string capitalised(std::string_view text) {
  return upper(text.substr(0, 1)) + (text.empty() ? "" : lower(text.substr(1)));
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  auto const begin = text.find_first_not_of(kBlanks);
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1));
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0;;) {
    auto const next = text.find(from, at);
    out.append(text.substr(at, next == text.npos ? text.npos : next - at));
    if (next == text.npos) return out;
    out.append(to);
    at = next + from.size();
  }
}

std::string shown(std::string_view text) {
  constexpr std::size_t kLongest = 80;
  if (text.empty()) return "nothing";
  std::string out = "'";
  for (char const c : text.substr(0, kLongest)) {
    if (c == '\n') out += "\\n";
    else if (c == '\r') out += "\\r";
    else if (c == '\t') out += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    else out += c;
  }
  // A cut in the middle of a character would be no UTF-8.
  if (text.size() > kLongest) {
    while ((static_cast<unsigned char>(out.back()) & 0xc0) == 0x80) out.pop_back();
    if (static_cast<unsigned char>(out.back()) >= 0xc0) out.pop_back();
    out += "…";
  }
  return out + "'";
}

}  // namespace aplus::inspect
