#include "ui/layout.h"

#include <algorithm>
#include <cmath>

namespace aplus::ui {
namespace {

// CSS pixels.
constexpr float kMediumFrom = 700.0F;
constexpr float kWideFrom = 1120.0F;
constexpr float kTop = 52.0F;
constexpr float kTransport = 60.0F;
constexpr float kNarrowTransport = 100.0F;  // the scrubber over the buttons
constexpr float kTabs = 44.0F;
constexpr float kTabBar = 58.0F;
constexpr float kGap = 8.0F;

void put(Layout& layout, Panel panel, Rect const& rect) {
  if (panel == Panel::guide) layout.guide = rect;
  if (panel == Panel::lanes) layout.lanes = rect;
  if (panel == Panel::phones) layout.phones = rect;
  if (panel == Panel::inspector) layout.inspector = rect;
}

}  // namespace

Shape shapeFor(float widthCss) {
  if (widthCss >= kWideFrom) return Shape::wide;
  return widthCss >= kMediumFrom ? Shape::medium : Shape::narrow;
}

Layout arrange(ImVec2 display, Theme const& theme, Panel panel, bool web, bool tall) {
  float const widthCss = display.x / theme.scale;
  Layout layout;
  layout.shape = shapeFor(widthCss);
  float const top = theme.px(kTop);
  float const gap = theme.px(kGap);
  float const transport = theme.px(kTransport);
  layout.top = {0.0F, 0.0F, display.x, top};

  if (layout.shape == Shape::narrow) {
    float const bar = theme.px(kTabBar);
    float const twoRows = theme.px(kNarrowTransport);
    layout.tabs = {0.0F, display.y - bar, display.x, bar};
    layout.transport = {0.0F, display.y - bar - twoRows, display.x, twoRows};
    put(layout, panel, {0.0F, top, display.x, layout.transport.y - top});
    return layout;
  }

  layout.transport = {0.0F, display.y - transport, display.x, transport};
  float const height = layout.transport.y - top - gap;
  float const inner = display.x - 2.0F * gap;
  if (layout.shape == Shape::medium) {
    float const lanes = std::round(inner * 0.56F);
    float const x = gap + lanes + gap;
    float const tabs = theme.px(kTabs);
    layout.lanes = {gap, top, lanes, height};
    layout.tabs = {x, top, display.x - gap - x, tabs};
    Panel const shown = panel == Panel::lanes ? Panel::guide : panel;
    put(layout, shown, {x, top + tabs, layout.tabs.w, height - tabs});
    return layout;
  }

  float const guide = theme.px(std::clamp(widthCss * 0.205F, 256.0F, 360.0F));
  float const right = theme.px(web ? std::clamp(widthCss * 0.38F, 450.0F, 740.0F) : std::clamp(widthCss * 0.345F, 430.0F, 680.0F));
  float const phones = std::round(web ? std::clamp(height * 0.6F, theme.px(320.0F), theme.px(580.0F))
                                      : std::clamp(height * 0.5F, theme.px(300.0F), theme.px(460.0F)));
  float const lanesX = gap + guide + gap;
  float const rightX = display.x - gap - right;
  layout.guide = {gap, top, guide, height};
  layout.lanes = {lanesX, top, rightX - gap - lanesX, height};
  if (tall) {
    layout.inspector = {rightX, top, right, height};
    return layout;
  }
  layout.phones = {rightX, top, right, phones};
  layout.inspector = {rightX, top + phones + gap, right, height - phones - gap};
  return layout;
}

Layout arrangeStart(ImVec2 display, Theme const& theme) {
  Layout layout;
  layout.shape = shapeFor(display.x / theme.scale);
  float const top = theme.px(kTop);
  layout.top = {0.0F, 0.0F, display.x, top};
  layout.start = {0.0F, top, display.x, display.y - top};
  return layout;
}

Layout arrangeDesk(ImVec2 display, Theme const& theme) {
  Layout layout;
  layout.shape = shapeFor(display.x / theme.scale);
  float const top = theme.px(kTop);
  float const gap = theme.px(kGap);
  layout.top = {0.0F, 0.0F, display.x, top};
  layout.desk = {gap, top, display.x - 2.0F * gap, display.y - top - gap};
  if (layout.shape != Shape::narrow) return layout;
  float const bar = theme.px(kTabBar);
  layout.tabs = {0.0F, display.y - bar, display.x, bar};
  layout.desk = {0.0F, top, display.x, layout.tabs.y - top};
  return layout;
}

}  // namespace aplus::ui
