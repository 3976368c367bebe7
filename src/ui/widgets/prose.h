#pragma once

#include <string_view>

#include "ui/ui.h"

namespace aplus::ui {

/// Text in the flow of the window that can be selected and copied; wrapped at `width`, 0 for that of the window.
void prose(Ui const& ui, std::string_view id, Role role, ImU32 color, std::string_view text, float width = 0.0F);

}  // namespace aplus::ui
