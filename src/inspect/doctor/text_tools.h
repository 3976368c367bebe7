#pragma once

#include <string>
#include <string_view>

namespace aplus::inspect {

// ASCII only.
std::string lower(std::string_view text);
std::string upper(std::string_view text);
std::string capitalised(std::string_view text);
std::string trimmed(std::string_view text);

/// Every `from` becomes `to`.
std::string replaced(std::string_view text, std::string_view from, std::string_view to);

/// For a sentence: in single quotes, control characters as escapes, cut when long.
std::string shown(std::string_view text);

}  // namespace aplus::inspect
