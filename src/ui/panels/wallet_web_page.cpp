// The wallet's own page in the browser, on which a user lets a merchant charge the account.
#include "ui/language.h"
#include "ui/panels/web_sheet.h"

namespace aplus::ui {

void drawWalletWebPage(WebSheet& sheet) {
  Palette const& c = sheet.colors();
  Rect const row = sheet.take(sheet.theme().px(20.0F));
  ImVec2 const size = measure(sheet.theme(), Role::strong, "X");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawPartyGlyph(list, Party::walletServer, {row.x + sheet.theme().px(6.0F), row.y + row.h / 2.0F},
                 sheet.theme().px(12.0F), sheet.theme().lane(Party::walletServer));
  drawText(list, sheet.theme(), Role::strong, {row.x + sheet.theme().px(20.0F), row.y + (row.h - size.y) / 2.0F}, c.text,
           tr("My Wallet"));
  sheet.skip(space::kS);
  sheet.write(Role::title, c.text, sheet.fact("merchantName"));
  sheet.skip(space::kXs);
  sheet.write(Role::small, c.text, sheet.words("agreement"));
  sheet.write(Role::monoSmall, c.muted, sheet.fact("scopes"));
  sheet.line();
  sheet.write(Role::small, c.bad, sheet.words("message"));
  user::Command agree{"agreeToAuthorization", {}};
  sheet.argumentField("web-login-id", tr("Your login id"), sheet.ui().run()->world().user.ownLoginId, "userLoginId", agree);
  sheet.commandButton("web-authorize", tr("Log in and agree"), agree, ButtonLook::primary, Icon::lock);
  sheet.commandButton("web-refuse", tr("Do not agree"), {"refuseAuthorization", {}}, ButtonLook::plain);
}

}  // namespace aplus::ui
