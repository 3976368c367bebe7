#pragma once

#include <string_view>

namespace aplus::codec {

/// Whether a text is a JSON object, as `passThroughInfo` must be.
bool isJsonObject(std::string_view text);

}  // namespace aplus::codec
