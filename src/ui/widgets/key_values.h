#pragma once

#include <string_view>

#include "ui/ui.h"

namespace aplus::ui {

/// A name and its value, the value wrapped and copied by a click.
void keyValue(Ui const& ui, std::string_view id, std::string_view key, std::string_view value,
              float keyWidthCss = 112.0F);

}  // namespace aplus::ui
