#include "host/web/web_host.h"

#include <algorithm>

#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "host/web/clipboard.h"
#include "host/web/host_state.h"
#include "host/web/keyboard.h"
#include "host/web/pointer.h"
#include "host/web/scroll.h"
#include "host/web/shell.h"

namespace aplus::host {
namespace {

constexpr char const* kCanvas = "#canvas";
constexpr char const* kShaderVersion = "#version 300 es";

char const* cssCursor(ImGuiMouseCursor cursor) {
  switch (cursor) {
    case ImGuiMouseCursor_None: return "none";
    case ImGuiMouseCursor_TextInput: return "text";
    case ImGuiMouseCursor_ResizeAll: return "move";
    case ImGuiMouseCursor_ResizeNS: return "ns-resize";
    case ImGuiMouseCursor_ResizeEW: return "ew-resize";
    case ImGuiMouseCursor_ResizeNESW: return "nesw-resize";
    case ImGuiMouseCursor_ResizeNWSE: return "nwse-resize";
    case ImGuiMouseCursor_Hand: return "pointer";
    case ImGuiMouseCursor_NotAllowed: return "not-allowed";
    default: return "default";
  }
}

void showCursor() {
  static char const* shown = nullptr;
  char const* const wanted = cssCursor(ImGui::GetMouseCursor());
  if (wanted != shown) shell::setCursor(wanted);
  shown = wanted;
}

/// The real text field follows ImGui's wish for text.
void followTextInput() {
  HostState& state = hostState();
  bool const wanted = ImGui::GetIO().WantTextInput;
  if (wanted) {
    ImGuiPlatformImeData const& ime = ImGui::GetPlatformIO().Platform_SetImeDataFn != nullptr
                                          ? lastImeData()
                                          : ImGuiPlatformImeData{};
    double const scale = static_cast<double>(state.surroundings.scale);
    shell::showTextField(static_cast<double>(ime.InputPos.x) / scale,
                         static_cast<double>(ime.InputPos.y) / scale,
                         static_cast<double>(ime.InputLineHeight) / scale);
  } else if (state.wantedTextInput) {
    shell::hideTextField();
  }
  state.wantedTextInput = wanted;
}

void drawFrame(double nowMs) {
  HostState& state = hostState();
  if (!state.started || state.contextLost) return;
  double const beganMs = emscripten_get_now();
  ImGuiIO& io = ImGui::GetIO();
  double const passed = std::clamp(nowMs - state.lastFrameMs, 1.0, 100.0);
  state.lastFrameMs = nowMs;
  io.DeltaTime = static_cast<float>(passed / 1000.0);
  state.surroundings.timeMs = nowMs;

  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  bool const moving = applyScroll(passed, state.surroundings.reducedMotion);
  double const wakeIn = state.application->draw(state.surroundings);
  ImGui::Render();
  state.frameCostMs = emscripten_get_now() - beganMs;
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  ++state.frameCount;

  showCursor();
  followTextInput();
  if (state.application->takeLeaveRequest()) shell::leaveCanvas();
  if (state.application->takePictureRequest()) shell::choosePicture();
  if (state.application->takeTextViewRequest()) shell::openTextView();
  shell::drawn();
  if (moving || wakeIn == 0.0) requestFrames(1);
  if (state.wakeTimer != 0) emscripten_clear_timeout(state.wakeTimer);
  state.wakeTimer = 0;
  if (wakeIn > 0.0) {
    state.wakeTimer = emscripten_set_timeout(
        [](void*) {
          hostState().wakeTimer = 0;
          requestFrames(1);
        },
        wakeIn, nullptr);
  }
}

EM_BOOL onAnimationFrame(double, void*) {
  HostState& state = hostState();
  state.frameScheduled = false;
  if (!state.visible() || state.contextLost) return EM_FALSE;
  --state.framesWanted;
  drawFrame(emscripten_get_now());
  if (state.framesWanted > 0) requestFrames(0);
  return EM_FALSE;
}

EM_BOOL onVisibility(int, EmscriptenVisibilityChangeEvent const* event, void*) {
  hostState().pageVisible = event->hidden == EM_FALSE;
  requestFrames(kFramesAfterInput);
  return EM_FALSE;
}

EM_BOOL onContextLost(int, void const*, void*) {
  hostState().contextLost = true;
  shell::contextLost(true);
  return EM_TRUE;  // so that the browser gives it back
}

EM_BOOL onContextRestored(int, void const*, void*) {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplOpenGL3_Init(kShaderVersion);
  hostState().contextLost = false;
  shell::contextLost(false);
  requestFrames(kFramesAfterInput);
  return EM_TRUE;
}

bool createContext() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = EM_FALSE;
  attributes.depth = EM_FALSE;
  attributes.stencil = EM_FALSE;
  attributes.antialias = EM_FALSE;  // ImGui smooths its own edges
  attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  auto const context = emscripten_webgl_create_context(kCanvas, &attributes);
  if (context <= 0) return false;
  emscripten_webgl_make_context_current(context);
  return true;
}

}  // namespace

