#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "base/error.h"

namespace aplus::codec {

inline constexpr std::size_t kMaxBodyBytes = 1024 * 1024;
inline constexpr int kMaxDepth = 64;

/// A place in a text, both counted from 1; columns count bytes.
struct Position {
  int line = 1;
  int column = 1;
};

Position positionAt(std::string_view text, std::size_t offset);

/// Where the value stands to which a JSON pointer (`/steps/2/do`) leads, in a text that parses; for
/// the last part that cannot be followed, where its parent stands.
Position locate(std::string_view text, std::string_view pointer);

/// What is wrong with a JSON text, and where.
struct JsonError {
  std::size_t offset = 0;
  std::string message;
};

/// Parses strictly: at most 1 MiB, valid UTF-8, depth at most 64, no key twice in one object,
/// nothing behind the value. Order is kept. Throws nothing.
tl::expected<nlohmann::ordered_json, JsonError> parseJson(std::string_view text);

}  // namespace aplus::codec
