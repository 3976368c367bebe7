#include <algorithm>
#include <cmath>

#include "ui/devices.h"
#include "ui/language.h"
#include "ui/panels/device.h"
#include "ui/panels/panels.h"

namespace aplus::ui {
namespace {

constexpr float kPhoneLeast = 200.0F;
constexpr float kTillHeight = 390.0F;  // CSS pixels, at most

/// What stands beside the phone, and a choice above it where there is one.
void drawBeside(Ui const& ui, Device beside, Rect rect) {
  if (devices(*ui.run()).both()) {
    float const height = ui.theme.smallControl();
    ImGui::SetCursorScreenPos(rect.min());
    int const now = beside == Device::till ? 0 : 1;
    int const chosen = segmented(ui, "beside", {tr("Till"), tr("Browser")}, now, rect.w);
    if (chosen != now) ui.state.fields[kBeside] = chosen == 0 ? "till" : "browser";
    float const taken = height + ui.theme.px(space::kS);
    rect.y += taken;
    rect.h -= taken;
  }
  if (beside == Device::browser) return drawBrowser(ui, rect);
  float const height = std::min(rect.h, ui.theme.px(kTillHeight));
  drawTill(ui, {rect.x, std::round(rect.y + (rect.h - height) / 2.0F), rect.w, height});
}

void drawBesideEachOther(Ui const& ui, Rect const& rect, Device beside) {
  Theme const& theme = ui.theme;
  bool const web = beside == Device::browser;
  float const pad = theme.px(space::kM);
  float const between = theme.px(web ? space::kM : space::kL);
  float const height = rect.h - 2.0F * pad;
  float const room = rect.w - 2.0F * pad - between;
  // Wide enough for a bar code whose bars are whole pixels.
  float const least = std::min(theme.px(kPhoneLeast), room / 2.0F);
  float const phone = std::round(std::max(least, std::min(height * (web ? 0.56F : 0.64F), room * (web ? 0.43F : 0.5F))));
  float const other = std::min(room - phone, theme.px(web ? 480.0F : 300.0F));
  float const x = std::round(rect.x + (rect.w - phone - between - other) / 2.0F);
  drawWalletPhone(ui, {x, rect.y + pad, phone, height});
  drawBeside(ui, beside, {x + phone + between, rect.y + pad, other, height});
}

/// The browser stands above the phone, so that a message that drops in there is in sight.
void drawBelowEachOther(Ui const& ui, Rect const& rect, Device beside) {
  Theme const& theme = ui.theme;
  bool const web = beside == Device::browser;
  float const pad = theme.px(space::kL);
  float const width = std::min(rect.w - 2.0F * pad, theme.px(web ? 380.0F : 300.0F));
  float const x = std::round(rect.x + (rect.w - width) / 2.0F);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const tabs = devices(*ui.run()).both() ? theme.px(52.0F) : 0.0F;
  float const half = std::clamp((rect.h - 3.0F * pad) / 2.0F, theme.px(420.0F), theme.px(520.0F));
  float const phone = web ? half : theme.px(500.0F);
  float const other = (web ? half : theme.px(kTillHeight)) + tabs;
  float const top = at.y + pad;
  drawWalletPhone(ui, {x, web ? top + other + pad : top, width, phone});
  drawBeside(ui, beside, {x, web ? top : top + phone + pad, width, other});
  ImGui::SetCursorScreenPos({at.x, top + phone + pad + other});
  ImGui::Dummy({1.0F, pad});
}

}  // namespace

void drawPhones(Ui const& ui) {
  Theme const& theme = ui.theme;
  Rect const& rect = ui.layout.phones;
  drawSurface(*ImGui::GetWindowDrawList(), theme, rect, ui.layout.shape == Shape::narrow ? 0.0F : 12.0F);
  if (ui.run() == nullptr) return;
  Device const beside = besidePhone(*ui.run(), ui.state);
  bool const wide = ui.layout.shape == Shape::wide || (rect.w >= theme.px(420.0F) && rect.h < theme.px(800.0F));
  beginArea(ui, "phones", rect, 0.0F);
  if (wide && ui.layout.shape != Shape::narrow) {
    drawBesideEachOther(ui, rect, beside);
  } else {
    drawBelowEachOther(ui, rect, beside);
  }
  endArea();
}

}  // namespace aplus::ui
