#pragma once

#include <string>
#include <vector>

namespace aplus::ui {

/// The sentences of the catalogue that take values, such as `The account holds {} now.`; the longest come first.
std::vector<std::string> const& sentencesWithValues();

}  // namespace aplus::ui
