// The user's browser: whose page it is, and the page.
#include <algorithm>
#include <cmath>

#include "ui/language.h"
#include "ui/panels/web_sheet.h"

namespace aplus::ui {
namespace {

/// What a browser shows that has not been anywhere.
user::WebPage const kClosed{Party::acquirer, "", "", {}};

struct Address {
  std::string_view host;
  std::string_view path;
};

/// `https://shop.example/checkout/1` -> `shop.example`, `/checkout/1`.
Address addressOf(std::string_view url) {
  if (auto const scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
  std::size_t const slash = std::min(url.find('/'), url.size());
  return {url.substr(0, slash), url.substr(slash)};
}

void drawAddressBar(Ui const& ui, Rect const& bar, user::WebPage const& page, std::string_view url) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float const inset = theme.px(6.0F);
  Rect const box{bar.x + inset, bar.y + inset, bar.w - 2.0F * inset, bar.h - 2.0F * inset};
  list.AddRectFilled(box.min(), box.max(), c.raised, box.h / 2.0F);
  list.AddLine({bar.x, bar.y + bar.h}, {bar.x + bar.w, bar.y + bar.h}, c.border, theme.hairline());
  float x = box.x + theme.px(space::kM);
  float const middle = box.y + box.h / 2.0F;
  // whose page it is
  drawPartyGlyph(list, page.host, {x + theme.px(5.0F), middle}, theme.px(11.0F), theme.lane(page.host));
  x += theme.px(16.0F);
  drawIcon(list, Icon::lock, {x + theme.px(5.0F), middle}, theme.px(10.0F), c.muted);
  x += theme.px(15.0F);
  Address const address = addressOf(url);
  ImVec2 const size = measure(theme, Role::smallStrong, address.host);
  float const room = box.x + box.w - theme.px(space::kM) - x;
  drawTextFit(list, theme, Role::smallStrong, {x, middle - size.y / 2.0F}, c.text, address.host, room);
  if (size.x + theme.px(24.0F) < room) {
    drawTextFit(list, theme, Role::small, {x + size.x, middle - size.y / 2.0F}, c.muted, address.path, room - size.x);
  }
  ui.item("browser-address", url, box);
}

void drawLoading(WebSheet& sheet) {
  sheet.skip(space::kXl);
  drawOutcome(sheet, Tone::neutral, Icon::clock, tr("Loading the page"));
  sheet.writeCentered(Role::small, sheet.colors().muted, tr("Step on to see how."));
}

/// A page that nobody has drawn yet says what it says.
void drawAnyPage(WebSheet& sheet) {
  sheet.write(Role::heading, sheet.colors().text, sheet.page().name);
  for (auto const& [name, text] : sheet.page().texts) {
    sheet.write(Role::caption, sheet.colors().muted, name);
    sheet.write(Role::small, sheet.colors().text, text);
  }
}

void drawPage(WebSheet& sheet) {
  user::WebPage const& page = sheet.page();
  if (page.name.empty()) return drawShopFront(sheet);
  if (page.name == "loading") return drawLoading(sheet);
  if (page.host == Party::acquirer) return drawShopPage(sheet);
  if (page.host == Party::alipayplus) return drawAlipayplusPage(sheet);
  if (page.name == "authorize") return drawWalletWebPage(sheet);
  drawAnyPage(sheet);
}

/// Nothing may be missed because it is out of sight: a page that goes on below fades away there, over an arrow.
void drawMoreBelow(Ui const& ui, Rect const& inside) {
  Theme const& theme = ui.theme;
  if (ImGui::GetScrollMaxY() - ImGui::GetScrollY() < theme.px(space::kM)) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImU32 const behind = theme.colors.page;
  ImU32 const clear = withAlpha(behind, 0.0F);
  float const bottom = inside.y + inside.h, right = inside.x + inside.w;
  list.AddRectFilledMultiColor({inside.x, bottom - theme.px(44.0F)}, {right, bottom - theme.px(14.0F)}, clear, clear, behind, behind);
  list.AddRectFilled({inside.x, bottom - theme.px(14.0F)}, {right, bottom}, behind, theme.px(10.0F), ImDrawFlags_RoundCornersBottom);
  ImVec2 const center{inside.x + inside.w / 2.0F, bottom - theme.px(14.0F)};
  list.AddCircleFilled(center, theme.px(11.0F), theme.colors.surface);
  list.AddCircle(center, theme.px(11.0F), theme.colors.border, 0, theme.hairline());
  drawIcon(list, Icon::chevronDown, center, theme.px(12.0F), theme.colors.text);
  ui.item("browser-more-below", tr("There is more below"), {center.x - theme.px(11.0F), center.y - theme.px(11.0F), theme.px(22.0F), theme.px(22.0F)});
}

}  // namespace

void drawBrowser(Ui const& ui, Rect const& rect) {
  Theme const& theme = ui.theme;
  Rect const body = drawBrowserBody(ui, rect);
  timeline::World const& world = ui.run()->world();
  bool const open = world.user.browser.has_value();
  user::WebPage const& page = open ? *world.user.browser : kClosed;
  bool const leaves = open && page.host == Party::acquirer && ui.state.fields.contains(std::string(kNewBasket));
  float const bar = theme.px(40.0F);
  drawAddressBar(ui, {body.x, body.y, body.w, bar}, page, open && !leaves ? page.url : world.acquirer.webShop.address);
  Rect const inside{body.x, body.y + bar + theme.hairline(), body.w, body.h - bar - theme.px(6.0F)};
  // Every page begins at its top.
  std::string const id = "browser " + page.name + " " + page.url;
  beginArea(ui, id.c_str(), inside, space::kM);
  // The sheet says itself what stands how far apart.
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0.0F, 0.0F});
  WebSheet sheet(ui, page);
  if (leaves) drawShopFront(sheet);
  else drawPage(sheet);
  ImGui::PopStyleVar();
  drawMoreBelow(ui, inside);
  endArea();
}

}  // namespace aplus::ui
