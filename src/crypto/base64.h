#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace aplus::crypto {

/// The standard alphabet with padding, on one line.
std::string encodeBase64(std::string_view bytes);

/// Reads exactly that form: standard alphabet, padding, no blanks. Error `INVALID_BASE64` names
/// the first character that does not belong.
Result<std::string> decodeBase64(std::string_view text);

}  // namespace aplus::crypto
