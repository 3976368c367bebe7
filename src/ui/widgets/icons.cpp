#include "ui/widgets/icons.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace aplus::ui {
namespace {

constexpr float kPi = 3.14159265F;

/// Draws in a square from -1 to 1 around a centre.
class Pen {
 public:
  Pen(ImDrawList& list, ImVec2 center, float size, ImU32 color)
      : list_(list),
        center_(center),
        half_(size / 2.0F),
        color_(color),
        width_(std::max(1.0F, size / 10.0F)) {}

  ImVec2 at(float x, float y) const { return {center_.x + x * half_, center_.y + y * half_}; }
  void line(std::initializer_list<ImVec2> points, bool closed = false) const {
    for (ImVec2 const& p : points) list_.PathLineTo(at(p.x, p.y));
    list_.PathStroke(color_, closed ? ImDrawFlags_Closed : 0, width_);
  }
  void fill(std::initializer_list<ImVec2> points) const {
    for (ImVec2 const& p : points) list_.PathLineTo(at(p.x, p.y));
    list_.PathFillConvex(color_);
  }
  void circle(float x, float y, float r) const {
    list_.AddCircle(at(x, y), r * half_, color_, 0, width_);
  }
  void disc(float x, float y, float r) const { list_.AddCircleFilled(at(x, y), r * half_, color_); }
  void arc(float x, float y, float r, float from, float to) const {
    list_.PathArcTo(at(x, y), r * half_, from * kPi, to * kPi);
    list_.PathStroke(color_, 0, width_);
  }
  void box(float x0, float y0, float x1, float y1, float rounding = 0.12F) const {
    list_.AddRect(at(x0, y0), at(x1, y1), color_, rounding * half_ * 2.0F, 0, width_);
  }
  void block(float x0, float y0, float x1, float y1, float rounding = 0.0F) const {
    list_.AddRectFilled(at(x0, y0), at(x1, y1), color_, rounding * half_ * 2.0F);
  }

