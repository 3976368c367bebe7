#pragma once

#include "ui/theme.h"
#include "ui/ui_state.h"

namespace aplus::ui {

/// How much fits side by side.
enum class Shape {
  wide,    ///< guide, lanes, phones over inspector
  medium,  ///< lanes beside one chosen panel
  narrow,  ///< one chosen panel, tabs below
};

/// Where the parts of the page are. A part that is not shown has an empty rectangle.
struct Layout {
  Shape shape = Shape::wide;
  Rect top;
  Rect tabs;
  Rect guide;
  Rect lanes;
  Rect phones;
  Rect inspector;
  Rect transport;
  Rect start;  ///< the start page, likewise
  Rect desk;  ///< the signing desk, which stands in place of the run
};

Shape shapeFor(float widthCss);
/// `web`: a browser stands beside the phone, which needs more room than a till. `tall`: the inspector has the room of
/// the phones above it.
Layout arrange(ImVec2 display, Theme const& theme, Panel panel, bool web = false, bool tall = false);
/// The same page with the start page open.
Layout arrangeStart(ImVec2 display, Theme const& theme);
/// The same page with the signing desk open.
Layout arrangeDesk(ImVec2 display, Theme const& theme);

}  // namespace aplus::ui
