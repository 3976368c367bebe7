#include "protocol/codec/json_text.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace aplus::codec {
namespace {

using Json = nlohmann::ordered_json;

/// Thrown through the parser and caught right outside it.
struct Refused {
  std::string message;
};

class StrictnessCheck {
 public:
  bool operator()(int depth, Json::parse_event_t event, Json const& parsed) {
    switch (event) {
      case Json::parse_event_t::object_start:
        limitDepth(depth);
        keys_.emplace_back();
        break;
      case Json::parse_event_t::array_start: limitDepth(depth); break;
      case Json::parse_event_t::object_end: keys_.pop_back(); break;
      case Json::parse_event_t::key: {
        auto const& key = parsed.get_ref<std::string const&>();
        if (!keys_.back().insert(key).second) {
          throw Refused{fmt::format("The key \"{:.64}\" stands twice in the same object", key)};
        }
        break;
      }
      default: break;
    }
    return true;
  }

 private:
  static void limitDepth(int depth) {
    if (depth >= kMaxDepth) {
      throw Refused{fmt::format("The text is nested more than {} deep", kMaxDepth)};
    }
  }

  std::vector<std::set<std::string>> keys_;
};

/// Reads on byte by byte and remembers how far the parser has come.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = char const*;
  using reference = char const&;

  CountingIterator(char const* at, char const** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  bool operator==(CountingIterator const& other) const { return at_ == other.at_; }
  bool operator!=(CountingIterator const& other) const { return at_ != other.at_; }

 private:
  char const* at_;
  char const** reached_;
};

/// `[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …` without the
/// parts that we say ourselves.
std::string plainMessage(std::string_view what) {
  auto const columns = what.find("column");
  auto const colon = what.find(": ", columns == std::string_view::npos ? 0 : columns);
  return std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
}

/// Walks over a JSON text that is known to parse.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) { skipBlanks(); }

  std::size_t offset() const { return at_; }

  /// Moves from the value at hand to its member or element; false when there is none.
  bool enter(std::string const& part) {
    char const open = at_ < text_.size() ? text_[at_] : '\0';
    if (open != '{' && open != '[') return false;
    std::size_t const start = at_++;
    skipBlanks();
    for (std::size_t index = 0; at_ < text_.size() && text_[at_] != '}' && text_[at_] != ']';
         ++index) {
      std::string name = std::to_string(index);
      if (open == '{') {
        name = readString();
        skipBlanks();
        ++at_;  // the colon
        skipBlanks();
      }
      if (name == part) return true;
      skipValue();
      skipBlanks();
      if (at_ < text_.size() && text_[at_] == ',') ++at_;
      skipBlanks();
    }
    at_ = start;
    return false;
  }

 private:
  void skipBlanks() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != text_.npos) ++at_;
  }

  std::string readString() {
    std::size_t const start = at_;
    skipString();
    return Json::parse(text_.substr(start, at_ - start)).get<std::string>();
  }

  void skipString() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    ++at_;
  }

  void skipValue() {
    int depth = 0;
    do {
      char const c = text_[at_];
      if (c == '"') {
        skipString();
        continue;
      }
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') {
        if (depth == 0) return;
        --depth;
      }
      if (c == ',' && depth == 0) return;
      ++at_;
    } while (at_ < text_.size() && (depth > 0 || isInside(text_[at_])));
  }

  static bool isInside(char c) { return c != ',' && c != '}' && c != ']'; }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Position positionAt(std::string_view text, std::size_t offset) {
  Position position;
  for (char const c : text.substr(0, offset)) {
    ++position.column;
    if (c == '\n') position = {position.line + 1, 1};
  }
  return position;
}

Position locate(std::string_view text, std::string_view pointer) {
  Walker walker(text);
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    auto const end = std::min(pointer.find('/'), pointer.size());
    if (!walker.enter(std::string(pointer.substr(0, end)))) break;
    pointer.remove_prefix(end);
  }
  return positionAt(text, walker.offset());
}

tl::expected<Json, JsonError> parseJson(std::string_view text) {
  if (text.size() > kMaxBodyBytes) {
    return tl::unexpected(JsonError{
        kMaxBodyBytes, fmt::format("The text has {} bytes; at most {} are read", text.size(),
                                   kMaxBodyBytes)});
  }
  char const* reached = text.data();
  try {
    return Json::parse(CountingIterator(text.data(), &reached),
                       CountingIterator(text.data() + text.size(), &reached), StrictnessCheck());
  } catch (Refused const& refused) {
    return tl::unexpected(JsonError{std::size_t(reached - text.data()), refused.message});
  } catch (Json::parse_error const& error) {
    std::size_t const offset = error.byte > 0 ? error.byte - 1 : 0;
    return tl::unexpected(JsonError{std::min(offset, text.size()), plainMessage(error.what())});
  }
}

}  // namespace aplus::codec
