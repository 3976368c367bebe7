#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aplus::protocol {

struct Header {
  std::string name;
  std::string value;

  bool operator==(Header const&) const = default;
};

/// A request or a response as it is on the wire. `body` is the exact bytes; nothing here ever
/// rewrites them. For a response `method` and `uri` are those of the request it answers, because
/// they are part of what is signed.
struct HttpMessage {
  std::string method;
  std::string uri;
  std::vector<Header> headers;
  std::string body;

  /// The value of a header, whatever the case of its name; null when it is not there.
  std::string const* header(std::string_view name) const;

  bool operator==(HttpMessage const&) const = default;
};

}  // namespace aplus::protocol
