#pragma once

#include <string>
#include <string_view>

namespace aplus::ui {

/// What a participant says on a screen or notes beside a step, in the language of the page. The run itself speaks English;
/// what is not known here, such as the message of a result, stays as it is.
std::string worldWords(std::string_view text);

/// The same for why something was refused, with or without its full stop; English stays exactly as it came.
std::string reasonWords(std::string_view reason);

}  // namespace aplus::ui
