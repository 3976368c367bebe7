#pragma once

#include <string>

namespace aplus::inspect {

/// The wallet's magic values as a page to read, in Markdown: docs/protocol/magic-values.md is made of it.
std::string magicValuesPage();

}  // namespace aplus::inspect
