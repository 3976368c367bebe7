#include "ui/widgets/text.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <string>

#include <imgui_internal.h>  // ImTextCharFromUtf8

namespace aplus::ui {
namespace {

ImVec2 onGrid(ImVec2 at) { return {std::round(at.x), std::round(at.y)}; }

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

/// Lines of wrapped text stand further apart than the font alone would put them.
constexpr float kLeading = 1.42F;

float lineHeight(Typeface const& face) { return std::round(face.size * kLeading); }

/// Chinese characters and their punctuation, and full-width signs such as the comma.
bool isChinese(unsigned int c) { return (c >= 0x3000 && c < 0xFB00) || (c >= 0xFF01 && c <= 0xFF60); }

bool mayNotBegin(unsigned int c) {
  constexpr std::u32string_view kClosing = U"\u3001\u3002\u3009\u300B\u300D\u300F\u3011\u3015\uFF01\uFF09\uFF0C\uFF1A\uFF1B\uFF1F\u201D\u2019.,;:!?)%";
  return kClosing.find(c) != kClosing.npos;
}

bool mayNotEnd(unsigned int c) {
  constexpr std::u32string_view kOpening = U"\u3008\u300A\u300C\u300E\u3010\u3014\uFF08\u201C\u2018(";
  return kOpening.find(c) != kOpening.npos;
}

/// Where a line of Chinese ends. ImGui breaks at blanks only; Chinese has none and may break almost anywhere.
char const* wrapChinese(Typeface const& face, char const* at, char const* end, float wrap) {
  ImFontBaked* const baked = face.font->GetFontBaked(face.size);
  float const scale = face.size / baked->Size;
  float width = 0.0F;
  char const* cut = nullptr;
  unsigned int before = 0;
  for (char const* s = at; s < end;) {
    unsigned int c = 0;
    int const bytes = std::max(1, ImTextCharFromUtf8(&c, s, end));
    bool const seam = before == ' ' || isChinese(before) || isChinese(c) || mayNotEnd(before);
    if (s > at && seam && !mayNotBegin(c) && !mayNotEnd(before) && c != ' ') cut = s;
    width += baked->GetCharAdvance(static_cast<ImWchar>(c)) * scale;
    if (width > wrap && c != ' ') return cut != nullptr ? cut : std::max(s, at + bytes);
    before = c;
    s += bytes;
  }
  return end;
}

/// ImGui breaks a word that is longer than the line anywhere; USER_BALANCE_NOT_ENOUGH or an address is read better when it
/// ends with a `_` or a `/`.
char const* atSeam(char const* at, char const* cut, char const* end) {
  constexpr std::string_view kBreaks = " .,;!?";  // ImGui's own
  if (cut <= at || cut >= end || *cut == ' ' || kBreaks.find(cut[-1]) != kBreaks.npos) return cut;
  for (char const* s = cut; s > at && s[-1] != ' '; --s) {
    if (s[-1] == '_' || s[-1] == '/') return s;
  }
  return cut;
}

bool hasChinese(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3U; });
}

/// Gives each line of a wrapped text to `visit(line, index)`.
template <class Visit>
std::size_t eachLine(Typeface const& face, std::string_view text, float wrap, Visit visit) {
  char const* at = text.data();
  char const* const end = at + text.size();
  std::size_t count = 0;
  bool const chinese = hasChinese(text);
  while (at < end) {
    char const* const newline = std::find(at, end, '\n');
    char const* cut = chinese ? wrapChinese(face, at, newline, wrap)
                              : atSeam(at, face.font->CalcWordWrapPosition(face.size, at, newline, wrap), newline);
    if (cut == at && at < newline) ++cut;
    visit(std::string_view(at, static_cast<std::size_t>(cut - at)), count++);
    at = cut;
    while (at < end && *at == ' ') ++at;
    if (at < end && *at == '\n') ++at;
  }
  return count;
}

}  // namespace

std::size_t nextCharacter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  ++at;
  while (at < text.size() && continuesCharacter(text[at])) ++at;
  return at;
}

