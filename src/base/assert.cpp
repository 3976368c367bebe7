#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace aplus {

void assertionFailed(char const* condition, char const* file, int line) {
  std::fprintf(stderr, "This is a bug of the playground: %s does not hold (%s:%d)\n", condition,
               file, line);
  std::abort();
}

}  // namespace aplus
