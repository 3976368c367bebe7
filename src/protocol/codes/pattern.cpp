#include "protocol/codes/pattern.h"

#include <optional>

#include <fmt/format.h>

namespace aplus::protocol {
namespace {

using Instruction = Pattern::Instruction;
using Kind = Instruction::Kind;
using Program = std::vector<Instruction>;
using Set = std::bitset<256>;

constexpr std::size_t kMostInstructions = 4000;
constexpr std::size_t kMostRepeats = 256;
constexpr int kDeepestGroup = 32;

std::size_t index(char c) { return static_cast<unsigned char>(c); }

Set range(char from, char to) {
  Set set;
  for (std::size_t c = index(from); c <= index(to); ++c) set.set(c);
  return set;
}

Instruction character(Set set) { return {Kind::character, set, 1, 1}; }
Instruction jump(std::ptrdiff_t by) { return {Kind::jump, {}, by, 1}; }
Instruction split(std::ptrdiff_t first, std::ptrdiff_t second) { return {Kind::split, {}, first, second}; }

std::ptrdiff_t length(Program const& program) { return static_cast<std::ptrdiff_t>(program.size()); }

void append(Program& program, Program const& more) {
  program.insert(program.end(), more.begin(), more.end());
}

/// Reads an expression from left to right. After a mistake it goes on to the end without meaning.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Result<Program> read() {
    Program program = alternatives();
    if (at_ < text_.size()) wrong("')' without '('");
    if (problem_) return fail("INVALID_PATTERN", "", *problem_);
    program.push_back({});
    return program;
  }

 private:
  bool ends() const { return at_ >= text_.size() || problem_; }
  char look() const { return text_[at_]; }
  bool take(char c) {
    if (ends() || look() != c) return false;
    ++at_;
    return true;
  }
  void wrong(std::string_view what) {
    if (!problem_) problem_ = fmt::format("at character {}: {}", at_ + 1, what);
  }

  Program alternatives() {
    Program left = sequence();
    while (take('|')) {
      Program const right = sequence();
      Program both{split(1, length(left) + 2)};
      append(both, left);
      both.push_back(jump(length(right) + 1));
      append(both, right);
      left = std::move(both);
    }
    return left;
  }

  Program sequence() {
    Program program;
    while (!ends() && look() != '|' && look() != ')') {
      append(program, repeated(atom()));
      if (program.size() > kMostInstructions) wrong("it is too long");
    }
    return program;
  }

  Program atom() {
    char const c = text_[at_++];
    switch (c) {
      case '(': return group();
      case '[': return {character(bracket())};
      case '.': return {character(~range('\n', '\n'))};
      case '^': return {{Kind::begin, {}, 1, 1}};
      case '$': return {{Kind::end, {}, 1, 1}};
      case '\\': return {character(escaped())};
      case '*':
      case '+':
      case '?': wrong("nothing to repeat"); return {};
      default: return {character(range(c, c))};
    }
  }

  Program group() {
    if (++depth_ > kDeepestGroup) wrong("groups are too deep");
    if (take('?') && !take(':')) wrong("only (?: is known");
    Program inner = problem_ ? Program{} : alternatives();
    if (!take(')')) wrong("')' is missing");
    --depth_;
    return inner;
  }

  Set escaped() {
    if (ends()) {
      wrong("nothing after '\\'");
      return {};
    }
    char const c = text_[at_++];
    Set const digits = range('0', '9');
    Set const word = digits | range('a', 'z') | range('A', 'Z') | range('_', '_');
    Set const space = range(' ', ' ') | range('\t', '\r');
    switch (c) {
      case 'd': return digits;
      case 'D': return ~digits;
      case 'w': return word;
      case 'W': return ~word;
      case 's': return space;
      case 'S': return ~space;
      default: break;
    }
    if (word.test(index(c)) && c != '_') wrong(fmt::format("\\{} is not known", c));
    return range(c, c);
  }

