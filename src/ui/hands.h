#pragma once

#include <map>
#include <string>
#include <vector>

#include "scenario/playback.h"

// What a person sees on the screens and can do there, in words: for pages that draw no devices.
namespace aplus::ui {

/// One line of a screen.
struct ScreenLine {
  enum class Kind : unsigned char { text, large, code, problem };
  Kind kind = Kind::text;
  std::string text;
};

/// A screen in words.
struct ScreenText {
  std::string title;
  std::vector<ScreenLine> lines;
};

ScreenText phoneText(timeline::World const& world);
ScreenText tillText(timeline::World const& world);
ScreenText browserText(timeline::World const& world);
/// The last short message on the phone; no title when there is none.
ScreenText smsText(timeline::World const& world);

/// What the script's cashier enters, as a first proposal.
user::Command proposedSale(scenario::Playback const& run);

/// Something that a person may do, and whether it can be done now.
struct Hand {
  user::CommandSpec const* spec = nullptr;
  std::string_view screen;  ///< where it is done: "phone", "till", "browser"; empty behind the scenes
  std::string label;      ///< for a button: "Open the payment page"
  user::Command proposal;  ///< arguments that make sense now
  std::map<std::string, std::vector<std::string>> choices;  ///< of arguments that take one of a few values
  bool offered = false;    ///< the screens show it
  std::string reason;      ///< why it cannot be done now; empty when it can
};

/// Every command, in the order of user::commands().
std::vector<Hand> hands(scenario::Playback const& run);

}  // namespace aplus::ui
