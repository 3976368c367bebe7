#pragma once

#include <string_view>

#include "ui/ui.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

namespace aplus::ui {

enum class ButtonLook { quiet, plain, primary, soft };

struct ButtonOptions {
  Icon icon = Icon::none;
  ButtonLook look = ButtonLook::quiet;
  float width = 0.0F;   ///< device pixels; 0 fits the label
  float height = 0.0F;  ///< 0 is the usual control height
  std::string_view tooltip;
  std::string_view disabledReason;  ///< not empty: cannot be pressed, and says why
  bool iconOnly = false;
  bool selected = false;
};

/// A button. `id` is what tests and scripts know it by; it is unique on the page.
bool button(Ui const& ui, std::string_view id, std::string_view label,
            ButtonOptions const& options = {});

/// A row of choices, one of which holds. Returns the new choice.
int segmented(Ui const& ui, std::string_view id, std::initializer_list<std::string_view> labels,
              int chosen, float width = 0.0F);

/// Underlined tabs over a panel, in as many lines as `room` needs; 0 is room enough. Returns the new choice.
int tabs(Ui const& ui, std::string_view idPrefix, std::initializer_list<std::string_view> ids,
         std::initializer_list<std::string_view> labels, int chosen, float room = 0.0F);

/// A small rounded word: a state, a kind.
void badge(Theme const& theme, std::string_view label, ImU32 color, ImU32 background,
           Icon icon = Icon::none);
float badgeWidth(Theme const& theme, std::string_view label, Icon icon = Icon::none);

/// A copy button that says what it copied.
void copyButton(Ui const& ui, std::string_view id, std::string_view label,
                std::string_view content);

/// A small heading with a copy button at the right end of its line.
void copyHeading(Ui const& ui, std::string_view label, std::string_view id, std::string_view copyLabel,
                 std::string_view content);

/// The same button at the right end of the line that the last item stands on.
void copyAtLineEnd(Ui const& ui, std::string_view id, std::string_view label, std::string_view content);

/// A one-line text field that keeps its text in the page's state.
std::string const& field(Ui const& ui, std::string_view id, std::string_view label,
                         std::string_view initial, float width);

/// A panel's surface with rounded corners and a hairline.
void drawSurface(ImDrawList& list, Theme const& theme, Rect const& rect, float roundingCss = 12.0F);

void tooltip(Ui const& ui, std::string_view text);

/// A scrolling area that fills a rectangle; pair with endArea().
void beginArea(Ui const& ui, char const* id, Rect const& rect, float paddingCss = space::kL);
void endArea();

}  // namespace aplus::ui
