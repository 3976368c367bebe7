#include "ui/finder.h"

#include <algorithm>

#include "ui/widgets/text.h"

namespace aplus::ui {
namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t findWord(std::string_view text, std::string_view word) {
  auto const found = std::search(text.begin(), text.end(), word.begin(), word.end(),
                                 [](char a, char b) { return small(a) == small(b); });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

/// Calls `visit(word)` until it says false; false when it did.
template <class Visit>
bool everyWord(std::string_view query, Visit visit) {
  while (true) {
    std::size_t const begin = query.find_first_not_of(' ');
    if (begin == query.npos) return true;
    std::size_t const end = std::min(query.find(' ', begin), query.size());
    if (!visit(query.substr(begin, end - begin))) return false;
    query.remove_prefix(end);
  }
}


}  // namespace

int rankOf(std::string_view query, std::string_view title, std::string_view detail) {
  int rank = 0;
  bool const all = everyWord(query, [&](std::string_view word) {
    std::size_t const at = findWord(title, word);
    if (at == 0) return true;
    if (at != title.npos) {
      rank = std::max(rank, title[at - 1] == ' ' ? 1 : 2);
      return true;
    }
    rank = 3;
    return findWord(detail, word) != detail.npos;
  });
  return all ? rank : -1;
}

std::string around(std::string_view query, std::string_view text, std::size_t width) {
  std::size_t at = text.npos;
  everyWord(query, [&](std::string_view word) { return (at = findWord(text, word)) == text.npos; });
  if (at == text.npos) at = 0;
  std::size_t begin = at > width / 4 ? at - width / 4 : 0;
  while (begin < text.size() && continuesCharacter(text[begin])) ++begin;
  std::size_t end = std::min(text.size(), begin + width);
  while (end < text.size() && end > begin && continuesCharacter(text[end])) --end;
  std::string line = begin > 0 ? "\xE2\x80\xA6" : "";
  for (char const c : text.substr(begin, end - begin)) line += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  if (end < text.size()) line += "\xE2\x80\xA6";
  return line;
}

}  // namespace aplus::ui
