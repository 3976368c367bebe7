#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aplus::protocol {

/// A stretch of a code's text and what it says.
struct CodePart {
  std::size_t from = 0;
  std::size_t length = 0;
  std::string name;
  std::string meaning;

  bool operator==(CodePart const&) const = default;
};

/// A code taken apart. The parts cover the text from its first to its last character.
struct ExplainedCode {
  std::string_view kind;    ///< such as "payment code"
  std::string_view source;  ///< the official page, or "sandbox choice"
  std::vector<CodePart> parts;

  bool operator==(ExplainedCode const&) const = default;

  /// Adds the part that begins where the last one ends.
  void add(std::size_t length, std::string name, std::string meaning) {
    std::size_t const from = parts.empty() ? 0 : parts.back().from + parts.back().length;
    parts.push_back({from, length, std::move(name), std::move(meaning)});
  }
};

/// Digits only, and at least one.
inline bool isDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// Digits and ASCII letters only, and at least one.
inline bool isAlphanumeric(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") ==
             text.npos;
}

}  // namespace aplus::protocol
