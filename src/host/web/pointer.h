#pragma once

namespace aplus::host {

/// Mouse, wheel and touch of the canvas.
void installPointer();

}  // namespace aplus::host
