#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ui/ui.h"

namespace aplus::ui {

/// A line under a run, so that its colour is not all that tells it from others.
enum class Underline : unsigned char { none, solid, twice, dashed, dotted };

/// A run of bytes in a colour of its own; what lies between runs has the usual one.
struct ColorRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  ImU32 color = 0;
  ImU32 background = 0;  ///< 0 for none
  Underline underline = Underline::none;
};

void drawUnderline(ImDrawList& list, Theme const& theme, Underline kind, ImVec2 from, float width, ImU32 color);

/// Monospaced text that wraps, can be selected with mouse and keyboard (drag, double click for a word,
/// Ctrl/Cmd+A) and copied (Ctrl/Cmd+C). The selection is byte-exact: what is copied is what the
/// message holds, without the line ends that wrapping adds.
///
/// What comes back says which byte is pointed at and which was touched, without anything being selected.
struct TextPointer {
  std::optional<std::size_t> over;
  std::optional<std::size_t> touched;
};
TextPointer textView(Ui const& ui, std::string_view id, std::string_view text,
                     std::vector<ColorRun> const& runs = {});

/// Offset, bytes and characters, sixteen or eight to the row.
void hexView(Ui const& ui, std::string_view id, std::string_view bytes);

}  // namespace aplus::ui