ImVec2 measure(Theme const& theme, Role role, std::string_view text, float wrap) {
  Typeface const face = theme.typeface(role);
  if (wrap <= 0.0F) {
    ImVec2 const size = face.font->CalcTextSizeA(face.size, FLT_MAX, 0.0F, text.data(),
                                                 text.data() + text.size());
    return {std::ceil(size.x), std::ceil(size.y)};
  }
  float widest = 0.0F;
  std::size_t const lines = eachLine(face, text, wrap, [&](std::string_view line, std::size_t) {
    widest = std::max(widest, measure(theme, role, line).x);
  });
  return {widest, lineHeight(face) * static_cast<float>(std::max<std::size_t>(1, lines))};
}

std::vector<std::string_view> wrappedLines(Theme const& theme, Role role, std::string_view text, float wrap) {
  std::vector<std::string_view> lines;
  eachLine(theme.typeface(role), text, wrap, [&lines](std::string_view line, std::size_t) { lines.push_back(line); });
  return lines;
}

float wrappedLineHeight(Theme const& theme, Role role) { return lineHeight(theme.typeface(role)); }

void drawText(ImDrawList& list, Theme const& theme, Role role, ImVec2 at, ImU32 color,
              std::string_view text, float wrap) {
  if (text.empty()) return;
  Typeface const face = theme.typeface(role);
  auto draw = [&](std::string_view line, float y) {
    list.AddText(face.font, face.size, onGrid({at.x, y}), color, line.data(),
                 line.data() + line.size());
  };
  if (wrap <= 0.0F) return draw(text, at.y);
  float const height = lineHeight(face);
  float const inset = (height - face.size) / 2.0F;
  eachLine(face, text, wrap, [&](std::string_view line, std::size_t index) {
    draw(line, at.y + inset + height * static_cast<float>(index));
  });
}

void drawTextCentered(ImDrawList& list, Theme const& theme, Role role, ImVec2 center, ImU32 color,
                      std::string_view text) {
  ImVec2 const size = measure(theme, role, text);
  drawText(list, theme, role, {center.x - size.x / 2.0F, center.y - size.y / 2.0F}, color, text);
}

float drawTextCenteredWrapped(ImDrawList& list, Theme const& theme, Role role, ImVec2 at, ImU32 color,
                              std::string_view text, float width) {
  Typeface const face = theme.typeface(role);
  float const height = lineHeight(face);
  std::size_t const lines = eachLine(face, text, width, [&](std::string_view line, std::size_t i) {
    float const y = at.y + height * (static_cast<float>(i) + 0.5F);
    drawTextCentered(list, theme, role, {at.x + width / 2.0F, y}, color, line);
  });
  return height * static_cast<float>(lines);
}

void drawTextFit(ImDrawList& list, Theme const& theme, Role role, ImVec2 at, ImU32 color,
                 std::string_view text, float width) {
  if (measure(theme, role, text).x <= width) {
    drawText(list, theme, role, at, color, text);
    return;
  }
  Typeface const face = theme.typeface(role);
  float const room = width - measure(theme, role, kEllipsis).x;
  char const* end = text.data();
  face.font->CalcTextSizeA(face.size, room, 0.0F, text.data(), text.data() + text.size(), &end);
  auto count = static_cast<std::size_t>(end - text.data());
  while (count > 0 && count < text.size() && continuesCharacter(text[count])) --count;
  drawText(list, theme, role, at, color, std::string(text.substr(0, count)).append(kEllipsis));
}

void text(Theme const& theme, Role role, ImU32 color, std::string_view text) {
  float const wrap = std::max(ImGui::GetContentRegionAvail().x, 1.0F);
  ImVec2 const size = measure(theme, role, text, wrap);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  if (ImGui::IsRectVisible(at, {at.x + size.x, at.y + size.y})) {
    drawText(*ImGui::GetWindowDrawList(), theme, role, at, color, text, wrap);
  }
  ImGui::Dummy(size);
}

void gap(Theme const& theme, float css) {
  float const spacing = ImGui::GetStyle().ItemSpacing.y;
  float const height = theme.px(css) - spacing;
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + height);
  ImGui::Dummy({0.0F, 0.0F});
}

}  // namespace aplus::ui
