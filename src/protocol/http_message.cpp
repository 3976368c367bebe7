#include "protocol/http_message.h"

#include <algorithm>

namespace aplus::protocol {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

bool sameName(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace

std::string const* HttpMessage::header(std::string_view name) const {
  for (Header const& entry : headers) {
    if (sameName(entry.name, name)) return &entry.value;
  }
  return nullptr;
}

}  // namespace aplus::protocol
