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

/// A value and where it stands. Places are byte offsets into PrettyJson::text.
struct JsonField {
  std::string path;          ///< `$.order.goods[0].price`, as error messages write it
  std::size_t begin = 0;     ///< of the key; of the value where there is none
  std::size_t valueBegin = 0;
  std::size_t end = 0;       ///< of the value
  bool scalar = false;

  bool operator==(JsonField const&) const = default;
};

struct PrettyJson {
  std::string text;
  std::vector<JsonSpan> spans;    ///< in order; blanks and line ends belong to none
  std::vector<JsonField> fields;  ///< in order, parents first; the first ones when there are very many
  bool wellFormed = false;

  std::string_view token(JsonField const& field) const {
    return std::string_view(text).substr(field.valueBegin, field.end - field.valueBegin);
  }
  /// The innermost field at a place; null between them.
  JsonField const* fieldAt(std::size_t offset) const;
  JsonField const* find(std::string_view path) const;
};

/// Lays a JSON text out for reading. Only the white space between tokens changes: keys, strings and
/// numbers keep their exact bytes, escapes and digits included, and so does the order. A text that is
/// no JSON comes back as it is, with `wellFormed` false.
PrettyJson prettyJson(std::string_view bytes);

/// A token as the text that it stands for: strings without quotes and escapes, anything else as it is.
std::string valueOfToken(std::string_view token);

/// A scalar and its path.
struct JsonLeaf {
  std::string path;
  std::string value;

  bool operator==(JsonLeaf const&) const = default;
};

/// The scalars of a JSON text in its order; none when it is no JSON.
std::vector<JsonLeaf> jsonLeaves(std::string_view bytes);

}  // namespace aplus::inspect
