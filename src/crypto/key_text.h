#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace aplus::crypto {

/// A key as a person pasted it, taken out of its wrapping.
struct KeyText {
  std::string label;  ///< the PEM label, such as `RSA PRIVATE KEY`; empty for bare Base64
  std::string der;
};

/// Takes PEM or bare Base64 apart. Blanks and line ends are allowed anywhere in the Base64.
/// Error `INVALID_KEY`: empty, encrypted, no Base64.
Result<KeyText> unwrapKey(std::string_view text);

}  // namespace aplus::crypto
