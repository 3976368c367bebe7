#include "host/web/pointer.h"

#include <cfloat>
#include <cmath>

#include <emscripten/html5.h>
#include <imgui.h>

#include "host/web/host_state.h"
#include "host/web/scroll.h"
#include "host/web/web_host.h"

namespace aplus::host {
namespace {

constexpr char const* kCanvas = "#canvas";
constexpr float kTapSlackCss = 9.0F;     // a finger that moved less has tapped
constexpr float kLineCss = 40.0F;        // for wheels that count lines
constexpr double kLongPressMs = 500.0;
constexpr int kFramesForTap = 6;         // position, press, release, gone: one frame each, and rest

struct Finger {
  bool down = false;
  bool dragging = false;   ///< presses the mouse button
  bool scrolling = false;
  bool resting = false;    ///< pressed for long: it points like a mouse
  long pressTimer = 0;
  long id = 0;
  float startX = 0.0F, startY = 0.0F;
  float x = 0.0F, y = 0.0F;
  float speedX = 0.0F, speedY = 0.0F;
  double at = 0.0;
};

Finger& finger() {
  static Finger state;
  return state;
}

float device(long css) { return static_cast<float>(css) * hostState().surroundings.scale; }

void useMouse() {
  hostState().surroundings.coarsePointer = false;
  ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_Mouse);
}

int imguiButton(unsigned short domButton) {
  if (domButton == 1) return ImGuiMouseButton_Middle;
  if (domButton == 2) return ImGuiMouseButton_Right;
  return ImGuiMouseButton_Left;
}

EM_BOOL onMouse(int type, EmscriptenMouseEvent const* event, void*) {
  ImGuiIO& io = ImGui::GetIO();
  useMouse();
  io.AddMousePosEvent(device(event->clientX), device(event->clientY));
  if (type == EMSCRIPTEN_EVENT_MOUSEDOWN && event->button <= 2) {
    io.AddMouseButtonEvent(imguiButton(event->button), true);
  }
  if (type == EMSCRIPTEN_EVENT_MOUSEUP && event->button <= 2) {
    io.AddMouseButtonEvent(imguiButton(event->button), false);
  }
  requestFrames(kFramesAfterInput);
  return EM_FALSE;  // the browser moves the focus to the canvas
}

EM_BOOL onMouseLeave(int, EmscriptenMouseEvent const* event, void*) {
  if (event->buttons == 0) ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  requestFrames(kFramesAfterInput);
  return EM_FALSE;
}

EM_BOOL onWheel(int, EmscriptenWheelEvent const* event, void*) {
  if (event->mouse.ctrlKey || event->mouse.metaKey) return EM_FALSE;  // the browser's zoom
  float const scale = hostState().surroundings.scale;
  float unit = 1.0F;
  if (event->deltaMode == DOM_DELTA_LINE) unit = kLineCss;
  if (event->deltaMode == DOM_DELTA_PAGE) unit = kLineCss * 15.0F;
  float dx = static_cast<float>(event->deltaX) * unit * scale;
  float dy = static_cast<float>(event->deltaY) * unit * scale;
  if (event->mouse.shiftKey && dx == 0.0F) {
    dx = dy;
    dy = 0.0F;
  }
  stopFling();
  scrollBy(device(event->mouse.clientX), device(event->mouse.clientY), dx, dy);
  requestFrames(kFramesAfterInput);
  return EM_TRUE;
}

void press(float x, float y, bool down) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  io.AddMousePosEvent(x, y);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, down);
  if (!down) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void stopPressTimer() {
  if (finger().pressTimer != 0) emscripten_clear_timeout(finger().pressTimer);
  finger().pressTimer = 0;
}

/// A finger that rests is a pointer: what explains itself under a mouse does so now, and over a text the word is
/// selected and the selection follows the finger.
void onLongPress(void*) {
  Finger& state = finger();
  state.pressTimer = 0;
  if (!state.down || state.dragging || state.scrolling) return;
  state.resting = true;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  io.AddMousePosEvent(state.x, state.y);
  drawNow();
  drawNow();
  bool const overText = ImGui::GetMouseCursor() == ImGuiMouseCursor_TextInput && !io.WantTextInput;
  if (overText) {
    state.dragging = true;
    for (bool const down : {true, false, true}) {
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, down);
      drawNow();
    }
  }
  requestFrames(kFramesForTap);
}

