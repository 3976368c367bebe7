#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <utility>

#include "ui/fonts_data.h"

namespace aplus::ui {
namespace {

/// 0xRRGGBB, as designers write it.
constexpr ImU32 rgb(std::uint32_t hex) {
  std::uint32_t const r = (hex >> 16U) & 0xFFU;
  std::uint32_t const g = (hex >> 8U) & 0xFFU;
  std::uint32_t const b = hex & 0xFFU;
  return 0xFF000000U | (b << 16U) | (g << 8U) | r;
}

constexpr Palette kLight{
    .page = rgb(0xF4F5F8),
    .surface = rgb(0xFFFFFF),
    .raised = rgb(0xF2F4F7),
    .border = rgb(0xDCE0E7),
    .text = rgb(0x171B22),
    .muted = rgb(0x566071),
    .faint = rgb(0xB9C0CC),
    .accent = rgb(0x2456D6),
    .onAccent = rgb(0xFFFFFF),
    .accentSoft = rgb(0xE7EDFC),
    .good = rgb(0x0B7350),
    .goodSoft = rgb(0xE0F3EC),
    .bad = rgb(0xB8261F),
    .badSoft = rgb(0xFCE8E6),
    .warn = rgb(0x8A5A00),
    .warnSoft = rgb(0xFBF0D9),
    .shadow = 0x18000000U,
    .lanes = {rgb(0x8E4585), rgb(0x2673A8), rgb(0x00795A), rgb(0x1B4F9C), rgb(0xB54A00),
              rgb(0x7A6200)},
    .origins = {rgb(0x8E4585), rgb(0x1B4F9C), rgb(0x00795A), rgb(0xB54A00), rgb(0x171B22)},
};

constexpr Palette kDark{
    .page = rgb(0x0E1116),
    .surface = rgb(0x161A21),
    .raised = rgb(0x1E242D),
    .border = rgb(0x2D3541),
    .text = rgb(0xE9EDF3),
    .muted = rgb(0x9FA9B8),
    .faint = rgb(0x4A5463),
    .accent = rgb(0x7DA8FF),
    .onAccent = rgb(0x0B1426),
    .accentSoft = rgb(0x1C2A47),
    .good = rgb(0x55CB98),
    .goodSoft = rgb(0x14312A),
    .bad = rgb(0xFF8A80),
    .badSoft = rgb(0x3D1D1D),
    .warn = rgb(0xEBBC58),
    .warnSoft = rgb(0x362A12),
    .shadow = 0x50000000U,
    .lanes = {rgb(0xD796CE), rgb(0x6FBCEB), rgb(0x43C79B), rgb(0x86AEF2), rgb(0xF29A5B),
              rgb(0xDDC254)},
    .origins = {rgb(0xD796CE), rgb(0x86AEF2), rgb(0x43C79B), rgb(0xF29A5B), rgb(0xE9EDF3)},
};

ImFont* addFont(std::span<unsigned char const> bytes, char const* name, bool merge = false) {
  ImFontConfig config;
  config.MergeMode = merge;
  config.FontDataOwnedByAtlas = false;
  std::snprintf(config.Name, sizeof config.Name, "%s", name);
  // ImGui takes a pointer that it may own, but not here: it only reads.
  auto* data = const_cast<unsigned char*>(bytes.data());  // NOLINT
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), 14.0F,
                                                    &config);
}

/// ImGui merges into the last font of its list, whichever that is for the moment.
void mergeInto(ImFont* font, std::span<unsigned char const> bytes, char const* name) {
  ImVector<ImFont*>& all = ImGui::GetIO().Fonts->Fonts;
  auto* const place = std::find(all.begin(), all.end(), font);
  std::swap(*place, all.back());
  font->ClearOutputData();  // what was drawn without these characters
  addFont(bytes, name, true);
  std::swap(*place, all.back());
}

}  // namespace

float Theme::px(float css) const { return std::max(1.0F, std::round(css * scale)); }

Typeface Theme::typeface(Role role) const {
  switch (role) {
    case Role::display: return {fonts.semibold, px(22.0F)};
    case Role::title: return {fonts.semibold, px(17.0F)};
    case Role::heading: return {fonts.semibold, px(14.0F)};
    case Role::body: return {fonts.regular, px(14.0F)};
    case Role::strong: return {fonts.semibold, px(14.0F)};
    case Role::small: return {fonts.regular, px(12.5F)};
    case Role::smallStrong: return {fonts.semibold, px(12.5F)};
    case Role::caption: return {fonts.regular, px(11.0F)};
    case Role::mono: return {fonts.mono, px(13.0F)};
    case Role::monoSmall: return {fonts.mono, px(11.0F)};
  }
  return {fonts.regular, px(14.0F)};
}

