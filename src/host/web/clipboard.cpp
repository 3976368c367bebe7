#include "host/web/clipboard.h"

#include <emscripten.h>

#include "host/web/host_state.h"
#include "host/web/shell.h"
#include "host/web/web_host.h"

namespace aplus::host {
namespace {

ImGuiPlatformImeData& imeData() {
  static ImGuiPlatformImeData data;
  return data;
}

char const* getText(ImGuiContext*) { return hostState().clipboard.c_str(); }

void setText(ImGuiContext*, char const* text) {
  HostState& state = hostState();
  state.clipboard = text;
  state.copied = true;
  if (!state.inCopyEvent) shell::writeClipboard(text);
}

void keepImeData(ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* data) { imeData() = *data; }

/// Presses a key with Ctrl (Cmd on a Mac) within frames of its own, while the browser's event waits.
void pressWithControl(ImGuiKey key) {
  ImGuiIO& io = ImGui::GetIO();
  ImGuiKey const modifier = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
  io.AddKeyEvent(modifier, true);
  io.AddKeyEvent(key, true);
  drawNow();
  drawNow();
  io.AddKeyEvent(key, false);
  io.AddKeyEvent(modifier, false);  // it may have come from a menu; the next key says how it is
  drawNow();
  requestFrames(kFramesAfterInput);
}

char const* copyBy(ImGuiKey key) {
  HostState& state = hostState();
  state.inCopyEvent = true;
  state.copied = false;
  pressWithControl(key);
  state.inCopyEvent = false;
  return state.copied ? state.clipboard.c_str() : nullptr;
}

}  // namespace

ImGuiPlatformImeData const& lastImeData() { return imeData(); }

void installClipboard() {
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_GetClipboardTextFn = getText;
  platform.Platform_SetClipboardTextFn = setText;
  platform.Platform_SetImeDataFn = keepImeData;
}

}  // namespace aplus::host

// The browser's clipboard events. Copy and cut answer with the text, or null when nothing is selected.
extern "C" {

EMSCRIPTEN_KEEPALIVE char const* aplus_copy() { return aplus::host::copyBy(ImGuiKey_C); }
EMSCRIPTEN_KEEPALIVE char const* aplus_cut() { return aplus::host::copyBy(ImGuiKey_X); }

EMSCRIPTEN_KEEPALIVE void aplus_paste(char const* text) {
  aplus::host::hostState().clipboard = text;
  aplus::host::pressWithControl(ImGuiKey_V);
}

}  // extern "C"
