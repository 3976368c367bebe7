#pragma once

#include <string_view>

namespace aplus::crypto {

/// Whether two secrets are the same, in a time that tells nothing about where they differ.
bool equalInConstantTime(std::string_view a, std::string_view b);

}  // namespace aplus::crypto
