#include "inspect/pretty_json.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

namespace aplus::inspect {
namespace {

constexpr int kIndent = 2;
constexpr std::size_t kDeepest = 200;
constexpr std::size_t kMostFields = 20'000;  // what lies behind is shown, but has no path

bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool isWord(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '+' || c == '.';
}
bool isLiteral(std::string_view word) {
  return word == "true" || word == "false" || word == "null";
}

bool isPlainName(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  });
}

/// Reads one value after the other, token by token, and writes it down with line ends.
class Printer {
 public:
  explicit Printer(std::string_view bytes) : in_(bytes) {}

  bool run() {
    skipBlanks();
    if (!value()) return false;
    skipBlanks();
    return at_ == in_.size();
  }

  PrettyJson take() { return {std::move(out_), std::move(spans_), std::move(fields_), true}; }

 private:
  bool value() { return value(out_.size()); }

  /// A value whose key, if it has one, begins at `begin`.
  bool value(std::size_t begin) {
    std::size_t const index = fields_.size();
    bool const kept = index < kMostFields;
    if (kept) fields_.push_back({path_, begin, out_.size(), 0, at_ < in_.size() && in_[at_] != '{' && in_[at_] != '['});
    bool const good = bareValue();
    if (kept) fields_[index].end = out_.size();
    return good;
  }

  bool bareValue() {
    if (at_ >= in_.size()) return false;
    char const c = in_[at_];
    if (c == '{') return group('{', '}');
    if (c == '[') return group('[', ']');
    if (c == '"') return string(JsonToken::string);
    return word();
  }

  bool group(char open, char close) {
    if (++depth_ > kDeepest) return false;
    put(JsonToken::punctuation, in_.substr(at_++, 1));
    skipBlanks();
    bool first = true;
    std::size_t const pathSize = path_.size();
    std::size_t index = 0;
    while (at_ < in_.size() && in_[at_] != close) {
      if (!first) {
        if (in_[at_] != ',') return false;
        put(JsonToken::punctuation, in_.substr(at_++, 1));
        skipBlanks();
      }
      first = false;
      newLine(depth_);
      if (open == '{' && !member()) return false;
      if (open == '[') {
        path_ += '[' + std::to_string(index++) + ']';
        if (!value()) return false;
      }
      path_.resize(pathSize);
      skipBlanks();
    }
    if (at_ >= in_.size()) return false;
    --depth_;
    if (!first) newLine(depth_);
    put(JsonToken::punctuation, in_.substr(at_++, 1));
    return true;
  }

  bool member() {
    std::size_t const begin = out_.size();
    if (at_ >= in_.size() || in_[at_] != '"' || !string(JsonToken::key)) return false;
    std::string_view const token = std::string_view(out_).substr(begin);
    std::string_view const name = token.substr(1, token.size() - 2);
    path_ += isPlainName(name) ? '.' + std::string(name) : '[' + std::string(token) + ']';
    skipBlanks();
    if (at_ >= in_.size() || in_[at_] != ':') return false;
    put(JsonToken::punctuation, in_.substr(at_++, 1));
    out_ += ' ';
    skipBlanks();
    return value(begin);
  }

  bool string(JsonToken token) {
    std::size_t end = at_ + 1;
    while (end < in_.size() && in_[end] != '"') {
      if (static_cast<unsigned char>(in_[end]) < 0x20U) return false;
      end += in_[end] == '\\' ? 2U : 1U;
    }
    if (end >= in_.size()) return false;
    put(token, in_.substr(at_, end + 1 - at_));
    at_ = end + 1;
    return true;
  }

  bool word() {
    std::size_t end = at_;
    while (end < in_.size() && isWord(in_[end])) ++end;
    std::string_view const word = in_.substr(at_, end - at_);
    if (word.empty()) return false;
    bool const number = word[0] == '-' || (word[0] >= '0' && word[0] <= '9');
    if (!number && !isLiteral(word)) return false;
    put(number ? JsonToken::number : JsonToken::literal, word);
    at_ = end;
    return true;
  }

  void put(JsonToken token, std::string_view bytes) {
    spans_.push_back({out_.size(), out_.size() + bytes.size(), token});
    out_ += bytes;
  }

  void newLine(std::size_t depth) {
    out_ += '\n';
    out_.append(depth * kIndent, ' ');
  }

  void skipBlanks() {
    while (at_ < in_.size() && isBlank(in_[at_])) ++at_;
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::string out_;
  std::string path_ = "$";
  std::vector<JsonSpan> spans_;
  std::vector<JsonField> fields_;
};

}  // namespace

PrettyJson prettyJson(std::string_view bytes) {
  Printer printer(bytes);
  if (printer.run()) return printer.take();
  return {std::string(bytes), {{0, bytes.size(), JsonToken::other}}, {}, false};
}

JsonField const* PrettyJson::fieldAt(std::size_t offset) const {
  JsonField const* found = nullptr;
  for (JsonField const& field : fields) {
    if (field.begin > offset) break;
    if (offset < field.end) found = &field;
  }
  return found;
}

JsonField const* PrettyJson::find(std::string_view path) const {
  auto const found = std::find_if(fields.begin(), fields.end(), [&](JsonField const& field) { return field.path == path; });
  return found == fields.end() ? nullptr : &*found;
}

std::string valueOfToken(std::string_view token) {
  if (token.size() < 2 || token.front() != '"') return std::string(token);
  if (token.find('\\') == token.npos) return std::string(token.substr(1, token.size() - 2));
  auto const parsed = nlohmann::json::parse(token, nullptr, false);
  return parsed.is_string() ? parsed.get<std::string>() : std::string(token);
}

std::vector<JsonLeaf> jsonLeaves(std::string_view bytes) {
  std::vector<JsonLeaf> leaves;
  PrettyJson const json = prettyJson(bytes);
  for (JsonField const& field : json.fields) {
    if (field.scalar) leaves.push_back({field.path, valueOfToken(json.token(field))});
  }
  return leaves;
}

}  // namespace aplus::inspect
