#include "ui/widgets/codes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>

#include <qrcodegen.h>

#include <common.h>
#include <code128.h>

namespace aplus::ui {
namespace {

constexpr std::size_t kMostCharacters = 80;
constexpr int kQuietModules = 10;
constexpr int kQrQuietModules = 4;

/// The codes that were drawn last: making one anew in every frame would be a waste.
struct BarCache {
  std::string text;
  std::vector<int> widths;
};

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
  std::array<std::uint8_t, qrcodegen_BUFFER_LEN_MAX> scratch;
  std::array<std::uint8_t, qrcodegen_BUFFER_LEN_MAX> code;
  bool const fits = qrcodegen_encodeText(cache.text.c_str(), scratch.data(), code.data(), qrcodegen_Ecc_MEDIUM,
                                         qrcodegen_VERSION_MIN, qrcodegen_VERSION_MAX, qrcodegen_Mask_AUTO, true);
  cache.size = fits ? qrcodegen_getSize(code.data()) : 0;
  cache.dark.clear();
  for (int y = 0; y < cache.size; ++y) {
    for (int x = 0; x < cache.size; ++x) cache.dark.push_back(qrcodegen_getModule(code.data(), x, y));
  }
  return cache;
}

constexpr ImU32 kInk = 0xFF000000U;
constexpr ImU32 kPaper = 0xFFFFFFFFU;

}  // namespace

std::vector<int> code128(std::string_view text) {
  bool const ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  if (text.empty() || text.size() > kMostCharacters || !ascii) return {};
  std::vector<unsigned char> source(text.begin(), text.end());
  auto const symbol = std::make_unique<zint_symbol>();
  symbol->symbology = BARCODE_CODE128;
  if (::code128(symbol.get(), source.data(), static_cast<int>(source.size())) >= ZINT_ERROR) return {};
  std::vector<int> widths;
  bool bar = false;
  for (int x = 0; x < symbol->width; ++x) {
    if ((module_is_set(symbol.get(), 0, x) != 0) == bar) {
      ++widths.back();
    } else {
      bar = !bar;
      widths.push_back(1);
    }
  }
  return widths;
}

void drawCode128(ImDrawList& list, Theme const& theme, std::string_view text, Rect const& rect) {
  list.AddRectFilled(rect.min(), rect.max(), kPaper, theme.px(4.0F));
  static BarCache cache;
  if (cache.text != text) cache = {std::string(text), code128(text)};
  std::vector<int> const& widths = cache.widths;
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
