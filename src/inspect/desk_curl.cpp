#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "inspect/desk.h"

namespace aplus::inspect {
namespace {

tl::unexpected<Error> wrong(std::string_view text, std::size_t at, std::string message) {
  auto const lines = 1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(std::min(at, text.size())), '\n');
  return fail("INVALID_PASTE", fmt::format("line {}", lines), std::move(message));
}

using Words = std::vector<std::string>;

/// The command prompt of Windows knows only double quotes and the caret. A caret that cannot be bash's
/// gives it away.
bool isWindows(std::string_view text) {
  return text.find("^\"") != text.npos || text.find("^\n") != text.npos || text.find("^\r\n") != text.npos || text.find("curl.exe") != text.npos;
}

std::string utf8Of(unsigned c) {
  auto const tail = [&](unsigned shift) { return char(0x80 | (c >> shift & 0x3f)); };
  if (c < 0x80) return {char(c)};
  if (c < 0x800) return {char(0xc0 | c >> 6), tail(0)};
  if (c < 0x10000) return {char(0xe0 | c >> 12), tail(6), tail(0)};
  return {char(0xf0 | (c >> 18 & 7)), tail(12), tail(6), tail(0)};
}

/// Splits a command line as bash does.
class BashWords {
 public:
  explicit BashWords(std::string_view text) : text_(text) {}

  Result<Words> split() {
    while (at_ < text_.size() && !failed_) {
      char const c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        endWord();
        ++at_;
      } else if (c == '\\') {
        escaped();
      } else if (c == '\'') {
        singleQuoted();
      } else if (c == '"') {
        doubleQuoted();
      } else if (c == '$' && at_ + 1 < text_.size() && text_[at_ + 1] == '\'') {
        ansiQuoted();
      } else {
        word() += c;
        ++at_;
      }
    }
    if (failed_) return wrong(text_, opened_, "A quote is opened here and never closed");
    endWord();
    return std::move(words_);
  }

 private:
  std::string& word() {
    if (!word_) word_.emplace();
    return *word_;
  }

  void endWord() {
    if (word_) words_.push_back(std::move(*word_));
    word_.reset();
  }

  /// A backslash at the end of a line joins it with the next.
  void escaped() {
    ++at_;
    if (at_ + 1 < text_.size() && text_[at_] == '\r' && text_[at_ + 1] == '\n') ++at_;
    else if (at_ < text_.size() && text_[at_] != '\n') word() += text_[at_];
    if (at_ < text_.size()) ++at_;
  }

  void singleQuoted() {
    opened_ = at_;
    auto const end = text_.find('\'', at_ + 1);
    if (end == text_.npos) {
      failed_ = true;
      return;
    }
    word().append(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
  }

  void doubleQuoted() {
    opened_ = at_++;
    word();
    for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size() && std::string_view("\"\\$`\n").find(text_[at_ + 1]) != std::string_view::npos) {
        if (text_[++at_] == '\n') continue;
      }
      word() += text_[at_];
    }
    failed_ = at_++ >= text_.size();
  }

  unsigned digits(std::size_t most, int base) {
    std::size_t const size = std::min(most, text_.size() - at_);
    unsigned value = 0;
    auto const [end, error] = std::from_chars(text_.data() + at_, text_.data() + at_ + size, value, base);
    at_ = std::size_t(end - text_.data());
    return error == std::errc() ? value : 0;
  }

  /// $'…': what "Copy as cURL" of browsers writes.
  void ansiQuoted() {
    opened_ = at_;
    at_ += 2;
    word();
    while (at_ < text_.size() && text_[at_] != '\'') {
      if (text_[at_] != '\\' || at_ + 1 >= text_.size()) {
        word() += text_[at_++];
        continue;
      }
      char const c = text_[at_ + 1];
      at_ += 2;
      constexpr std::string_view kNames = "abefnrtv", kMeant = "\a\b\x1b\f\n\r\t\v";
      if (auto const name = kNames.find(c); name != kNames.npos) word() += kMeant[name];
      else if (c == 'x') word() += char(digits(2, 16));
      else if (c == 'u') word() += utf16();
      else if (c == 'U') word() += utf8Of(digits(8, 16));
      else if (c >= '0' && c <= '7') { --at_; word() += char(digits(3, 8)); }
      else word() += c;
    }
    failed_ = at_++ >= text_.size();
  }

  /// Browsers write characters beyond the basic plane as two escapes.
  std::string utf16() {
    unsigned const first = digits(4, 16);
    bool const pair = first >= 0xd800 && first < 0xdc00 && text_.substr(at_, 2) == "\\u";
    if (!pair) return utf8Of(first);
    at_ += 2;
    return utf8Of(0x10000 + ((first - 0xd800) << 10) + (digits(4, 16) & 0x3ff));
  }

  std::string_view text_;
  std::size_t at_ = 0, opened_ = 0;
  bool failed_ = false;
  std::optional<std::string> word_;
  Words words_;
};

