#pragma once

#include "ui/ui.h"

namespace aplus::ui {

/// The run as a line to drag along: what happened on it, breakpoints, and beneath it the other futures, each a
/// line of its own that can be switched to.
void drawScrubber(Ui const& ui, Rect const& rect);

}  // namespace aplus::ui
