#include "protocol/codec/json_text.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace aplus::codec {
namespace {

using Json = nlohmann::ordered_json;

/// `[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …` without the
/// parts that we say ourselves.
std::string plainMessage(std::string_view what) {
  auto const columns = what.find("column");
  auto const bracket = what.find("] ");
  auto const colon = what.find(": ", columns == std::string_view::npos ? 0 : columns);
  if (colon != std::string_view::npos) return std::string(what.substr(colon + 2));
  return std::string(bracket == std::string_view::npos ? what : what.substr(bracket + 2));
}

/// Takes the parser's events and builds the tree, stricter than the library does: no key twice, no endless depth.
class Builder {
 public:
  explicit Builder(std::size_t const& reached) : reached_(reached) {}

  Json root;
  JsonError error;

  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(Json::number_integer_t value) { return put(value); }
  bool number_unsigned(Json::number_unsigned_t value) { return put(value); }
  bool number_float(Json::number_float_t value, std::string const&) { return put(value); }
  bool string(std::string& value) { return put(std::move(value)); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    Level& level = open_.back();
    auto& members = *level.container->get_ptr<Json::object_t*>();
    if (isTaken(level, members, name)) {
      return refuse(fmt::format("The key \"{:.64}\" stands twice in the same object", name));
    }
    members.emplace_back(std::move(name), nullptr);
    return true;
  }

  bool parse_error(std::size_t position, std::string const&, nlohmann::detail::exception const& exception) {
    error = {position > 0 ? position - 1 : 0, plainMessage(exception.what())};
    return false;
  }

 private:
  /// A container that is not closed yet. The pointer is good: the one around it does not grow meanwhile.
  struct Level {
    Json* container;
    std::set<std::string> names;  ///< only when there are many
  };

  static bool isTaken(Level& level, Json::object_t const& members, std::string const& name) {
    constexpr std::size_t kMany = 32;
    if (members.size() < kMany) {
      return std::any_of(members.begin(), members.end(), [&](auto const& member) { return member.first == name; });
    }
    if (members.size() == kMany) {
      for (auto const& member : members) level.names.insert(member.first);
    }
    return !level.names.insert(name).second;
  }

  Json* place(Json value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    Json& container = *open_.back().container;
    if (container.is_array()) return &container.emplace_back(std::move(value));
    Json& slot = container.get_ptr<Json::object_t*>()->back().second;
    slot = std::move(value);
    return &slot;
  }

  bool put(Json value) {
    place(std::move(value));
    return true;
  }

  bool open(Json container) {
    if (open_.size() >= std::size_t(kMaxDepth)) return refuse(fmt::format("The text is nested more than {} deep", kMaxDepth));
    Json* const placed = place(std::move(container));
    open_.push_back({placed, {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  bool refuse(std::string message) {
    error = {reached_, std::move(message)};
    return false;
  }

  std::size_t const& reached_;
  std::vector<Level> open_;
};

/// Reads on byte by byte and counts how far the parser has come.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = char const*;
  using reference = char const&;

  CountingIterator(char const* at, std::size_t& reached) : at_(at), reached_(&reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*reached_;
    return *this;
  }
  bool operator==(CountingIterator const& other) const { return at_ == other.at_; }
  bool operator!=(CountingIterator const& other) const { return at_ != other.at_; }

 private:
  char const* at_;
  std::size_t* reached_;
};

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
  std::size_t reached = 0;
  Builder builder(reached);
  if (Json::sax_parse(CountingIterator(text.data(), reached), CountingIterator(text.data() + text.size(), reached), &builder)) {
    return std::move(builder.root);
  }
  builder.error.offset = std::min(builder.error.offset, text.size());
  return tl::unexpected(std::move(builder.error));
}

}  // namespace aplus::codec
