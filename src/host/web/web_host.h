#pragma once

#include "host/application.h"

namespace aplus::host {

/// Shows an application on the page's canvas. Returns at once: the browser calls back from then on.
/// False when there is no WebGL 2.
bool run(Application& application);

/// Asks for a frame because something changed. Cheap; any number of calls give one frame.
void requestFrame();

/// Draws now, for callers that need what a frame computes.
void drawNow();

}  // namespace aplus::host