HostState& hostState() {
  static HostState state;
  return state;
}

void requestFrames(int count) {
  HostState& state = hostState();
  state.framesWanted = std::max(state.framesWanted, std::max(count, 1));
  if (state.frameScheduled || !state.visible() || !state.started) return;
  state.frameScheduled = true;
  emscripten_request_animation_frame(onAnimationFrame, nullptr);
}

void requestFrame() { requestFrames(kFramesAfterInput); }

void drawNow() { drawFrame(emscripten_get_now()); }

bool run(Application& application) {
  HostState& state = hostState();
  state.application = &application;
  if (!createContext()) return false;
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendPlatformName = "aplus_web";
  io.ConfigInputTextCursorBlink = false;  // a blinking cursor would keep the page drawing
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  ImGui_ImplOpenGL3_Init(kShaderVersion);
  installClipboard();
  installKeyboard();
  installPointer();
  emscripten_set_visibilitychange_callback(nullptr, EM_TRUE, onVisibility);
  emscripten_set_webglcontextlost_callback(kCanvas, nullptr, EM_TRUE, onContextLost);
  emscripten_set_webglcontextrestored_callback(kCanvas, nullptr, EM_TRUE, onContextRestored);
  application.start();
  return true;
}

}  // namespace aplus::host

// What the page's script calls.
extern "C" {

EMSCRIPTEN_KEEPALIVE void aplus_resize(int width, int height, double scale) {
  using namespace aplus::host;
  HostState& state = hostState();
  emscripten_set_canvas_element_size("#canvas", width, height);
  ImGui::GetIO().DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  state.surroundings.scale = static_cast<float>(scale);
  state.started = true;
  if (!state.visible()) return;
  drawNow();  // before the browser paints: a resized canvas is empty
  requestFrames(kFramesAfterInput);
}

/// Whether any of the canvas is in sight. Out of sight nothing is drawn.
EMSCRIPTEN_KEEPALIVE void aplus_canvas_visible(int visible) {
  using namespace aplus::host;
  hostState().canvasVisible = visible != 0;
  requestFrames(kFramesAfterInput);
}

EMSCRIPTEN_KEEPALIVE void aplus_preferences(int dark, int highContrast, int reducedMotion,
                                            int coarsePointer) {
  using namespace aplus::host;
  Surroundings& surroundings = hostState().surroundings;
  surroundings.dark = dark != 0;
  surroundings.highContrast = highContrast != 0;
  surroundings.reducedMotion = reducedMotion != 0;
  surroundings.coarsePointer = coarsePointer != 0;
  if (hostState().started) requestFrame();
}

EMSCRIPTEN_KEEPALIVE void aplus_redraw() { aplus::host::requestFrame(); }

/// What the last frame cost this thread until all was laid out, in milliseconds, for benchmarks. What follows is the
/// graphics driver's, which is another one on every machine.
EMSCRIPTEN_KEEPALIVE double aplus_frame_cost() { return aplus::host::hostState().frameCostMs; }

/// Frames drawn since the start, for tests of idleness.
EMSCRIPTEN_KEEPALIVE int aplus_frame_count() {
  return static_cast<int>(aplus::host::hostState().frameCount);
}

}  // extern "C"
