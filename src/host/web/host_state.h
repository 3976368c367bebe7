#pragma once

#include <string>

#include "host/application.h"

namespace aplus::host {

/// What the parts of this host share. There is one page and one canvas.
struct HostState {
  Application* application = nullptr;
  Surroundings surroundings;
  bool pageVisible = true;    ///< the browser's tab is not hidden
  bool canvasVisible = true;  ///< some of the canvas is in sight
  bool contextLost = false;
  bool started = false;

  bool visible() const { return pageVisible && canvasVisible; }

  int framesWanted = 0;       ///< to be drawn even if nothing else happens
  bool frameScheduled = false;
  long wakeTimer = 0;
  long frameCount = 0;        ///< drawn since the start, for tests
  double lastFrameMs = 0.0;
  double frameCostMs = 0.0;   ///< of the last frame: until it was laid out, without the graphics driver

  std::string clipboard;      ///< what a paste brought, or the last copy
  bool inCopyEvent = false;   ///< a copied text goes to the event rather than to the system
  bool copied = false;
  bool wantedTextInput = false;
};

HostState& hostState();

/// Input needs a few frames: press and release fall into different ones, then things settle.
inline constexpr int kFramesAfterInput = 3;
void requestFrames(int count);

}  // namespace aplus::host