 private:
  ImDrawList& list_;
  ImVec2 center_;
  float half_;
  ImU32 color_;
  float width_;
};

void drawTransport(Pen const& pen, Icon icon) {
  switch (icon) {
    case Icon::play: pen.fill({{-0.55F, -0.75F}, {0.8F, 0.0F}, {-0.55F, 0.75F}}); break;
    case Icon::pause:
      pen.block(-0.6F, -0.7F, -0.18F, 0.7F, 0.05F);
      pen.block(0.18F, -0.7F, 0.6F, 0.7F, 0.05F);
      break;
    case Icon::stepForward: pen.line({{-0.35F, -0.65F}, {0.35F, 0.0F}, {-0.35F, 0.65F}}); break;
    case Icon::stepBack: pen.line({{0.35F, -0.65F}, {-0.35F, 0.0F}, {0.35F, 0.65F}}); break;
    case Icon::toStart:
      pen.line({{0.6F, -0.65F}, {-0.1F, 0.0F}, {0.6F, 0.65F}});
      pen.line({{-0.55F, -0.65F}, {-0.55F, 0.65F}});
      break;
    default:
      pen.line({{-0.6F, -0.65F}, {0.1F, 0.0F}, {-0.6F, 0.65F}});
      pen.line({{0.55F, -0.65F}, {0.55F, 0.65F}});
      break;
  }
}

void drawSun(Pen const& pen) {
  pen.circle(0.0F, 0.0F, 0.38F);
  for (int i = 0; i < 8; ++i) {
    float const a = static_cast<float>(i) * kPi / 4.0F;
    pen.line({{std::cos(a) * 0.62F, std::sin(a) * 0.62F}, {std::cos(a) * 0.9F, std::sin(a) * 0.9F}});
  }
}

void drawSigns(Pen const& pen, Icon icon) {
  switch (icon) {
    case Icon::check: pen.line({{-0.65F, 0.05F}, {-0.2F, 0.5F}, {0.65F, -0.5F}}); break;
    case Icon::close:
    case Icon::cross:
      pen.line({{-0.55F, -0.55F}, {0.55F, 0.55F}});
      pen.line({{0.55F, -0.55F}, {-0.55F, 0.55F}});
      break;
    case Icon::lock:
      pen.block(-0.6F, -0.1F, 0.6F, 0.8F, 0.12F);
      pen.arc(0.0F, -0.15F, 0.4F, 1.0F, 2.0F);
      break;
    case Icon::lockOpen:
      pen.box(-0.6F, -0.1F, 0.6F, 0.8F, 0.12F);
      pen.arc(0.0F, -0.2F, 0.4F, 1.0F, 1.75F);
      break;
    case Icon::clock:
      pen.circle(0.0F, 0.0F, 0.8F);
      pen.line({{0.0F, -0.45F}, {0.0F, 0.0F}, {0.35F, 0.2F}});
      break;
    case Icon::warning:
      pen.line({{0.0F, -0.8F}, {0.85F, 0.7F}, {-0.85F, 0.7F}}, true);
      pen.line({{0.0F, -0.3F}, {0.0F, 0.2F}});
      pen.disc(0.0F, 0.45F, 0.08F);
      break;
    case Icon::tap:
      pen.circle(0.0F, 0.0F, 0.8F);
      pen.disc(0.0F, 0.0F, 0.35F);
      break;
    default: break;
  }
}

void drawTools(Pen const& pen, Icon icon) {
  switch (icon) {
    case Icon::copy:
      pen.box(-0.3F, -0.3F, 0.75F, 0.8F);
      pen.line({{-0.5F, 0.35F}, {-0.75F, 0.35F}, {-0.75F, -0.75F}, {0.35F, -0.75F}, {0.35F, -0.5F}});
      break;
    case Icon::keys:
      pen.box(-0.9F, -0.6F, 0.9F, 0.6F);
      for (float x : {-0.5F, 0.0F, 0.5F}) pen.disc(x, -0.15F, 0.08F);
      pen.line({{-0.45F, 0.25F}, {0.45F, 0.25F}});
      break;
    case Icon::sun: drawSun(pen); break;
    case Icon::moon:
      pen.arc(-0.05F, 0.0F, 0.75F, 0.28F, 1.72F);
      pen.arc(0.42F, 0.0F, 0.58F, 0.57F, 1.43F);
      break;
    case Icon::auto_:
      pen.circle(0.0F, 0.0F, 0.75F);
      pen.fill({{0.0F, -0.75F}, {0.4F, -0.63F}, {0.68F, -0.3F}, {0.75F, 0.0F}, {0.68F, 0.3F},
                {0.4F, 0.63F}, {0.0F, 0.75F}});
      break;
    case Icon::chevronDown: pen.line({{-0.5F, -0.25F}, {0.0F, 0.3F}, {0.5F, -0.25F}}); break;
    case Icon::chevronUp: pen.line({{-0.5F, 0.25F}, {0.0F, -0.3F}, {0.5F, 0.25F}}); break;
    case Icon::back: pen.line({{0.3F, -0.6F}, {-0.35F, 0.0F}, {0.3F, 0.6F}}); break;
    case Icon::branch:
      pen.circle(-0.45F, -0.6F, 0.22F);
      pen.circle(-0.45F, 0.65F, 0.22F);
      pen.circle(0.5F, -0.3F, 0.22F);
      pen.line({{-0.45F, -0.35F}, {-0.45F, 0.4F}});
      pen.line({{0.5F, -0.05F}, {0.4F, 0.15F}, {-0.45F, 0.3F}});
      break;
    case Icon::list:
      for (float y : {-0.5F, 0.0F, 0.5F}) {
        pen.disc(-0.7F, y, 0.1F);
        pen.line({{-0.35F, y}, {0.8F, y}});
      }
      break;
    case Icon::refresh:
      pen.arc(0.0F, 0.0F, 0.65F, -0.35F, 1.2F);
      pen.fill({{0.25F, -0.95F}, {0.75F, -0.45F}, {0.1F, -0.25F}});
      break;
    default: break;
  }
}

void drawPanels(Pen const& pen, Icon icon) {
  switch (icon) {
    case Icon::guide:
      pen.line({{0.0F, -0.55F}, {-0.35F, -0.75F}, {-0.9F, -0.75F}, {-0.9F, 0.6F}, {-0.35F, 0.6F},
                {0.0F, 0.8F}, {0.35F, 0.6F}, {0.9F, 0.6F}, {0.9F, -0.75F}, {0.35F, -0.75F}},
               true);
      pen.line({{0.0F, -0.55F}, {0.0F, 0.75F}});
      break;
    case Icon::lanes:
      for (float x : {-0.7F, 0.0F, 0.7F}) pen.line({{x, -0.85F}, {x, 0.85F}});
      pen.line({{-0.7F, -0.3F}, {0.0F, -0.3F}});
      pen.line({{0.0F, 0.3F}, {0.7F, 0.3F}});
      break;
    case Icon::phone:
      pen.box(-0.5F, -0.9F, 0.5F, 0.9F, 0.15F);
      pen.line({{-0.15F, 0.62F}, {0.15F, 0.62F}});
      break;
    case Icon::inspector:
      pen.circle(-0.15F, -0.15F, 0.6F);
      pen.line({{0.3F, 0.3F}, {0.8F, 0.8F}});
      break;
    case Icon::scan:
      pen.line({{-0.8F, -0.3F}, {-0.8F, -0.7F}, {-0.4F, -0.7F}});
      pen.line({{0.4F, -0.7F}, {0.8F, -0.7F}, {0.8F, -0.3F}});
      pen.line({{0.8F, 0.3F}, {0.8F, 0.7F}, {0.4F, 0.7F}});
      pen.line({{-0.4F, 0.7F}, {-0.8F, 0.7F}, {-0.8F, 0.3F}});
      pen.line({{-0.55F, 0.0F}, {0.55F, 0.0F}});
      break;
    default: break;
  }
}

void drawMarks(Pen const& pen, Icon icon) {
  switch (icon) {
    case Icon::plus: pen.line({{0.0F, -0.6F}, {0.0F, 0.6F}}); [[fallthrough]];
    case Icon::minus: pen.line({{-0.6F, 0.0F}, {0.6F, 0.0F}}); break;
    case Icon::pencil:
      pen.line({{-0.75F, 0.75F}, {-0.6F, 0.2F}, {0.4F, -0.8F}, {0.8F, -0.4F}, {-0.2F, 0.6F}}, true);
      pen.line({{0.15F, -0.55F}, {0.55F, -0.15F}});
      break;
    case Icon::breakpoint: pen.fill({{-0.35F, -0.85F}, {0.35F, -0.85F}, {0.85F, -0.35F}, {0.85F, 0.35F}, {0.35F, 0.85F},
                                     {-0.35F, 0.85F}, {-0.85F, 0.35F}, {-0.85F, -0.35F}}); break;
    default: break;
  }
}

void drawShell(Pen const& pen, Icon icon) {
  switch (icon) {
    case Icon::home:
      pen.line({{-0.85F, -0.05F}, {0.0F, -0.8F}, {0.85F, -0.05F}});
      pen.line({{-0.6F, -0.1F}, {-0.6F, 0.75F}, {0.6F, 0.75F}, {0.6F, -0.1F}});
      break;
    case Icon::search:
      pen.circle(-0.15F, -0.15F, 0.55F);
      pen.line({{0.27F, 0.27F}, {0.8F, 0.8F}});
      break;
    case Icon::settings:
      for (float y : {-0.55F, 0.0F, 0.55F}) pen.line({{-0.8F, y}, {0.8F, y}});
      pen.disc(-0.3F, -0.55F, 0.24F);
      pen.disc(0.4F, 0.0F, 0.24F);
      pen.disc(-0.1F, 0.55F, 0.24F);
      break;
    case Icon::undo:
      pen.line({{-0.35F, -0.75F}, {-0.75F, -0.35F}, {-0.35F, 0.05F}});
      pen.line({{-0.75F, -0.35F}, {0.25F, -0.35F}});
      pen.arc(0.25F, 0.15F, 0.5F, 1.5F, 2.5F);
      pen.line({{0.25F, 0.65F}, {-0.35F, 0.65F}});
      break;
    case Icon::link:
      pen.arc(-0.42F, 0.0F, 0.4F, 0.4F, 1.6F);
      pen.arc(0.42F, 0.0F, 0.4F, 1.4F, 2.6F);
      pen.line({{-0.35F, 0.0F}, {0.35F, 0.0F}});
      break;
    case Icon::arrow:
      pen.line({{-0.7F, 0.0F}, {0.65F, 0.0F}});
      pen.line({{0.15F, -0.5F}, {0.65F, 0.0F}, {0.15F, 0.5F}});
      break;
    default: break;
  }
}

/// What stands on the cards of the start page.
void drawFlows(Pen const& pen, Icon icon) {
  switch (icon) {
    case Icon::coins:
      pen.circle(-0.25F, 0.2F, 0.55F);
      pen.arc(0.3F, -0.25F, 0.5F, 1.05F, 2.35F);
      pen.line({{-0.25F, -0.05F}, {-0.25F, 0.45F}});
      break;
    case Icon::gauge:
      pen.arc(0.0F, 0.25F, 0.8F, 1.0F, 2.0F);
      pen.line({{0.0F, 0.25F}, {0.4F, -0.2F}});
      pen.line({{-0.8F, 0.55F}, {0.8F, 0.55F}});
      break;
    case Icon::message:
      pen.line({{-0.8F, -0.65F}, {0.8F, -0.65F}, {0.8F, 0.35F}, {-0.2F, 0.35F}, {-0.55F, 0.75F}, {-0.55F, 0.35F},
                {-0.8F, 0.35F}}, true);
      for (float x : {-0.35F, 0.0F, 0.35F}) pen.disc(x, -0.15F, 0.1F);
      break;
    case Icon::bag:
      pen.line({{-0.7F, -0.3F}, {0.7F, -0.3F}, {0.8F, 0.8F}, {-0.8F, 0.8F}}, true);
      pen.arc(0.0F, -0.3F, 0.35F, 1.0F, 2.0F);
      break;
    case Icon::shop:
      pen.line({{-0.6F, -0.75F}, {0.6F, -0.75F}, {0.85F, -0.2F}, {-0.85F, -0.2F}}, true);
      pen.line({{-0.7F, -0.15F}, {-0.7F, 0.75F}, {0.7F, 0.75F}, {0.7F, -0.15F}});
      break;
    case Icon::lesson:
      pen.circle(0.0F, 0.0F, 0.8F);
      pen.line({{-0.3F, -0.2F}, {0.0F, -0.45F}, {0.3F, -0.2F}, {0.0F, 0.1F}, {0.0F, 0.2F}});
      pen.disc(0.0F, 0.48F, 0.1F);
      break;
    default: break;
  }
}

}  // namespace

