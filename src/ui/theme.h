#pragma once

#include <algorithm>
#include <array>
#include <span>

#include <imgui.h>

#include "participants/party.h"

namespace aplus::ui {

/// Every colour of the page, by what it means.
struct Palette {
  ImU32 page;        ///< behind the panels
  ImU32 surface;     ///< panels
  ImU32 raised;      ///< fields, code, things that lie on a panel
  ImU32 border;
  ImU32 text;
  ImU32 muted;       ///< second in rank, still fully readable
  ImU32 faint;       ///< marks and lines that carry no text of their own
  ImU32 accent;
  ImU32 onAccent;
  ImU32 accentSoft;
  ImU32 good;
  ImU32 goodSoft;
  ImU32 bad;
  ImU32 badSoft;
  ImU32 warn;
  ImU32 warnSoft;
  ImU32 shadow;
  std::array<ImU32, 6> lanes;    ///< by Party; told apart by glyphs as well
  std::array<ImU32, 5> origins;  ///< of what is signed: method, URI, client, time, body
};

struct Fonts {
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
  ImFont* mono = nullptr;
};

/// What texts are for. Sizes and weights hang on this, so that they are the same everywhere.
enum class Role { display, title, heading, body, strong, small, smallStrong, caption, mono, monoSmall };

struct Typeface {
  ImFont* font = nullptr;
  float size = 0.0F;
};

/// How everything looks in this frame.
struct Theme {
  Palette colors{};
  Fonts fonts;
  float scale = 1.0F;
  bool dark = false;
  bool highContrast = false;
  bool touch = false;  ///< targets are large enough for a finger

  /// CSS pixels as device pixels, on the pixel grid.
  float px(float css) const;
  /// A line that is one CSS pixel wide but never vanishes.
  float hairline() const { return px(1.0F); }
  ImU32 lane(Party party) const { return colors.lanes[static_cast<std::size_t>(party)]; }
  Typeface typeface(Role role) const;
  /// The height of buttons, tabs and rows that are touched.
  float control() const { return std::max(px(32.0F), least()); }
  /// The same for what stands within a panel, in lines of text.
  float smallControl() const { return std::max(px(28.0F), least()); }
  /// No side of a target is shorter than this: what a finger needs, nothing for a mouse.
  float least() const { return touch ? px(44.0F) : 0.0F; }
};

/// The spacing scale, in CSS pixels. Nothing else is used for gaps.
namespace space {
inline constexpr float kXs = 4.0F;
inline constexpr float kS = 8.0F;
inline constexpr float kM = 12.0F;
inline constexpr float kL = 16.0F;
inline constexpr float kXl = 24.0F;
}  // namespace space

/// Gives the fonts to ImGui. Needs an ImGui context; once per context.
Fonts loadFonts();

/// Gives all fonts the characters that they lack and these bytes of a font have, for another language.
/// Outside a frame only.
void addCharacters(Fonts const& fonts, std::span<unsigned char const> bytes);

Palette palette(bool dark, bool highContrast);

/// Tells ImGui's own widgets about the theme.
void applyStyle(Theme const& theme);

/// The colour with another opacity, 0 to 1.
ImU32 withAlpha(ImU32 color, float alpha);
ImU32 mix(ImU32 a, ImU32 b, float t);
ImVec4 toVec4(ImU32 color);

}  // namespace aplus::ui
