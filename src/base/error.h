#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace aplus {

/// Why an input was refused. `code` is a stable name (a result code of the protocol such as
/// `PARAM_ILLEGAL`, or one of our own in the same spelling), `path` says where (a JSON path, a
/// header, a flag; empty when the whole input is meant), `message` says what is wrong and what
/// would be right.
struct Error {
  std::string code;
  std::string path;
  std::string message;

  bool operator==(Error const&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string code, std::string path, std::string message) {
  return tl::unexpected<Error>(Error{std::move(code), std::move(path), std::move(message)});
}

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace aplus