/// Splits a command line as the Windows command prompt and the C runtime do.
Result<Words> windowsWords(std::string_view text) {
  std::string plain;  // without the carets
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '^' || i + 1 >= text.size()) {
      plain += text[i];
      continue;
    }
    ++i;
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
    if (text[i] == '\n') {
      if (i + 1 < text.size() && text[i + 1] == '\n') plain += text[++i];  // ^LF LF is a line feed
    } else {
      plain += text[i];
    }
  }
  Words words;
  std::optional<std::string> word;
  bool quoted = false;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    char const c = plain[i];
    if (!quoted && (c == ' ' || c == '\t' || c == '\r' || c == '\n')) {
      if (word) words.push_back(std::move(*word));
      word.reset();
      continue;
    }
    if (!word) word.emplace();
    std::size_t slashes = 0;
    while (i + slashes < plain.size() && plain[i + slashes] == '\\') ++slashes;
    if (slashes > 0) {
      bool const beforeQuote = i + slashes < plain.size() && plain[i + slashes] == '"';
      word->append(beforeQuote ? slashes / 2 : slashes, '\\');
      i += slashes - 1;
      if (beforeQuote && slashes % 2 == 1) {
        *word += '"';
        ++i;
      }
    } else if (c == '"' && quoted && i + 1 < plain.size() && plain[i + 1] == '"') {
      *word += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else {
      *word += c;
    }
  }
  if (quoted) return wrong(text, text.size(), "A double quote is opened and never closed");
  if (word) words.push_back(std::move(*word));
  return words;
}

/// Options that take a value and say nothing about what is signed.
bool takesValue(std::string_view option) {
  constexpr std::string_view kLong[] = {"--user-agent", "--referer", "--cookie", "--output", "--max-time", "--connect-timeout", "--proxy", "--user",
                                        "--cert", "--key", "--cacert", "--retry", "--resolve", "--write-out", "--range", "--cookie-jar"};
  return std::find(std::begin(kLong), std::end(kLong), option) != std::end(kLong) ||
         (option.size() == 2 && std::string_view("AebomxuEcwr").find(option[1]) != std::string_view::npos);
}

class CurlReader {
 public:
  Result<DeskMessage> read(std::string_view text, Words const& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
      std::string option = words[i];
      if (option.empty() || option[0] != '-' || option == "-") {
        if (url_.empty()) url_ = option;
        continue;
      }
      std::optional<std::string> value;
      if (option.rfind("--", 0) != 0 && option.size() > 2 && std::string_view("XHd").find(option[1]) != std::string_view::npos) {
        value = option.substr(2);  // -XPOST
        option.resize(2);
      } else if (auto const equals = option.find('='); option.rfind("--", 0) == 0 && equals != option.npos) {
        value = option.substr(equals + 1);
        option.resize(equals);
      }
      bool const needed = isOurs(option) || takesValue(option);
      if (needed && !value) {
        if (++i >= words.size()) return wrong(text, text.size(), fmt::format("{} stands at the end; a value must follow it", option));
        value = words[i];
      }
      if (auto const taken = take(text, option, value.value_or("")); !taken) return fail(taken.error());
    }
    return finish(text);
  }

 private:
  static bool isData(std::string_view option) {
    return option == "-d" || option == "--data" || option == "--data-raw" || option == "--data-binary" || option == "--data-ascii" || option == "--json";
  }
  static bool isOurs(std::string_view option) {
    return option == "-X" || option == "--request" || option == "-H" || option == "--header" || option == "--url" || isData(option);
  }

  Result<void> take(std::string_view text, std::string_view option, std::string value) {
    if (option == "-X" || option == "--request") method_ = std::move(value);
    else if (option == "--url") url_ = std::move(value);
    else if (option == "-H" || option == "--header") return header(text, value);
    else if (isData(option)) return data(text, option, std::move(value));
    return {};
  }

  Result<void> header(std::string_view text, std::string const& value) {
    auto const colon = value.find(':');
    if (colon == std::string::npos || colon == 0) return wrong(text, text.find("-H"), fmt::format("'{}' is no header; write -H 'Name: value'", value.substr(0, 60)));
    auto const begin = value.find_first_not_of(" \t", colon + 1);
    desk_.message.headers.push_back({value.substr(0, colon), begin == std::string::npos ? "" : value.substr(begin)});
    return {};
  }

  Result<void> data(std::string_view text, std::string_view option, std::string value) {
    if (option != "--data-raw" && !value.empty() && value[0] == '@') {
      return wrong(text, text.find(value), fmt::format("The body stands in the file {}; paste it into the command in its place", value.substr(1, 60)));
    }
    if (hasData_ && option != "--json") desk_.message.body += '&';
    hasData_ = true;
    desk_.message.body += value;
    return {};
  }

  Result<DeskMessage> finish(std::string_view text) {
    if (url_.empty()) return wrong(text, 0, "The command names no address, such as https://host/path");
    desk_.message.method = !method_.empty() ? method_ : hasData_ ? "POST" : "GET";
    std::string_view rest = url_;
    if (auto const scheme = rest.find("://"); scheme != rest.npos) rest.remove_prefix(scheme + 3);
    auto const path = std::min(rest.find_first_of("/?#"), rest.size());
    desk_.host = std::string(rest.substr(0, path));
    rest = rest.substr(path, rest.find('#') == rest.npos ? rest.npos : rest.find('#') - path);
    desk_.message.uri = rest.empty() || rest.front() != '/' ? "/" + std::string(rest) : std::string(rest);
    bool const response = desk_.message.header("Response-Time") != nullptr && desk_.message.header("Request-Time") == nullptr;
    if (response) desk_.direction = protocol::Direction::response;
    return desk_;
  }

  DeskMessage desk_;
  std::string method_, url_;
  bool hasData_ = false;
};

}  // namespace

Result<DeskMessage> readCurl(std::string_view text) {
  auto const begin = text.find("curl");
  if (begin == text.npos) return wrong(text, 0, "This is no cURL command; it should begin with curl");
  std::string_view const command = text.substr(begin);
  auto const words = isWindows(command) ? windowsWords(command) : BashWords(command).split();
  if (!words) return fail(words.error());
  return CurlReader().read(command, *words);
}

}  // namespace aplus::inspect
