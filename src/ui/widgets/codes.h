#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/theme.h"
#include "ui/ui_state.h"

namespace aplus::ui {

/// The widths of bars and gaps of a Code 128, in modules, beginning with a bar. Empty when the text has characters beyond
/// ASCII or more than 80 of them.
std::vector<int> code128(std::string_view text);

/// Black on white within the rectangle, quiet zones included, modules on the pixel grid.
void drawCode128(ImDrawList& list, Theme const& theme, std::string_view text, Rect const& rect);
void drawQr(ImDrawList& list, Theme const& theme, std::string_view text, Rect const& rect);

/// `281012345678901234` as `2810 1234 5678 9012 34`.
std::string groupedDigits(std::string_view digits);

}  // namespace aplus::ui
