#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "support/files.h"

namespace aplus::test {

void expectGolden(std::string const& path, std::string const& actual) {
  if (std::getenv("APLUS_RECORD") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(readFile(path), actual) << path << " differs; if that is meant, record it with APLUS_RECORD=1";
}

}  // namespace aplus::test
