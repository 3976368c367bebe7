// The shops that may charge the account without a password, as the wallet's app lists them.
#include <algorithm>

#include <fmt/format.h>

#include "ui/language.h"
#include "ui/panels/device.h"

namespace aplus::ui {
namespace {

using wallet::server::IssuedToken;

/// The authorizations of the customer that still hold, one per shop.
std::vector<IssuedToken const*> linked(timeline::World const& world) {
  std::vector<IssuedToken const*> all;
  for (auto const& [id, token] : world.walletServer.tokens) {
    bool const holds = !token.cancelled && !token.grant.referenceAgreementId.empty() &&
                       token.customerId == world.walletApp.customerId;
    bool const known = std::any_of(all.begin(), all.end(), [&, &wanted = token](IssuedToken const* one) {
      return one->grant.referenceAgreementId == wanted.grant.referenceAgreementId;
    });
    if (holds && !known) all.push_back(&token);
  }
  return all;
}

/// The wallet knows a shop by its id; its name is the one that stands over the door.
std::string nameOf(timeline::World const& world, wallet::server::Grant const& grant) {
  acquirer::Merchant const& shop = world.acquirer.merchant;
  bool const same = grant.referenceMerchantId.empty() || shop.referenceMerchantId == grant.referenceMerchantId;
  return same ? shop.merchantName : grant.referenceMerchantId;
}

}  // namespace

std::size_t linkedShops(timeline::World const& world) { return linked(world).size(); }

void drawLinkedShops(Screen& screen) {
  Ui const& ui = screen.ui();
  Palette const& c = screen.theme().colors;
  if (screen.plainButton("phone-linked-back", tr("Back"), ButtonLook::plain)) ui.state.fields.erase(kLinkedOpen);
  screen.commandButton("phone-unlink", tr("Unlink the shop"), {"unbindMerchant", {}}, ButtonLook::quiet);
  screen.skip(space::kM);
  screen.icon(Icon::link, 44.0F, c.accent, c.accentSoft);
  screen.write(Role::strong, c.text, tr("Linked shops"));
  screen.skip(space::kXs);
  screen.write(Role::small, c.muted, tr("They may charge this account without a password."));
  for (IssuedToken const* token : linked(ui.run()->world())) {
    screen.skip(space::kM);
    screen.write(Role::strong, c.text, nameOf(ui.run()->world(), token->grant));
    screen.write(Role::monoSmall, c.muted, fmt::format("{}", fmt::join(token->grant.scopes, " ")));
    screen.write(Role::caption, c.muted, trf("until {}", formatIso8601(token->accessTokenExpiresAt, kChinaTime).substr(0, 10)));
  }
}

}  // namespace aplus::ui