Fonts loadFonts() {
  Fonts const fonts{addFont(interRegular(), "Inter"), addFont(interSemiBold(), "Inter SemiBold"),
                    addFont(jetBrainsMonoRegular(), "JetBrains Mono")};
  addCharacters(fonts, languageNames());
  return fonts;
}

void addCharacters(Fonts const& fonts, std::span<unsigned char const> bytes) {
  for (ImFont* font : {fonts.regular, fonts.semibold, fonts.mono}) mergeInto(font, bytes, "other characters");
}

Palette palette(bool dark, bool highContrast) {
  Palette colors = dark ? kDark : kLight;
  if (highContrast) {
    colors.page = colors.surface = dark ? rgb(0x000000) : rgb(0xFFFFFF);
    colors.raised = dark ? rgb(0x0C0E12) : rgb(0xF6F7F9);
    colors.text = dark ? rgb(0xFFFFFF) : rgb(0x000000);
    colors.muted = dark ? rgb(0xD5DBE4) : rgb(0x2B313B);
    colors.border = colors.faint = dark ? rgb(0x8C96A5) : rgb(0x5B6472);
  }
  return colors;
}

void applyStyle(Theme const& theme) {
  Palette const& c = theme.colors;
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = {0.0F, 0.0F};
  style.WindowBorderSize = 0.0F;
  style.ChildBorderSize = 0.0F;
  style.PopupBorderSize = theme.hairline();
  style.PopupRounding = theme.px(10.0F);
  style.FrameRounding = theme.px(6.0F);
  style.FramePadding = {theme.px(10.0F), theme.px(theme.touch ? 15.0F : 7.0F)};
  style.FrameBorderSize = theme.hairline();
  style.ItemSpacing = {theme.px(space::kS), theme.px(space::kS)};
  style.ItemInnerSpacing = {theme.px(space::kXs), theme.px(space::kXs)};
  style.ScrollbarSize = theme.px(10.0F);
  style.ScrollbarRounding = theme.px(5.0F);
  style.GrabMinSize = theme.px(24.0F);
  style.HoverStationaryDelay = 0.0F;
  style.AntiAliasedLinesUseTex = false;  // lines of any width stay smooth at any ratio
  auto set = [&](ImGuiCol which, ImU32 color) { style.Colors[which] = toVec4(color); };
  set(ImGuiCol_Text, c.text);
  set(ImGuiCol_TextDisabled, c.muted);
  set(ImGuiCol_WindowBg, c.page);
  set(ImGuiCol_ChildBg, 0);
  set(ImGuiCol_PopupBg, c.surface);
  set(ImGuiCol_Border, c.border);
  set(ImGuiCol_FrameBg, c.surface);
  set(ImGuiCol_FrameBgHovered, c.raised);
  set(ImGuiCol_FrameBgActive, c.raised);
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, withAlpha(c.muted, 0.35F));
  set(ImGuiCol_ScrollbarGrabHovered, withAlpha(c.muted, 0.6F));
  set(ImGuiCol_ScrollbarGrabActive, withAlpha(c.muted, 0.8F));
  set(ImGuiCol_TextSelectedBg, withAlpha(c.accent, 0.3F));
  set(ImGuiCol_ModalWindowDimBg, 0x66000000U);
  set(ImGuiCol_NavCursor, c.accent);
}

ImU32 withAlpha(ImU32 color, float alpha) {
  float const a = std::clamp(alpha, 0.0F, 1.0F) * 255.0F;
  return (color & 0x00FFFFFFU) | (static_cast<ImU32>(std::lround(a)) << 24U);
}

ImU32 mix(ImU32 a, ImU32 b, float t) {
  ImVec4 const x = toVec4(a);
  ImVec4 const y = toVec4(b);
  return ImGui::ColorConvertFloat4ToU32({x.x + (y.x - x.x) * t, x.y + (y.y - x.y) * t,
                                         x.z + (y.z - x.z) * t, x.w + (y.w - x.w) * t});
}

ImVec4 toVec4(ImU32 color) { return ImGui::ColorConvertU32ToFloat4(color); }

}  // namespace aplus::ui