  Set bracket() {
    bool const inverted = take('^');
    Set set;
    bool first = true;
    while (!ends() && (first || look() != ']')) {
      first = false;
      char const from = text_[at_++];
      if (from == '\\') {
        set |= escaped();
      } else if (at_ + 1 < text_.size() && look() == '-' && text_[at_ + 1] != ']') {
        char const to = text_[at_ + 1];
        at_ += 2;
        if (index(to) < index(from)) wrong("the range runs backwards");
        set |= range(from, to);
      } else {
        set |= range(from, from);
      }
    }
    if (!take(']')) wrong("']' is missing");
    return inverted ? ~set : set;
  }

  struct Repeat {
    std::size_t least = 1;
    std::optional<std::size_t> most = 1;
  };

  std::size_t number() {
    std::size_t value = 0;
    bool any = false;
    while (!ends() && look() >= '0' && look() <= '9') {
      value = std::min(value * 10 + index(look()) - index('0'), kMostRepeats + 1);
      any = true;
      ++at_;
    }
    if (!any) wrong("a number is missing");
    if (value > kMostRepeats) wrong("that many repetitions are too many");
    return value;
  }

  Repeat repeat() {
    if (take('*')) return {0, std::nullopt};
    if (take('+')) return {1, std::nullopt};
    if (take('?')) return {0, 1};
    if (!take('{')) return {};
    Repeat repeat;
    repeat.least = number();
    repeat.most = repeat.least;
    if (take(',')) {
      repeat.most.reset();
      if (!ends() && look() != '}') repeat.most = number();
    }
    if (!take('}')) wrong("'}' is missing");
    if (repeat.most && *repeat.most < repeat.least) wrong("the repetitions run backwards");
    return repeat;
  }

  Program repeated(Program const& once) {
    Repeat const wanted = repeat();
    take('?');  // a lazy match matches the same texts
    Program all;
    if (problem_) return all;
    std::size_t const most = wanted.most.value_or(wanted.least);
    if (once.size() * (most + 1) > kMostInstructions) {
      wrong("it is too long");
      return all;
    }
    for (std::size_t i = 0; i < wanted.least; ++i) append(all, once);
    if (!wanted.most) {
      all.push_back(split(1, length(once) + 2));
      append(all, once);
      all.push_back(jump(-length(once) - 1));
    }
    for (std::size_t i = wanted.least; i < most; ++i) {
      std::ptrdiff_t const rest = static_cast<std::ptrdiff_t>(most - i) * (length(once) + 1);
      all.push_back(split(1, rest));
      append(all, once);
    }
    return all;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::optional<std::string> problem_;
};

/// The instructions that are reached without reading a character.
class Reached {
 public:
  Reached(Program const& program, bool atBegin, bool atEnd)
      : program_(program), atBegin_(atBegin), atEnd_(atEnd), seen_(program.size()) {}

  void add(std::size_t start) {
    std::vector<std::size_t> open{start};
    while (!open.empty()) {
      std::size_t const at = open.back();
      open.pop_back();
      if (seen_[at]) continue;
      seen_[at] = true;
      Instruction const& instruction = program_[at];
      auto const go = [&](std::ptrdiff_t by) {
        open.push_back(static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + by));
      };
      switch (instruction.kind) {
        case Kind::character: waiting.push_back(at); break;
        case Kind::done: matched = true; break;
        case Kind::jump: go(instruction.first); break;
        case Kind::split:
          go(instruction.first);
          go(instruction.second);
          break;
        case Kind::begin:
          if (atBegin_) go(1);
          break;
        case Kind::end:
          if (atEnd_) go(1);
          break;
      }
    }
  }

  std::vector<std::size_t> waiting;
  bool matched = false;

 private:
  Program const& program_;
  bool atBegin_;
  bool atEnd_;
  std::vector<bool> seen_;
};

}  // namespace

Result<Pattern> Pattern::parse(std::string_view expression) {
  auto program = Reader(expression).read();
  if (!program) return fail(program.error());
  Pattern pattern;
  pattern.program_ = std::move(*program);
  return pattern;
}

bool Pattern::matches(std::string_view text) const {
  std::vector<std::size_t> before;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    Reached now(program_, at == 0, at == text.size());
    now.add(0);
    for (std::size_t const waiting : before) {
      if (program_[waiting].set.test(index(text[at - 1]))) now.add(waiting + 1);
    }
    if (now.matched) return true;
    before = std::move(now.waiting);
  }
  return false;
}

}  // namespace aplus::protocol
