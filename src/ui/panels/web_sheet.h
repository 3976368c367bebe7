#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/panels/device.h"
#include "ui/widgets/banner.h"

namespace aplus::ui {

/// A page in the browser, filled from the top; it scrolls when there is more than fits.
class WebSheet {
 public:
  WebSheet(Ui const& ui, user::WebPage const& page);

  Ui const& ui() const { return ui_; }
  Theme const& theme() const { return ui_.theme; }
  Palette const& colors() const { return ui_.theme.colors; }
  user::WebPage const& page() const { return page_; }
  float width() const { return width_; }

  /// What the page says under that name, as it came; empty when it says nothing.
  std::string_view fact(std::string_view name) const;
  bool is(std::string_view name) const { return fact(name) == "true"; }
  /// The same in the language of the page.
  std::string words(std::string_view name) const;
  /// Milliseconds until the time of that name; nothing when the page names none.
  std::optional<std::int64_t> until(std::string_view name) const;

  void skip(float css);
  void write(Role role, ImU32 color, std::string_view text);
  void writeCentered(Role role, ImU32 color, std::string_view text);
  void icon(Icon icon, ImU32 color, ImU32 background);
  /// Something on the left and something on the right of one line.
  void writeRow(std::string_view left, std::string_view right);
  void line();
  /// The next rectangle of that height (device pixels), as wide as the sheet.
  Rect take(float height);

  void commandButton(std::string_view id, std::string_view label, user::Command const& command, ButtonLook look,
                     Icon icon = Icon::none, std::string_view hinder = {});
  bool plainButton(std::string_view id, std::string_view label, ButtonLook look);
  /// A way to go on, with a sentence about it.
  void choice(std::string_view id, Icon icon, std::string_view title, std::string_view text, user::Command const& command);
  /// A box to be ticked. Returns whether it is.
  bool tick(std::string_view id, std::string_view label);
  /// What is typed into a field of this page, which another page does not have.
  std::string& typed(std::string_view name);
  /// A field of one line with `own` in it; adds what was typed to the command when it is something else.
  void argumentField(std::string_view id, std::string_view label, std::string const& own, std::string const& argument,
                     user::Command& command);

 private:
  Ui const& ui_;
  user::WebPage const& page_;
  float width_;
};

/// What a sheet is about and how it ended: a sign and a heading.
void drawOutcome(WebSheet& sheet, Tone tone, Icon icon, std::string_view heading);

// The pages of each host.
void drawShopPage(WebSheet& sheet);
void drawAlipayplusPage(WebSheet& sheet);
void drawWalletWebPage(WebSheet& sheet);
/// The shop before anything is in the basket, and when the customer goes on to something else.
void drawShopFront(WebSheet& sheet);

/// The tick box of the agreement, in the fields of the page that has it.
inline constexpr char const* kAgreeField = "web-agree";

/// Set in the page's fields once the customer has turned to something else to buy.
inline constexpr char const* kNewBasket = "web-new-basket";

}  // namespace aplus::ui
