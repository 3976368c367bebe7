#pragma once

#include <string_view>
#include <vector>

#include "inspect/desk.h"
#include "ui/ui.h"

namespace aplus::ui {

/// The content to sign with every part in the colour and over the line of its origin, and a legend that
/// says where each comes from. A very long body is shown by its beginning.
void contentView(Ui const& ui, std::string_view id, std::vector<inspect::ContentPart> const& parts);

}  // namespace aplus::ui
