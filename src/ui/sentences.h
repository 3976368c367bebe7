#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace aplus::ui {

/// The sentences of the catalogue that take values, such as `The account holds {} now.`; the longest come first.
std::vector<std::string> const& sentencesWithValues();

/// Texts whose words were found before, until the next speak().
std::map<std::string, std::string, std::less<>>& knownAgain();

}  // namespace aplus::ui
