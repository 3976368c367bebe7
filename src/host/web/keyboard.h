#pragma once

namespace aplus::host {

/// Keys of the canvas and of the real text field.
void installKeyboard();

}  // namespace aplus::host
