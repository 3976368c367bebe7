#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "ui/ui.h"

namespace aplus::ui {

/// The selected bytes of a text; empty when nothing of it is selected.
struct Selected {
  std::size_t from = 0;
  std::size_t to = 0;
};

/// What a text that is ImGui's last item does with mouse and keys: drag, double click for a word, Shift and touch to extend,
/// Ctrl/Cmd+A, Ctrl/Cmd+C. `hit` is the byte at a place. One text of the page has a selection at a time.
Selected followSelection(Ui const& ui, std::string_view text, std::function<std::size_t(ImVec2)> const& hit);

/// How a selection is shown behind a text.
ImU32 selectionColor(Theme const& theme);

}  // namespace aplus::ui
