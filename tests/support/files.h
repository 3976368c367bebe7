#pragma once

#include <string>

namespace aplus::test {

/// The bytes of a file, given from the project's root. Throws `std::runtime_error` when it cannot be read.
std::string readFile(std::string const& path);

/// Compares with a recorded text. With APLUS_RECORD=1 in the environment it records instead.
void expectGolden(std::string const& path, std::string const& actual);

}  // namespace aplus::test
