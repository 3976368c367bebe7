#include "inspect/pretty_json.h"

#include <utility>

namespace aplus::inspect {
namespace {

constexpr int kIndent = 2;
constexpr std::size_t kDeepest = 200;

bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool isWord(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '+' || c == '.';
}
bool isLiteral(std::string_view word) {
  return word == "true" || word == "false" || word == "null";
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

  PrettyJson take() { return {std::move(out_), std::move(spans_), true}; }

 private:
  bool value() {
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
    while (at_ < in_.size() && in_[at_] != close) {
      if (!first) {
        if (in_[at_] != ',') return false;
        put(JsonToken::punctuation, in_.substr(at_++, 1));
        skipBlanks();
      }
      first = false;
      newLine(depth_);
      if (open == '{' && !member()) return false;
      if (open == '[' && !value()) return false;
      skipBlanks();
    }
    if (at_ >= in_.size()) return false;
    --depth_;
    if (!first) newLine(depth_);
    put(JsonToken::punctuation, in_.substr(at_++, 1));
    return true;
  }

  bool member() {
    if (at_ >= in_.size() || in_[at_] != '"' || !string(JsonToken::key)) return false;
    skipBlanks();
    if (at_ >= in_.size() || in_[at_] != ':') return false;
    put(JsonToken::punctuation, in_.substr(at_++, 1));
    out_ += ' ';
    skipBlanks();
    return value();
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
  std::vector<JsonSpan> spans_;
};

}  // namespace

PrettyJson prettyJson(std::string_view bytes) {
  Printer printer(bytes);
  if (printer.run()) return printer.take();
  return {std::string(bytes), {{0, bytes.size(), JsonToken::other}}, false};
}

}  // namespace aplus::inspect
