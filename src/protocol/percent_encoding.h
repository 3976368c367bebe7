#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace aplus::protocol {

/// URL-encodes everything but letters, digits and `-._~`, with upper-case hexadecimal.
std::string percentEncode(std::string_view text);

/// Decodes once; hexadecimal of either case. A `+` stays a plus. Error `INVALID_ENCODING`.
Result<std::string> percentDecode(std::string_view text);

}  // namespace aplus::protocol