void drawIcon(ImDrawList& list, Icon icon, ImVec2 center, float size, ImU32 color) {
  Pen const pen(list, {std::round(center.x), std::round(center.y)}, size, color);
  if (icon == Icon::none) return;
  if (icon <= Icon::toEnd) return drawTransport(pen, icon);
  drawSigns(pen, icon);
  drawTools(pen, icon);
  drawPanels(pen, icon);
  drawMarks(pen, icon);
  drawShell(pen, icon);
  drawFlows(pen, icon);
}

void drawPartyGlyph(ImDrawList& list, Party party, ImVec2 center, float size, ImU32 color) {
  Pen const pen(list, {std::round(center.x), std::round(center.y)}, size, color);
  switch (party) {
    case Party::user:
      pen.disc(0.0F, -0.42F, 0.4F);
      pen.fill({{-0.75F, 0.85F}, {-0.65F, 0.4F}, {-0.35F, 0.15F}, {0.35F, 0.15F}, {0.65F, 0.4F},
                {0.75F, 0.85F}});
      break;
    case Party::walletApp: pen.block(-0.5F, -0.9F, 0.5F, 0.9F, 0.15F); break;
    case Party::clientSdk:
      pen.fill({{0.0F, -0.92F}, {0.8F, -0.46F}, {0.8F, 0.46F}, {0.0F, 0.92F}, {-0.8F, 0.46F},
                {-0.8F, -0.46F}});
      break;
    case Party::walletServer:
      pen.block(-0.8F, -0.85F, 0.8F, -0.38F, 0.08F);
      pen.block(-0.8F, -0.23F, 0.8F, 0.23F, 0.08F);
      pen.block(-0.8F, 0.38F, 0.8F, 0.85F, 0.08F);
      break;
    case Party::alipayplus:
      pen.fill({{0.0F, -0.95F}, {0.95F, 0.0F}, {0.0F, 0.95F}, {-0.95F, 0.0F}});
      break;
    case Party::acquirer:
      pen.fill({{-0.6F, -0.8F}, {0.6F, -0.8F}, {0.92F, -0.15F}, {-0.92F, -0.15F}});
      pen.block(-0.72F, -0.02F, 0.72F, 0.85F, 0.05F);
      break;
  }
}

}  // namespace aplus::ui
