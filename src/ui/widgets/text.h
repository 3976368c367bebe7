#pragma once

#include <string_view>
#include <vector>

#include "ui/theme.h"
#include "ui/ui_state.h"

namespace aplus::ui {

/// Whether a byte of UTF-8 goes on with a character that an earlier one has begun.
constexpr bool continuesCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }
/// Where the character behind the one at a place begins; at most the text's end.
std::size_t nextCharacter(std::string_view text, std::size_t at);

/// The size of a text; `wrap` 0 keeps it on one line.
ImVec2 measure(Theme const& theme, Role role, std::string_view text, float wrap = 0.0F);

/// The lines of a wrapped text, without the blanks at which it is broken, and how far apart they stand.
std::vector<std::string_view> wrappedLines(Theme const& theme, Role role, std::string_view text, float wrap);
float wrappedLineHeight(Theme const& theme, Role role);

/// Draws at a place, on the pixel grid.
void drawText(ImDrawList& list, Theme const& theme, Role role, ImVec2 at, ImU32 color,
              std::string_view text, float wrap = 0.0F);
void drawTextCentered(ImDrawList& list, Theme const& theme, Role role, ImVec2 center, ImU32 color,
                      std::string_view text);
/// Every line centred in the width from `at`; returns the height.
float drawTextCenteredWrapped(ImDrawList& list, Theme const& theme, Role role, ImVec2 at, ImU32 color,
                              std::string_view text, float width);
/// Cut with an ellipsis when it is too wide.
void drawTextFit(ImDrawList& list, Theme const& theme, Role role, ImVec2 at, ImU32 color,
                 std::string_view text, float width);

/// Text in the flow of the window, wrapped at its width.
void text(Theme const& theme, Role role, ImU32 color, std::string_view text);
void gap(Theme const& theme, float css);

}  // namespace aplus::ui
