#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aplus::inspect {

/// A JSON text whose scalars keep the spelling they came in, so that a text can be laid out anew and
/// nothing else of it changes: `10.0000` stays `10.0000`, `\/` stays `\/`.
struct JsonTree {
  enum class Kind : unsigned char { scalar, object, array };

  Kind kind = Kind::scalar;
  std::string text;  ///< scalar: as written, with its quotes
  std::vector<std::string> keys;  ///< object: as written, with their quotes
  std::vector<JsonTree> children;

  bool isString() const { return kind == Kind::scalar && !text.empty() && text.front() == '"'; }
};

/// Nothing when the text is no JSON or is nested deeper than messages may be.
std::optional<JsonTree> parseJsonTree(std::string_view text);

/// How a serialiser lays its output out. The defaults are the minified form.
struct JsonLayout {
  std::string indent;             ///< one level's; empty: everything on one line
  std::string lineEnd = "\n";     ///< only with an indent
  std::string colon = ":";
  std::string comma = ",";
  std::string objectOpen = "{", objectClose = "}";  ///< on one line only
  std::string emptyObject = "{}";
  bool arraysOnOneLine = false;   ///< `[ 1, 2 ]` inside an indented text
};

std::string print(JsonTree const& tree, JsonLayout const& layout);

void sortKeys(JsonTree& tree, bool deep);

/// Every scalar is replaced by what the function gives; keys too, when asked for.
void rewriteScalars(JsonTree& tree, std::function<std::string(std::string const&)> const& rewrite,
                    bool keysToo);

/// Removes members for which the function says so, at any depth.
void dropMembers(JsonTree& tree, std::function<bool(JsonTree const&)> const& unwanted);

}  // namespace aplus::inspect
