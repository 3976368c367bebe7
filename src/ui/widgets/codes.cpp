#include "ui/widgets/codes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include <qrcodegen.hpp>

namespace aplus::ui {
namespace {

/// Symbol values 0 to 105 as six widths each, read from the left (ISO/IEC 15417, table 1).
constexpr std::array<char const*, 106> kSymbols{
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232"};
constexpr char const* kStop = "2331112";
constexpr int kToC = 99;
constexpr int kToB = 100;
constexpr int kStartB = 104;
constexpr int kStartC = 105;
constexpr int kQuietModules = 10;
constexpr int kQrQuietModules = 4;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t digitsFrom(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && isDigit(text[at + count])) ++count;
  return count;
}

std::vector<int> symbolsOf(std::string_view text) {
  constexpr std::size_t kWorthSwitching = 4;
  std::vector<int> symbols;
  bool packed = digitsFrom(text, 0) >= kWorthSwitching;
  symbols.push_back(packed ? kStartC : kStartB);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const digits = digitsFrom(text, at);
    if (packed && digits >= 2) {
      symbols.push_back((text[at] - '0') * 10 + (text[at + 1] - '0'));
      at += 2;
    } else if (packed) {
      symbols.push_back(kToB);
      packed = false;
    } else if (digits >= kWorthSwitching && digits % 2 == 0) {
      symbols.push_back(kToC);
      packed = true;
    } else {
      if (text[at] < ' ') return {};
      symbols.push_back(text[at] - ' ');
      ++at;
    }
  }
  int sum = symbols[0];
  for (std::size_t i = 1; i < symbols.size(); ++i) sum += static_cast<int>(i) * symbols[i];
  symbols.push_back(sum % 103);
  return symbols;
}

void append(std::vector<int>& widths, char const* symbol) {
  for (; *symbol != '\0'; ++symbol) widths.push_back(*symbol - '0');
}

/// The last codes that were drawn: making a QR code in every frame would be a waste.
struct QrCache {
  std::string text;
  int size = 0;
  std::vector<bool> dark;
};

QrCache const& qr(std::string_view text) {
  static QrCache cache;
  if (cache.text == text && cache.size > 0) return cache;
  cache.text = std::string(text);
  auto const code = qrcodegen::QrCode::encodeText(cache.text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  cache.size = code.getSize();
  cache.dark.clear();
  for (int y = 0; y < cache.size; ++y) {
    for (int x = 0; x < cache.size; ++x) cache.dark.push_back(code.getModule(x, y));
  }
  return cache;
}

constexpr ImU32 kInk = 0xFF000000U;
constexpr ImU32 kPaper = 0xFFFFFFFFU;

}  // namespace

std::vector<int> code128(std::string_view text) {
  bool const ascii = std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80U;
  });
  if (text.empty() || !ascii) return {};
  std::vector<int> widths;
  for (int symbol : symbolsOf(text)) append(widths, kSymbols[static_cast<std::size_t>(symbol)]);
  if (!widths.empty()) append(widths, kStop);
  return widths;
}

void drawCode128(ImDrawList& list, Theme const& theme, std::string_view text, Rect const& rect) {
  list.AddRectFilled(rect.min(), rect.max(), kPaper, theme.px(4.0F));
  std::vector<int> const widths = code128(text);
  int modules = 2 * kQuietModules;
  for (int width : widths) modules += width;
  float const exact = rect.w / static_cast<float>(modules);
  float const module = exact >= 1.0F ? std::floor(exact) : exact;
  float x = rect.x + std::floor((rect.w - module * static_cast<float>(modules)) / 2.0F) +
            module * static_cast<float>(kQuietModules);
  float const inset = theme.px(4.0F);
  bool bar = true;
  for (int width : widths) {
    float const wide = module * static_cast<float>(width);
    if (bar) list.AddRectFilled({x, rect.y + inset}, {x + wide, rect.y + rect.h - inset}, kInk);
    x += wide;
    bar = !bar;
  }
}

void drawQr(ImDrawList& list, Theme const& theme, std::string_view text, Rect const& rect) {
  QrCache const& code = qr(text);
  list.AddRectFilled(rect.min(), rect.max(), kPaper, theme.px(6.0F));
  auto const modules = static_cast<float>(code.size + 2 * kQrQuietModules);
  float const module = std::max(1.0F, std::floor(std::min(rect.w, rect.h) / modules));
  float const side = module * static_cast<float>(code.size);
  ImVec2 const at{std::floor(rect.x + (rect.w - side) / 2.0F),
                  std::floor(rect.y + (rect.h - side) / 2.0F)};
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      if (!code.dark[static_cast<std::size_t>(y * code.size + x)]) continue;
      int end = x + 1;  // one rectangle for neighbours
      while (end < code.size && code.dark[static_cast<std::size_t>(y * code.size + end)]) ++end;
      float const top = at.y + module * static_cast<float>(y);
      list.AddRectFilled({at.x + module * static_cast<float>(x), top},
                         {at.x + module * static_cast<float>(end), top + module}, kInk);
      x = end;
    }
  }
}

std::string groupedDigits(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 4 == 0) out += ' ';
    out += digits[i];
  }
  return out;
}

}  // namespace aplus::ui
