#pragma once

namespace aplus::host {

/// Scrolls what lies under the pointer by exact device pixels: the innermost window that can still
/// move that way.
void scrollBy(float x, float y, float dx, float dy);

/// Lets a finger's last speed run out, in device pixels per millisecond.
void fling(float x, float y, float vx, float vy);
void stopFling();

/// Called in each frame. True while something still moves.
bool applyScroll(double passedMs, bool reducedMotion);

}  // namespace aplus::host
