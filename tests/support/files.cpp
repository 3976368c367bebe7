#include "support/files.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace aplus::test {

std::string readFile(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in.good()) throw std::runtime_error(path + " cannot be read");
  return bytes.str();
}

}  // namespace aplus::test
