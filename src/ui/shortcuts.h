#pragma once

#include "ui/ui.h"

namespace aplus::ui {

/// A key and what it does, for the list of keys and its handler alike.
struct Shortcut {
  char const* keys;
  char const* meaning;
};

/// Those that exist, in the order in which they are listed.
std::vector<Shortcut> const& shortcuts();

/// Answers the keys of this frame.
void handleShortcuts(Ui const& ui);

/// What the buttons and keys of the timeline do.
void toggleBreakpoint(Ui const& ui, std::size_t step);
void runToBreakpoint(Ui const& ui);
void zoomLanes(Ui const& ui, int by);

/// Looks at a step of the run, and goes there when it has not happened yet. The desk and the start page make room.
void lookAtStep(Ui const& ui, std::size_t n);

/// Takes back the last act and says so; says that there is nothing otherwise.
void takeBack(Ui const& ui);

/// Opens the start page, or goes back to the run.
void goHome(Ui const& ui);

/// What the play button and the space bar do.
void togglePlaying(Ui const& ui);

}  // namespace aplus::ui