void fingerDown(EmscriptenTouchPoint const& point, double now) {
  stopPressTimer();
  Finger& state = finger();
  state = {};
  state.down = true;
  state.id = point.identifier;
  state.x = state.startX = device(point.clientX);
  state.y = state.startY = device(point.clientY);
  state.at = now;
  stopFling();
  if (hostState().application->wantsDrag(state.x, state.y)) {
    state.dragging = true;
    press(state.x, state.y, true);
  } else {
    state.pressTimer = emscripten_set_timeout(onLongPress, kLongPressMs, nullptr);
  }
}

void fingerMoved(EmscriptenTouchPoint const& point, double now) {
  Finger& state = finger();
  float const x = device(point.clientX);
  float const y = device(point.clientY);
  if (state.dragging || state.resting) {
    ImGui::GetIO().AddMousePosEvent(x, y);
  } else {
    float const far = std::hypot(x - state.startX, y - state.startY);
    if (far > kTapSlackCss * hostState().surroundings.scale) state.scrolling = true;
    if (state.scrolling) {
      stopPressTimer();
      scrollBy(state.startX, state.startY, state.x - x, state.y - y);
      float const passed = static_cast<float>(now - state.at);
      if (passed > 0.0F) {
        state.speedX = (state.x - x) / passed;
        state.speedY = (state.y - y) / passed;
      }
    }
  }
  state.x = x;
  state.y = y;
  state.at = now;
}

void fingerUp(double now, bool cancelled) {
  Finger& state = finger();
  constexpr double kRestingMs = 60.0;
  stopPressTimer();
  if (state.dragging) {
    press(state.x, state.y, false);
  } else if (state.resting) {
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  } else if (state.scrolling) {
    bool const moving = now - state.at < kRestingMs;
    if (moving) fling(state.startX, state.startY, state.speedX, state.speedY);
  } else if (!cancelled) {
    press(state.startX, state.startY, true);
    press(state.startX, state.startY, false);
  }
  state.down = false;
}

EM_BOOL onTouch(int type, EmscriptenTouchEvent const* event, void*) {
  double const now = emscripten_performance_now();
  Finger& state = finger();
  hostState().surroundings.coarsePointer = true;
  if (event->numTouches > 1) {  // two fingers are the browser's zoom
    if (state.down) fingerUp(now, true);
    return EM_FALSE;
  }
  for (int i = 0; i < event->numTouches; ++i) {
    EmscriptenTouchPoint const& point = event->touches[i];
    if (point.isChanged == EM_FALSE) continue;
    if (type == EMSCRIPTEN_EVENT_TOUCHSTART) {
      fingerDown(point, now);
    } else if (state.down && point.identifier == state.id) {
      if (type == EMSCRIPTEN_EVENT_TOUCHMOVE) fingerMoved(point, now);
      if (type == EMSCRIPTEN_EVENT_TOUCHEND) fingerUp(now, false);
      if (type == EMSCRIPTEN_EVENT_TOUCHCANCEL) fingerUp(now, true);
    }
  }
  requestFrames(kFramesForTap);
  return EM_TRUE;  // no second, emulated mouse
}

EM_BOOL onFocus(int type, EmscriptenFocusEvent const*, void*) {
  ImGui::GetIO().AddFocusEvent(type == EMSCRIPTEN_EVENT_FOCUS);
  requestFrames(kFramesAfterInput);
  return EM_FALSE;
}

}  // namespace

void installPointer() {
  emscripten_set_mousedown_callback(kCanvas, nullptr, EM_FALSE, onMouse);
  emscripten_set_mousemove_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, EM_FALSE, onMouse);
  emscripten_set_mouseup_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, EM_FALSE, onMouse);
  emscripten_set_mouseleave_callback(kCanvas, nullptr, EM_FALSE, onMouseLeave);
  emscripten_set_wheel_callback(kCanvas, nullptr, EM_FALSE, onWheel);
  emscripten_set_touchstart_callback(kCanvas, nullptr, EM_FALSE, onTouch);
  emscripten_set_touchmove_callback(kCanvas, nullptr, EM_FALSE, onTouch);
  emscripten_set_touchend_callback(kCanvas, nullptr, EM_FALSE, onTouch);
  emscripten_set_touchcancel_callback(kCanvas, nullptr, EM_FALSE, onTouch);
  emscripten_set_focus_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, EM_FALSE, onFocus);
  emscripten_set_blur_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, EM_FALSE, onFocus);
}

}  // namespace aplus::host
