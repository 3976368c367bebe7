#pragma once

#include <string_view>

#include "base/error.h"
#include "protocol/codes/explained_code.h"

namespace aplus::protocol {

/// Takes apart whatever was scanned or pasted: every kind of code is tried, the strictest first.
/// Error `INVALID_CODE` says what each kind would have wanted.
Result<ExplainedCode> explainCode(std::string_view text);

}  // namespace aplus::protocol
