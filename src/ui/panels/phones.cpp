#include <algorithm>
#include <cmath>

#include "ui/panels/device.h"
#include "ui/panels/panels.h"

namespace aplus::ui {
namespace {

void drawBesideEachOther(Ui const& ui, Rect const& rect) {
  Theme const& theme = ui.theme;
  float const pad = theme.px(space::kM);
  float const between = theme.px(space::kL);
  float const height = rect.h - 2.0F * pad;
  float const phone = std::round(std::min(height * 0.58F, (rect.w - 2.0F * pad) * 0.46F));
  float const till = std::min(rect.w - 2.0F * pad - between - phone, theme.px(300.0F));
  float const x = std::round(rect.x + (rect.w - phone - between - till) / 2.0F);
  float const tillHeight = std::min(height, theme.px(350.0F));
  drawWalletPhone(ui, {x, rect.y + pad, phone, height});
  drawTill(ui, {x + phone + between, std::round(rect.y + (rect.h - tillHeight) / 2.0F), till, tillHeight});
}

void drawBelowEachOther(Ui const& ui, Rect const& rect) {
  Theme const& theme = ui.theme;
  float const pad = theme.px(space::kL);
  float const width = std::min(rect.w - 2.0F * pad, theme.px(300.0F));
  float const x = std::round(rect.x + (rect.w - width) / 2.0F);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const phone = theme.px(500.0F);
  float const till = theme.px(390.0F);
  float const top = at.y + pad;
  drawWalletPhone(ui, {x, top, width, phone});
  drawTill(ui, {x, top + phone + pad, width, till});
  ImGui::SetCursorScreenPos({at.x, top + phone + pad + till});
  ImGui::Dummy({1.0F, pad});
}

}  // namespace

void drawPhones(Ui const& ui) {
  Theme const& theme = ui.theme;
  Rect const& rect = ui.layout.phones;
  bool const wide = ui.layout.shape == Shape::wide;
  drawSurface(*ImGui::GetWindowDrawList(), theme, rect, ui.layout.shape == Shape::narrow ? 0.0F : 12.0F);
  if (ui.run() == nullptr) return;
  beginArea(ui, "phones", rect, 0.0F);
  if (wide) {
    drawBesideEachOther(ui, rect);
  } else {
    drawBelowEachOther(ui, rect);
  }
  endArea();
}

}  // namespace aplus::ui
