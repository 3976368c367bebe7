#pragma once

#include <string_view>

#include "ui/ui.h"

namespace aplus::ui {

/// Text in the flow of the window, wrapped at its width, that can be selected and copied.
void prose(Ui const& ui, std::string_view id, Role role, ImU32 color, std::string_view text);

}  // namespace aplus::ui
