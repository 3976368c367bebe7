#pragma once

#include "scenario/playback.h"
#include "ui/ui_state.h"

namespace aplus::ui {

/// What stands beside the phone: flows in a shop have a till, flows on the web a browser.
enum class Device { till, browser };

struct Devices {
  bool till = false;
  bool browser = false;

  bool both() const { return till && browser; }
};

/// Which of them the run is about, as far as its cursor; both where nothing says so.
Devices devices(scenario::Playback const& run);

/// The one that is shown: what the person chose, else the one that the run is at.
Device besidePhone(scenario::Playback const& run, UiState const& state);

/// The person's choice among the page's fields: "till" or "browser".
inline constexpr char const* kBeside = "beside";

}  // namespace aplus::ui
