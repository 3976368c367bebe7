#pragma once

#include <string>
#include <string_view>

namespace aplus::ui {

/// What a participant says on a screen or notes beside a step, in the language of the page. The run itself speaks English;
/// what is not known here, such as the message of a result, stays as it is.
std::string worldWords(std::string_view text);

}  // namespace aplus::ui
