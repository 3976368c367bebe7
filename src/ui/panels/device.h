#pragma once

#include <string_view>

#include "ui/ui.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {

/// A screen that is filled from the top, and from the bottom for its buttons.
class Screen {
 public:
  Screen(Ui const& ui, Rect const& rect) : ui_(ui), rect_(rect), top_(rect.y), bottom_(rect.y + rect.h) {}

  Ui const& ui() const { return ui_; }
  Theme const& theme() const { return ui_.theme; }
  float width() const { return rect_.w; }
  float left() const { return rect_.x; }
  float centerX() const { return rect_.x + rect_.w / 2.0F; }
  float room() const { return bottom_ - top_; }
  float top() const { return top_; }

  void skip(float css) { top_ += theme().px(css); }
  /// Of centred, wrapped text.
  float heightOf(Role role, std::string_view text) const;
  /// Centred, wrapped text.
  void write(Role role, ImU32 color, std::string_view text);
  void icon(Icon icon, float sizeCss, ImU32 color, ImU32 background);
  /// The next rectangle of that height (device pixels), as wide as the screen.
  Rect take(float height);
  /// A button at the bottom that gives a command; it says why when it cannot.
  void commandButton(std::string_view id, std::string_view label, user::Command const& command,
                     ButtonLook look, Icon icon = Icon::none);
  /// A button at the bottom that only changes what is shown.
  bool plainButton(std::string_view id, std::string_view label, ButtonLook look);
  /// The next two buttons share a line; the first of them stands on the right.
  void pair() { paired_ = 2; }
  /// Starts again between what was put at the top and at the bottom, `part` of the room down.
  void skipPart(float part) { top_ += room() * part; }

 private:
  Rect nextButton();

  Ui const& ui_;
  Rect rect_;
  float top_;
  float bottom_;
  int paired_ = 0;  ///< buttons that the line being filled still takes
};

/// A button in that rectangle which gives a command; it says why when it cannot. `hinder`, when not empty, is a reason of
/// the screen's own.
void commandButtonAt(Ui const& ui, Rect const& rect, std::string_view id, std::string_view label,
                     user::Command const& command, ButtonLook look, Icon icon = Icon::none,
                     std::string_view hinder = {});

/// The device around a screen; returns where the screen is.
Rect drawPhoneBody(Ui const& ui, Rect const& rect);
Rect drawTillBody(Ui const& ui, Rect const& rect);
Rect drawBrowserBody(Ui const& ui, Rect const& rect);

/// The phone's screens when the merchant shows the code.
void drawScanScreen(Screen& screen, wallet::app::State const& app);

/// The till with a code to be scanned; `order` is null for the shop's own.
void drawMerchantCode(Screen& screen, acquirer::State const& shop, acquirer::Order const* order);

/// The shops that the customer has linked the wallet to: how many, and the app's list of them.
std::size_t linkedShops(timeline::World const& world);
void drawLinkedShops(Screen& screen);

/// Set in the page's fields while that list is open.
inline constexpr char const* kLinkedOpen = "phone-linked-open";

/// Set in the page's fields once the cashier has turned to the next customer.
inline constexpr char const* kNewSale = "till-new-sale";

void drawWalletPhone(Ui const& ui, Rect const& rect);
void drawTill(Ui const& ui, Rect const& rect);
void drawBrowser(Ui const& ui, Rect const& rect);

/// The last short message, over the phone's screen.
void drawSms(Ui const& ui, Rect const& screen);

}  // namespace aplus::ui
