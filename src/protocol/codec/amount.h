#pragma once

#include <cstdint>

namespace aplus::codec {

/// How long an amount's value may be on the wire: all of them fit 64 bits, and so do small sums of them.
inline constexpr int kMaxAmountDigits = 18;
inline constexpr std::int64_t kMaxAmountValue = 999'999'999'999'999'999;

}  // namespace aplus::codec
