#pragma once

namespace aplus {

/// Prints what does not hold and aborts. Never returns.
[[noreturn]] void assertionFailed(char const* condition, char const* file, int line);

}  // namespace aplus

/// A condition whose failure is a bug of ours, never of the input. It stays on in release builds.
#define APLUS_ASSERT(condition) \
  ((condition) ? void(0) : ::aplus::assertionFailed(#condition, __FILE__, __LINE__))

/// A place that no run can reach; the text says what would have to be wrong.
#define APLUS_UNREACHABLE(text) ::aplus::assertionFailed(text, __FILE__, __LINE__)
