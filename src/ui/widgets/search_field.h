#pragma once

#include <string>
#include <string_view>

#include "ui/ui.h"

namespace aplus::ui {

/// A one-line field with a magnifier and a hint, as wide as there is room. `takeKeys` puts the keys into it. True when the
/// text is another than before.
bool searchField(Ui const& ui, std::string_view id, std::string_view hint, std::string& text, bool takeKeys);

}  // namespace aplus::ui
