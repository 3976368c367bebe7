#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/ui.h"

namespace aplus::ui {

struct EditorOptions {
  int rows = 1;      ///< lines to see at least; 1 is a field of one line
  int mostRows = 1;  ///< it grows so far with its text
  float width = 0.0F;
  std::string_view hint;       ///< what could be written while nothing is
  std::string_view complaint;  ///< what is wrong, shown under it
  bool replaceOnPaste = false;  ///< a paste is a whole text of its own
};

/// What a person did to the text.
struct Edited {
  std::string text;
  bool pasted = false;
};

/// A field that keeps every byte. While it is not edited it shows the text wrapped, with escapes for what
/// cannot be seen; a paste arrives as it is on the clipboard, line ends included. A text that no editor
/// can hold (too long, NUL, no UTF-8) is kept, described, and can be taken away.
std::optional<Edited> editor(Ui const& ui, std::string_view id, std::string_view label, std::string const& text,
                             EditorOptions const& options);

}  // namespace aplus::ui
