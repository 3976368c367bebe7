#pragma once

#include <string_view>

#include "ui/ui.h"
#include "ui/widgets/icons.h"

namespace aplus::ui {

/// A name and its value, the value wrapped and copied by a click.
void keyValue(Ui const& ui, std::string_view id, std::string_view key, std::string_view value,
              float keyWidthCss = 112.0F);

/// The same, but what a click does is up to the caller. It is the last item, so that it can have a tooltip.
bool keyValueRow(Ui const& ui, std::string_view id, std::string_view key, std::string_view value, Icon icon,
                 bool marked, float keyWidthCss = 112.0F);

}  // namespace aplus::ui
