#pragma once

#include <imgui.h>

namespace aplus::host {

/// Joins ImGui's clipboard and text-input wishes to the browser.
void installClipboard();

/// Where ImGui last wanted text.
ImGuiPlatformImeData const& lastImeData();

}  // namespace aplus::host
