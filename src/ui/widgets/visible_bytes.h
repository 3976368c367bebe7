#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/text_view.h"

namespace aplus::ui {

/// A text for looking at: what has no shape of its own is written as an escape, such as `\r`, `\0`,
/// `\ufeff` or `\xff`, in the colour of a warning. Line feeds stay unless `lineEnds` asks for `\n`.
struct VisibleBytes {
  std::string text;
  std::vector<ColorRun> escapes;
};
VisibleBytes visibleBytes(Theme const& theme, std::string_view bytes, bool lineEnds = false);

/// `0d 0a`.
std::string hexPairs(std::string_view bytes);

/// Whether an editor can hold it: valid UTF-8 without NUL, and not too long.
bool isEditable(std::string_view text);

}  // namespace aplus::ui
