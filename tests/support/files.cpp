#include "support/files.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

namespace aplus::test {

std::string readFile(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  EXPECT_TRUE(in.good()) << path << " cannot be read";
  return bytes.str();
}

void expectGolden(std::string const& path, std::string const& actual) {
  if (std::getenv("APLUS_RECORD") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(readFile(path), actual) << path << " differs; if that is meant, record it with APLUS_RECORD=1";
}

}  // namespace aplus::test
