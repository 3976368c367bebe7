#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aplus::inspect {

enum class JsonToken : std::uint8_t { key, string, number, literal, punctuation, other };

struct JsonSpan {
  std::size_t begin = 0;  ///< byte offsets into PrettyJson::text
  std::size_t end = 0;
  JsonToken token = JsonToken::other;

  bool operator==(JsonSpan const&) const = default;
};

struct PrettyJson {
  std::string text;
  std::vector<JsonSpan> spans;  ///< in order; blanks and line ends belong to none
  bool wellFormed = false;
};

/// Lays a JSON text out for reading. Only the white space between tokens changes: keys, strings and
/// numbers keep their exact bytes, escapes and digits included, and so does the order. A text that is
/// no JSON comes back as it is, with `wellFormed` false.
PrettyJson prettyJson(std::string_view bytes);

}  // namespace aplus::inspect
